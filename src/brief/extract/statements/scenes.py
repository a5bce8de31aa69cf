"""Scenes of private people and a reporter's colour: readable alone, and no line of a brief."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.private import age, office, trade
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

# One who speaks is told by it within so many words behind the verb.
_NEAR = 6
_FIGURE = re.compile(r"\d")
# Years are no figures of what happened; nor are ages.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_scene(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause shows somebody at home, at work or being interviewed, or only tells of the interview.

    One that tells of an office, or of what befell somebody, is no mere scene; nor is one with a figure
    or a state, unless somebody private says it.
    """
    language = around.language
    key = fold(_unspoken(around, start, end))
    if _has(language, key, "boilerplate") or _has(language, key, "no_sign"):
        return True
    befell = cues.of(language, "scenes", "happened").search(key)
    if befell or office(language).search(trade(language).sub(" ", key)):
        return False
    if _private(language).search(key) or _has(language, key, "portraits"):
        return True
    if _is_of_private_people(around, start, end):
        return True
    states = any(name.kind == "country" for name in around.named_between(start, end))
    if states or _FIGURE.search(_YEAR.sub("", age(language).sub("", key))):
        return False
    shown = ("aged", "gesture", "pointing", "manner", "household", "beside", "weather", "body", "queues")
    portrayed = age(language).search(key) or any(_has(language, key, name) for name in shown)
    return bool(portrayed) or _is_at_home(around, start, end)


def _unspoken(around: Surroundings, start: int, end: int) -> str:
    """The words of a clause but for those between marks, which are blanked: places stay as they are."""
    text = around.document.text[start:end]
    for one in around.quoted_between(start, end):
        if one.inner[0] < end:
            first, last = max(one.inner[0], start) - start, min(one.inner[1], end) - start
            text = text[:first] + " " * (last - first) + text[last:]
    return text


def _has(language: Language, key: str, name: str) -> bool:
    return cues.expression(language, "scenes", name).search(key) is not None


def _is_at_home(around: Surroundings, start: int, end: int) -> bool:
    """Whether «his son» or «her husband» is told of, and nobody is named who that could be."""
    key = fold(around.document.text[start:end])
    found = cues.expression(around.language, "scenes", "family").search(key)
    return found is not None and not any(
        name.kind in ("person", "country") for name in around.named_between(start, end)
    )


def _is_of_private_people(around: Surroundings, start: int, end: int) -> bool:
    """Whether all whom a clause names are private people, and it names no body."""
    named = [name for name in around.named_between(start, end) if name.kind != "country"]
    return bool(named) and all(name.key in around.private for name in named)


@cache
def _private(language: Language) -> re.Pattern[str]:
    """A verb of speech, its subject's trade at once or behind his name, or his age; a trade «called» so."""
    speech, data = table(language.code, "speech"), table(language.code, "scenes")
    verbs, trades = either((*speech["verbs"], *speech["later_verbs"])), either(data["trades"])
    said = rf"(?<!\w)[{language.proclitics}]?{verbs}"
    word = rf"\s+(?!{either(speech['from'])}(?!\w))[^\s،,.؛:\"«“()]+"
    name = rf"(?:{word}){{1,{_NEAR}}}?\s*"
    behind = rf"{name}(?:\([^()]*\)\s*)?[،,]\s*(?:{either(data['who_is'])}\s+)?"
    article = morphology(language).article
    called = rf"\A\W*{trades}(?:\s+\w+){{0,2}}?\s+{either(data['called'])}(?!\w)"
    return re.compile(
        rf"{said}(?:(?:\s+(?:{article})?|{behind}){trades}(?!\w)|{name}(?:{age(language).pattern}))|{called}"
    )

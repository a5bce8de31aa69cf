"""The words around figures, read once per language: qualifiers, ranges, ordinals, duals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.model import Qualifier
from brief.quantities import numerals, units
from brief.quantities.units import Units


class Context(Struct, frozen=True):
    """The words of one language, folded and compiled."""

    code: str
    units: Units
    hint: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    verb: re.Pattern[str]
    near: re.Pattern[str]
    near_after: re.Pattern[str]
    qualifiers: dict[str, Qualifier]
    between: re.Pattern[str]
    change: re.Pattern[str]
    signing: re.Pattern[str]
    anniversary: re.Pattern[str]
    ordinals: dict[str, tuple[int, bool]]
    sets: dict[str, frozenset[str]]
    pair_endings: tuple[str, ...]
    written: tuple[str, ...]
    masculine: str
    article: str
    conjunction: str
    interesting: frozenset[str]


def _any(words: Iterable[str]) -> str:
    keys = sorted({fold(word) for word in words}, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in keys) + ")"


def _all(groups: dict[str, list[str]]) -> list[str]:
    return [word for words in groups.values() for word in words]


@cache
def lexicon(code: str) -> Context:
    """The words of `languages/<code>/numbers.toml`, compiled once."""
    data = table(code, "numbers")
    qualifier, context, ranges = data["qualifier"], data["context"], data["range"]
    written = "(?:" + "|".join(map(re.escape, numerals.lexicon(code).prefixes)) + ")?"
    known, counted = numerals.lexicon(code).known, units.lexicon(code)
    ordinals = _ordinals(data)
    between = _any([*ranges["between"]])
    one = frozenset(map(fold, context["one"]))
    return Context(
        code=code,
        units=counted,
        hint=_hint([*known, *counted.pairs, *one, *ordinals], context["pair_endings"]),
        before=re.compile(
            rf"(?<!\w){written}(?P<cue>{_any(_all(qualifier['before']))})\s+{written}(?:{between}\s+)?$"
        ),
        after=re.compile(rf"(?:\s+\w+){{0,2}}?\s+(?P<cue>{_any(_all(qualifier['after']))})(?!\w)"),
        verb=_verb(data),
        near=re.compile(rf"(?<!\w)(?P<cue>{_any(_all(qualifier['near']))})(?!\w)[^.\u060c\u061b;,]*$"),
        near_after=re.compile(rf"(?:\s+\w+)??\s+(?P<cue>{_any(_all(qualifier['near']))})(?!\w)"),
        qualifiers=_qualifiers(qualifier),
        between=re.compile(rf"(?<!\w)(?:{written}{between}\s+)$"),
        change=re.compile(rf"(?<!\w){written}{_any(ranges['change'])}(?!\w)[^.\u061b;]*$"),
        signing=re.compile(rf"(?<!\w){written}{_any(context['signing'])}(?!\w)"),
        anniversary=re.compile(rf"(?<!\w){written}{_any(context['anniversary'])}(?:\s+\w+){{0,3}}\s+$"),
        ordinals=ordinals,
        sets=_sets(data),
        pair_endings=tuple(context["pair_endings"]),
        masculine=fold(context["masculine_ending"]),
        written=tuple(sorted(numerals.lexicon(code).prefixes, key=len, reverse=True)),
        article=fold(data["article"]),
        conjunction=fold(data["and"]),
        interesting=frozenset([*known, *counted.pairs, *one, *ordinals, *numerals.lexicon(code).prefixes]),
    )


def _verb(data: dict[str, Any]) -> re.Pattern[str]:
    """A verb that bounds a figure from before its subject: «تجاوزت صادرات القمح 5 ملايين طن»."""
    joined = "".join(map(fold, data["conjunctions"]))
    between = rf"(?:(?!{_any(data['verb']['not_between'])}\s)[^\W\d]+\s+){{1,5}}"
    denied = "".join(rf"(?<!\b{fold(word)} )" for word in data["verb"]["not_after"])
    return re.compile(
        rf"{denied}(?<!\w)[{joined}]?(?P<cue>{_any(_all(data['qualifier']['verb']))})\s+{between}$"
    )


def _hint(words: Iterable[str], endings: list[str]) -> re.Pattern[str]:
    """What a text without any figure lacks; the shortest words say it for their compounds."""
    return re.compile(
        rf"\d|(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))}|\w+{_any(endings)})(?!\w)"
    )


def _qualifiers(data: dict[str, Any]) -> dict[str, Qualifier]:
    return {
        fold(cue): Qualifier(name) for place in data.values() for name, cues in place.items() for cue in cues
    }


def _sets(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    context = data["context"]
    names = (
        "label",
        "series",
        "one_after",
        "one",
        "of",
        "not_nouns",
        "and_nouns",
        "spans",
        "masculine_spans",
    )
    sets = {name: frozenset(map(fold, context[name])) for name in names}
    joined = {fold(joint) + word for joint in data["conjunctions"] for word in sets["one_after"]}
    return {**sets, "one_after": sets["one_after"] | joined, "to": frozenset(map(fold, data["range"]["to"]))}


def _ordinals(data: dict[str, Any]) -> dict[str, tuple[int, bool]]:
    """Ordinal words of one word, with the number and whether they carry the article."""
    article, found = fold(data["article"]), {}
    for number, words in data["ordinal"].items():
        for word in map(fold, words):
            if " " not in word:
                found[word] = (int(number), word.startswith(article) and len(word) > 4)
                if found[word][1]:
                    continue
                for joint in data["conjunctions"]:
                    found.setdefault(joint + word, found[word])
    return found

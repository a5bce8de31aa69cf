"""What a clause takes from outside it: a day it counts from, where «here» is, a list's head, who speaks."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.pointers import conjunctions
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.times import times
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence

_PAUSE = re.compile(r"[،,؛;:.]")
_TOLD_IN_ALL = 2


def takes_from_outside(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause that begins in `sentence` counts, lists or points from what it does not hold."""
    key = fold(around.document.text[start:end])
    return (
        any(one.match(key) for one in _members(around.language))
        or _counts_on(around, sentence, start, end)
        or _is_here(around, start, end)
        or _is_told_by_nobody(around, sentence, start, end)
    )


def _counts_on(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether «the day after» or «a week before that» is told, and nothing that it counts from."""
    text = around.document.text[start : min(end, sentence.anchor.end)]
    seen = view(text)
    return any(
        not _tells_when(text[: seen.span(found.start(), found.start() + 1)[0]], around.language)
        for name in ("counting_on", "that_time")
        for found in cues.expression(around.language, "statements", name).finditer(seen.text)
    )


def _tells_when(before: str, language: Language) -> bool:
    """Whether words tell a date or an act: one of two, or one before the last pause."""
    if times(before, language):
        return True
    key = fold(before)
    acts = [found.start() for found in _acts(language).finditer(key)]
    pause = max((found.start() for found in _PAUSE.finditer(key)), default=0)
    return len(acts) >= _TOLD_IN_ALL or any(place < pause for place in acts)


@cache
def _acts(language: Language) -> re.Pattern[str]:
    verbs = (*table(language.code, "statements")["acts"], *table(language.code, "speech")["verbs"])
    return cues.pattern(verbs, language.proclitics)


def _is_here(around: Surroundings, start: int, end: int) -> bool:
    """Whether it is said to be «here» or «there», and the clause names no place."""
    named = any(name.kind != "person" for name in around.named_between(start, end))
    signs = (_says_himself(around, name, start, end) for name in ("here", "there"))
    return not named and (any(signs) or _acts_there(around, start, end))


def _acts_there(around: Surroundings, start: int, end: int) -> bool:
    """Whether somebody acts or speaks «there», and no words before that tell where.

    «There is» something is no place: nothing that could go on with an act stands behind that.
    """
    seen = view(around.document.text[start:end])
    placed = cues.expression(around.language, "statements", "placed")
    return any(
        not placed.search(seen.text, 0, found.start())
        and not around.inside_quotation(start + seen.span(*found.span())[0])
        for found in cues.expression(around.language, "statements", "acts_there").finditer(seen.text)
    )


def _says_himself(around: Surroundings, name: str, start: int, end: int) -> bool:
    """Whether a pattern of `statements.toml` is found in a clause outside its quotations."""
    seen = view(around.document.text[start:end])
    said = cues.expression(around.language, "statements", name)
    return any(
        not around.inside_quotation(start + seen.span(*found.span())[0]) for found in said.finditer(seen.text)
    )


def _members(language: Language) -> tuple[re.Pattern[str], ...]:
    """An ordinal alone at the head, one of two, reasons counted or judged with nothing to explain."""
    return tuple(
        cues.expression(language, "statements", name)
        for name in ("listed", "of_others", "counted_reasons", "only_announcing")
    )


def _is_told_by_nobody(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb of speech opens the main clause, and to whom it is said follows, not who says it.

    «وبينما كان المطر ينهمر، قال لي: "…"»: the word behind the verb may even be somebody's short name.
    """
    before = around.document.text[sentence.anchor.start : start]
    found = _spoken_to(around.language).search(fold(before + around.document.text[start:end]))
    return found is not None


@cache
def _spoken_to(language: Language) -> re.Pattern[str]:
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    verbs = either((*speech["verbs"], *speech["later_verbs"]))
    joint = conjunctions(language)
    opener = rf"(?:{joint})?{either(data['subordinating'])}\s[^\"«“:.؛]*?[،,]\s*"
    hearer = rf"{either(data['hearers'])}(?=\s*[:\"«“]|\s+{either(speech['from'])}(?!\w))"
    return re.compile(rf"\A\W*(?:{opener}|(?:{joint})?)(?:{either(data['used_to'])}\s+)?{verbs}\s+{hearer}")

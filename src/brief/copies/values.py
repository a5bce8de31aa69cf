"""A sentence -> what it says that could be told otherwise: its times, its figures, its denials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Literal

from msgspec import Struct

from brief import cues, periods, quantities
from brief.language import Language, fold, table, view

_COUNTED = frozenset({"count", "persons"})
_STAND_IN = "2000-06-15"  # lets a day be read whose year is not named
_NUMBER = re.compile(r"\d+(?:[.,:/\u066b\u066c]\d+)*")

Sort = Literal["number", "amount", "date", "negation"]


class Value(Struct, frozen=True):
    """What a sentence says that can be told otherwise: `text[start:end]`, and what it means."""

    start: int
    end: int
    sort: Sort
    meant: tuple[object, ...]
    unit: str = ""
    noun: str | None = None


def times(text: str, language: Language) -> tuple[periods.Mention, ...]:
    """The times that a text names; those without a year stand in any."""
    return periods.find(text, language, _STAND_IN)


def dated(text: str, times: Sequence[periods.Mention], language: Language) -> list[Value]:
    """The times that a text names by a number or by a month; «yesterday» depends on the day it appeared."""
    return [
        Value(time.start, time.end, "date", (time.first, time.last, time.relative))
        for time in times
        if not time.relative or _is_named(text[time.start : time.end], language)
    ]


def _is_named(text: str, language: Language) -> bool:
    folded = fold(text)
    return any(sign.isdigit() for sign in folded) or bool(_months(language).search(folded))


@cache
def _months(language: Language) -> re.Pattern[str]:
    names = table(language.code, "months")
    return cues.pattern(chain.from_iterable([*names["gregorian"], *names["hijri"]]), language.proclitics)


def figures(text: str, times: Sequence[periods.Mention], language: Language) -> list[Value]:
    """The figures of a text that are no dates, and the bare numbers beside them."""
    spans = [(time.start, time.end) for time in times]
    found = [
        Value(
            figure.start,
            figure.end,
            "number" if figure.unit in _COUNTED and figure.noun else "amount",
            (figure.value, figure.low, figure.high),
            figure.unit,
            figure.noun,
        )
        for figure in quantities.find(text, language, spans)
    ]
    taken = [*spans, *((one.start, one.end) for one in found)]
    return sorted([*found, *_bare(text, taken)], key=lambda one: one.start)


def _bare(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Value]:
    """Numbers that measure nothing, such as the hour."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not any(first < end and start < last for first, last in taken):
            yield Value(start, end, "amount", (fold(match.group()),))


@cache
def _idle(language: Language) -> re.Pattern[str]:
    return cues.of(language, "disagreement", "words", "no_negations")


def negations(text: str, language: Language) -> list[Value]:
    """The negations of a text, without those that turn nothing round («ما لا يقل عن»)."""
    seen = view(text)
    idle = [match.span() for match in _idle(language).finditer(seen.text)]
    found = (match.span("cue") for match in cues.of(language, "polarity", "negations").finditer(seen.text))
    return [
        Value(*seen.span(start, end), "negation", ())
        for start, end in found
        if not any(first <= start < last for first, last in idle)
    ]

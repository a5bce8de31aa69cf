"""What was planned, feared or made a condition for a time that was over when the last source was written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from brief import cues, periods, quantities
from brief.dating import DAY
from brief.language import Language, fold, table
from brief.model import Anchor
from brief.overtaken.forms import is_planned
from brief.overtaken.passages import Passage
from brief.periods import Mention

# A sign may begin in the first half of the words: what a long passage ends with is not its matter.
SIGN = 12
# What is planned for a day without a year lies so many days ahead at most.
COMING = 100
_MONTH = len("2024-01")
_WEEK = 7
# Stretches of time in days; none is counted further than that.
_DAYS = {"day": 1, "month": 31, "year": 366}
_LONG = 9999
# What says that a stretch is the time given stands within so many letters before it.
_WITHIN = 40
_DIGIT = re.compile(r"\d")
_QUARTER = re.compile(r"\d{4}-Q([1-4])")


def overtaken(passages: Sequence[Passage], newest: str, language: Language) -> Iterator[Anchor]:
    """Open matters whose every time has passed by the `newest` day of the sources."""
    for one in passages:
        if one.day and one.day < newest and is_planned(one.text, language, len(one.text) // 2 + SIGN):
            found = [*ends(one, language), *_counted(one, language)]
            if found and all(one.day < end < newest for end in found):
                yield one.anchor


def ends(passage: Passage, language: Language) -> Iterator[str]:
    """The last days of the times that a passage names, those behind it left out."""
    return (end for _, end in coming(passage, language))


def coming(passage: Passage, language: Language) -> Iterator[tuple[Mention, str]]:
    """The times that a passage names, those behind it left out, each with its last day."""
    for one in periods.find(passage.anchor.text, language, passage.day):
        end = last(one.last or one.first)
        if _is_coming(one, passage, language):
            end = _after(end, _WEEK) if end <= passage.day else end
        elif not names_year(one, passage):
            end = _next(end, passage.day)
        if end > passage.day:
            yield one, end


def _is_coming(mention: Mention, passage: Passage, language: Language) -> bool:
    """Whether a bare weekday is the one to come: it stands behind what is planned, nothing told between."""
    text = passage.anchor.text
    if mention.precision != "day" or _DIGIT.search(fold(text[mention.start : mention.end])):
        return False
    if mention.first < _after(passage.day, -_WEEK):  # a date in words, of no year
        return False
    return (
        cues.expression(language, "overtaken", "limit", "up_to").search(fold(text[: mention.start]))
        is not None
    )


def names_year(mention: Mention, passage: Passage) -> bool:
    """Whether a time that a passage names is told with its year."""
    return mention.first[:4] in fold(passage.anchor.text[mention.start : mention.end])


def _next(end: str, written: str) -> str:
    """A day or month that no year is named with: the one to come, where it is near."""
    again = f"{int(end[:4]) + 1}{end[4:]}"
    return again if end <= written and again <= _after(written, COMING) else end


def _after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def last(told: str) -> str:
    """The last day of an ISO day, month, quarter or year."""
    if len(told) == DAY:
        return told
    if len(told) != _MONTH:
        return f"{told[:4]}-12-31"
    quarter = _QUARTER.fullmatch(told)
    year, month = int(told[:4]), 3 * int(quarter[1]) if quarter else int(told[-2:])
    return f"{year}-{month:02d}-{monthrange(year, month)[1]}"


def _counted(passage: Passage, language: Language) -> Iterator[str]:
    """The days on which what lies ahead by so much is over: «tomorrow», «within days», «within 30 days»."""
    for sign, days in _spans(language):
        if cues.expression(language, "overtaken", "limit", "spans", sign, "sign").search(passage.text):
            yield _after(passage.day, days)
    text, within = passage.anchor.text, cues.expression(language, "overtaken", "limit", "within")
    for one in quantities.find(text, language):
        if (
            one.unit in _DAYS
            and one.value
            and within.search(fold(text[max(0, one.start - _WITHIN) : one.start]))
        ):
            yield _after(passage.day, min(_LONG, int(one.value) * _DAYS[one.unit]))


@cache
def _spans(language: Language) -> tuple[tuple[str, int], ...]:
    spans: dict[str, dict[str, Any]] = table(language.code, "overtaken")["limit"]["spans"]
    return tuple((name, int(span["days"])) for name, span in spans.items())

"""The dated events as a list, the last years of them drawn to scale, and their densest days one by one."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from brief.model import Anchor, Brief
from brief.pages.days import SCALE_MM, Days, days_of, densest
from brief.pages.edition import current
from brief.words import Words

MINIMUM_SPAN_MM = 1.2


class Moment(Struct, frozen=True):
    """An event with its date in words; `current` lies within the brief's period."""

    when: str
    text: str
    evidence: tuple[Anchor, ...]
    current: bool


def moments(brief: Brief, words: Words) -> list[Moment]:
    """The timeline in the brief's order."""
    return [
        Moment(words.period(event.start, event.end), event.text, event.evidence, current(event, brief))
        for event in brief.timeline
    ]


class Stroke(Struct, frozen=True):
    """A bar of the scale: millimetres from its start, and its length."""

    at: float
    length: float
    current: bool


class Year(Struct, frozen=True):
    """A year's beginning on the scale."""

    at: float
    name: str


class Scale(Struct, frozen=True):
    """The timeline drawn to scale over the years in which most of it lies, in millimetres."""

    years: tuple[Year, ...]
    ticks: tuple[float, ...]
    bars: tuple[Stroke, ...]
    days: Days | None


def scale(brief: Brief, words: Words) -> Scale | None:
    """The last three years of the timeline to scale; nothing for fewer than three dated events."""
    spans = [(days_of(event), current(event, brief)) for event in brief.timeline]
    known = [(span, current) for span, current in spans if span is not None]
    if len(known) < 3:
        return None
    last = max(end for (_, end), _ in known).year
    first = max(last - 2, min(start for (start, _), _ in known).year)
    begin, stop = date(first, 1, 1), date(last, 12, 31)
    unit = SCALE_MM / (stop - begin).days
    bars = tuple(
        Stroke(
            round((start - begin).days * unit, 2),
            round(max(MINIMUM_SPAN_MM, (end - start).days * unit), 2),
            current,
        )
        for (start, end), current in known
        if start >= begin
    )
    years = tuple(
        Year(round((date(year, 1, 1) - begin).days * unit, 2), words.digits(str(year)))
        for year in range(first, last + 1)
    )
    months = (date(year, month, 1) for year in range(first, last + 1) for month in range(2, 13))
    ticks = tuple(round((month - begin).days * unit, 2) for month in months)
    return Scale(years, ticks, bars, densest(brief, begin, unit, words))

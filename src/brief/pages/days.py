"""The few days in which most happened, drawn one by one: a column a day, a bar an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from brief.dating import DAY
from brief.model import Brief, Event
from brief.pages.edition import current
from brief.pages.excerpts import closing
from brief.words import Words

SCALE_MM = 166.0
# As many days have room for their names side by side, and as many bars below them.
MOST_DAYS, MOST_BARS, LEAST_BARS = 9, 8, 3
# Millimetres that a letter of the drawing takes, and the gap between a bar and its words.
_LETTER_MM, _GAP_MM = 1.28, 2.0
_MOST_WORDS = 12

Span = tuple[date, date]


class Day(Struct, frozen=True):
    """A column of the days: its number, with its month where that begins, and its weekday."""

    at: float
    name: str
    weekday: str


class Bar(Struct, frozen=True):
    """An event among the days: its place in the list from 1, and its opening words beside the bar."""

    number: int
    at: float
    length: float
    current: bool
    words: str
    words_at: float
    words_length: float
    ahead: bool


class Days(Struct, frozen=True):
    """The days, in millimetres; `start` and `end` are their place on the scale of years above them."""

    days: tuple[Day, ...]
    bars: tuple[Bar, ...]
    width: float
    start: float
    end: float


def days_of(event: Event) -> tuple[date, date] | None:
    """The first and last day of an event that is dated by day or month; years are too coarse to draw."""
    if len(event.start) < len("2024-01"):
        return None
    try:
        start = date.fromisoformat((event.start + "-01")[:10])
        end = date.fromisoformat(((event.end or event.start) + "-28")[:10])
    except ValueError:
        return None
    return start, max(start, end)


def densest(brief: Brief, begin: date, unit: float, words: Words) -> Days | None:
    """The days that hold the most events since `begin`; nothing where few happened close together.

    `unit` is the millimetres of a day on the scale that begins there.
    """
    dated = [
        (number, event, span)
        for number, event in enumerate(brief.timeline, 1)
        if len(event.start) == DAY and (span := days_of(event)) and span[0] >= begin
    ]
    window = _window([span for _, _, span in dated])
    if window is None:
        return None
    first, last = window
    width = SCALE_MM / ((last - first).days + 1)
    within = [one for one in dated if first <= one[2][0] and one[2][1] <= last][:MOST_BARS]
    return Days(
        days=tuple(_day(first, index, width, words) for index in range((last - first).days + 1)),
        bars=tuple(
            _bar(number, event, (span[0] - first, span[1] - first), width, brief)
            for number, event, span in within
        ),
        width=round(width, 2),
        start=round((first - begin).days * unit, 2),
        end=round(((last - begin).days + 1) * unit, 2),
    )


def _window(spans: Sequence[Span]) -> Span | None:
    """The first and last of the few days that hold the most of the spans, the latest of equals."""
    best: tuple[int, Span] | None = None
    for first in sorted({start for start, _ in spans}):
        within = [span for span in spans if first <= span[0] and (span[1] - first).days < MOST_DAYS]
        several = len({start for start, _ in within}) > 1 and len(within) >= LEAST_BARS
        if several and (best is None or len(within) >= best[0]):
            best = len(within), (first, max(end for _, end in within))
    return best[1] if best else None


def _day(first: date, index: int, width: float, words: Words) -> Day:
    day = first + timedelta(index)
    begins = index == 0 or day.day == 1
    return Day(round(index * width, 2), words.day(day, "d MMMM" if begins else "d"), words.day(day, "EEEE"))


def _bar(number: int, event: Event, span: tuple[timedelta, timedelta], width: float, brief: Brief) -> Bar:
    """The bar of an event; its words stand on the side where there is more room."""
    at = span[0].days * width
    length = (span[1].days + 1) * width - at
    before, after = at - _GAP_MM, SCALE_MM - at - length - _GAP_MM
    ahead = before > after
    return Bar(
        number=number,
        at=round(at, 2),
        length=round(length, 2),
        current=current(event, brief),
        words=_opening(event.text, max(before, after)),
        words_at=0.0 if ahead else round(at + length + _GAP_MM, 2),
        words_length=round(max(0.0, before, after), 2),
        ahead=ahead,
    )


def _opening(text: str, room: float) -> str:
    """The opening words of a text that fit into so many millimetres."""
    words, kept = text.split(), ""
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        longer = " ".join(words[:count])
        if len(longer) * _LETTER_MM >= room:
            break
        kept = longer
    bare = kept.rstrip("\u060c\u061b,;:.")
    return bare + "\u2026" + closing(bare) if kept and kept != " ".join(words) else bare

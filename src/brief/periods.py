"""When: dates, months, quarters, years and stretches of time in a text, with their spans."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from brief import calendars
from brief.language import Language, view
from brief.period_rules import Hit, Lexicon, lexicon


class Mention(Struct, frozen=True, kw_only=True):
    """A time that `text[start:end]` names, as ISO date, month, quarter or year.

    `last` is the end of a stretch, itself included. `precision` is the unit the text
    speaks in: day, week, month, quarter, year or span. `relative` says that the time was
    counted from the reference date; `until`, that the text only says how long something
    lasted («حتى عام 2022»); `future`, that it lies after the reference or is spoken of
    as an aim.
    """

    start: int
    end: int
    first: str
    last: str | None = None
    future: bool = False
    precision: str = "day"
    relative: bool = False
    until: bool = False

    @property
    def iso(self) -> str:
        """The time as the field `period` of a datapoint has it."""
        return f"{self.first}/{self.last}" if self.last else self.first


def find(text: str, language: Language, reference: str | None = None) -> tuple[Mention, ...]:
    """The times named in `text`, in their order, none within another.

    `reference` is the ISO date (or year, or month) the text was written on; without it a
    time that counts from «now» gives nothing.
    """
    folded, words = view(text), lexicon(language.code)
    if not words.hint.search(folded.text):
        return ()
    today = calendars.parse(reference)
    hits = [hit for rule in words.rules for hit in rule(folded.text, words, today)]
    spans = ((hit, *folded.span(hit.start, hit.end)) for hit in _outer(hits) if not _too_fine(hit, reference))
    return tuple(
        _mention(hit, (start, word_end(text, end)), folded.text, words, today) for hit, start, end in spans
    )


def _too_fine(hit: Hit, reference: str | None) -> bool:
    """Whether a day or week is counted from a reference that does not know its own day."""
    known = len(reference or "") >= len("2024-01-01")
    return hit.relative and hit.when.precision in ("day", "week") and not known


def word_end(text: str, end: int) -> int:
    """`end` moved past the vowel marks that still belong to the word before it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _outer(hits: Iterable[Hit]) -> list[Hit]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(set(hits), key=lambda hit: (hit.start - hit.end, hit.start)):
        at = bisect_left(starts, hit.start)
        if (at and kept[at - 1].end > hit.start) or (at < len(kept) and kept[at].start < hit.end):
            continue
        kept.insert(at, hit)
        starts.insert(at, hit.start)
    return kept


_NEAR = 24  # characters in which a cue before a time is looked for


def _mention(hit: Hit, span: tuple[int, int], text: str, words: Lexicon, today: date | None) -> Mention:
    before = text[max(0, hit.start - _NEAR) : hit.start]
    return Mention(
        start=span[0],
        end=span[1],
        first=hit.when.first,
        last=hit.when.last,
        future=calendars.later(hit.when, today) or words.future.search(before) is not None,
        precision=hit.when.precision,
        relative=hit.relative,
        until=words.until.search(before) is not None,
    )

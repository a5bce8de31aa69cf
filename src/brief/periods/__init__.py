"""When: dates, months, quarters, years and stretches of time in a text, with their spans."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from brief.language import Language, View, view
from brief.periods import calendars, links
from brief.periods.calendars import When
from brief.periods.rules import Hit, Lexicon, lexicon


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


# Cleaning, metadata and the extractors ask about the same lines one after another.
@lru_cache(maxsize=512)
def find(text: str, language: Language, reference: str | None = None) -> tuple[Mention, ...]:
    """The times named in `text`, in their order, none within another.

    `reference` is the ISO date (or year, or month) the text was written on; without it a
    time that counts from «now» gives nothing.
    """
    folded, words = view(text), lexicon(language.code)
    if not words.hint.search(folded.text):
        return ()
    today = calendars.parse(reference)
    return tuple(
        _mention(hit, text, folded, words, today)
        for hit in _hits(folded.text, language, today)
        if not _too_fine(hit, reference)
    )


class Times(Struct, frozen=True):
    """The times of a sentence, and the stretches that tell a time which nothing settles."""

    mentions: tuple[Mention, ...]
    unsettled: tuple[tuple[int, int], ...]


def in_context(text: str, language: Language, reference: str | None = None) -> Times:
    """What `find` finds, and the years that count from the one named before them.

    «في العام الذي سبقه» after 2020 is 2019; where no time is named before it, or a stretch,
    or one that hangs on an unknown reference, it is unsettled. No mention lies in such a stretch.
    """
    words, folded = links.lexicon(language.code), view(text)
    mentions = list(find(text, language, reference))
    unsettled: list[tuple[int, int]] = []
    for one in links.linked(folded.text, words):
        start, end = folded.span(one.start, one.end)
        mentions = [time for time in mentions if not start <= time.start < end]
        when = _settled(one, start, mentions, unsettled, (text, language, reference))
        if when is None:
            unsettled.append((start, end))
            continue
        mentions.append(Mention(start=start, end=end, first=when.first, precision=when.precision))
    return Times(tuple(sorted(mentions, key=lambda time: time.start)), tuple(unsettled))


def _settled(
    one: links.Linked,
    start: int,
    mentions: Iterable[Mention],
    unsettled: Iterable[tuple[int, int]],
    source: tuple[str, Language, str | None],
) -> When | None:
    """The time that leans on the one named last before `start`, where that one is known."""
    before = max((time for time in mentions if time.end <= start), key=lambda time: time.start, default=None)
    if before is None or any(before.start < place < start for place, _ in unsettled):
        return None
    text, language, reference = source
    if calendars.parse(reference) is None and any(
        before.start < time.start < start for time in find(text, language, _STAND_IN.isoformat())
    ):
        return None  # a time that hangs on an unknown day lies between
    return links.counted(one, When(before.first, before.last, before.precision))


_STAND_IN = date(2000, 6, 15)  # lets a range be read whose first day names no year


def _hits(text: str, language: Language, today: date | None) -> list[Hit]:
    """The times of folded `text`, two ends of a range as one."""
    words, joints = lexicon(language.code), links.lexicon(language.code)
    hits = _outer(hit for rule in words.rules for hit in rule(text, words, today))
    if not hits:
        return hits
    loose = hits
    if today is None:
        loose = _outer(hit for rule in words.rules for hit in rule(text, words, _STAND_IN))
    joined = [hit for hit in links.ranges(loose, text, joints) if today is not None or not hit.relative]
    return _outer([*hits, *joined]) if joined else hits


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


def _mention(hit: Hit, text: str, folded: View, words: Lexicon, today: date | None) -> Mention:
    before = folded.text[max(0, hit.start - _NEAR) : hit.start]
    start, end = folded.span(hit.start, hit.end)
    return Mention(
        start=start,
        end=word_end(text, end),
        first=hit.when.first,
        last=hit.when.last,
        future=calendars.later(hit.when, today) or words.future.search(before) is not None,
        precision=hit.when.precision,
        relative=hit.relative,
        until=words.until.search(before) is not None,
    )

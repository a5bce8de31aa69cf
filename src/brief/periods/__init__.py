"""When: dates, months, quarters, years and stretches of time in a text, with their spans."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain

from msgspec import Struct, structs

from brief.language import Language, View, table, view
from brief.periods import calendars, counted, dated, links
from brief.periods.calendars import When
from brief.periods.meaning import Hit
from brief.periods.rules import Rules, applied, arranged, hinted
from brief.periods.words import Values, either, every, first_words, strong, values, words


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
    folded, grammar = view(text), _grammar(language.code)
    if not hinted(folded.text, grammar.rules):
        return ()
    today = calendars.parse(reference)
    return tuple(
        _mention(hit, text, folded, grammar.cues, today)
        for hit in _hits(folded.text, grammar, today)
        if not _too_fine(hit, reference)
    )


class _Cues(Struct, frozen=True):
    """Words before a time that tell its part in the sentence; `first` are those they begin with.

    `ahead` of what is to come, before a `month` that does not say itself of which year it is (`settled`).
    """

    until: re.Pattern[str]
    future: re.Pattern[str]
    first: frozenset[str]
    ahead: re.Pattern[str]
    month: re.Pattern[str]
    settled: re.Pattern[str]


class _Grammar(Struct, frozen=True):
    """All that is known of the times of one language; `ago` are rules for what is a figure as well."""

    rules: Rules
    ago: Rules
    values: Values
    cues: _Cues
    joints: links.Links


@cache
def _grammar(code: str) -> _Grammar:
    known = words(code)
    rules = arranged([*dated.rules(known), *counted.rules(known)], known, strong(code))
    ago = arranged(counted.ago(known), known, known.when["ago"]["words"])
    return _Grammar(rules, ago, values(code), _cues(code), links.lexicon(code))


def _cues(code: str) -> _Cues:
    when, known = table(code, "periods"), words(code)
    until, future = either(when["until"]), either(when["future"])
    said = first_words([*when["until"], *when["future"]])
    return _Cues(
        until=re.compile(rf"(?<!\w){known.letters}{until}\s+$"),
        future=re.compile(rf"(?<!\w){known.letters}{future}\s+(?:\w+\s+)?$"),
        first=frozenset(prefix + word for word in said for prefix in known.prefixes),
        ahead=re.compile(when["ahead"]),
        month=re.compile(
            rf"(?<!\w){known.letters}{either(chain.from_iterable(known.names['gregorian']))}(?!\w)"
        ),
        settled=re.compile(
            rf"(?<!\w){either([*every(when['relative']), *every(when['relative_pair'])])}(?!\w)"
        ),
    )


class Times(Struct, frozen=True):
    """The times of a sentence, and the stretches that tell a time which nothing settles."""

    mentions: tuple[Mention, ...]
    unsettled: tuple[tuple[int, int], ...]


def in_context(
    text: str, language: Language, reference: str | None = None, before: Mention | None = None
) -> Times:
    """What `find` finds, «two years ago», and the years that count from the one named before them.

    «في العام الذي سبقه» after 2020 is 2019; where no time is named before it, or a stretch,
    or one that hangs on an unknown reference, it is unsettled. No mention lies in such a stretch.
    `before` is the time named last before `text`.
    """
    grammar, folded = _grammar(language.code), view(text)
    leaning = links.linked(folded.text, grammar.joints)
    mentions = _with_ago(find(text, language, reference), text, grammar, reference)
    if not leaning:
        return Times(mentions, ())
    today = calendars.parse(reference)
    unknown = () if today else find(text, language, _STAND_IN.isoformat())
    places = [_Place(time.start, 1, time.end, time) for time in mentions]
    places += [_Place(time.start, 0) for time in unknown if time.relative]
    for one in leaning:
        start, end = folded.span(one.start, one.end)
        places.append(_Place(start, -1, word_end(text, end), leaning=one))
    return _settled(places, today, before)


def _with_ago(
    mentions: tuple[Mention, ...], text: str, grammar: _Grammar, reference: str | None
) -> tuple[Mention, ...]:
    """The mentions, and what is told as so many years before the day of the text: «قبل عامين»."""
    folded, today = view(text), calendars.parse(reference)
    if today is None or not hinted(folded.text, grammar.ago, years=False):
        return mentions
    found = (
        _mention(hit, text, folded, grammar.cues, today)
        for hit in applied(folded.text, grammar.ago, grammar.values, today)
        if not _too_fine(hit, reference)
    )
    taken = [(time.start, time.end) for time in mentions]
    starts = [start for start, _ in taken]
    free = [one for one in found if _is_free(one, taken, starts)]
    return tuple(sorted([*mentions, *free], key=lambda time: time.start)) if free else mentions


def _is_free(one: Mention, taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether no taken stretch overlaps it."""
    at = bisect_left(starts, one.start)
    return not (at and taken[at - 1][1] > one.start) and not (at < len(taken) and starts[at] < one.end)


class _Place(Struct, frozen=True):
    """Where a sentence names a time, leans on one, or tells one that hangs on an unknown day."""

    start: int
    order: int
    end: int = 0
    time: Mention | None = None
    leaning: links.Linked | None = None


def _settled(places: Iterable[_Place], today: date | None, before: Mention | None) -> Times:
    """The times of the places, read from the first to the last.

    What leans on nothing, or on what hangs on an unknown day, is unsettled.
    """
    told: list[Mention] = []
    unsettled: list[tuple[int, int]] = []
    until = 0
    for place in sorted(places, key=lambda place: (place.start, place.order)):
        if place.start < until:
            continue
        before = place.time or _leaning(place, before, today)
        until = place.end or until
        if before is not None:
            told.append(before)
        elif place.leaning is not None:
            unsettled.append((place.start, place.end))
    return Times(tuple(told), tuple(unsettled))


def _leaning(place: _Place, before: Mention | None, today: date | None) -> Mention | None:
    """The time of a place that leans on the one `before`, where that one is known."""
    if place.leaning is None or before is None:
        return None
    when = links.counted(place.leaning, When(before.first, before.last, before.precision), today)
    if when is None:
        return None
    return Mention(
        start=place.start, end=place.end, first=when.first, last=when.last, precision=when.precision
    )


_STAND_IN = date(2000, 6, 15)  # lets a range be read whose first day names no year


def _hits(text: str, grammar: _Grammar, today: date | None) -> list[Hit]:
    """The times of folded `text`, two ends of a range as one."""
    found = list(applied(text, grammar.rules, grammar.values, today or _STAND_IN))
    if not found:
        return found
    hits = _outer(hit for hit in found if today is not None or not hit.relative)
    loose = hits if today is not None else _outer(found)
    if len(loose) == 1:
        return hits
    joined = [
        hit for hit in links.ranges(loose, text, grammar.joints) if today is not None or not hit.relative
    ]
    return _outer([*hits, *joined]) if joined else hits


def _too_fine(hit: Hit, reference: str | None) -> bool:
    """Whether a day or week is counted from a reference that does not know its own day."""
    known = len(reference or "") >= len("2024-01-01")
    return hit.relative and hit.when.precision in ("day", "week") and not known


def word_end(text: str, end: int) -> int:
    """`end` moved past the vowel marks and the tatweel that still belong to the word before it."""
    while end < len(text) and (unicodedata.combining(text[end]) or unicodedata.category(text[end]) == "Lm"):
        end += 1
    return end


def _outer(hits: Iterable[Hit]) -> list[Hit]:
    """The longest of those that overlap, in the order of the text."""
    kept: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(dict.fromkeys(hits), key=lambda hit: (hit.start - hit.end, hit.start, hit.relative)):
        at = bisect_left(starts, hit.start)
        if (at and kept[at - 1].end > hit.start) or (at < len(kept) and kept[at].start < hit.end):
            continue
        kept.insert(at, hit)
        starts.insert(at, hit.start)
    return kept


_NEAR, _FAR = 24, 90  # characters in which a cue before a time is looked for
_LATELY = 60  # days: what lies so near is not told as that of the coming year


def _ahead(hit: Hit, folded: View, cues: _Cues, today: date | None) -> Hit:
    """The time, in the coming year if it is a month or day without its year that is told as to come."""
    if today is None or not hit.relative or hit.when.precision not in ("day", "month", "span"):
        return hit
    last = hit.when.last or hit.when.first
    if last >= (today - timedelta(days=_LATELY)).isoformat()[: len(last)] or last.endswith("02-29"):
        return hit
    told = folded.text[hit.start : hit.end]
    if cues.settled.search(told) or not cues.month.search(told):
        return hit
    if cues.ahead.search(folded.text[max(0, hit.start - _FAR) : hit.start]) is None:
        return hit
    when = hit.when
    later = [f"{int(one[:4]) + 1}{one[4:]}" if one else None for one in (when.first, when.last)]
    return structs.replace(hit, when=When(later[0] or when.first, later[1], when.precision))


def _mention(hit: Hit, text: str, folded: View, cues: _Cues, today: date | None) -> Mention:
    hit = _ahead(hit, folded, cues, today)
    before = folded.text[max(0, hit.start - _NEAR) : hit.start]
    cued = not cues.first.isdisjoint(before.split())
    start, end = folded.span(hit.start, hit.end)
    return Mention(
        start=start,
        end=word_end(text, end),
        first=hit.when.first,
        last=hit.when.last,
        future=calendars.later(hit.when, today) or (cued and cues.future.search(before) is not None),
        precision=hit.when.precision,
        relative=hit.relative,
        until=cued and cues.until.search(before) is not None,
    )

"""The events of all documents, each once: told by several sources it is one event with their passages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct, structs

from brief.cues import expression
from brief.extract.events.alike import alike, stems
from brief.extract.events.attributes import only_counts_from
from brief.extract.events.cues import Cues, cues
from brief.extract.events.finer import on_their_days
from brief.extract.events.newest import names_only
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.model import Anchor, Claim, Event
from brief.similarity import stem

# Passages tell one event where they share so many stems and so large a part of the shorter one's: of
# what happened on the same day less than of what happened in the same month or year.
_SHARED, _SHARE_OF_A_DAY, _SHARE = 3, 0.3, 0.5
# A stem that more events of one date hold tells none of them apart, and brings no candidates.
_COMMON = 40
_DAY = len("2024-01-01")
_YEAR_LONG = len("2024")
_BESIDE = 40  # characters before a year in which the noun that it dates is looked for
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WORD = re.compile(r"\w+")


def told_once(events: Iterable[Event], claims: Iterable[Claim], language: Language) -> tuple[Event, ...]:
    """The events by their dates, those of one date that tell the same joined into one.

    Passages of one of the `claims`, or near in words and not apart in numbers, tell the same. The
    first passage is the one that tells it as happened, if any does. Where two sources give one
    happening two years that look like slips of each other, the year with fewer sources is left
    out, and both where neither has more.
    """
    by_date: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.start, event.evidence[0])):
        by_date[event.start, event.end or ""].append(event)
    told = _Claims(claims)
    joined = [
        one for many in by_date.values() for one in _come(list(_joined(many, told, language)), language)
    ]
    joined = list(_finer_elsewhere(list(_finest(joined)), language))
    joined = list(on_their_days(joined, language))
    return tuple(
        sorted(
            (
                one
                for one in _undoubted(joined, language)
                if not only_counts_from(one.text, one.start, language)
            ),
            key=lambda event: (_place(event, language), event.evidence[0], event.end or ""),
        )
    )


def _place(event: Event, language: Language) -> str:
    """What an event is sorted by: its start, of the middle of a year the month of that."""
    of_year = len(event.start) == _YEAR_LONG
    middle = of_year and expression(language, "events", "mid_year").search(fold(event.text))
    return f"{event.start}-06" if middle else event.start


# The same event in several sources ------------------------------------------------------------


class _Claims:
    """The claims of several sources by their passages."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, claim in enumerate(claims):
            if len({anchor.source for anchor in claim.evidence}) > 1:
                for anchor in claim.evidence:
                    self._places[anchor.source].append((anchor.start, anchor.end, number))
        for places in self._places.values():
            places.sort()

    def of(self, anchor: Anchor) -> frozenset[int]:
        """The numbers of the claims whose passages overlap `anchor`."""
        places = self._places.get(anchor.source, [])
        found, at = set(), bisect_left(places, (anchor.end, 0, 0)) - 1
        while at >= 0 and places[at][1] > anchor.start:
            found.add(places[at][2])
            at -= 1
        return frozenset(found)


class _Told(Struct):
    """An event with what it is compared by; numbers are those of its words, its date aside."""

    event: Event
    stems: frozenset[str]
    numbers: frozenset[str]
    claims: frozenset[int]


def _joined(events: Sequence[Event], claims: _Claims, language: Language) -> Iterator[Event]:
    """The events of one date; candidates share a claim, or a stem that few of them hold."""
    if len(events) == 1:
        return iter(events)
    holders: dict[str | int, list[int]] = {}
    kept: list[_Told] = []
    for event in events:
        one = _told(event, claims, language)
        same = _same(one, kept, holders)
        if same is None:
            keys: list[str | int] = [*one.stems, *one.claims]
            for key in keys:
                holders.setdefault(key, []).append(len(kept))
            kept.append(one)
        else:
            kept[same].event = _with(kept[same].event, event, language)
    return (one.event for one in kept)


def _told(event: Event, claims: _Claims, language: Language) -> _Told:
    text = fold(event.text)
    found = (word for word in _WORD.findall(text) if word.isdigit() and not _YEAR.fullmatch(word))
    numbers = frozenset(word for word in found if word.lstrip("0") not in _date(event))
    return _Told(event, stems(text, language), numbers, claims.of(event.evidence[0]))


def _date(event: Event) -> frozenset[str]:
    return frozenset(part.lstrip("0") for part in f"{event.start}-{event.end or ''}".split("-"))


def _same(one: _Told, kept: Sequence[_Told], holders: dict[str | int, list[int]]) -> int | None:
    """The place of the kept event that tells the same: of the same claim, else nearest in words."""
    source = one.event.evidence[0].source
    claimed = {index for number in one.claims for index in holders.get(number, ())}
    shared: defaultdict[int, int] = defaultdict(int)
    for word in one.stems:
        known = holders.get(word, ())
        for index in known if len(known) <= _COMMON else ():
            shared[index] += 1
    near = (index for index, number in shared.items() if _is_near(one, kept[index], number))
    others = [
        index
        for index in {*claimed, *near}
        if all(anchor.source != source for anchor in kept[index].event.evidence)
    ]
    return max(others, key=lambda index: (index in claimed, shared[index], -index), default=None)


def _is_near(one: _Told, other: _Told, shared: int) -> bool:
    fewer = min(len(one.stems), len(other.stems))
    alike = shared >= _SHARED or (shared > 1 and fewer <= _SHARED and shared >= _SHARE * fewer)
    if not alike or (one.numbers and other.numbers and not one.numbers & other.numbers):
        return False
    share = _SHARE_OF_A_DAY if len(one.event.start) == _DAY else _SHARE
    return shared >= share * fewer


def _with(event: Event, other: Event, language: Language) -> Event:
    """Both as one event, told by the first of them unless only the other tells it as happened.

    Or, of a day, only the other tells an act: «the accord signed on Monday», «they signed on Monday».
    """
    words = cues(language)
    opened = _is_open(event, words, language), _is_open(other, words, language)
    names = names_only(event.text, language), names_only(other.text, language)
    acts = len(event.start) == _DAY and opened[0] == opened[1] and names == (True, False)
    if opened == (True, False) or acts:
        event, other = other, event
    return structs.replace(event, evidence=(*event.evidence, *other.evidence))


def _come(events: Sequence[Event], language: Language) -> Iterator[Event]:
    """The events of one date without what was only planned for a day, where another source tells of it."""
    plans = {number for number, one in enumerate(events) if _is_planned(one, language)}
    if not plans:
        return iter(events)
    words = cues(language)
    matters = [stems(fold(one.text), language) for one in events]
    told = [number for number, one in enumerate(events) if not _is_open(one, words, language)]
    over = {
        plan
        for plan in plans
        for other in told
        if _is_of_another(events[other], events[plan]) and alike(matters[other], matters[plan])
    }
    return (one for number, one in enumerate(events) if number not in over)


def _finest(events: Sequence[Event]) -> Iterator[Event]:
    """The events without those of a month or year whose very words another one dates to a day of it.

    «Filed on Tuesday their reports on the order issued early this month»: the month is that of the order. Nor
    those of a later year in words with a day of their own: «said on Tuesday that growth may fall in 2026».
    """
    days = defaultdict[tuple[str, int], list[Event]](list)
    for one in events:
        if len(one.start) == _DAY:
            days[one.evidence[0].source, one.evidence[0].end].append(one)
    for one in events:
        first = one.evidence[0]
        finer = len(one.start) < _DAY and any(
            other.start.startswith(one.start) and other.evidence[0].shares(first)
            for other in days[first.source, first.end]
        )
        finer = finer or (
            len(one.start) == _YEAR_LONG
            and any(
                other.start < one.start and other.evidence[0].start == first.start
                for other in days[first.source, first.end]
            )
        )
        if not finer:
            yield one


def _finer_elsewhere(events: Sequence[Event], language: Language) -> Iterator[Event]:
    """The events without the plans of a month that other sources tell for a day of it.

    «Its first meeting in Damascus in the middle of July», «meets in Damascus on 16 July».
    """
    planned = expression(language, "events", "to_meet")
    days = [one for one in events if len(one.start) == _DAY and planned.search(fold(one.text))]
    matters = [stems(fold(one.text), language) for one in days]
    for one in events:
        plan = len(one.start) < _DAY and planned.search(fold(one.text)) is not None
        own = stems(fold(one.text), language) if plan else frozenset()
        finer = plan and any(
            day.start.startswith(one.start)
            and not one.end
            and _is_of_another(day, one)
            and len(own & matter) > _SHARED
            for day, matter in zip(days, matters, strict=True)
        )
        if not finer:
            yield one


def _is_of_another(event: Event, plan: Event) -> bool:
    """Whether an event has a source that a plan has not."""
    sources = {anchor.source for anchor in plan.evidence}
    return any(anchor.source not in sources for anchor in event.evidence)


def _is_planned(event: Event, language: Language) -> bool:
    """Whether an event is one planned for a day."""
    planned = expression(language, "overtaken", "planned", "sign")
    return len(event.start) == _DAY and planned.search(fold(event.text)) is not None


def _is_open(event: Event, words: Cues, language: Language) -> bool:
    text = fold(event.text)
    return words.condition.search(text) is not None or Told(text, language).has(Kind.DUE)


# One happening with two years -------------------------------------------------------------------


def _undoubted(events: Sequence[Event], language: Language) -> Iterator[Event]:
    """The events without those whose year another source gives otherwise, as a slip of the hand would."""
    by_noun: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, event in enumerate(events):
        for noun in _noun(event, language):
            by_noun[noun][event.start[:4]].append(index)
    doubtful: set[int] = set()
    for years in by_noun.values():
        sources = {
            year: {anchor.source for index in many for anchor in events[index].evidence}
            for year, many in years.items()
        }
        for year, many in years.items():
            if any(_outweighs(sources.get(slip, set()), sources[year]) for slip in _slips(year)):
                doubtful.update(many)
    return (event for index, event in enumerate(events) if index not in doubtful)


def _outweighs(others: set[str], own: set[str]) -> bool:
    """Whether as many other sources give the other year, and none of them gives both."""
    return bool(others) and not others & own and len(others) >= len(own)


def _noun(event: Event, language: Language) -> set[str]:
    """The happenings, by their nouns, that stand right before the year of an event and happen but once."""
    text, known = fold(event.text), _once(language)
    found: set[str] = set()
    for match in _YEAR.finditer(text):
        if match[0] == event.start[:4]:
            before = _WORD.findall(text[max(0, match.start() - _BESIDE) : match.start()])
            found.update(known[one] for one in (stem(word, language) for word in before) if one in known)
    return found


@cache
def _once(language: Language) -> dict[str, str]:
    """The stems of nouns for what happens but once, each with that of the noun it is the same as."""
    data = table(language.code, "events")
    stems = {stem(fold(word), language) for word in data["nouns"]}
    known = {one: one for one in stems - {stem(fold(word), language) for word in data["recurring"]}}
    for words in data["alike"]:
        known |= {stem(fold(word), language): words[0] for word in words}
    return known


def _slips(year: str) -> Iterator[str]:
    """The years that a slip makes of one: ten or a hundred off, or two neighbouring digits exchanged."""
    for off in (-100, -10, 10, 100):
        yield str(int(year) + off)
    for at in range(len(year) - 1):
        slip = year[:at] + year[at + 1] + year[at] + year[at + 2 :]
        if slip != year:
            yield slip

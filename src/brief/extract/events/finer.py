"""What is told of a month or week, where another passage tells the same of a day in it: one event.

«The accord that was struck last month», «they struck the accord on 9 October».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import structs

from brief.dating import DAY
from brief.extract.events.alike import alike, stems
from brief.extract.events.newest import names_only
from brief.extract.events.things import links
from brief.language import Language, fold
from brief.model import Event

# Days between the ends of what is told of a week; of last week, told within it, fewer of this one.
_A_WEEK = range(4, 7)
_MONTH = len("2024-01")
# Stems that the words of two acts share, and as what part of the shorter ones', where both tell an act.
_SHARED, _SHARE = 4, 0.5
# A stem that more days of one month hold tells none of them apart.
_COMMON = 40


def on_their_days(events: Sequence[Event], language: Language) -> Iterator[Event]:
    """The events without those of a month or a week that are told of a day, too; that has their passages."""
    coarse = {number: _months(one) for number, one in enumerate(events) if _is_coarse(one)}
    wanted = {month for months in coarse.values() for month in months}
    matters: dict[int, frozenset[str]] = {}
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(events):
        month = one.start[:_MONTH]
        if month in wanted and len(one.start) == DAY and not one.end:
            matters[number] = stems(_main(fold(one.text), language), language)
            for stem in matters[number]:
                holders[month, stem].append(number)
    gone: dict[int, int] = {}
    for number, months in coarse.items():
        own = stems(fold(events[number].text), language)
        known = (holders[month, stem] for month in months for stem in own if (month, stem) in holders)
        shared = Counter(day for many in known if len(many) <= _COMMON for day in many)
        best = max(shared, key=lambda day: (shared[day], -day), default=None)
        if best is not None and _is_same(events[number], events[best], own, matters[best], language):
            gone[number] = best
    added: defaultdict[int, list[int]] = defaultdict(list)
    for number, day in gone.items():
        added[day].append(number)
    for number, one in enumerate(events):
        if number not in gone:
            more = (anchor for other in added.get(number, ()) for anchor in events[other].evidence)
            yield structs.replace(one, evidence=(*one.evidence, *more)) if number in added else one


def _main(text: str, language: Language) -> str:
    """Folded words up to the first clause that tells of a noun: «an accord on the raid that …»."""
    relative = links(language).relative.search(text)
    return text if relative is None else text[: relative.start()]


def _is_coarse(event: Event) -> bool:
    """Whether an event is of a month, or of a week."""
    if event.end is None or len(event.start) != DAY:
        return len(event.start) == _MONTH and event.end is None
    return len(event.end) == DAY and _days(event.start, event.end) in _A_WEEK


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _months(event: Event) -> set[str]:
    return {event.start[:_MONTH], (event.end or event.start)[:_MONTH]}


def _is_same(
    event: Event, day: Event, own: frozenset[str], other: frozenset[str], language: Language
) -> bool:
    """Whether an event of a month or week is that of a day in it, by the stems of both."""
    inside = event.start <= day.start <= event.end if event.end else day.start.startswith(event.start)
    first = event.evidence[0]
    if not inside or any(first.shares(one) for one in day.evidence):
        return False
    if names_only(event.text, language):
        return alike(own, other)
    shared = len(own & other)
    return shared >= _SHARED and shared >= _SHARE * min(len(own), len(other))

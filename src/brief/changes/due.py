"""What was to be watched for on a date that has come since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brief import periods
from brief.changes.matched import Matches
from brief.changes.sides import Sides, share
from brief.gist import telling
from brief.language import Language
from brief.model import Account, Anchor, Due, Item

# So many words of what was to be stand in what is told of it.
_SHARED = 4
_PART = re.compile(r"[،؛,;]")


def due(
    items: Iterable[Item], later: Iterable[Item], found: Matches, sides: Sides, language: Language
) -> Iterator[Due]:
    """What the earlier issue told of days that lay ahead of it and no longer do, the earliest first.

    These are its indicators, and the lines of its other sections that tell a dated thing to come. A
    month has come when it begins: then it is watched no more. `items` are the lines of the earlier
    issue, `later` those of this one.
    """
    made = {one.item.id: one for one in _came(items, sides, language)}
    listed = tuple(later)
    for one in sorted(made.values(), key=lambda one: (one.date, one.item.id)):
        yield Due(one.date, one.item, _told(one, listed, found, sides, language))


def _came(items: Iterable[Item], sides: Sides, language: Language) -> Iterator[Due]:
    before, after = sides.before.brief, sides.after.brief
    listed = tuple(items)
    for section in before.sections:
        if section.id == "indicators":
            for item in section.items:
                if item.label and has_come(item.label, before.issued, after.issued):
                    yield Due(item.label, item)
    for event in before.timeline:
        if has_come(event.start, before.issued, after.issued):
            dated = (one for one in listed if share(one.evidence[:1], event.evidence))
            yield from (Due(event.start, one) for one in dated if _names(one, event.start, sides, language))


def has_come(date: str, before: str, after: str) -> bool:
    """Whether an ISO day, month or year lies ahead of the day `before`, and no longer of `after`."""
    return before[: len(date)] < date <= after[: len(date)]


def _names(item: Item, date: str, sides: Sides, language: Language) -> bool:
    """Whether the passage of a line names a date itself."""
    passage = item.evidence[0]
    mentions = periods.find(passage.text, language, sides.day(passage) or None)
    return any(one.first == date for one in mentions)


def _told(
    one: Due, later: Iterable[Item], found: Matches, sides: Sides, language: Language
) -> Account | None:
    """What a source that was not there says of it: as the same event, or in a line that tells the same.

    Or in one that tells, of a day within that time, what the words around the date speak of.

    Best one of that day or later: one of before may only say once more what is planned.
    """
    events = (
        event
        for event in sides.after.brief.timeline
        if event.start == one.date and share(event.evidence, one.item.evidence)
    )
    news = [passage for event in events for passage in event.evidence if sides.is_new(passage)]
    kin = {other.item.id for other in found.later.get(one.item.id, ())}
    told = [
        Account(item.text, item.evidence)
        for item in later
        if any(map(sides.is_new, item.evidence[:1])) and (item.id in kin or share(item.evidence[:1], news))
    ]
    told += [Account(passage.text, (passage,)) for passage in news]
    told += _held(one, later, sides, language)
    return next((other for other in told if sides.day(other.evidence[0]) >= one.date), next(iter(told), None))


def _held(one: Due, later: Iterable[Item], sides: Sides, language: Language) -> list[Account]:
    """The new lines of a time within a date that share words with what was to be, the nearest first."""
    planned = _clause(one, sides, language)
    near = [
        (len(planned & _around(item.evidence[0], sides, language)), item)
        for item in later
        if sides.is_new(item.evidence[0]) and _falls_within(item, one.date, sides, language)
    ]
    near.sort(key=lambda pair: -pair[0])
    return [Account(item.text, item.evidence) for shared, item in near if shared >= _SHARED]


def _falls_within(item: Item, date: str, sides: Sides, language: Language) -> bool:
    """Whether the passage of a line names a time within a date itself."""
    passage = item.evidence[0]
    mentions = periods.find(passage.text, language, sides.day(passage) or None)
    return any(one.first and one.first.startswith(date) for one in mentions)


def _clause(one: Due, sides: Sides, language: Language) -> frozenset[str]:
    """The words of what was to be, of a long sentence those of the part that names the date."""
    passage = one.item.evidence[0]
    parts = _PART.split(passage.text)
    day = sides.day(passage) or None
    dated = [
        part for part in parts if any(found.first == one.date for found in periods.find(part, language, day))
    ]
    return frozenset().union(*(_untimed(part, language, day) for part in dated or parts))


def _around(passage: Anchor, sides: Sides, language: Language) -> frozenset[str]:
    return _untimed(passage.text, language, sides.day(passage) or None)


def _untimed(text: str, language: Language, day: str | None) -> frozenset[str]:
    """The telling words of a text without those of its times."""
    kept, last = [], 0
    for mention in sorted(periods.find(text, language, day), key=lambda found: found.start):
        kept.append(text[last : mention.start])
        last = max(last, mention.end)
    return telling(" ".join((*kept, text[last:])), language)

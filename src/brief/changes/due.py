"""What was to be watched for on a date that has come since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief import periods
from brief.changes.matched import Matches
from brief.changes.sides import Sides, share
from brief.language import Language
from brief.model import Account, Due, Item


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
        yield Due(one.date, one.item, _told(one, listed, found, sides))


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


def _told(one: Due, later: Iterable[Item], found: Matches, sides: Sides) -> Account | None:
    """What a source that was not there says of it: as the same event, or in a line that tells the same.

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
    return next((other for other in told if sides.day(other.evidence[0]) >= one.date), next(iter(told), None))

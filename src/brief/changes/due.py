"""What was to be watched for on a date that has come since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from brief import periods
from brief.changes.matched import Matches
from brief.changes.sides import Sides, share
from brief.dating import DAY
from brief.gist import small_words, telling
from brief.language import Language
from brief.model import Account, Anchor, Due, Item
from brief.periods import Mention

# So many words of what was to be stand in what is told of it; of its very day as few as these where only
# one is missing: the verb stands in another tense then.
_SHARED, _FEW = 4, 3
# A mark between figures («1,000») parts nothing.
_PART = re.compile(r"[،؛,;](?!\d)")


class _Timed(Struct, frozen=True):
    """A line with the days (ISO) from which the times run that its passage names, and its other words."""

    item: Item
    days: frozenset[str]
    words: frozenset[str]


def due(
    items: Iterable[Item], later: Iterable[Item], found: Matches, sides: Sides, language: Language
) -> Iterator[Due]:
    """What the earlier issue told of days that lay ahead of it and no longer do, the earliest first.

    These are its indicators, and the lines of its other sections that tell a dated thing to come. A
    month has come when it begins: then it is watched no more. `items` are the lines of the earlier
    issue, `later` those of this one.
    """
    made = {one.item.id: one for one in _came(items, sides, language)}
    new = [item for item in later if sides.is_new(item.evidence[0])] if made else []
    timed = [_timed(item, sides, language) for item in new]
    told: list[Due] = []
    for one in sorted(made.values(), key=lambda one: (one.date, one.item.label == one.date, one.item.id)):
        # An indicator may tell over again what a line of another section tells.
        if any(
            one.date == other.date and share(one.item.evidence[:1], other.item.evidence) for other in told
        ):
            continue
        told.append(one)
        yield Due(one.date, one.item, _told(one, timed, found, sides, language))


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
    return any(one.first == date for one in _mentions(item.evidence[0], sides, language))


def _mentions(passage: Anchor, sides: Sides, language: Language) -> Sequence[Mention]:
    """The times that a passage names, as its source's day tells them."""
    return periods.find(passage.text, language, sides.day(passage) or None)


def _timed(item: Item, sides: Sides, language: Language) -> _Timed:
    passage = item.evidence[0]
    mentions = _mentions(passage, sides, language)
    days = frozenset(one.first for one in mentions if one.first)
    return _Timed(item, days, _untimed(passage.text, mentions, language))


def _told(
    one: Due, new: Sequence[_Timed], found: Matches, sides: Sides, language: Language
) -> Account | None:
    """What a source that was not there says of it: as the same event, or in a line that tells the same.

    Or in one that tells, of a day within that time, what the words around the date speak of.

    Best one of that day or later: one of before may only say once more what is planned.
    """
    first = None
    for other in chain(_known(one, new, found, sides), _held(one, new, sides, language)):
        if sides.day(other.evidence[0]) >= one.date:
            return other
        first = first or other
    return first


def _known(one: Due, new: Iterable[_Timed], found: Matches, sides: Sides) -> Iterator[Account]:
    """The new lines of its kin or of its event, and the new passages that tell its event."""
    events = (
        event
        for event in sides.after.brief.timeline
        if event.start == one.date and share(event.evidence, one.item.evidence)
    )
    news = [passage for event in events for passage in event.evidence if sides.is_new(passage)]
    kin = {other.item.id for other in found.later.get(one.item.id, ())}
    for line in new:
        if line.item.id in kin or share(line.item.evidence[:1], news):
            yield _account(line.item, one)
    yield from (Account(passage.text, (passage,)) for passage in news)


def _held(one: Due, new: Iterable[_Timed], sides: Sides, language: Language) -> Iterator[Account]:
    """The new lines of a time within a date that share words with what was to be, the nearest first."""
    planned = _clause(one, sides, language)
    within = (line for line in new if any(day.startswith(one.date) for day in line.days))
    near = [(len(planned & line.words), line.item) for line in within]
    few = _FEW if len(one.date) == DAY else _SHARED
    for shared, item in sorted(near, key=lambda pair: -pair[0]):
        if shared >= min(_SHARED, max(few, len(planned) - 1)):
            yield _account(item, one)


def _account(item: Item, one: Due) -> Account:
    """A line as what is told of a date: who only told what was to be does not tell it."""
    first, *others = item.evidence
    return Account(item.text, (first, *(other for other in others if not share((other,), one.item.evidence))))


def _clause(one: Due, sides: Sides, language: Language) -> frozenset[str]:
    """The words of what was to be, of a long sentence those of the part that names the date."""
    passage = one.item.evidence[0]
    day = sides.day(passage) or None
    parts = [(part, periods.find(part, language, day)) for part in _PART.split(passage.text)]
    dated = [pair for pair in parts if any(found.first == one.date for found in pair[1])]
    return frozenset().union(*(_untimed(*pair, language) for pair in dated or parts))


def _untimed(text: str, mentions: Iterable[Mention], language: Language) -> frozenset[str]:
    """The telling words of a text without those of its times, and without small words written to another."""
    kept, last = [], 0
    for mention in mentions:
        kept.append(text[last : mention.start])
        last = mention.end
    words, small = telling(" ".join((*kept, text[last:])), language), small_words(language.code)
    return frozenset(one for one in words if one[0] not in language.proclitics or one[1:] not in small)

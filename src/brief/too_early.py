"""What a report cannot tell: what came about after it was published, or was another year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief import cues
from brief.dating import DAY
from brief.language import Language, fold
from brief.model import Anchor, Event, Evidence, Facet, Statement
from brief.same import Verdict

_YEAR, _MONTH = len("2023"), len("2023-04")
_A_YEAR = 12  # months
_FAR = 10  # months between two acts that are no one act
_NEWS = {Facet.OUTCOMES, Facet.REACTIONS}


def told_in_time(
    verdicts: Iterable[Verdict],
    statements: Sequence[Statement],
    evidence: Sequence[Evidence],
    language: Language,
) -> Iterator[Verdict]:
    """The verdicts but those by which a report tells what happened, or what was agreed, after its day.

    Nor do two tell one act that they date to two years.

    A report that is background tells no result and no reaction of a newer one but what that dates before it.
    Nothing else is held against reports without a day.
    """
    days = {one.document.id: one.document.published or "" for one in evidence}
    days = {source: day for source, day in days.items() if len(day) == DAY}
    events = {one.document.id: one.events for one in evidence}
    old = {one.document.id: days.get(one.document.id, "") for one in evidence if one.document.background}
    agreed = _agreed(statements, days, language)
    knowing = frozenset(one.anchor for one in statements if agreed and _knows(one.text, language))
    for verdict in verdicts:
        pair = statements[verdict.one], statements[verdict.other]
        if not _are_years_apart(*pair, days, events) and not any(
            _is_early(late, early, days, events)
            or _is_unsettled(late, early, days, agreed, knowing)
            or _is_news(late, early, old, events)
            for late, early in (pair, pair[::-1])
        ):
            yield verdict


def _is_early(
    late: Statement, early: Statement, days: Mapping[str, str], events: Mapping[str, Sequence[Event]]
) -> bool:
    """Whether all that a statement dates had come after the day of a report that dates none of it."""
    before, after = days.get(early.anchor.source), days.get(late.anchor.source, "")
    if before is None or before >= after:
        return False
    told = _starts(late, events)
    return before < min(told, default="") <= after and told.isdisjoint(_starts(early, events))


def _are_years_apart(
    one: Statement, other: Statement, days: Mapping[str, str], events: Mapping[str, Sequence[Event]]
) -> bool:
    """Whether each tells one past time, and these are far off one another."""
    mine, theirs = (_months(each, days, events) for each in (one, other))
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return abs(min(mine) - min(theirs)) >= _FAR


def _months(statement: Statement, days: Mapping[str, str], events: Mapping[str, Sequence[Event]]) -> set[int]:
    """The months of the past events told in the words of a statement, none where one is ahead."""
    day = days.get(statement.anchor.source, "")
    starts = _starts(statement, events)
    if any(start > day for start in starts):
        return set()
    return {
        int(event.start[:_YEAR]) * _A_YEAR + int(event.start[_YEAR + 1 : _MONTH])
        for event in events.get(statement.anchor.source, ())
        if len(event.start) >= _MONTH and any(_lies_in(one, statement.anchor) for one in event.evidence)
    }


def _is_news(
    late: Statement, early: Statement, old: Mapping[str, str], events: Mapping[str, Sequence[Event]]
) -> bool:
    """Whether a result or a reaction is told by a background report, though nothing dates it before that."""
    facet = late.facets[0][0] if late.facets else None
    if facet not in _NEWS or early.anchor.source not in old or late.anchor.source in old:
        return False
    day = old[early.anchor.source]
    return not any(
        event.start <= day[: len(event.start)]
        for event in events.get(late.anchor.source, ())
        if any(_lies_in(one, late.anchor) for one in event.evidence)
    )


def _starts(statement: Statement, events: Mapping[str, Sequence[Event]]) -> set[str]:
    """The days of the events told in the words of a statement."""
    return {
        event.start
        for event in events.get(statement.anchor.source, ())
        if len(event.start) == DAY and any(_lies_in(one, statement.anchor) for one in event.evidence)
    }


def _lies_in(passage: Anchor, whole: Anchor) -> bool:
    return whole.start <= passage.start and passage.end <= whole.end + 1


def _agreed(statements: Sequence[Statement], days: Mapping[str, str], language: Language) -> str:
    """The day of the first report that tells of something settled; empty where none does."""
    settled = cues.expression(language, "overtaken", "asked", "settled")
    told = (one for one in statements if one.anchor.source in days and settled.search(fold(one.text)))
    return min((days[one.anchor.source] for one in told), default="")


def _is_unsettled(
    late: Statement, early: Statement, days: Mapping[str, str], agreed: str, knowing: frozenset[Anchor]
) -> bool:
    """Whether one speaks of the deal as made or known and the other, of a report before any, of none.

    `knowing` are the passages that do, where there is a deal at all.
    """
    in_turn = days.get(early.anchor.source, agreed) < agreed <= days.get(late.anchor.source, "")
    return in_turn and late.anchor in knowing and early.anchor not in knowing


def _knows(text: str, language: Language) -> bool:
    """Whether words speak of the deal as made or known."""
    key, ways = fold(text), (("asked", "deal"), ("turned", "made"))
    return any(cues.expression(language, "overtaken", *way).search(key) for way in ways)

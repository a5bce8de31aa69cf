"""Figures that may stand in one chart: one measure, one unit, each of one party and one time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from brief.model import Certainty, Datapoint, Qualifier
from brief.rivals import at_odds, high, low, relation

# Spans of time, places in a row and factors are told in words, not drawn.
_UNDRAWN = frozenset({"day", "month", "year", "decade", "hour", "minute", "ordinal", "times"})


class Party(Struct, frozen=True, order=True):
    """Whose a figure is, and against whom; both empty where the source names nobody."""

    subject: str = ""
    counterpart: str = ""


def party(point: Datapoint) -> Party:
    """The party of a figure."""
    return Party(point.subject or "", point.counterpart or "")


Cell = tuple[Party, str | None]


class Group(Struct, frozen=True):
    """The figures of one measure in one unit by one voice, by party and period.

    What leaves open whose or of when it is, is left out. Where another voice gives another
    figure for a cell, both stand in it.
    """

    measure: str
    unit: str
    cells: Mapping[Cell, tuple[Datapoint, ...]]

    def periods(self, whose: Party) -> list[str]:
        """The periods for which the figure of a party is told, in order."""
        return sorted(period for one, period in self.cells if one == whose and period)

    def parties(self) -> list[Party]:
        """Everybody whose figure is told, in the order of the sources."""
        return list(dict.fromkeys(one for one, _ in self.cells))


def groups(points: Iterable[Datapoint]) -> list[Group]:
    """The comparable figures of a topic, a group for each voice that gives them.

    A figure that measures nothing named is in none.
    """
    sorts: dict[tuple[str, str], list[Datapoint]] = defaultdict(list)
    for point in points:
        if point.measure and _is_drawn(point):
            sorts[point.measure, point.unit].append(point)
    return [
        Group(measure, unit, _cells(told, voice))
        for (measure, unit), told in sorts.items()
        for voice in _voices(told)
    ]


def _is_drawn(point: Datapoint) -> bool:
    """Whether a figure can stand in a chart; one that only tells against whom is nobody's."""
    owned = bool(point.subject) or not point.counterpart
    return owned and point.unit not in _UNDRAWN and point.certainty is not Certainty.DENIED


def _voices(told: Sequence[Datapoint]) -> list[str | None]:
    """Who gives the figures, the most often heard first; nobody's word where nobody is named."""
    counted = Counter(point.said_by for point in told if point.said_by)
    return [voice for voice, _ in counted.most_common()] or [None]


def _cells(told: Sequence[Datapoint], voice: str | None) -> dict[Cell, tuple[Datapoint, ...]]:
    """What a voice tells, and its sources without naming one; others only where they contradict it."""
    own: dict[Cell, list[Datapoint]] = defaultdict(list)
    for point in told:
        if point.said_by in (voice, None):
            own[party(point), point.period].append(point)
    clear = {cell: one for cell, points in own.items() if (one := _clear(points))}
    for point in told:
        cell = (party(point), point.period)
        if cell in clear and cell[1] and point.said_by not in (voice, None) and _differs(point, clear[cell]):
            clear[cell] = (*clear[cell], point)
    return clear


def _differs(point: Datapoint, others: Sequence[Datapoint]) -> bool:
    return all(relation(point, other) == "conflict" for other in others)


def _clear(told: Sequence[Datapoint]) -> tuple[Datapoint, ...]:
    """What is told of one party for one time: one figure, or those of sources that differ.

    Empty where one source gives two figures: then they are figures of two things. What has
    happened stands before what was expected, and the exact figure before «about» it.
    """
    facts = [point for point in told if point.qualifier is not Qualifier.FORECAST] or list(told)
    values: dict[tuple[object, ...], Datapoint] = {}
    for point in sorted(facts, key=lambda point: point.qualifier is not None):
        values.setdefault((low(point), high(point)), point)
    distinct = list(values.values())
    if len(distinct) == 1:
        return tuple(distinct)
    sources = {anchor.source for point in distinct for anchor in point.evidence}
    if len(sources) < len(distinct):
        return ()
    return tuple(distinct) if at_odds(distinct) else (distinct[0],)

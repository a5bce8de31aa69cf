"""What a group of comparable figures can be drawn as, a function for each kind of chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from brief.figures.cells import Cell, Group, Party
from brief.model import Datapoint
from brief.rivals import high, low

_MOST_ROWS = 10
_MOST_LINES = 3
_FEWEST_TIMES = 3
_FEWEST_BARS = 3
_BREATH = 400  # characters within which figures without a time are set side by side by their source
_WHOLE = Decimal(100)


class Shape(Struct, frozen=True):
    """A kind of chart and its figures in the order of the drawing.

    `period` is the one they share, `left_out` how many parties there was no room for.
    """

    kind: str
    measure: str
    unit: str
    points: tuple[Datapoint, ...]
    period: str | None = None
    left_out: int = 0


def grain(period: str) -> str | None:
    """How fine a period is: `year`, `quarter`, `month`, `day`; None for a stretch of several."""
    if "/" in period:
        return None
    return "quarter" if "Q" in period else {4: "year", 7: "month", 10: "day"}.get(len(period))


def line(group: Group) -> Shape | None:
    """Three or more points of time of one party, or of up to three parties."""
    series = [(party, _alike(group.periods(party))) for party in group.parties()]
    long = sorted((one for one in series if len(one[1]) >= _FEWEST_TIMES), key=lambda one: -len(one[1]))
    if not long:
        return None
    fineness = grain(long[0][1][0])
    kept = [one for one in long if grain(one[1][0]) == fineness and one[0] != Party()] or long[:1]
    cells = ((party, period) for party, periods in kept[:_MOST_LINES] for period in periods)
    return _shape("line", group, cells)


def change(group: Group) -> Shape | None:
    """One party at two times."""
    for party in group.parties():
        periods = _alike(group.periods(party))
        if len(periods) == 2:
            return _shape("change", group, [(party, period) for period in periods])
    return None


def grouped(group: Group) -> Shape | None:
    """Two or more parties at the same two times."""
    named = [party for party in group.parties() if party != Party()]
    pairs = Counter(
        (first, second)
        for party in named
        for periods in [_alike(group.periods(party))]
        for first, second in pairwise(periods)
    )
    if not pairs:
        return None
    times = max(pairs, key=lambda pair: (pairs[pair], pair))
    both = [party for party in named if all((party, time) in group.cells for time in times)]
    if len(both) < 2:
        return None
    both.sort(key=lambda party: -_top(group.cells[party, times[1]]))
    cells = [(party, time) for party in both[:_MOST_ROWS] for time in times]
    return _shape("grouped", group, cells, len(both) - _MOST_ROWS)


def bars(group: Group) -> Shape | None:
    """Three or more parties at one time, or without one where a source sets them side by side."""
    cells = [cell for cell in group.cells if cell[0] != Party()]
    # A total and its parts are no rows of one chart: all have a counterpart, or none.
    counted = Counter((period, bool(party.counterpart)) for party, period in cells)
    for (period, paired), count in sorted(counted.items(), key=lambda one: (-one[1], one[0][0] or "")):
        fit = [(party, time) for party, time in cells if (time, bool(party.counterpart)) == (period, paired)]
        told = [point for cell in fit for point in group.cells[cell]]
        if count >= _FEWEST_BARS and (period is not None or _one_breath(told)):
            fit.sort(key=lambda cell: (-_top(group.cells[cell]), cell[0]))
            return _shape("bars", group, fit[:_MOST_ROWS], len(fit) - _MOST_ROWS)
    return None


def ranges(group: Group) -> Shape | None:
    """Two or more parties at one time of which no more than two ends are told."""
    wide = [
        cell
        for cell, told in group.cells.items()
        if cell[0] != Party() and all(low(point) < high(point) for point in told)
    ]
    counted = Counter(period for _, period in wide)
    period = max(counted, key=lambda one: (counted[one], one or ""), default=None)
    fit = [cell for cell in wide if cell[1] == period]
    return (
        _shape("range", group, fit[:_MOST_ROWS], len(fit) - _MOST_ROWS) if period and len(fit) > 1 else None
    )


def share(group: Group) -> Shape | None:
    """The parts of one whole, which together are no more than it."""
    if group.unit != "percent":
        return None
    wholes = Counter((party.counterpart, period) for party, period in group.cells if party.subject)
    for (whole, period), count in wholes.most_common():
        fit = [
            (party, time)
            for party, time in group.cells
            if party.subject and (party.counterpart, time) == (whole, period)
        ]
        total = sum((_top(group.cells[cell]) for cell in fit), Decimal(0))
        told = [point for cell in fit for point in group.cells[cell]]
        whole_told = period is not None or _one_breath(told)
        if 1 < count <= _MOST_ROWS and total <= _WHOLE and whole_told and min(map(low, told)) >= 0:
            fit.sort(key=lambda cell: -_top(group.cells[cell]))
            return _shape("share", group, fit)
    return None


# Which shapes are looked for; of two that show the same figures the one named first is the better.
SHAPES: dict[str, Callable[[Group], Shape | None]] = {
    "line": line,
    "grouped": grouped,
    "bars": bars,
    "range": ranges,
    "change": change,
}


def _shape(kind: str, group: Group, cells: Iterable[Cell], left_out: int = 0) -> Shape:
    chosen = list(cells)
    times = {period for _, period in chosen}
    return Shape(
        kind=kind,
        measure=group.measure,
        unit=group.unit,
        points=tuple(point for cell in chosen for point in group.cells[cell]),
        period=next(iter(times)) if len(times) == 1 else None,
        left_out=max(left_out, 0),
    )


def _alike(periods: Sequence[str]) -> list[str]:
    """The periods of the fineness that most of them have, the coarser one of two."""
    counted = Counter(filter(None, map(grain, periods)))
    if not counted:
        return []
    usual = max(counted, key=lambda one: (counted[one], one == "year", one))
    return [period for period in periods if grain(period) == usual]


def _top(told: Sequence[Datapoint]) -> Decimal:
    return max(map(high, told))


def _one_breath(points: Iterable[Datapoint]) -> bool:
    """Whether all figures stand in one passage of one source."""
    anchors = [point.anchor for point in points]
    starts = [anchor.start for anchor in anchors]
    return len({anchor.source for anchor in anchors}) == 1 and max(starts) - min(starts) < _BREATH


def shapes(group: Group, kinds: Iterable[str] = SHAPES) -> Iterator[Shape]:
    """What a group can be drawn as, in the order of `kinds`."""
    known = {**SHAPES, "share": share}
    return (found for kind in kinds if (found := known[kind](group)) is not None)

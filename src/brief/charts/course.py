"""The lines of a chart over time: their points, and the plane of real time and values they lie on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from brief.charts.rows import gathered
from brief.charts.times import middle
from brief.model import Chart, Mark

# Where all figures lie in the upper part of the axis from zero, their course could not be seen.
_CUT = 1 / 3
_MARGIN, _BELOW = 0.3, 1.1


class Point(Struct, frozen=True):
    """What is told of one line for one period: a figure, a range, or the figures of rival sources."""

    when: float
    period: str
    marks: tuple[Mark, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The figures that are drawn, the smallest first."""
        return tuple(sorted({float(end) for mark in self.marks for end in (mark.low, mark.high)}))

    @property
    def centre(self) -> float:
        """Where a text that speaks of the point may stand; no figure."""
        return (self.values[0] + self.values[-1]) / 2


class Course(Struct, frozen=True):
    """One line: its name, its points in time, and its number among the lines."""

    name: str | None
    points: tuple[Point, ...]
    place: int
    accent: bool


class Plane(Struct, frozen=True):
    """Real time from left to right between two edges, values from the bottom up, in millimetres."""

    left: float
    right: float
    top: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, when: float) -> float:
        """Millimetres from the left edge of the sheet."""
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (when - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """Millimetres from the top of the sheet."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def at(self, point: Point, value: float) -> tuple[float, float]:
        """Where a figure of a point stands."""
        return self.x(point.when), self.y(value)


def courses(chart: Chart) -> list[Course]:
    """The lines in the order in which their marks come first; what has no time is on none of them."""
    dated = [mark for mark in chart.marks if mark.period is not None and middle(mark.period) is not None]
    return [
        Course(members[0].group, _points(members), place, any(mark.accent for mark in members))
        for place, members in enumerate(gathered(dated, lambda mark: mark.group))
    ]


def _points(marks: Iterable[Mark]) -> tuple[Point, ...]:
    steps = gathered(marks, lambda mark: mark.period)
    points = [
        Point(when, step[0].period, tuple(step))
        for step in steps
        if step[0].period is not None and (when := middle(step[0].period)) is not None
    ]
    return tuple(sorted(points, key=lambda point: (point.when, point.period)))


def span(lines: Sequence[Course]) -> tuple[float, float]:
    """The first and the last time of all lines."""
    times = [point.when for line in lines for point in line.points]
    return min(times), max(times)


def heights(lines: Sequence[Course]) -> tuple[float, float, bool]:
    """The lowest and the highest value of the axis, and whether it is cut above zero.

    It starts at zero unless all figures lie so close together, far from zero, that their
    course would be a flat line.
    """
    values = [value for line in lines for point in line.points for value in point.values]
    low, high = min(values), max(values)
    reach = high - low
    if reach and (low > 0 or high < 0) and reach < _CUT * max(abs(low), abs(high)):
        return low - _MARGIN * reach, high + _MARGIN * reach * (high < 0), True
    low, high = min(low, 0.0), max(high, 0.0)
    low *= _BELOW
    return low, high if high > low else low + 1.0, False

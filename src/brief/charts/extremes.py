"""What is worth saying of a line between its ends: where it is highest and lowest, and where it turns."""

from __future__ import annotations

from collections.abc import Iterator

from brief.charts.course import Course, Plane, Point


def extremes(line: Course, plane: Plane) -> Iterator[tuple[Point, bool]]:
    """Disputes and extremes between the ends of a line, and whether above them is best.

    The ends are said at the edges, unless the line begins later than others.
    """
    first, *inner, last = line.points if len(line.points) > 1 else (line.points[0], line.points[0])
    if first.when > plane.first and first is not last:
        yield first, True
    if not inner:
        return
    most = max(inner, key=lambda point: point.values[-1])
    least = min(inner, key=lambda point: point.values[0])
    yield from ((point, True) for point in inner if len(point.marks) > 1)
    if len(most.marks) == 1 and most.values[-1] > max(first.values[-1], last.values[-1]):
        yield most, True
    if len(least.marks) == 1 and least.values[0] < min(first.values[0], last.values[0]):
        yield least, False


def turns(line: Course, count: int) -> Iterator[tuple[Point, bool]]:
    """Where one of `count` lines turns; of a single line all points between its ends, the sharpest first."""
    inner = [
        (point, point.centre - before.centre, point.centre - after.centre)
        for before, point, after in zip(line.points, line.points[1:], line.points[2:], strict=False)
    ]
    for point, rise, fall in sorted(inner, key=lambda one: -abs(one[1] + one[2])):
        if count == 1 or rise * fall > 0:
            yield point, rise + fall >= 0

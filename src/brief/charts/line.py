"""Lines over time, their ends and extremes said beside them.

Time runs from left to right, also where reading does not: line charts of the Arabic press,
of exchanges and of schoolbooks mostly run so, and a line that climbs to the right is read as
a rise. The periods stand under the points, so that nobody has to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from brief.charts.course import Course, Plane, Point, courses, heights, span
from brief.charts.extremes import extremes, turns
from brief.charts.places import Rect, along, free, spread
from brief.charts.style import LINE, NOTE, STRONG, VALUE, WIDTH, Face, Sheet, Style, text_width, wrapped
from brief.model import AT_LEAST, AT_MOST, Chart, Mark, Qualifier

_TOP, _HEIGHT, _TIMES, _NOTE, _GUTTER = 5.0, 38.0, 6.5, 4.2, 3.0
_ROOM, _INNER_ROOM, _CLOSE = 25.0, 40.0, 2.0
_MARKERS, _SIZES = ("o", "s", "D", "^", "v"), (4.6, 4.2, 4.0, 4.8, 4.8)
_DASH, _FORK = (0, (3, 2)), (0, (1, 1.2))


class _Text(Struct, frozen=True):
    """Lines of text as one block, and the millimetres it takes."""

    lines: tuple[tuple[str, Face], ...]
    width: float
    height: float


class _Drawing(Struct, frozen=True):
    """What all parts of the drawing share."""

    chart: Chart
    style: Style
    lines: list[Course]
    plane: Plane


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet; unequal gaps of time are drawn unequal."""
    lines = courses(chart)
    ends = [_end(line, chart, style) for line in lines]
    starts = [_start(line, span(lines)[0], chart, style) for line in lines]
    low, high, is_cut = heights(lines)
    room = max(_HEIGHT, *(sum(text.height for text in texts) for texts in (ends, starts)))
    plane = Plane(
        left=max(5.0, max(text.width for text in starts) + _GUTTER),
        right=WIDTH - max(text.width for text in ends) - _GUTTER,
        top=_TOP,
        bottom=_TOP + room,
        first=span(lines)[0],
        last=span(lines)[1],
        low=low,
        high=high,
    )
    drawing = _Drawing(chart, style, lines, plane)
    sheet = Sheet(plane.bottom + _TIMES + _NOTE * is_cut, style)
    _draw_axes(sheet, drawing, is_cut=is_cut)
    _draw_starts(sheet, drawing, starts)
    taken = list(_taken(drawing))
    _draw_ends(sheet, drawing, ends, taken)
    for line in lines:
        _draw_line(sheet, drawing, line)
    _draw_inner(sheet, drawing, taken)
    return sheet


# Texts ------------------------------------------------------------------------------------


def _text(said: Sequence[tuple[str, Face]], style: Style, room: float = _ROOM) -> _Text:
    lines = tuple((line, face) for text, face in said for line in wrapped(text, room, face, style))
    width = max((text_width(line, face, style) for line, face in lines), default=0.0)
    return _Text(lines, width, LINE * len(lines) + (1.0 if lines else 0.0))


def _end(line: Course, chart: Chart, style: Style) -> _Text:
    said, face = _figure(line.points[-1], chart, style)
    if not line.name:
        return _text([(said, face)], style)
    if text_width(together := f"{line.name} {said}", STRONG, style) < _ROOM:
        return _text([(together, STRONG)], style)
    return _text([(line.name, STRONG), (said, face)], style)


def _start(line: Course, first: float, chart: Chart, style: Style) -> _Text:
    """The first figure of a line that is there from the beginning, and does not end there."""
    here = line.points[0].when == first and len(line.points) > 1
    return _text([_figure(line.points[0], chart, style)] if here else [], style)


def _figure(point: Point, chart: Chart, style: Style) -> tuple[str, Face]:
    sign = "%" if chart.unit == "percent" else ""
    said = [style.words.amount(mark.low, mark.high, mark.qualifier, sign) for mark in point.marks]
    if len(said) == 1:
        return said[0], VALUE
    values = style.words.say("list separator").join(said)
    return style.words.say("sources differ: %(values)s", values=values), NOTE


def _color(line: Course, drawing: _Drawing) -> str:
    """The accent, or shades of grey that the name beside each line tells apart."""
    if line.accent or len(drawing.lines) == 1:
        return drawing.style.accent
    return drawing.style.neutral if line.place % 2 else drawing.style.second


def _write(
    sheet: Sheet, text: _Text, at: tuple[float, float], side: Literal["left", "middle", "right"], color: str
) -> None:
    """A block of text with its edge at `at[0]` millimetres from the left, centred on `at[1]`."""
    first = at[1] - LINE * (len(text.lines) - 1) / 2
    for number, (line, face) in enumerate(text.lines):
        ink = color if face is not NOTE else sheet.style.second
        sheet.text(_place(sheet, (at[0], first + number * LINE)), line, face, ink, _side(sheet, side))


def _side(sheet: Sheet, side: Literal["left", "middle", "right"]) -> Literal["start", "end", "middle"]:
    if side == "middle":
        return "middle"
    return "end" if (side == "left") == (sheet.style.direction == "rtl") else "start"


def _place(sheet: Sheet, at: tuple[float, float]) -> tuple[float, float]:
    """A place from the left edge as the sheet counts it."""
    return (WIDTH - at[0] if sheet.style.direction == "rtl" else at[0]), at[1]


def _stroke(sheet: Sheet, *at: tuple[float, float], color: str, width: float, dash: object = "solid") -> None:
    places = [_place(sheet, one) for one in at]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    sheet.line(xs, ys, color=color, linewidth=width, linestyle=dash)


# Axes -------------------------------------------------------------------------------------


def _draw_axes(sheet: Sheet, drawing: _Drawing, *, is_cut: bool) -> None:
    plane, style = drawing.plane, drawing.style
    edges = plane.left - 1.5, plane.right + 1.5
    at_zero = not is_cut and plane.low == 0
    look = (style.ink, 0.8, "solid") if at_zero else (style.neutral, 0.5, (0, (1, 2)) if is_cut else "solid")
    _rule(sheet, edges, plane.bottom, look)
    if plane.low < 0 <= plane.high:
        _rule(sheet, edges, plane.y(0.0), (style.ink, 0.8, "solid"))
    if is_cut:
        said = style.words.say("the axis does not start at zero")
        sheet.text((0.0, plane.bottom + _TIMES + 1.6), said, NOTE, style.second)
    _draw_times(sheet, drawing)


def _rule(sheet: Sheet, edges: tuple[float, float], y: float, look: tuple[str, float, object]) -> None:
    color, width, dash = look
    _stroke(sheet, (edges[0], y), (edges[1], y), color=color, width=width, dash=dash)


def _draw_times(sheet: Sheet, drawing: _Drawing) -> None:
    """A tick for every time that is told of, its period under it where there is room."""
    plane, style = drawing.plane, drawing.style
    times = {point.when: point.period for line in drawing.lines for point in line.points}
    ordered = sorted(times)
    taken: list[Rect] = []
    for when in dict.fromkeys([ordered[0], ordered[-1], *ordered]):
        x = plane.x(when)
        _stroke(sheet, (x, plane.bottom), (x, plane.bottom + 1.0), color=style.neutral, width=0.6)
        said = _text([(style.words.period(times[when]), NOTE)], style, WIDTH)
        left = min(max(0.0, x - said.width / 2), WIDTH - said.width)
        rect = Rect(left - _CLOSE / 2, 0.0, left + said.width + _CLOSE / 2, 1.0)
        if not any(rect.meets(other) for other in taken):
            taken.append(rect)
            _write(sheet, said, (left, plane.bottom + 3.6), "left", style.second)


# Lines ------------------------------------------------------------------------------------


def _segments(
    line: Course, plane: Plane
) -> Iterator[tuple[Point, Point, tuple[float, float], tuple[float, float]]]:
    """The strokes from time to time; to and from every figure where sources differ."""
    shown = [point for point in line.points if not any(mark.apart for mark in point.marks)]
    for before, after in pairwise(shown):
        for first in before.values:
            for last in after.values:
                yield before, after, plane.at(before, first), plane.at(after, last)


def _draw_line(sheet: Sheet, drawing: _Drawing, line: Course) -> None:
    color = _color(line, drawing)
    for before, after, start, end in _segments(line, drawing.plane):
        is_fork = len(before.values) > 1 or len(after.values) > 1
        forecast = any(mark.qualifier is Qualifier.FORECAST for mark in after.marks)
        dash = _DASH if forecast else _FORK if is_fork else "solid"
        _stroke(sheet, start, end, color=color, width=0.9 if is_fork else 1.5, dash=dash)
    for point in line.points:
        _draw_point(sheet, drawing, line, point)


def _draw_point(sheet: Sheet, drawing: _Drawing, line: Course, point: Point) -> None:
    color = _color(line, drawing)
    if len(point.marks) > 1:
        _draw_bracket(sheet, drawing.plane, point)
    for mark in point.marks:
        if mark.low != mark.high:
            ends = (drawing.plane.at(point, float(end)) for end in (mark.low, mark.high))
            _stroke(sheet, *ends, color=color, width=3.0)
        for value in sorted({float(mark.low), float(mark.high)}):
            at = drawing.plane.at(point, value)
            _draw_marker(sheet, at, line, mark, color)
        _draw_bound(sheet, drawing.plane, point, mark, color)


def _draw_marker(sheet: Sheet, at: tuple[float, float], line: Course, mark: Mark, color: str) -> None:
    """Solid for what is told as it is; open for a forecast, an estimate and what stands apart."""
    is_open = mark.apart or mark.qualifier in {Qualifier.FORECAST, Qualifier.APPROX}
    place = line.place % len(_MARKERS)
    x, y = _place(sheet, at)
    sheet.line(
        (x,),
        (y,),
        marker=_MARKERS[place],
        markersize=_SIZES[place],
        markerfacecolor="white" if is_open else color,
        markeredgecolor=color,
        markeredgewidth=1.1,
    )


def _draw_bracket(sheet: Sheet, plane: Plane, point: Point) -> None:
    """What joins the figures of rival sources."""
    x = plane.x(point.when) + 1.7
    low, high = plane.y(point.values[0]), plane.y(point.values[-1])
    _stroke(sheet, (x, low), (x + 1.1, low), (x + 1.1, high), (x, high), color=sheet.style.ink, width=0.8)


def _draw_bound(sheet: Sheet, plane: Plane, point: Point, mark: Mark, color: str) -> None:
    """An arrow to the side where the truth lies: away from zero for a lower bound."""
    if mark.qualifier not in AT_LEAST | AT_MOST:
        return
    value = float(mark.high if mark.qualifier in AT_LEAST else mark.low)
    x, y = plane.at(point, value)
    way = -1.0 if (mark.qualifier in AT_LEAST) == (value >= 0) else 1.0
    tip = y + way * 2.9
    _stroke(sheet, (x - 0.9, tip - way), (x, tip), (x + 0.9, tip - way), color=color, width=1.0)


# Labels -----------------------------------------------------------------------------------


def _draw_starts(sheet: Sheet, drawing: _Drawing, texts: Sequence[_Text]) -> None:
    plane = drawing.plane
    wanted = [
        (plane.y(line.points[0].centre), text.height) for line, text in zip(drawing.lines, texts, strict=True)
    ]
    middles = spread(wanted, plane.top - 2.5, plane.bottom + 2.5)
    for line, text, middle in zip(drawing.lines, texts, middles, strict=True):
        _write(sheet, text, (plane.left - _GUTTER, middle), "right", _color(line, drawing))
    zero = plane.y(0.0) if plane.low <= 0 <= plane.high else None
    told = [middle for middle, text in zip(middles, texts, strict=True) if text.lines]
    if zero is not None and all(abs(middle - zero) > LINE for middle in told):
        said = _text([(drawing.style.words.number(Decimal(0)), NOTE)], drawing.style)
        _write(sheet, said, (plane.left - _GUTTER, zero), "right", drawing.style.second)


def _draw_ends(sheet: Sheet, drawing: _Drawing, texts: Sequence[_Text], taken: list[Rect]) -> None:
    """Name and last figure of every line: at the edge, beside its last point where it ends before."""
    left = []
    for line, text in zip(drawing.lines, texts, strict=True):
        last = line.points[-1]
        ends_early = last.when < drawing.plane.last
        if not (ends_early and _write_beside(sheet, drawing, line, last, text, taken, above=True)):
            left.append((line, text))
    _draw_edge(sheet, drawing, left)


def _draw_edge(sheet: Sheet, drawing: _Drawing, texts: Sequence[tuple[Course, _Text]]) -> None:
    """Texts at the right edge, led to from the points that they had to move away from."""
    plane = drawing.plane
    wanted = [(plane.y(line.points[-1].centre), text.height) for line, text in texts]
    middles = spread(wanted, plane.top - 2.5, plane.bottom + 2.5)
    for (line, text), (want, _), middle in zip(texts, wanted, middles, strict=True):
        x = plane.x(line.points[-1].when)
        if abs(middle - want) > 1.5 or x < plane.right - 1.0:
            start, end = (x + 1.4, want), (plane.right + _GUTTER - 0.6, middle)
            _stroke(sheet, start, end, color=drawing.style.neutral, width=0.5, dash=(0, (1, 2)))
        _write(sheet, text, (plane.right + _GUTTER, middle), "left", _color(line, drawing))


def _draw_inner(sheet: Sheet, drawing: _Drawing, taken: list[Rect]) -> None:
    """The extremes and the disputes between the ends, and where lines turn, where a place is free."""
    for line, point, above, face in _telling(drawing):
        said, usual = _figure(point, drawing.chart, drawing.style)
        text = _text([(said, face or usual)], drawing.style, _INNER_ROOM)
        _write_beside(sheet, drawing, line, point, text, taken, above=above)


def _write_beside(  # noqa: PLR0913, PLR0917 - what is written, where, and what is there already
    sheet: Sheet,
    drawing: _Drawing,
    line: Course,
    point: Point,
    text: _Text,
    taken: list[Rect],
    *,
    above: bool,
) -> bool:
    """Write a text beside its point and take its place; False where no place is free."""
    plane = drawing.plane
    area = Rect(plane.left - 1.0, 0.0, plane.right + 1.0, plane.bottom - 0.4)
    rect = free(_beside(point, text, plane, above=above), taken, area)
    if rect is None:
        return False
    taken.append(rect)
    middle = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
    _write(sheet, text, middle, "middle", _color(line, drawing))
    return True


def _taken(drawing: _Drawing) -> Iterator[Rect]:
    """Where lines and their points are."""
    for line in drawing.lines:
        for _, _, start, end in _segments(line, drawing.plane):
            yield from along(start, end)
        for point in line.points:
            for value in point.values:
                x, y = drawing.plane.at(point, value)
                yield Rect(
                    x - 1.2, y - _reach(point), x + (3.0 if len(point.marks) > 1 else 1.2), y + _reach(point)
                )


def _reach(point: Point) -> float:
    return 3.0 if any(mark.qualifier in AT_LEAST | AT_MOST for mark in point.marks) else 1.2


def _telling(drawing: _Drawing) -> Iterator[tuple[Course, Point, bool, Face | None]]:
    """What is worth saying, the most telling first: its line, its point, whether above is best, its type."""
    said: set[tuple[int, float]] = set()
    most = [(line, *one, None) for line in drawing.lines for one in extremes(line, drawing.plane)]
    bent = [(line, *one, NOTE) for line in drawing.lines for one in turns(line, len(drawing.lines))]
    for line, point, above, face in [*most, *bent]:
        if (line.place, point.when) not in said:
            said.add((line.place, point.when))
            yield line, point, above, face


def _beside(point: Point, text: _Text, plane: Plane, *, above: bool) -> Iterator[Rect]:
    """Places for a text: over or under the point, then to its sides, then farther away."""
    x = plane.x(point.when)
    high, low = plane.y(point.values[-1]), plane.y(point.values[0])
    height = text.height - 1.0
    for gap in (1.6, 4.2):
        tops = (high - gap - height, low + gap)
        for top in tops if above else reversed(tops):
            for shift in (0.5, 0.0, 1.0):
                left = x - text.width * shift
                yield Rect(left, top, left + text.width, top + height)
    middle = (high + low) / 2 - height / 2
    for left in (x + 3.6, x - 2.4 - text.width):
        yield Rect(left, middle, left + text.width, middle + height)

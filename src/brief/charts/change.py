"""Before and after: two dots on one axis from zero, the line between them pointing to the later."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise, zip_longest

from brief.charts.axis import Axis, Extent
from brief.charts.ink import Fill, Lane, draw_dot, plain
from brief.charts.rows import Block, Entry, Kind, Strip, drawn, gathered, source_tag, value_lines
from brief.charts.style import LINE, NOTE, SMALL_LINE, VALUE, Sheet, Style, widest
from brief.model import AT_LEAST, AT_MOST, Chart, Mark, Qualifier

_ROOM = 18.0
_GAP, _BOUND, _HEAD_ROOM, _HEAD = 3.2, 1.6, 5.0, 1.3
_HUNDRED = Decimal(100)


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet; what changed is said under each label, and marked as computed."""
    marks = sorted(chart.marks, key=lambda mark: mark.apart)
    blocks = [
        Block(head, apart, tuple(_entry(one, chart, style) for one in gathered(members, _label)))
        for (apart, head), members in groupby(marks, key=lambda mark: (mark.apart, mark.group))
    ]
    return drawn(blocks, Kind(needs=_needs, ink=_ink, zero=True, firm=False), style)


def _label(mark: Mark) -> str:
    return mark.label


def _entry(marks: list[Mark], chart: Chart, style: Style) -> Entry:
    """The label with a strip for each step in time; where sources differ, one for each of them."""
    pairs = _pairs(marks)
    strips = tuple(
        Strip(
            marks=pair,
            said=tuple((*value_lines(mark, chart, style, _ROOM), *_when(mark, style)) for mark in pair),
            tag=source_tag(number, len(pairs), style) if _is_disputed(marks) else "",
            disputed=_is_disputed(marks) and len(pairs) > 1,
        )
        for number, pair in enumerate(pairs)
    )
    said = _said(pairs[0], chart, style) if len(pairs) == 1 else ""
    return Entry(label=marks[0].label, strips=strips, note=said, strong=any(mark.accent for mark in marks))


def _is_disputed(marks: Sequence[Mark]) -> bool:
    return any(mark.rival for mark in marks)


def _when(mark: Mark, style: Style) -> tuple[str, ...]:
    return (style.words.period(mark.period),) if mark.period else ()


def _pairs(marks: Sequence[Mark]) -> list[tuple[Mark, ...]]:
    """Earlier and later marks side by side; of the times that sources agree on, the one mark each."""
    steps = gathered(sorted(marks, key=lambda mark: mark.period or ""), lambda mark: mark.period)
    if len(steps) == 1 and not _is_disputed(marks):
        return [tuple(marks[:2]), *((mark,) for mark in marks[2:])]
    if len(steps) == 1:
        return [(mark,) for mark in marks]
    return [
        (first or earlier[-1], second or later[-1])
        for earlier, later in pairwise(steps)
        for first, second in zip_longest(earlier, later)
    ]


# What is said -----------------------------------------------------------------------------


def _said(pair: Sequence[Mark], chart: Chart, style: Style) -> str:
    """The change in words; nothing where the figures do not say how large it is."""
    if len(pair) < 2 or any(_is_vague(mark) for mark in pair):
        return ""
    first, last = pair[0].low, pair[1].low
    if first == last:
        return style.words.say("no change")
    size = _size(first, last, chart)
    if size is None:
        return ""
    said = _amount(size, pair, chart, style)
    return style.words.say(
        "up %(value)s, computed" if last > first else "down %(value)s, computed", value=said
    )


def _is_vague(mark: Mark) -> bool:
    return mark.low != mark.high or mark.apart or mark.rival or mark.qualifier in AT_LEAST | AT_MOST


def _size(first: Decimal, last: Decimal, chart: Chart) -> Decimal | None:
    """Percentage points between percentages, otherwise percent of the first, which must be above zero."""
    if chart.unit == "percent":
        return abs(last - first)
    return abs(last - first) / first * _HUNDRED if first > 0 else None


def _amount(size: Decimal, pair: Sequence[Mark], chart: Chart, style: Style) -> str:
    shown = round(size, 1)
    told = {mark.qualifier for mark in pair}
    vague = Qualifier.APPROX if shown != size or Qualifier.APPROX in told else None
    qualifier = Qualifier.FORECAST if Qualifier.FORECAST in told else vague
    if chart.unit == "percent":
        said = style.words.amount(shown, shown, qualifier)
        return f"{said} {style.words.unit('percentage_point', shown)}"
    return style.words.amount(shown, shown, qualifier, "%")


# What is drawn ----------------------------------------------------------------------------


def _ends(strip: Strip) -> tuple[int, int]:
    """The numbers of the marks whose texts stand on the side of smaller and of larger figures."""
    if len(strip.marks) == 1:
        return 0, 0
    first, last = strip.marks
    return (0, 1) if (last.low, last.high) >= (first.low, first.high) else (1, 0)


def _needs(strip: Strip, _flipped: bool, style: Style) -> list[Extent]:  # noqa: FBT001 - as Kind asks
    small, large = _ends(strip)
    lowest = float(min(mark.low for mark in strip.marks))
    highest = float(max(mark.high for mark in strip.marks))
    return [
        Extent(lowest, _gap(strip) + _room(strip.said[small], style) if small != large else 0.0),
        Extent(highest, 0.0, _gap(strip) + _room(strip.said[large], style)),
    ]


def _gap(strip: Strip) -> float:
    """Millimetres between a dot and its text, with room for the arrow of a bound."""
    return _GAP + _BOUND * any(mark.qualifier in AT_LEAST | AT_MOST for mark in strip.marks)


def _room(lines: Sequence[str], style: Style) -> float:
    return widest(lines, VALUE, style)


def _ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, _flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
    style = sheet.style
    fills = [plain(mark, style) for mark in strip.marks]
    if len(strip.marks) == 2:
        _draw_way(sheet, axis, strip.marks, middle, fills[1])
    for number, mark in enumerate(strip.marks):
        earlier = number == 0 and len(strip.marks) == 2
        draw_dot(Lane(sheet, axis, middle, strip.thick, fills[number]), mark, hollow=earlier)
    small, large = _ends(strip)
    lowest = axis.at(float(min(mark.low for mark in strip.marks))) - _gap(strip)
    highest = axis.at(float(max(mark.high for mark in strip.marks))) + _gap(strip)
    _say(sheet, highest, strip, large, middle)
    if small != large:
        _say(sheet, lowest - _room(strip.said[small], style), strip, small, middle)


def _draw_way(sheet: Sheet, axis: Axis, marks: Sequence[Mark], middle: float, fill: Fill) -> None:
    start, end = (axis.at(float(mark.low + mark.high) / 2) for mark in marks)
    forecast = any(mark.qualifier is Qualifier.FORECAST for mark in marks)
    style = (0, (3, 2)) if forecast else "solid"
    sheet.line((start, end), (middle, middle), color=fill.edge, linewidth=1.6, linestyle=style, zorder=0.9)
    if abs(end - start) > _HEAD_ROOM:
        way = 1.0 if end > start else -1.0
        tip = end - way * 1.7
        back = tip - way * _HEAD
        look = {"color": fill.edge, "linewidth": 1.6}
        sheet.line((back, tip, back), (middle - _HEAD, middle, middle + _HEAD), **look)


def _say(sheet: Sheet, at: float, strip: Strip, number: int, middle: float) -> None:
    """The value of a mark over its time."""
    mark, lines = strip.marks[number], strip.said[number]
    values = lines[: len(lines) - bool(mark.period)]
    top = middle - (LINE * len(values) + SMALL_LINE * (len(lines) - len(values))) / 2
    color = sheet.style.accent if mark.accent else None
    # The line of zero may run behind the text of a small figure.
    room, height = _room(lines, sheet.style), 2 * (middle - top)
    sheet.box((at - 0.4, top), room + 0.8, height, facecolor="white", edgecolor="none", zorder=2.5)
    for place, line in enumerate(values):
        sheet.text((at, top + LINE * (place + 0.5)), line, VALUE, color)
    if mark.period:
        sheet.text((at, top + LINE * len(values) + SMALL_LINE / 2), lines[-1], NOTE, sheet.style.second)

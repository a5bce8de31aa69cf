"""Shares: a hundred squares for one or two, else parts on a track of a hundred percent.

Squares fill from the reading edge, and the rest is said as computed. Marks that name one whole
as their group are its parts: each begins on the track where the one before it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from brief.charts.axis import Axis, Extent
from brief.charts.ink import Lane, beyond, draw_bar, plain
from brief.charts.rows import (
    THICK,
    THIN,
    Block,
    Entry,
    Kind,
    Strip,
    disputes,
    drawn,
    say,
    source_tag,
    value_lines,
)
from brief.charts.style import HEAD, LABEL, LINE, STRONG, VALUE, WIDTH, Sheet, Style, widest, wrapped
from brief.model import Chart, Mark, Qualifier

_COLUMNS, _ROWS = 20, 5
_PITCH = WIDTH / _COLUMNS
_SIDE = 4.4
_HEAD, _GAP = 6.0, 4.0
_WHOLE, _FULL = Decimal(100), 100.0
_MOST_SQUARES = 2
# What a qualifier of a share says of the rest.
_OF_REST: dict[Qualifier | None, Qualifier | None] = {
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.MORE_THAN: Qualifier.LESS_THAN,
    Qualifier.LESS_THAN: Qualifier.MORE_THAN,
    Qualifier.ONLY: None,
    Qualifier.RECORD: None,
}


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet."""
    rows = len(chart.marks) > _MOST_SQUARES or _is_one_whole(chart) or any(mark.rival for mark in chart.marks)
    return _tracks(chart, style) if rows else _squares(chart, style)


def _is_one_whole(chart: Chart) -> bool:
    """Whether the marks are parts of a whole that they name; a part that is only bounded has no place."""
    first = chart.marks[0]
    return (
        len(chart.marks) > 1
        and first.group is not None
        and all((mark.group, mark.period) == (first.group, first.period) for mark in chart.marks)
        and not any(mark.apart or mark.rival or _is_bound(mark) for mark in chart.marks)
        and sum(mark.high for mark in chart.marks) <= _WHOLE
    )


def _is_bound(mark: Mark) -> bool:
    return mark.qualifier is not None and mark.qualifier.is_bound


# Squares ----------------------------------------------------------------------------------


def _squares(chart: Chart, style: Style) -> Sheet:
    heads = [_heads(mark, style) for mark in chart.marks]
    heights = [
        _HEAD * bool(mark.group) + LINE * len(lines) + 2.0 + _ROWS * _PITCH
        for mark, (lines, _) in zip(chart.marks, heads, strict=True)
    ]
    sheet = Sheet(sum(heights) + _GAP * (len(heights) - 1), style)
    top = 0.0
    for mark, (lines, rest), height in zip(chart.marks, heads, heights, strict=True):
        _draw_mark(sheet, mark, lines, rest, top)
        top += height + _GAP
    return sheet


def _rest(low: Decimal, high: Decimal, qualifier: Qualifier | None, style: Style) -> str:
    """What is left of the whole, said as computed."""
    rest = style.words.amount(_WHOLE - high, _WHOLE - low, _OF_REST.get(qualifier, qualifier), sign="%")
    return style.words.say("the rest: %(value)s, by subtraction", value=rest)


def _heads(mark: Mark, style: Style) -> tuple[list[str], list[str]]:
    """What stands over the filled squares, and over the empty ones, in lines."""
    share = style.words.amount(mark.low, mark.high, mark.qualifier, sign="%")
    rest = wrapped(_rest(mark.low, mark.high, mark.qualifier, style), WIDTH / 2, LABEL, style)
    width = WIDTH - widest(rest, LABEL, style) - 4.0
    return wrapped(f"{mark.label}: {share}", width, STRONG, style), rest


def _draw_mark(sheet: Sheet, mark: Mark, lines: list[str], rest: list[str], top: float) -> None:
    style = sheet.style
    if mark.group:
        sheet.text((0.0, top + 2.2), mark.group, HEAD, style.second)
        top += _HEAD
    for index, line in enumerate(lines):
        sheet.text((0.0, top + 2.2 + index * LINE), line, STRONG, style.accent if mark.accent else None)
    room = widest(lines, STRONG, style) + 3.0
    boundary = round(float(mark.high) / _ROWS) * _PITCH
    last = WIDTH - widest(rest, LABEL, style)
    for index, line in enumerate(rest):
        sheet.text((min(max(boundary, room), last), top + 2.2 + index * LINE), line, LABEL, style.second)
    _draw_squares(sheet, mark, top + LINE * len(lines) + 2.0)


def _draw_squares(sheet: Sheet, mark: Mark, top: float) -> None:
    color = sheet.style.accent if mark.accent else sheet.style.neutral
    for number in range(_COLUMNS * _ROWS):
        column, row = divmod(number, _ROWS)
        filled = number < round(mark.low)
        doubtful = not filled and number < round(mark.high)
        face = color if filled else "white"
        edge = color if filled or doubtful else sheet.style.neutral
        width = 1.4 if doubtful else 0.6
        inset = (_PITCH - _SIDE) / 2
        sheet.box(
            (column * _PITCH + inset, top + row * _PITCH + inset),
            _SIDE,
            _SIDE,
            facecolor=face,
            edgecolor=edge,
            linewidth=width,
        )


# Tracks -----------------------------------------------------------------------------------


def _tracks(chart: Chart, style: Style) -> Sheet:
    marks = sorted(chart.marks, key=lambda mark: mark.apart)
    whole = _is_one_whole(chart)
    blocks = [
        Block(head, apart, tuple(_entries(list(members), chart, style, whole=whole)))
        for (apart, head), members in groupby(marks, key=lambda mark: (mark.apart, mark.group))
    ]
    return drawn(blocks, Kind(needs=_needs, ink=_ink), style)


def _entries(marks: list[Mark], chart: Chart, style: Style, *, whole: bool) -> Iterator[Entry]:
    start = Decimal(0)
    for rivals in disputes(marks):
        strips = tuple(
            Strip(
                marks=(mark,),
                said=(value_lines(mark, chart, style),),
                tag=source_tag(number, len(rivals), style),
                start=start,
                disputed=len(rivals) > 1,
                thick=THICK if len(rivals) == 1 else THIN,
            )
            for number, mark in enumerate(rivals)
        )
        yield Entry(label=rivals[0].label, strips=strips, strong=any(mark.accent for mark in rivals))
        start += rivals[0].high if whole else 0
    if whole and start < _WHOLE:
        yield _rest_entry(marks, start, style)


def _rest_entry(marks: list[Mark], start: Decimal, style: Style) -> Entry:
    """What the parts leave of the whole: an empty track, said as computed."""
    told = {mark.qualifier for mark in marks}
    vague = next((one for one in (Qualifier.FORECAST, Qualifier.APPROX) if one in told), None)
    said = _rest(sum((mark.low for mark in marks), Decimal(0)), start, vague, style)
    return Entry(label=said, strips=(Strip(marks=(), said=((),), start=start),))


def _needs(strip: Strip, _flipped: bool, style: Style) -> list[Extent]:  # noqa: FBT001 - as Kind asks
    room = max((beyond(mark) for mark in strip.marks), default=0.0) + widest(strip.said[0], VALUE, style)
    return [Extent(_FULL, 0.0, room)]


def _ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, _flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
    """The track, the part on it where it begins, and its value at the end of the track."""
    style = sheet.style
    track = {"facecolor": "white", "edgecolor": style.neutral, "linewidth": 0.4}
    sheet.box((axis.zero, middle - strip.thick / 2), axis.at(_FULL) - axis.zero, strip.thick, **track)
    for mark in strip.marks:
        part = Axis(axis.at(float(strip.start)), axis.scale)
        draw_bar(Lane(sheet, part, middle, strip.thick, plain(mark, style)), mark)
        color = style.accent if mark.accent else None
        say(sheet, (axis.at(_FULL) + beyond(mark), middle), strip.said[0], color)

"""A share as a hundred squares, filled from the reading edge; the rest is said as computed."""

from __future__ import annotations

from decimal import Decimal

from brief.charts.style import HEAD, LABEL, STRONG, WIDTH, Sheet, Style, text_width, wrapped
from brief.model import Chart, Mark, Qualifier

_COLUMNS, _ROWS = 20, 5
_PITCH = WIDTH / _COLUMNS
_SIDE = 4.4
_LINE, _HEAD, _GAP = 4.2, 6.0, 4.0
_WHOLE = Decimal(100)
# What a qualifier of a share says of the rest.
_OF_REST: dict[Qualifier | None, Qualifier | None] = {
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.MORE_THAN: Qualifier.LESS_THAN,
    Qualifier.LESS_THAN: Qualifier.MORE_THAN,
    Qualifier.ONLY: None,
    Qualifier.RECORD: None,
}


def draw(chart: Chart, style: Style) -> str:
    """The chart as SVG text: one block of a hundred squares for every mark."""
    heads = [_heads(mark, style) for mark in chart.marks]
    heights = [
        _HEAD * bool(mark.group) + _LINE * len(lines) + 2.0 + _ROWS * _PITCH
        for mark, (lines, _) in zip(chart.marks, heads, strict=True)
    ]
    sheet = Sheet(sum(heights) + _GAP * (len(heights) - 1), style)
    top = 0.0
    for mark, (lines, rest), height in zip(chart.marks, heads, heights, strict=True):
        _draw_mark(sheet, mark, lines, rest, top)
        top += height + _GAP
    return sheet.svg()


def _heads(mark: Mark, style: Style) -> tuple[list[str], str]:
    """What stands over the filled squares, in lines, and over the empty ones."""
    words = style.words
    share = words.amount(mark.low, mark.high, mark.qualifier, sign="%")
    rest = words.amount(
        _WHOLE - mark.high, _WHOLE - mark.low, _OF_REST.get(mark.qualifier, mark.qualifier), sign="%"
    )
    said = words.say("the rest: %(value)s, by subtraction", value=rest)
    width = WIDTH - text_width(said, LABEL, style) - 4.0
    return wrapped(f"{mark.label}: {share}", width, STRONG, style), said


def _draw_mark(sheet: Sheet, mark: Mark, lines: list[str], rest: str, top: float) -> None:
    style = sheet.style
    if mark.group:
        sheet.text((0.0, top + 2.2), mark.group, HEAD, style.second)
        top += _HEAD
    for index, line in enumerate(lines):
        sheet.text((0.0, top + 2.2 + index * _LINE), line, STRONG, style.accent)
    room = max(text_width(line, STRONG, style) for line in lines) + 3.0
    boundary = round(float(mark.high) / _ROWS) * _PITCH
    last = WIDTH - text_width(rest, LABEL, style)
    sheet.text((min(max(boundary, room), last), top + 2.2), rest, LABEL, style.second)
    _draw_squares(sheet, mark, top + _LINE * len(lines) + 2.0)


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

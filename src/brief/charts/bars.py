"""Bars from zero, growing in reading direction from a baseline beside their labels."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from brief.charts.style import HEAD, LABEL, STRONG, VALUE, WIDTH, Sheet, Style, text_width, wrapped
from brief.model import Chart, Mark, Qualifier

_BASELINE, _BAR, _PITCH, _LINE, _HEAD, _GAP, _RULE = 39.0, 4.6, 7.5, 3.9, 6.2, 3.0, 6.0
_BEYOND = 1.4
_SURE_PART = 0.92
_OPEN = {Qualifier.APPROX, Qualifier.MORE_THAN, Qualifier.AT_LEAST}


class Row(Struct, frozen=True):
    """A mark with its place on the sheet and its texts."""

    mark: Mark
    lines: tuple[str, ...]
    value: str
    top: float
    height: float


class Block(Struct, frozen=True):
    """A group of rows under its head; `apart` blocks stand below a dotted rule."""

    head: str | None
    head_top: float
    apart: bool
    rows: tuple[Row, ...]

    @property
    def bottom(self) -> float:
        """Where the block ends, millimetres from the top."""
        return self.rows[-1].top + self.rows[-1].height


def draw(chart: Chart, style: Style) -> str:
    """The chart as SVG text; one scale for all its bars, zero at the baseline."""
    blocks = _layout(chart, style)
    sheet = Sheet(blocks[-1].bottom + 1.0, style)
    scale = _scale(blocks, style)
    for block in blocks:
        _draw_block(sheet, block, scale)
    return sheet.svg()


def _layout(chart: Chart, style: Style) -> list[Block]:
    marks = sorted(chart.marks, key=lambda mark: mark.apart)
    blocks: list[Block] = []
    top = 0.0
    for (apart, head), members in groupby(marks, key=lambda mark: (mark.apart, mark.group)):
        opens_apart = apart and bool(blocks) and not blocks[-1].apart
        top += (_RULE if opens_apart else _GAP) if blocks else 0.0
        blocks.append(_block(_head(head, style, apart=apart), top, tuple(members), chart, style))
        top = blocks[-1].bottom
    return blocks


def _head(head: str | None, style: Style, *, apart: bool) -> str | None:
    if not apart:
        return head
    if head is None:
        return style.words.say("not for comparison")
    return style.words.say("%(group)s: not for comparison", group=head)


def _block(head: str | None, top: float, marks: tuple[Mark, ...], chart: Chart, style: Style) -> Block:
    rows: list[Row] = []
    below = top + (_HEAD if head else 0.0)
    for mark in marks:
        row = _row(mark, below, chart, style)
        rows.append(row)
        below += row.height
    return Block(head, top, marks[0].apart, tuple(rows))


def _row(mark: Mark, top: float, chart: Chart, style: Style) -> Row:
    lines = tuple(wrapped(mark.label, _BASELINE - 2.0, STRONG if mark.accent else LABEL, style))
    value = style.words.amount(
        mark.low, mark.high, mark.qualifier, sign="%" if chart.unit == "percent" else ""
    )
    return Row(mark, lines, value, top, _PITCH + _LINE * max(0, len(lines) - 1))


def _scale(blocks: list[Block], style: Style) -> float:
    """Millimetres for one unit, so that the longest bar leaves room for every value."""
    rows = [row for block in blocks for row in block.rows]
    room = WIDTH - _BASELINE - _BEYOND - 0.5
    fits = [
        (room - text_width(row.value, VALUE, style)) / float(row.mark.high)
        for row in rows
        if row.mark.high > 0
    ]
    return min([*fits, 52.0 / float(max((row.mark.high for row in rows), default=Decimal(1)) or 1)])


def _draw_block(sheet: Sheet, block: Block, scale: float) -> None:
    if block.head:
        sheet.text((0.0, block.head_top + 2.2), block.head, HEAD, sheet.style.second)
    if block.apart:
        rule = block.head_top - _RULE / 2
        sheet.line(
            (0.0, WIDTH), (rule, rule), color=sheet.style.neutral, linewidth=0.6, linestyle=(0, (1, 2))
        )
    for row in block.rows:
        _draw_row(sheet, row, scale)
    sheet.line(
        (_BASELINE, _BASELINE), (block.rows[0].top, block.bottom), color=sheet.style.ink, linewidth=0.8
    )


def _draw_row(sheet: Sheet, row: Row, scale: float) -> None:
    middle = row.top + row.height / 2
    first = middle - _LINE * (len(row.lines) - 1) / 2
    for index, line in enumerate(row.lines):
        sheet.text((0.0, first + index * _LINE), line, STRONG if row.mark.accent else LABEL)
    _draw_bar(sheet, row.mark, middle - _BAR / 2, scale)
    end = _BASELINE + max(0.0, float(row.mark.high)) * scale + _BEYOND
    sheet.text((end, middle), row.value, VALUE, sheet.style.accent if row.mark.accent else None)


def _draw_bar(sheet: Sheet, mark: Mark, top: float, scale: float) -> None:
    low, high = (max(0.0, float(value)) * scale for value in (mark.low, mark.high))
    color = sheet.style.accent if mark.accent else sheet.style.neutral
    if mark.apart or mark.qualifier is Qualifier.FORECAST:
        hatch = "////" if mark.qualifier is Qualifier.FORECAST else None
        sheet.box(
            (_BASELINE, top), high, _BAR, facecolor="white", edgecolor=color, linewidth=0.9, hatch=hatch
        )
        return
    solid = low if low < high else high * _SURE_PART if mark.qualifier in _OPEN else high
    sheet.box((_BASELINE, top), solid, _BAR, facecolor=color, edgecolor="none")
    if solid < high:
        look = {"facecolor": "white", "edgecolor": color, "linewidth": 0.8, "linestyle": (0, (2, 1.4))}
        sheet.box((_BASELINE + solid, top), high - solid, _BAR, **look)

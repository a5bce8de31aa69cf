"""Figures that sources give as a range: bars that float over an axis from zero."""

from __future__ import annotations

from brief.charts.axis import Axis
from brief.charts.ink import Lane, draw_span, plain
from brief.charts.rows import Kind, Strip, drawn, one_each, outward, say_outward, single
from brief.charts.style import Sheet, Style
from brief.model import Chart


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet; every row shows what may be true and how far that is from zero."""
    return drawn(one_each(chart, single(chart, style)), Kind(needs=outward, ink=_ink, zero=True), style)


def _ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
    mark = strip.marks[0]
    near = min((mark.low, mark.high), key=abs) if mark.low * mark.high > 0 else 0
    look = {"color": sheet.style.neutral, "linewidth": 0.6, "linestyle": (0, (1, 2))}
    sheet.line((axis.zero, axis.at(float(near))), (middle, middle), **look)
    draw_span(Lane(sheet, axis, middle, strip.thick, plain(mark, sheet.style)), mark)
    say_outward(sheet, axis, strip, middle, flipped)

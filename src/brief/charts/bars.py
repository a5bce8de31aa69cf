"""Bars from zero, growing in reading direction from a baseline beside their labels."""

from __future__ import annotations

from brief.charts.axis import Axis
from brief.charts.ink import Lane, draw_bar, plain
from brief.charts.rows import Kind, Strip, drawn, one_each, outward, say_outward, single
from brief.charts.style import Sheet, Style
from brief.model import Chart


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet; one scale for all its bars, zero at the baseline."""
    return drawn(one_each(chart, single(chart, style)), Kind(needs=outward, ink=_ink), style)


def _ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
    mark = strip.marks[0]
    draw_bar(Lane(sheet, axis, middle, strip.thick, plain(mark, sheet.style)), mark)
    say_outward(sheet, axis, strip, middle, flipped)

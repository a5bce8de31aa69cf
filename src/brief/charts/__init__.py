"""Chart (data) to SVG text, one file per kind."""

from __future__ import annotations

from collections.abc import Callable

from brief.charts import bars, change, grouped, line, range, share  # noqa: A004 - the name of the kind
from brief.charts.style import Style, house
from brief.charts.times import middle
from brief.model import Chart

__all__ = ["DRAWERS", "Drawer", "Style", "draw"]

Drawer = Callable[[Chart, Style], str]

DRAWERS: dict[str, Drawer] = {
    "bars": bars.draw,
    "grouped": grouped.draw,
    "change": change.draw,
    "share": share.draw,
    "range": range.draw,
    "line": line.draw,
}


def draw(chart: Chart, style: Style) -> str:
    """A chart with marks as SVG text with width and height.

    A figure without a time has no place on a line: such a chart is drawn as bars.
    """
    kind = chart.kind
    if kind == "line" and any(mark.period is None or middle(mark.period) is None for mark in chart.marks):
        kind = "bars"
    with house():
        return DRAWERS[kind](chart, style)

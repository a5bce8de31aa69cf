"""Chart (data) to SVG text, one file per kind."""

from __future__ import annotations

from collections.abc import Callable

from brief.charts import bars, share
from brief.charts.style import Style, house
from brief.model import Chart

__all__ = ["DRAWERS", "Drawer", "Style", "draw"]

Drawer = Callable[[Chart, Style], str]

DRAWERS: dict[str, Drawer] = {"bars": bars.draw, "share": share.draw}


def draw(chart: Chart, style: Style) -> str:
    """The chart as SVG text with width and height; a chart without marks has no drawing."""
    with house():
        return DRAWERS[chart.kind](chart, style)

"""Chart (data) to SVG text or a PNG, one file per kind."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from brief.charts import bars, change, grouped, line, range, share  # noqa: A004 - the name of the kind
from brief.charts.style import WIDTH, Sheet, Style, house
from brief.charts.times import middle
from brief.model import Chart

__all__ = ["DRAWERS", "Drawer", "Drawn", "Style", "draw", "painted"]

Drawer = Callable[[Chart, Style], Sheet]

DRAWERS: dict[str, Drawer] = {
    "bars": bars.draw,
    "grouped": grouped.draw,
    "change": change.draw,
    "share": share.draw,
    "range": range.draw,
    "line": line.draw,
}


class Drawn(Struct, frozen=True):
    """A drawing as a PNG, with its size in millimetres."""

    content: bytes
    width: float
    height: float


def draw(chart: Chart, style: Style) -> str:
    """A chart with marks as SVG text with width and height.

    A figure without a time has no place on a line: such a chart is drawn as bars.
    """
    with house():
        return _sheet(chart, style).svg()


def painted(chart: Chart, style: Style) -> Drawn:
    """The same drawing for programs that show no SVG."""
    with house():
        sheet = _sheet(chart, style)
        return Drawn(sheet.png(), WIDTH, sheet.height)


def _sheet(chart: Chart, style: Style) -> Sheet:
    kind = chart.kind
    if kind == "line" and any(mark.period is None or middle(mark.period) is None for mark in chart.marks):
        kind = "bars"
    return DRAWERS[kind](chart, style)

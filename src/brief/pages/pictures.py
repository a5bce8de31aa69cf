"""The charts of a brief as they stand on a page: drawn, with the table of their figures."""

from __future__ import annotations

import base64
import re

from msgspec import Struct

from brief import charts
from brief.model import Anchor, Chart
from brief.pages.figures import Datum, data

_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')


class Picture(Struct, frozen=True):
    """A chart with its drawing as a data: URI and its size in points."""

    title: str
    unit_label: str | None
    alt: str
    note: str | None
    evidence: tuple[Anchor, ...]
    picture: str | None
    width: str
    height: str
    rows: list[Datum]
    dated: bool


def picture(chart: Chart, style: charts.Style) -> Picture:
    """The chart drawn; one without figures keeps its place and its note."""
    rows = data(chart, style.words)
    svg = charts.draw(chart, style) if chart.marks else None
    size = _SIZE.search(svg) if svg else None
    return Picture(
        title=chart.title,
        unit_label=chart.unit_label,
        alt=chart.alt or chart.title,
        note=chart.note,
        evidence=chart.evidence,
        picture=f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" if svg else None,
        width=size.group(1) if size else "0",
        height=size.group(2) if size else "0",
        rows=rows,
        dated=any(row.period for row in rows),
    )

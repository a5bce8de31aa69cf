"""Bars from zero, growing in reading direction from a baseline beside their labels."""

from __future__ import annotations

from brief.charts.axis import Axis
from brief.charts.ink import Lane, draw_bar, plain
from brief.charts.rows import (
    THICK,
    THIN,
    Kind,
    Strip,
    drawn,
    one_each,
    outward,
    say_outward,
    source_tag,
    value_lines,
)
from brief.charts.style import Sheet, Style
from brief.model import Chart, Mark


def draw(chart: Chart, style: Style) -> str:
    """The chart as SVG text; one scale for all its bars, zero at the baseline."""

    def strip(mark: Mark, number: int, count: int) -> Strip:
        return Strip(
            marks=(mark,),
            said=(value_lines(mark, chart, style),),
            tag=source_tag(number, count, style),
            disputed=count > 1,
            thick=THICK if count == 1 else THIN,
        )

    return drawn(one_each(chart, strip), Kind(needs=outward, ink=_ink), style)


def _ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
    mark = strip.marks[0]
    draw_bar(Lane(sheet, axis, middle, strip.thick, plain(mark, sheet.style)), mark)
    say_outward(sheet, axis, strip, middle, flipped)

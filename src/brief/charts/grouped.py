"""Bars in groups: what belongs to one label stands together, its series named before every bar."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from brief.charts.axis import Axis
from brief.charts.ink import Lane, draw_bar, shaded
from brief.charts.rows import (
    THIN,
    Block,
    Entry,
    Kind,
    Strip,
    disputes,
    drawn,
    gathered,
    outward,
    say_outward,
    source_tag,
    value_lines,
)
from brief.charts.style import Sheet, Style
from brief.model import Chart, Mark


def draw(chart: Chart, style: Style) -> Sheet:
    """The chart on a sheet; the latest series has the full colour, the others are paler."""
    series = _series(chart)
    blocks = [
        Block(None, apart, tuple(_entry(one, series, chart, style) for one in _by_label(members)))
        for apart, members in groupby(sorted(chart.marks, key=_is_apart), key=_is_apart)
    ]

    def ink(sheet: Sheet, axis: Axis, strip: Strip, middle: float, flipped: bool) -> None:  # noqa: FBT001 - as Kind asks
        fill = shaded(strip.marks[0], strip.place, len(series), sheet.style)
        draw_bar(Lane(sheet, axis, middle, strip.thick, fill), strip.marks[0])
        say_outward(sheet, axis, strip, middle, flipped)

    return drawn(blocks, Kind(needs=outward, ink=ink), style)


def _is_apart(mark: Mark) -> bool:
    return mark.apart


def _by_label(marks: Iterable[Mark]) -> list[list[Mark]]:
    return gathered(marks, lambda mark: mark.label)


def _series(chart: Chart) -> list[str | None]:
    """The groups from the oldest to the latest; where time does not part them the first one leads."""
    members = gathered(chart.marks, lambda mark: mark.group)
    late = {one[0].group: max(mark.period or "" for mark in one) for one in members}
    order = list(late)[::-1]
    return sorted(order, key=lambda group: late[group])


def _entry(marks: list[Mark], series: list[str | None], chart: Chart, style: Style) -> Entry:
    strips = [
        Strip(
            marks=(mark,),
            said=(value_lines(mark, chart, style),),
            tag=_tag(mark, source_tag(number, len(rivals), style), style),
            place=series.index(mark.group),
            disputed=len(rivals) > 1,
            thick=THIN,
        )
        for rivals in disputes(marks)
        for number, mark in enumerate(rivals)
    ]
    return Entry(label=marks[0].label, strips=tuple(strips), strong=any(mark.accent for mark in marks))


def _tag(mark: Mark, source: str, style: Style) -> str:
    return style.words.say("list separator").join(filter(None, (mark.group, source)))

"""A shape as a chart: its marks, and what is said around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.figures.cells import Party, party
from brief.figures.finding import Plot, called, finding
from brief.figures.remarks import alt, note, unit_label
from brief.figures.shapes import Shape
from brief.model import Chart, Datapoint, Mark
from brief.rivals import high, low
from brief.words import Words

_SCALES = (10**9, 10**6)
_VANISHES = 100  # of the scale is the least that two decimals show


def drawn(
    name: str, shape: Shape, said: Words, title: str | None = None, also: Sequence[Datapoint] = ()
) -> Chart:
    """The chart of a shape; without a title of its own it is called by its finding.

    `also` tell the figures of the shape once more: they are not drawn, their passages are given.
    """
    told = tuple(dict.fromkeys([*shape.points, *also]))
    scale = _scale(shape)
    plot = Plot(shape, tuple(_marks(shape, scale, said)), scale, said)
    called, under = title or finding(plot), unit_label(plot)
    return Chart(
        id=name,
        title=called,
        kind=shape.kind,  # type: ignore[arg-type]  # the kinds of shapes are those of charts
        unit=shape.unit,
        unit_label=under,
        scale=scale,
        datapoints=tuple(point.id for point in told),
        marks=plot.marks,
        evidence=tuple(dict.fromkeys(anchor for point in told for anchor in point.evidence)),
        note=note(plot) or None,
        alt=alt(plot, called, under),
    )


def refused(name: str, said: Words, title: str | None = None) -> Chart:
    """The place of a chart for which the sources hold no comparable figures, which says so."""
    known, reason = said.say(f"chart:{name}"), said.say("no comparable figures")
    return Chart(
        id=name,
        title=title or (name if known == f"chart:{name}" else known),
        kind="none",
        unit=None,
        unit_label=None,
        scale=1,
        datapoints=(),
        marks=(),
        evidence=(),
        note=reason,
        alt=reason,
    )


def _scale(shape: Shape) -> int:
    """The largest scale that the largest figure fills and the smallest does not vanish in."""
    told = [abs(end) for point in shape.points for end in (low(point), high(point)) if end]
    if not told:
        return 1
    return next((scale for scale in _SCALES if max(told) >= scale and min(told) >= scale / _VANISHES), 1)


def _marks(shape: Shape, scale: int, said: Words) -> list[Mark]:
    things = Counter(map(_thing, shape.points))
    several = len({party(point) for point in shape.points}) > 1
    first = party(shape.points[0])
    return [
        Mark(
            label=_time(point, said) if shape.kind == "line" else called(point, shape, said),
            group=_group(point, shape, said),
            low=low(point) / scale,
            high=high(point) / scale,
            qualifier=point.qualifier,
            period=point.period,
            datapoint=point.id,
            accent=several and shape.kind != "grouped" and party(point) == first,
            rival=things[_thing(point)] > 1,
        )
        for point in shape.points
    ]


def _group(point: Datapoint, shape: Shape, said: Words) -> str | None:
    """The line, the series or the whole that a mark belongs to."""
    if shape.kind == "line":
        return called(point, shape, said)
    if shape.kind == "share":
        return said.word(point.counterpart or shape.measure)
    return _time(point, said) if shape.kind == "grouped" else None


def _time(point: Datapoint, said: Words) -> str:
    return said.period(point.period) if point.period else ""


def _thing(point: Datapoint) -> tuple[Party, str | None]:
    return party(point), point.period

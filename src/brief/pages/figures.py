"""Datapoints and the figures of charts in words."""

from __future__ import annotations

from msgspec import Struct

from brief.model import Anchor, Brief, Chart, Datapoint
from brief.words import Words, scale_of


class Figure(Struct, frozen=True):
    """A datapoint in words."""

    id: str
    number: str
    amount: str
    unit: str
    what: str
    when: str
    evidence: Anchor


def figure(point: Datapoint, target: str, words: Words) -> Figure | None:
    """The datapoint as it is printed; nothing where it holds no number."""
    low = point.value if point.value is not None else point.low
    high = point.value if point.value is not None else point.high
    first, last = low if low is not None else high, high if high is not None else low
    if first is None or last is None:
        return None
    scale = scale_of(last)
    ends = first.scaleb(-scale), last.scaleb(-scale)
    sign = "%" if point.unit == "percent" else ""
    parties = words.say("list separator").join(filter(None, (point.subject, point.counterpart)))
    return Figure(
        id=target,
        number=words.amount(*ends, None, sign),
        amount=words.amount(*ends, point.qualifier, sign),
        unit=words.unit(point.unit, last),
        what=": ".join(filter(None, (point.measure, parties))),
        when=words.period(point.period) if point.period else "",
        evidence=point.anchor,
    )


def key_figures(brief: Brief, words: Words) -> list[Figure]:
    """The key figures of the brief in its order."""
    points = {point.id: point for point in brief.datapoints}
    found = (
        figure(points[name], f"figure-{index}", words)
        for index, name in enumerate(brief.key_figures, 1)
        if name in points
    )
    return [one for one in found if one is not None]


class Datum(Struct, frozen=True):
    """A row of the table beside a chart."""

    label: str
    period: str
    value: str


def data(chart: Chart, words: Words) -> list[Datum]:
    """The drawn figures as rows, in the order of the drawing."""
    sign = "%" if chart.unit == "percent" else ""
    told_apart = len({mark.label for mark in chart.marks}) == len(chart.marks)
    return [
        Datum(
            label=mark.label if told_apart else ": ".join(filter(None, (mark.group, mark.label))),
            period=words.period(mark.period) if mark.period else "",
            value=words.amount(mark.low, mark.high, mark.qualifier, sign),
        )
        for mark in chart.marks
    ]

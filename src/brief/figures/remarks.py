"""What stands around a chart of any measure: its unit, what has to be said of it, its figures in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from brief.figures.finding import Plot, amount, called, is_doubted
from brief.model import Datapoint, Qualifier
from brief.rivals import low

_MANY = Decimal(100)  # asks a unit for the form that stands without a number


def unit_label(plot: Plot) -> str:
    """What stands under the title: scale and unit."""
    if plot.shape.unit == "percent":
        return plot.said.say("in percent")
    return plot.said.unit(plot.shape.unit, _MANY * plot.scale)


def note(plot: Plot) -> str:
    """Period, what is expected only, what was computed, where the sources differ."""
    return " ".join(_remarks(plot))


def _remarks(plot: Plot) -> Iterator[str]:
    said, points = plot.said, plot.points
    if plot.shape.period:
        yield said.say("Period: %(period)s.", period=said.period(plot.shape.period))
    elif all(point.period is None for point in points):
        yield said.say("The sources name no period for these figures.")
    if any(point.qualifier is Qualifier.FORECAST for point in points):
        yield said.say("Some of the figures are expected, not counted.")
    if any(is_doubted(point) for point in points):
        yield said.say("Some of the figures are put with reserve by their sources.")
    voices = {point.said_by for point in points}
    if len(voices) == 1 and None not in voices:
        yield said.say("According to %(voice)s.", voice=next(iter(voices)))
    if plot.shape.left_out:
        yield said.counted(plot.shape.left_out, "%(n)s more not drawn.", "%(n)s more not drawn.")
    yield from _computed(points, plot)
    disputed = dict.fromkeys(
        called(point, plot.shape, said) for point, mark in zip(points, plot.marks, strict=True) if mark.rival
    )
    for label in disputed:
        yield said.say("The sources give different figures for %(label)s; all are shown.", label=label)


def _computed(points: Sequence[Datapoint], plot: Plot) -> Iterator[str]:
    """The change between two figures of one party, unless one of them is only bounded or disputed."""
    if plot.shape.kind != "change" or len(points) != 2 or any(point.value is None for point in points):
        return
    first, last = (low(point) for point in points)
    sure = all(point.qualifier is None and not is_doubted(point) for point in points)
    if sure and first != last:
        yield plot.said.say(
            "Change computed: %(difference)s from %(first)s to %(last)s.",
            difference=_difference(abs(last - first), plot),
            first=plot.said.number(first / plot.scale),
            last=plot.said.number(last / plot.scale),
        )


def _difference(value: Decimal, plot: Plot) -> str:
    said = plot.said.number(value / plot.scale)
    return f"{said} {plot.said.unit('percentage_point', value)}" if plot.shape.unit == "percent" else said


def alt(plot: Plot, title: str, unit: str) -> str:
    """The chart for those who cannot see it, all its numbers said."""
    said = plot.said
    told = []
    for point in plot.points:
        label, figure = called(point, plot.shape, said), amount(point, plot, unit=False)
        if point.period:
            period = said.period(point.period)
            told.append(
                said.say("%(label)s: %(amount)s, %(period)s", label=label, amount=figure, period=period)
            )
        else:
            told.append(said.say("%(label)s: %(amount)s", label=label, amount=figure))
    figures = said.say("list separator").join(told)
    return said.say(
        "chart in words: %(title)s. %(unit)s. %(figures)s.", title=title, unit=unit, figures=figures
    )

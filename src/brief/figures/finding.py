"""What a chart of any measure says in words: its finding, unit, note and alternative text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from brief.figures.cells import party
from brief.figures.shapes import Shape
from brief.model import Datapoint, Mark, Qualifier
from brief.rivals import high, low
from brief.words import Words

_SIDES = ("subject", "counterpart")
_MANY = Decimal(100)  # asks a unit for the form that stands without a number


class Plot(Struct, frozen=True):
    """What titles and notes are made from: a shape with its marks, in one order."""

    shape: Shape
    marks: tuple[Mark, ...]
    scale: int
    said: Words

    @property
    def points(self) -> tuple[Datapoint, ...]:
        """The figures that are drawn."""
        return self.shape.points


def called(point: Datapoint, shape: Shape, said: Words) -> str:
    """Whose figure it is, in words: what tells it from the others; the measure where nobody is named."""
    names = [name for name in (point.subject, point.counterpart) if name]
    if len(names) == 2:
        subjects, counterparts = ({getattr(one, side) for one in shape.points} for side in _SIDES)
        if len(subjects) > 1 and len(counterparts) == 1:
            return names[0]
        if len(counterparts) > 1 and len(subjects) == 1:
            return names[1]
        return said.say("%(subject)s and %(counterpart)s", subject=names[0], counterpart=names[1])
    return names[0] if names else said_of(shape.measure) or shape.measure


def measured(shape: Shape, said: Words) -> str:
    """What is drawn, with the side that all figures share where the labels leave it out."""
    for own, other in (_SIDES, _SIDES[::-1]):
        shared = {getattr(one, own) for one in shape.points}
        if len(shared) == 1 and None not in shared and len({getattr(one, other) for one in shape.points}) > 1:
            return said.say("%(measure)s (%(party)s)", measure=shape.measure, party=next(iter(shared)))
    return shape.measure


def said_of(measure: str) -> str | None:
    """The words of the source that stand in brackets behind a known measure: what nobody's figure is."""
    _, bracket, words = measure.partition(" (")
    return words.removesuffix(")") if bracket else None


def finding(plot: Plot) -> str:
    """The title that a statistician would write over the chart."""
    return {
        "line": _course,
        "change": _course,
        "grouped": _both_ways,
        "bars": _ends,
        "range": _span,
        "share": _largest,
    }[plot.shape.kind](plot)


def _course(plot: Plot) -> str:
    """«Rise of inflation from 5 % (2019) to 33 % (2023)», of the first of several parties."""
    own = [point for point in plot.points if party(point) == party(plot.points[0])]
    first, last = _told_of(own[0].period, own), _told_of(own[-1].period, own)
    told = _from_to(first, last, plot)
    name = called(own[0], plot.shape, plot.said)
    if name in plot.shape.measure:
        return told
    return plot.said.say("%(party)s: %(finding)s", party=name, finding=told)


def _from_to(first: Sequence[Datapoint], last: Sequence[Datapoint], plot: Plot) -> str:
    """The way from the first figure to the last; only the times where sources differ about one of them."""
    way, ends = _direction(first, last), (first, last)
    if len(first) == len(last) == 1:
        told = [_dated(one[0], plot) for one in ends]
        sentence = f"%(measure)s {way} from %(start)s to %(end)s"
    else:
        told = [plot.said.period(_period(one[0])) for one in ends]
        sentence = "%(measure)s from %(start)s to %(end)s"
    return plot.said.say(sentence, measure=plot.shape.measure, start=told[0], end=told[1])


def _told_of(period: str | None, points: Sequence[Datapoint]) -> tuple[Datapoint, ...]:
    """What is told for a time, by one source or by several that differ."""
    return tuple(point for point in points if point.period == period)


def _direction(first: Sequence[Datapoint], last: Sequence[Datapoint]) -> str:
    if min(map(low, last)) > max(map(high, first)):
        return "rose"
    return "fell" if max(map(high, last)) < min(map(low, first)) else "held"


def _both_ways(plot: Plot) -> str:
    """Who rose and who fell between the two times."""
    start, end = sorted({point.period or "" for point in plot.points})
    ways: dict[str, list[str]] = {"rose": [], "fell": [], "held": []}
    for whose in dict.fromkeys(map(party, plot.points)):
        own = [point for point in plot.points if party(point) == whose]
        way = _direction(_told_of(start, own), _told_of(end, own))
        ways[way].append(called(own[0], plot.shape, plot.said))
    joint = plot.said.say("list separator")
    parts = [
        plot.said.say(f"{way} in %(parties)s", parties=joint.join(names))
        for way, names in ways.items()
        if names
    ]
    return plot.said.say(
        "%(measure)s between %(start)s and %(end)s: %(ways)s",
        measure=plot.shape.measure,
        start=plot.said.period(start),
        end=plot.said.period(end),
        ways=plot.said.say("part separator").join(parts),
    )


def _ends(plot: Plot) -> str:
    """The highest and the lowest; one alone where they are equal or only bounds are told."""
    most, least = max(plot.points, key=high), min(plot.points, key=low)
    values = {
        "measure": measured(plot.shape, plot.said),
        "most": called(most, plot.shape, plot.said),
        "high": _amount(most, plot),
    }
    if party(most) == party(least) or low(most) == low(least):
        return plot.said.say("%(measure)s: %(most)s (%(high)s)", **values)
    return plot.said.say(
        "%(measure)s: highest %(most)s (%(high)s), lowest %(least)s (%(low)s)",
        least=called(least, plot.shape, plot.said),
        low=_amount(least, plot),
        **values,
    )


def _span(plot: Plot) -> str:
    ends = min(map(low, plot.points)), max(map(high, plot.points))
    told = plot.said.amount(ends[0] / plot.scale, ends[1] / plot.scale, None, _sign(plot))
    return plot.said.say(
        "%(measure)s: %(amount)s", measure=plot.shape.measure, amount=_named(told, ends[1], plot)
    )


def _largest(plot: Plot) -> str:
    first = plot.points[0]
    return plot.said.say(
        "%(measure)s: the largest part is of %(party)s (%(share)s)",
        measure=plot.shape.measure,
        party=called(first, plot.shape, plot.said),
        share=_amount(first, plot),
    )


def _amount(point: Datapoint, plot: Plot, *, unit: bool = True) -> str:
    """The figure with its unit and, around both, what its source adds to it."""
    ends = (low(point) / plot.scale, high(point) / plot.scale)
    if not unit:
        return plot.said.amount(*ends, point.qualifier, _sign(plot))
    told = _named(plot.said.amount(*ends, None, _sign(plot)), high(point), plot)
    return plot.said.say(f"qualifier:{point.qualifier}", value=told) if point.qualifier else told


def _named(told: str, value: Decimal, plot: Plot) -> str:
    """A number with its unit, told in the scale of the chart."""
    unit = plot.said.unit(plot.shape.unit.partition("_per_")[0], value, len(str(plot.scale)) - 1)
    return " ".join(filter(None, (told, unit)))


def _sign(plot: Plot) -> str:
    return "%" if plot.shape.unit == "percent" else ""


def _dated(point: Datapoint, plot: Plot) -> str:
    amount = _amount(point, plot)
    if not point.period:
        return amount
    return plot.said.say("%(amount)s (%(period)s)", amount=amount, period=plot.said.period(point.period))


def _period(point: Datapoint) -> str:
    return point.period or ""


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
        yield said.say("What is hatched is expected, not counted.")
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
    if not any(point.qualifier for point in points):
        yield plot.said.say(
            "Change computed: %(difference)s from %(first)s to %(last)s.",
            difference=plot.said.number(abs(last - first) / plot.scale) + _points_sign(plot),
            first=plot.said.number(first / plot.scale),
            last=plot.said.number(last / plot.scale),
        )


def _points_sign(plot: Plot) -> str:
    return f" {plot.said.unit('percentage_point', _MANY)}" if plot.shape.unit == "percent" else ""


def alt(plot: Plot, title: str, unit: str) -> str:
    """The chart for those who cannot see it, all its numbers said."""
    said = plot.said
    told = []
    for point in plot.points:
        label, amount = called(point, plot.shape, said), _amount(point, plot, unit=False)
        if point.period:
            period = said.period(point.period)
            told.append(
                said.say("%(label)s: %(amount)s, %(period)s", label=label, amount=amount, period=period)
            )
        else:
            told.append(said.say("%(label)s: %(amount)s", label=label, amount=amount))
    figures = said.say("list separator").join(told)
    return said.say(
        "chart in words: %(title)s. %(unit)s. %(figures)s.", title=title, unit=unit, figures=figures
    )

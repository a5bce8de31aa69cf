"""What a chart of any measure says in words: its finding, and what its figures are called."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from brief.figures.cells import party
from brief.figures.shapes import Shape
from brief.model import Certainty, Datapoint, Mark, Qualifier
from brief.rivals import high, low
from brief.words import Words

_SIDES = ("subject", "counterpart")
_HALF = Decimal(50)
_WAYS = {
    "rose": "%(measure)s rose from %(start)s to %(end)s",
    "fell": "%(measure)s fell from %(start)s to %(end)s",
    None: "%(measure)s from %(start)s to %(end)s",
}
_WAYS_OF_PARTIES = {"rose": "rose in %(parties)s", "fell": "fell in %(parties)s"}


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
    names = [said.word(" ".join(name.split())) for name in (point.subject, point.counterpart) if name]
    if len(names) == 2:
        subjects, counterparts = ({getattr(one, side) for one in shape.points} for side in _SIDES)
        if len(subjects) > 1 and len(counterparts) == 1:
            return names[0]
        if len(counterparts) > 1 and len(subjects) == 1:
            return names[1]
        return said.say("%(subject)s and %(counterpart)s", subject=names[0], counterpart=names[1])
    return names[0] if names else said_of(shape.measure) or said.word(shape.measure)


def measured(shape: Shape, said: Words) -> str:
    """What is drawn, with the side that all figures share where the labels leave it out."""
    for own, other in (_SIDES, _SIDES[::-1]):
        shared = {getattr(one, own) for one in shape.points}
        if len(shared) == 1 and None not in shared and len({getattr(one, other) for one in shape.points}) > 1:
            return said.say("%(measure)s (%(party)s)", measure=shape.measure, party=next(iter(shared)))
    return said.word(shape.measure)


def said_of(measure: str) -> str | None:
    """The words of the source that stand in brackets behind a known measure: what nobody's figure is."""
    _, bracket, words = measure.partition(" (")
    return words.removesuffix(")") if bracket else None


def finding(plot: Plot) -> str:
    """The title that a statistician would write over the chart.

    What bounds, disputes, ties or figures that were left out make doubtful is not said: then the
    title only names what is drawn.
    """
    return {
        "line": _course,
        "change": _course,
        "grouped": _both_ways,
        "bars": _ends,
        "range": _plain,
        "share": _largest,
    }[plot.shape.kind](plot)


def _plain(plot: Plot) -> str:
    """What is drawn, and of when."""
    measure = measured(plot.shape, plot.said)
    if plot.shape.period is None:
        return measure
    return plot.said.say(
        "%(amount)s (%(period)s)", amount=measure, period=plot.said.period(plot.shape.period)
    )


def _course(plot: Plot) -> str:
    """«Rise of inflation from 5 % (2019) to 33 % (2023)», of the first of several parties."""
    own = [point for point in plot.points if party(point) == party(plot.points[0])]
    first, last = _told_of(own[0].period, own), _told_of(own[-1].period, own)
    told = _from_to(first, last, plot)
    name = called(own[0], plot.shape, plot.said)
    if name in plot.shape.measure or name == plot.said.word(plot.shape.measure):
        return told
    return plot.said.say("%(party)s: %(finding)s", party=name, finding=told)


def _from_to(first: Sequence[Datapoint], last: Sequence[Datapoint], plot: Plot) -> str:
    """The way from the first figure to the last; only the times where sources differ about one of them."""
    if len(first) == len(last) == 1:
        way, told = _direction(first, last), [dated(one[0], plot) for one in (first, last)]
    else:
        way, told = None, [plot.said.period(one[0].period or "") for one in (first, last)]
    return plot.said.say(_WAYS[way], measure=plot.shape.measure, start=told[0], end=told[1])


def _told_of(period: str | None, points: Sequence[Datapoint]) -> tuple[Datapoint, ...]:
    """What is told for a time, by one source or by several that differ."""
    return tuple(point for point in points if point.period == period)


def _direction(first: Sequence[Datapoint], last: Sequence[Datapoint]) -> str | None:
    """Which way figures went; None where bounds, ranges or equal figures leave it open."""
    if any(point.qualifier and point.qualifier.is_bound for point in (*first, *last)):
        return None
    if min(map(low, last)) > max(map(high, first)):
        return "rose"
    return "fell" if max(map(high, last)) < min(map(low, first)) else None


def _both_ways(plot: Plot) -> str:
    """Who rose and who fell between the two times."""
    start, end = sorted({point.period or "" for point in plot.points})
    ways: dict[str, list[str]] = {"rose": [], "fell": []}
    for whose in dict.fromkeys(map(party, plot.points)):
        own = [point for point in plot.points if party(point) == whose]
        way = _direction(_told_of(start, own), _told_of(end, own))
        if way:
            ways[way].append(called(own[0], plot.shape, plot.said))
    joint = plot.said.say("list separator")
    parts = [
        plot.said.say(_WAYS_OF_PARTIES[way], parties=joint.join(names))
        for way, names in ways.items()
        if names
    ]
    expected = any(point.qualifier is Qualifier.FORECAST for point in _told_of(end, plot.points))
    values = {
        "measure": plot.shape.measure,
        "start": plot.said.period(start),
        "end": plot.said.say("%(end)s (expected)", end=plot.said.period(end))
        if expected
        else plot.said.period(end),
    }
    if not parts:
        return plot.said.say("%(measure)s between %(start)s and %(end)s", **values)
    return plot.said.say(
        "%(measure)s between %(start)s and %(end)s: %(ways)s",
        ways=plot.said.say("part separator").join(parts),
        **values,
    )


def _ends(plot: Plot) -> str:
    """The highest and, where all are shown, the lowest; neither where one of them is not sure."""
    if any(not _is_sure(point, mark) for point, mark in zip(plot.points, plot.marks, strict=True)):
        return _plain(plot)
    ordered = sorted(plot.points, key=high)
    most, least = ordered[-1], ordered[0]
    if high(ordered[-2]) >= low(most) or low(ordered[1]) <= high(least):
        return _plain(plot)
    values = {
        "measure": measured(plot.shape, plot.said),
        "most": called(most, plot.shape, plot.said),
        "high": amount(most, plot),
    }
    if plot.shape.left_out:
        return plot.said.say("%(measure)s: highest %(most)s (%(high)s)", **values)
    return plot.said.say(
        "%(measure)s: highest %(most)s (%(high)s), lowest %(least)s (%(low)s)",
        least=called(least, plot.shape, plot.said),
        low=amount(least, plot),
        **values,
    )


def _is_sure(point: Datapoint, mark: Mark) -> bool:
    """Whether a figure may be set above or below others."""
    bounded = point.qualifier is not None and point.qualifier.is_bound
    return not (mark.rival or bounded or is_doubted(point))


def is_doubted(point: Datapoint) -> bool:
    """Whether its source puts a figure with reserve; a forecast is told as one anyway."""
    return point.certainty is Certainty.HEDGED and point.qualifier is not Qualifier.FORECAST


def _largest(plot: Plot) -> str:
    """The part that is larger than all others and the rest together; else only what is drawn."""
    first, mark = plot.points[0], plot.marks[0]
    if not _is_sure(first, mark) or low(first) <= _HALF:
        return _plain(plot)
    return plot.said.say(
        "%(measure)s: the largest part is of %(party)s (%(share)s)",
        measure=plot.shape.measure,
        party=called(first, plot.shape, plot.said),
        share=amount(first, plot),
    )


def amount(point: Datapoint, plot: Plot, *, unit: bool = True) -> str:
    """The figure with its unit and, around both, what its source adds to it."""
    ends = (low(point) / plot.scale, high(point) / plot.scale)
    if not unit:
        return plot.said.amount(*ends, point.qualifier, _sign(plot))
    told = _named(plot.said.amount(*ends, None, _sign(plot)), high(point), plot)
    return plot.said.say(f"qualifier:{point.qualifier}", value=told) if point.qualifier else told


def _named(told: str, value: Decimal, plot: Plot) -> str:
    """A number with its unit, told in the scale of the chart."""
    unit = plot.said.unit(plot.shape.unit, value, len(str(plot.scale)) - 1)
    return " ".join(filter(None, (told, unit)))


def _sign(plot: Plot) -> str:
    return "%" if plot.shape.unit == "percent" else ""


def dated(point: Datapoint, plot: Plot) -> str:
    """The figure with its unit and its time."""
    told = amount(point, plot)
    if not point.period:
        return told
    return plot.said.say("%(amount)s (%(period)s)", amount=told, period=plot.said.period(point.period))

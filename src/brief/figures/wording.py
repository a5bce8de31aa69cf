"""What the ready charts say in words: title, unit, note and alternative text."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from brief.figures import finding
from brief.model import AT_LEAST, AT_MOST, Certainty, Datapoint, Mark, Qualifier
from brief.rivals import at_odds, high, low
from brief.words import Words

_BREATH = 400  # characters between two figures that a reader sees set side by side
_OPEN = AT_LEAST | AT_MOST | {Qualifier.FORECAST}
_MANY = Decimal(100)  # asks a unit for the form that stands without a number


class Request(Struct, frozen=True):
    """What a chart is asked to show: the first of `measures` that the sources speak of."""

    id: str
    measures: tuple[str, ...]
    kind: str
    layout: str


class Frame(Struct, frozen=True):
    """What all marks are seen against: the common period, the topic's party, the one they share."""

    period: str | None
    topic: str | None
    shared: str | None


class Plot(Struct, frozen=True):
    """What titles and notes are made from: the figures with their marks, in one order."""

    request: Request
    points: tuple[Datapoint, ...]
    marks: tuple[Mark, ...]
    said: Words
    unit: str
    scale: int
    frame: Frame
    bilateral: bool

    @property
    def compared(self) -> list[tuple[Datapoint, Mark]]:
        """The figures that may be compared."""
        return [(point, mark) for point, mark in zip(self.points, self.marks, strict=True) if not mark.apart]


def _amount(point: Datapoint, plot: Plot, *, unit: bool = True) -> str:
    """The figure with its unit, unless it stands in a column of them, and with its qualifier around both."""
    percent, ends = plot.unit == "percent", (low(point) / plot.scale, high(point) / plot.scale)
    if percent or not unit:
        return plot.said.amount(*ends, point.qualifier, "%" if percent else "")
    told = " ".join(filter(None, (plot.said.amount(*ends, None), _unit(high(point), plot))))
    return plot.said.say(f"qualifier:{point.qualifier}", value=told) if point.qualifier else told


def _unit(value: Decimal, plot: Plot) -> str:
    """The unit after a number that is told in the scale of the chart."""
    return plot.said.unit(plot.unit.partition("_per_")[0], value, len(str(plot.scale)) - 1)


def said_of(point: Datapoint) -> str | None:
    """The words in which a source tells what a price of nobody is: those in brackets of its measure."""
    return finding.said_of(point.measure or "") if point.subject is None else None


def trade_title(plot: Plot) -> str:
    """The largest against the smallest where that may be said, else the largest alone."""
    (first, top), (last, bottom) = plot.compared[0], plot.compared[-1]
    times = _ratio(plot)
    measure = first.measure or ""
    if times is None:
        return plot.said.say(
            "%(measure)s of %(parties)s: %(amount)s",
            measure=measure,
            parties=top.label,
            amount=_told_amount(top, plot),
        )
    counted = plot.said.counted(times, "about %(n)s times", "about %(n)s times")
    values = {"first": top.label, "second": bottom.label, "times": counted}
    if plot.bilateral and first.counterpart and last.counterpart:
        return plot.said.say("trade of %(first)s is %(times)s that of %(second)s", **values)
    return plot.said.say(
        "%(measure)s of %(first)s is %(times)s that of %(second)s", measure=measure, **values
    )


def _told_amount(top: Mark, plot: Plot) -> str:
    """What the sources tell of the one that leads: its exact figure, or between which they differ."""
    same = [point for point, mark in plot.compared if _thing(mark) == _thing(top)]
    if top.period is None or not at_odds(same):
        return _amount(min(same, key=lambda point: point.qualifier is not None), plot)
    ends = (min(low(point) for point in same), max(high(point) for point in same))
    told = plot.said.amount(ends[0] / plot.scale, ends[1] / plot.scale, None)
    return f"{told} {_unit(ends[1], plot)}"


def _ratio(plot: Plot) -> int | None:
    """How often the smallest goes into the largest: two parties, one stated time, no mere bounds.

    Without a time only figures of one breath are set against each other.
    """
    (first, top), (last, bottom) = plot.compared[0], plot.compared[-1]
    if Certainty.HEDGED in (first.certainty, last.certainty):
        return None
    bounds = {first.qualifier, last.qualifier} & _OPEN
    if _thing(top)[1] == _thing(bottom)[1] or bounds or _disputes(plot):
        return None
    if plot.frame.period is None and not _one_breath(first, last):
        return None
    small = low(last)
    ratio = low(first) / small if small > 0 else Decimal(0)
    return round(ratio) if ratio >= 2 and first.value is not None and last.value is not None else None


def _one_breath(first: Datapoint, last: Datapoint) -> bool:
    """Whether two figures stand in one sentence or nearly."""
    one, other = first.anchor, last.anchor
    return one.source == other.source and abs(one.start - other.start) < _BREATH


def price_title(plot: Plot) -> str:
    """What one seller asks of several buyers, else the lowest price and the highest."""
    if plot.unit == "percent":
        return _share_title(plot)
    points = [point for point, _ in plot.compared]
    if _disputes(plot):
        return plot.said.word((points[0].measure or "").partition(" (")[0])
    if said_of(points[0]):
        return plot.said.say(
            "%(measure)s of %(parties)s: %(amount)s",
            measure=(points[0].measure or "").partition(" (")[0],
            parties=said_of(points[0]),
            amount=_told_amount(plot.compared[0][1], plot),
        )
    own = [point for point in points if point.subject == plot.frame.topic and point.counterpart]
    if len({point.counterpart for point in own}) > 1 and plot.frame.topic:
        each = [
            plot.said.say("%(amount)s to %(buyer)s", amount=_amount(point, plot), buyer=point.counterpart)
            for point in own
        ]
        return plot.said.say(
            "gas of %(seller)s: %(prices)s",
            seller=plot.frame.topic,
            prices=plot.said.say("list separator").join(each),
        )
    least, most = min(points, key=low), max(points, key=high)
    if least.id == most.id:
        return _priced(least, plot)
    return plot.said.say(
        "gas price from %(low)s to %(high)s", low=_priced(least, plot), high=_priced(most, plot)
    )


def _priced(point: Datapoint, plot: Plot) -> str:
    amount, seller = _amount(point, plot), point.subject or plot.said.say("party not named")
    if point.counterpart:
        return plot.said.say(
            "%(amount)s (%(seller)s to %(buyer)s)", amount=amount, seller=seller, buyer=point.counterpart
        )
    return plot.said.say("%(amount)s (%(seller)s)", amount=amount, seller=seller)


def _share_title(plot: Plot) -> str:
    point = plot.compared[0][0]
    share, seller = _amount(point, plot), point.subject or plot.said.say("party not named")
    if point.counterpart:
        return plot.said.say(
            "%(seller)s supplies %(share)s of the arms of %(buyer)s",
            seller=seller,
            share=share,
            buyer=point.counterpart,
        )
    return plot.said.say("%(seller)s supplies %(share)s of the arms bought", seller=seller, share=share)


def unit_label(plot: Plot) -> str:
    """What stands under the title: scale and unit, or what a square stands for."""
    if plot.request.kind == "share":
        return plot.said.say("each square is one percent of the arms bought")
    return plot.said.unit(plot.unit, _MANY * plot.scale)


def note(plot: Plot) -> str:
    """Period, what stands apart and why, what was computed."""
    said = plot.said
    parts = (
        [said.say("Period: %(period)s.", period=said.period(plot.frame.period))] if plot.frame.period else []
    )
    if all(point.period is None for point in plot.points):
        parts.append(said.say("The sources name no period for these figures."))
    for point, mark in zip(plot.points, plot.marks, strict=True):
        if mark.apart and point.period:
            period = said.period(point.period)
            parts.append(
                said.say(
                    "%(label)s (%(period)s) is of another period and not for comparison.",
                    label=mark.label,
                    period=period,
                )
            )
        elif mark.apart:
            parts.append(said.say("%(label)s: period not stated, not for comparison.", label=mark.label))
    return " ".join([*parts, *_computed(plot), *_disputed(plot)])


def _computed(plot: Plot) -> list[str]:
    first, last = plot.compared[0][0], plot.compared[-1][0]
    if plot.request.layout != "pairs" or _ratio(plot) is None:
        return []
    ends = (plot.said.number(high(point) / plot.scale) for point in (first, last))
    return [
        plot.said.say(
            "Ratio computed: %(first)s over %(second)s.", **dict(zip(("first", "second"), ends, strict=True))
        )
    ]


def _disputed(plot: Plot) -> list[str]:
    """Sources that differ about one thing are all drawn, and it is said."""
    return [
        plot.said.say("The sources give different figures for %(label)s; all are shown.", label=label)
        for label in _disputes(plot)
    ]


def _disputes(plot: Plot) -> list[str]:
    """The labels of what two sources tell differently: one measure, one time, the same parties."""
    things: dict[tuple[str | None, ...], list[Datapoint]] = {}
    for point, mark in zip(plot.points, plot.marks, strict=True):
        things.setdefault(_thing(mark), []).append(point)
    return list(dict.fromkeys(str(thing[1]) for thing, told in things.items() if thing[2] and at_odds(told)))


def _thing(mark: Mark) -> tuple[str | None, ...]:
    """What a mark tells the figure of."""
    return mark.group, mark.label, mark.period


def alt(plot: Plot, title: str, unit: str) -> str:
    """The chart for those who cannot see it, all its numbers said."""
    said = plot.said
    told = []
    for point, mark in zip(plot.points, plot.marks, strict=True):
        label = (
            mark.label if plot.request.layout == "pairs" or not mark.group else f"{mark.label} ({mark.group})"
        )
        amount = _amount(point, plot, unit=False)
        if point.period:
            told.append(
                said.say(
                    "%(label)s: %(amount)s, %(period)s",
                    label=label,
                    amount=amount,
                    period=said.period(point.period),
                )
            )
        else:
            told.append(said.say("%(label)s: %(amount)s", label=label, amount=amount))
    figures = said.say("list separator").join(told)
    return said.say(
        "chart in words: %(title)s. %(unit)s. %(figures)s.", title=title, unit=unit, figures=figures
    )

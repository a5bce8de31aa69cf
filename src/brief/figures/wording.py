"""What a chart says in words: its title, unit, note and alternative text."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from msgspec import Struct

from brief.model import Datapoint, Mark
from brief.words import Words

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


def low(point: Datapoint) -> Decimal:
    """The figure, or the lower end of its range."""
    return point.value if point.value is not None else point.low or Decimal(0)


def high(point: Datapoint) -> Decimal:
    """The figure, or the upper end of its range."""
    return point.value if point.value is not None else point.high or Decimal(0)


def _amount(point: Datapoint, plot: Plot, *, unit: bool = True) -> str:
    """The figure with its qualifier and, unless it stands in a column of them, its unit."""
    percent = plot.unit == "percent"
    figure = plot.said.amount(
        low(point) / plot.scale, high(point) / plot.scale, point.qualifier, "%" if percent else ""
    )
    name = plot.said.unit(plot.unit.partition("_per_")[0], high(point)) if unit and not percent else ""
    return " ".join(filter(None, (figure, name)))


def trade_title(plot: Plot) -> str:
    """The largest against the smallest of the common period, else the largest alone."""
    (first, top), (last, bottom) = plot.compared[0], plot.compared[-1]
    times = _times(first, last)
    measure = first.measure or ""
    if times is None or first.id == last.id:
        return plot.said.say(
            "%(measure)s of %(parties)s: %(amount)s",
            measure=measure,
            parties=top.label,
            amount=_amount(first, plot),
        )
    counted = plot.said.counted(times, "about %(n)s times", "about %(n)s times")
    values = {"first": top.label, "second": bottom.label, "times": counted}
    if plot.bilateral and first.counterpart and last.counterpart:
        return plot.said.say("trade of %(first)s is %(times)s that of %(second)s", **values)
    return plot.said.say(
        "%(measure)s of %(first)s is %(times)s that of %(second)s", measure=measure, **values
    )


def _times(first: Datapoint, last: Datapoint) -> int | None:
    """How often the smaller goes into the larger, where it is at least twice."""
    small = low(last)
    ratio = low(first) / small if small > 0 else Decimal(0)
    return round(ratio) if ratio >= 2 and first.value is not None and last.value is not None else None


def price_title(plot: Plot) -> str:
    """What one seller asks of several buyers, else the lowest price and the highest."""
    if plot.unit == "percent":
        return _share_title(plot)
    points = [point for point, _ in plot.compared]
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
    if plot.request.layout != "pairs" or first.id == last.id or _times(first, last) is None:
        return []
    ends = (plot.said.number(high(point) / plot.scale) for point in (first, last))
    return [
        plot.said.say(
            "Ratio computed: %(first)s over %(second)s.", **dict(zip(("first", "second"), ends, strict=True))
        )
    ]


def _disputed(plot: Plot) -> list[str]:
    """Two figures for the same parties and period are both drawn, and it is said."""
    told = Counter((mark.group, mark.label) for mark in plot.marks)
    labels = dict.fromkeys(label for (_, label), count in told.items() if count > 1)
    return [
        plot.said.say("The sources give different figures for %(label)s; all are shown.", label=label)
        for label in labels
    ]


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

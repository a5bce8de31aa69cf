"""Datapoints -> charts as data, and the choice of the key figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from brief import measures
from brief.language import Language, table
from brief.measures import Measure
from brief.model import Chart, Datapoint, Mark
from brief.words import Words, words

_MANY = Decimal(100)  # asks a unit for the form that stands without a number
_KEY_FIGURES = 8
_ISO = 3  # letters of a currency that can be named


class Request(Struct, frozen=True):
    """What a chart is asked to show: the first of `measures` that the sources speak of."""

    id: str
    measures: tuple[str, ...]
    kind: str
    layout: str


def charts(points: Sequence[Datapoint], requests: Sequence[str], language: Language, locale: str) -> tuple[Chart, ...]:
    """The charts that `requests` name, in their order.

    One without comparable figures has kind «none» and says so in its note.
    """
    said = words(language.code, locale)
    known = table(language.code, "figures")
    return tuple(_chart(name, known.get(name), points, language, said) for name in requests)


def _chart(name: str, data: dict[str, object] | None, points: Sequence[Datapoint], language: Language, said: Words) -> Chart:
    request = _request(name, data) if data else None
    shown = _chosen(request, points, language) if request else ()
    if request is None or not shown:
        return _empty(name, said)
    period = _common_period(shown)
    unit = shown[0].unit
    scale = _scale(shown)
    ordered = _LAYOUTS[request.layout].order(shown, period)
    frame = _Frame(period, _topic(points, shown, request), _shared([point for point in shown if not _apart(point, period)]))
    marks = tuple(_mark(point, scale, frame, request, said) for point in ordered)
    plot = _Plot(request, ordered, marks, said, unit, scale, frame)
    title = _LAYOUTS[request.layout].title(plot)
    unit_label = _unit_label(plot)
    return Chart(
        id=name,
        title=title,
        kind="share" if request.kind == "share" else "bars",
        unit=unit,
        unit_label=unit_label,
        scale=scale,
        datapoints=tuple(point.id for point in ordered),
        marks=marks,
        evidence=tuple(point.evidence for point in ordered),
        note=_note(plot),
        alt=_alt(plot, title, unit_label),
    )


def _request(name: str, data: dict[str, object]) -> Request:
    known = data["measures"]
    return Request(name, tuple(known) if isinstance(known, list) else (), str(data["kind"]), str(data["layout"]))


def _empty(name: str, said: Words) -> Chart:
    title, note = said.say(f"chart:{name}"), said.say("no comparable figures")
    return Chart(
        id=name,
        title=name if title == f"chart:{name}" else title,
        kind="none",
        unit=None,
        unit_label=None,
        scale=1,
        datapoints=(),
        marks=(),
        evidence=(),
        note=note,
        alt=note,
    )


class _Frame(Struct, frozen=True):
    """What all marks of a chart are seen against: the common period, the party that is the topic
    and is drawn with an accent, and the party that every comparable figure shares."""

    period: str | None
    topic: str | None
    shared: str | None


class _Plot(Struct, frozen=True):
    """What titles and notes are made from: the figures with their marks, in one order."""

    request: Request
    points: tuple[Datapoint, ...]
    marks: tuple[Mark, ...]
    said: Words
    unit: str
    scale: int
    frame: _Frame

    @property
    def compared(self) -> list[tuple[Datapoint, Mark]]:
        """The figures that may be compared."""
        return [(point, mark) for point, mark in zip(self.points, self.marks, strict=True) if not mark.apart]


# Which figures ----------------------------------------------------------------------------


def _chosen(request: Request, points: Sequence[Datapoint], language: Language) -> tuple[Datapoint, ...]:
    """The figures of one measure in one unit: of the first measure that has any, the commonest unit."""
    known = {one.id: one for one in measures.lexicon(language).measures}
    for name in request.measures:
        fit = [point for point in points if measures.is_of(point.measure, known[name]) and point.subject and _fits(point, request)]
        if fit:
            counted = Counter((point.measure, point.unit) for point in fit)
            best = min(counted, key=lambda one: (-counted[one], one[1] != "usd", one[0] or "", one[1]))
            return _told_once([point for point in fit if (point.measure, point.unit) == best])
    return ()


def _fits(point: Datapoint, request: Request) -> bool:
    if request.kind == "share":
        return (point.high or point.value or Decimal(0)) <= 100
    return request.layout != "sellers" or point.unit.endswith("_per_mmbtu")


def _told_once(points: Iterable[Datapoint]) -> tuple[Datapoint, ...]:
    """The same figure of two sources is one; the first tells it."""
    seen: dict[tuple[object, ...], Datapoint] = {}
    for point in points:
        parties = frozenset({point.subject, point.counterpart})
        seen.setdefault((parties, point.period, point.value, point.low, point.high), point)
    return tuple(seen.values())


def _common_period(points: Sequence[Datapoint]) -> str | None:
    """The period that most figures share, the later one of two; None where none is stated."""
    counted = Counter(point.period for point in points if point.period)
    if not counted:
        return None
    return max(counted, key=lambda period: (counted[period], period))


def _apart(point: Datapoint, period: str | None) -> bool:
    return point.period != period


def _scale(points: Sequence[Datapoint]) -> int:
    largest = max(_high(point) for point in points)
    return 10**9 if largest >= 10**9 else 10**6 if largest >= 10**6 else 1


def _low(point: Datapoint) -> Decimal:
    return point.value if point.value is not None else point.low or Decimal(0)


def _high(point: Datapoint) -> Decimal:
    return point.value if point.value is not None else point.high or Decimal(0)


def _topic(points: Sequence[Datapoint], shown: Sequence[Datapoint], request: Request) -> str | None:
    """The drawn party (the seller, where there is one) that the figures of the topic speak of most,
    not counting the one that all marks share."""
    counted = Counter(party for point in points for party in (point.subject, point.counterpart) if party)
    everywhere = set() if request.layout == "sellers" else {_shared(shown)}
    sold = request.layout == "sellers"
    drawn = {party for point in shown for party in (point.subject, None if sold else point.counterpart) if party}
    free = [party for party in counted if party in drawn and party not in everywhere]
    return min(free, key=lambda party: (-counted[party], party), default=None)


def _shared(points: Sequence[Datapoint]) -> str | None:
    """The one party that two or more figures have in common."""
    if len(points) < 2:
        return None
    common = set.intersection(*({point.subject, point.counterpart} for point in points)) - {None}
    return min(filter(None, common), default=None)


# How they stand ---------------------------------------------------------------------------


class _Layout(Struct, frozen=True):
    """How the marks of a chart are ordered and labelled, and what its title says."""

    order: Callable[[Sequence[Datapoint], str | None], tuple[Datapoint, ...]]
    label: Callable[[Datapoint, str | None, Words], str]
    group: Callable[[Datapoint, Words], str | None]
    title: Callable[[_Plot], str]


def _mark(point: Datapoint, scale: int, frame: _Frame, request: Request, said: Words) -> Mark:
    layout, period, topic = _LAYOUTS[request.layout], frame.period, frame.topic
    return Mark(
        label=layout.label(point, frame.shared, said),
        group=None if request.kind == "share" else layout.group(point, said),
        low=_low(point) / scale,
        high=_high(point) / scale,
        qualifier=point.qualifier,
        period=point.period,
        datapoint=point.id,
        accent=topic is not None and topic in (point.subject, point.counterpart) and not _apart(point, period),
        apart=_apart(point, period),
    )


def _largest_first(points: Sequence[Datapoint], period: str | None) -> tuple[Datapoint, ...]:
    """The common period first, then the later years; within a year the largest first."""
    def key(point: Datapoint) -> tuple[object, ...]:
        late = tuple(-ord(sign) for sign in point.period or "")
        return _apart(point, period), point.period is None, late, -_high(point), point.id

    return tuple(sorted(points, key=key))


def _by_buyer(points: Sequence[Datapoint], period: str | None) -> tuple[Datapoint, ...]:
    """Every buyer's prices together, the cheapest first; the buyer of most sellers leads."""
    sellers = Counter(point.counterpart for point in points)

    def key(point: Datapoint) -> tuple[object, ...]:
        buyer = point.counterpart
        return _apart(point, period), -sellers[buyer], buyer or "", _high(point), point.subject or "", point.id

    return tuple(sorted(points, key=key))


def _pair_label(point: Datapoint, shared: str | None, said: Words) -> str:
    """Both parties, the one that all figures share first."""
    if point.subject and point.counterpart:
        pair = sorted((point.subject, point.counterpart), key=lambda party: party != shared)
        return said.say("%(subject)s and %(counterpart)s", subject=pair[0], counterpart=pair[1])
    return point.subject or said.say("party not named")


def _period_group(point: Datapoint, said: Words) -> str | None:
    return said.period(point.period) if point.period else None


def _seller_label(point: Datapoint, _shared: str | None, said: Words) -> str:
    return point.subject or said.say("party not named")


def _buyer_group(point: Datapoint, said: Words) -> str | None:
    buyer = point.counterpart or said.say("buyer not named")
    return said.say("paid by %(buyer)s", buyer=buyer) if point.counterpart else buyer


# What is said -----------------------------------------------------------------------------


def _amount(point: Datapoint, plot: _Plot, *, unit: bool = True) -> str:
    """The figure with its qualifier and, unless it stands in a column of them, its unit."""
    percent = plot.unit == "percent"
    figure = plot.said.amount(_low(point) / plot.scale, _high(point) / plot.scale, point.qualifier, "%" if percent else "")
    name = plot.said.unit(plot.unit.partition("_per_")[0], _high(point)) if unit and not percent else ""
    return " ".join(filter(None, (figure, name)))


def _trade_title(plot: _Plot) -> str:
    """The largest against the smallest of the common period, else the largest alone."""
    (first, top), (last, bottom) = plot.compared[0], plot.compared[-1]
    times = _times(first, last)
    measure = first.measure or ""
    if times is None or first.id == last.id:
        return plot.said.say("%(measure)s of %(parties)s: %(amount)s", measure=measure, parties=top.label, amount=_amount(first, plot))
    counted = plot.said.counted(times, "about %(n)s times", "about %(n)s times")
    bilateral = plot.request.measures[0] == "trade" and first.counterpart and last.counterpart
    message = "trade of %(first)s is %(times)s that of %(second)s" if bilateral and _is_trade(plot) else "%(measure)s of %(first)s is %(times)s that of %(second)s"
    values = {"first": top.label, "second": bottom.label, "times": counted}
    return plot.said.say(message, **values) if "%(measure)s" not in message else plot.said.say(message, measure=measure, **values)


def _is_trade(plot: _Plot) -> bool:
    trade = next(one.label for one in measures.lexicon(_language(plot)).measures if one.id == "trade")
    return plot.points[0].measure == trade


def _language(plot: _Plot) -> Language:
    from brief.language import load

    return load(plot.said.locale[:2])


def _times(first: Datapoint, last: Datapoint) -> int | None:
    """How often the smaller goes into the larger, where it is at least twice."""
    small = _low(last)
    ratio = _low(first) / small if small > 0 else Decimal(0)
    return round(ratio) if ratio >= 2 and first.value is not None and last.value is not None else None


def _price_title(plot: _Plot) -> str:
    """What one seller asks of several buyers, else the lowest price and the highest."""
    if plot.unit == "percent":
        return _share_title(plot)
    points = [point for point, _ in plot.compared]
    own = [point for point in points if point.subject == plot.frame.topic and point.counterpart]
    if len({point.counterpart for point in own}) > 1 and plot.frame.topic:
        each = [plot.said.say("%(amount)s to %(buyer)s", amount=_amount(point, plot), buyer=point.counterpart) for point in own]
        return plot.said.say("gas of %(seller)s: %(prices)s", seller=plot.frame.topic, prices=plot.said.say("list separator").join(each))
    low, high = min(points, key=_low), max(points, key=_high)
    if low.id == high.id:
        return _priced(low, plot)
    return plot.said.say("gas price from %(low)s to %(high)s", low=_priced(low, plot), high=_priced(high, plot))


def _priced(point: Datapoint, plot: _Plot) -> str:
    amount, seller = _amount(point, plot), point.subject or plot.said.say("party not named")
    if point.counterpart:
        return plot.said.say("%(amount)s (%(seller)s to %(buyer)s)", amount=amount, seller=seller, buyer=point.counterpart)
    return plot.said.say("%(amount)s (%(seller)s)", amount=amount, seller=seller)


def _share_title(plot: _Plot) -> str:
    point = plot.compared[0][0]
    share, seller = _amount(point, plot), point.subject or plot.said.say("party not named")
    if point.counterpart:
        return plot.said.say("%(seller)s supplies %(share)s of the arms of %(buyer)s", seller=seller, share=share, buyer=point.counterpart)
    return plot.said.say("%(seller)s supplies %(share)s of the arms bought", seller=seller, share=share)


_LAYOUTS = {
    "pairs": _Layout(_largest_first, _pair_label, _period_group, _trade_title),
    "sellers": _Layout(_by_buyer, _seller_label, _buyer_group, _price_title),
}


def _unit_label(plot: _Plot) -> str:
    if plot.request.kind == "share":
        return plot.said.say("each square is one percent of the arms bought")
    return plot.said.unit(plot.unit, _MANY * plot.scale)


def _note(plot: _Plot) -> str:
    """Period, what stands apart and why, what was computed."""
    said = plot.said
    parts = [said.say("Period: %(period)s.", period=said.period(plot.frame.period))] if plot.frame.period else []
    if all(point.period is None for point in plot.points):
        parts.append(said.say("The sources name no period for these figures."))
    for point, mark in zip(plot.points, plot.marks, strict=True):
        if mark.apart and point.period:
            period = said.period(point.period)
            parts.append(said.say("%(label)s (%(period)s) is of another period and not for comparison.", label=mark.label, period=period))
        elif mark.apart:
            parts.append(said.say("%(label)s: period not stated, not for comparison.", label=mark.label))
    return " ".join([*parts, *_computed(plot), *_disputed(plot)])


def _computed(plot: _Plot) -> list[str]:
    first, last = plot.compared[0][0], plot.compared[-1][0]
    if plot.request.layout != "pairs" or first.id == last.id or _times(first, last) is None:
        return []
    ends = (plot.said.number(_high(point) / plot.scale) for point in (first, last))
    return [plot.said.say("Ratio computed: %(first)s over %(second)s.", **dict(zip(("first", "second"), ends, strict=True)))]


def _disputed(plot: _Plot) -> list[str]:
    """Two figures for the same parties and period are both drawn, and it is said."""
    told = Counter((mark.group, mark.label) for mark in plot.marks)
    labels = dict.fromkeys(label for (_, label), count in told.items() if count > 1)
    return [plot.said.say("The sources give different figures for %(label)s; all are shown.", label=label) for label in labels]


def _alt(plot: _Plot, title: str, unit_label: str) -> str:
    said = plot.said
    told = []
    for point, mark in zip(plot.points, plot.marks, strict=True):
        label = mark.label if plot.request.layout == "pairs" or not mark.group else f"{mark.label} ({mark.group})"
        amount = _amount(point, plot, unit=False)
        if point.period:
            told.append(said.say("%(label)s: %(amount)s, %(period)s", label=label, amount=amount, period=said.period(point.period)))
        else:
            told.append(said.say("%(label)s: %(amount)s", label=label, amount=amount))
    figures = said.say("list separator").join(told)
    return said.say("chart in words: %(title)s. %(unit)s. %(figures)s.", title=title, unit=unit_label, figures=figures)


# Key figures ------------------------------------------------------------------------------

_WEIGHTS = {"money": 3.0, "energy_price": 2.6, "barrel_price": 2.5, "percent": 2.5, "other": 0.0}
_TELLING = {"bcm": 2.5, "bcm_per_year": 2.5, "barrel_per_day": 2.5, "tonne": 2.3, "persons": 2.3, "km": 1.5, "count": 1.2}


def key_figures(points: Sequence[Datapoint], language: Language) -> tuple[str, ...]:
    """The ids of the most telling figures, the most telling first; at most eight, no figure twice."""
    known = measures.lexicon(language).measures
    told = Counter(_sense(point) for point in points)
    scored = [(_weight(point, known) + 0.8 * (told[_sense(point)] > 1), at, point) for at, point in enumerate(points)]
    chosen: list[Datapoint] = []
    for weight, _, point in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        alike = sum(other.measure == point.measure and other.unit == point.unit for other in chosen)
        if weight > 0 and alike < 3 and _sense(point) not in {_sense(other) for other in chosen}:
            chosen.append(point)
    return tuple(point.id for point in chosen[:_KEY_FIGURES])


def _sense(point: Datapoint) -> tuple[object, ...]:
    return point.value, point.low, point.high, point.unit, point.period and point.period[:4]


def _weight(point: Datapoint, known: Sequence[Measure]) -> float:
    """How much a figure tells: its unit first, then how much is known of it."""
    family = measures.kind(point.unit)
    if family == "money" and len(point.unit) != _ISO:
        return 0.0
    base = _TELLING.get(point.unit, 0.0) if family == "other" else _WEIGHTS[family]
    if not base or point.measure is None or (point.unit == "count" and _high(point) < 10):
        return 0.0
    detail = 0.6 * any(measures.is_of(point.measure, one) for one in known) + 0.4 * bool(point.period) + 0.3 * bool(point.subject)
    return base + detail + 0.3 * bool(point.counterpart)

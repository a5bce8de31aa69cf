"""The ready requests: trade between parties, prices by buyer and seller, the share of arms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from brief import measures
from brief.figures.cells import groups, party
from brief.figures.drawn import drawn, refused
from brief.figures.shapes import Shape, shapes
from brief.figures.wording import (
    Frame,
    Plot,
    Request,
    alt,
    note,
    price_title,
    said_of,
    trade_title,
    unit_label,
)
from brief.language import Language, table
from brief.model import Certainty, Chart, Datapoint, Mark
from brief.rivals import high, low, relation
from brief.words import Words


def names(language: Language) -> tuple[str, ...]:
    """The ids of the ready requests."""
    return tuple(table(language.code, "figures"))


def ready(name: str, points: Sequence[Datapoint], language: Language, said: Words) -> Chart:
    """The chart of a ready request; kind «none», and a note, where the sources hold nothing for it."""
    request = _request(name, table(language.code, "figures")[name])
    told = _chosen(request, points, language)
    shown = _told_once(told)
    if not shown:
        return refused(name, said)
    if (course := _course(shown)) is not None:
        return drawn(name, course, said, also=told)
    period = _common_period(shown)
    unit = shown[0].unit
    scale = _scale(shown)
    rest = [point for point in told if point not in shown]
    ordered = _LAYOUTS[request.layout].order(shown, period)
    frame = Frame(
        period,
        _topic(points, shown, request),
        _shared([point for point in shown if not _apart(point, period)]),
    )
    marks = _rivalled([_mark(point, scale, frame, request, said) for point in ordered])
    plot = Plot(request, ordered, marks, said, unit, scale, frame, _bilateral(ordered, language))
    title, under = _LAYOUTS[request.layout].title(plot), unit_label(plot)
    passages = (anchor for point in [*ordered, *rest] for anchor in point.evidence)
    return Chart(
        id=name,
        title=title,
        kind="share" if request.kind == "share" else "bars",
        unit=unit,
        unit_label=under,
        scale=scale,
        datapoints=tuple(point.id for point in [*ordered, *rest]),
        marks=marks,
        evidence=tuple(dict.fromkeys(passages)),
        note=note(plot),
        alt=alt(plot, title, under),
    )


def _course(points: Sequence[Datapoint]) -> Shape | None:
    """The figures of one party at several times: they tell how it went, not who has more."""
    if len({party(point) for point in points}) > 1:
        return None
    return next((shape for group in groups(points) for shape in shapes(group, ("line", "change"))), None)


def _bilateral(points: Sequence[Datapoint], language: Language) -> bool:
    """Whether the figures are of trade between two parties."""
    trade = next(one for one in measures.lexicon(language).measures if one.id == "trade")
    return measures.is_of(points[0].measure, trade)


def _request(name: str, data: dict[str, object]) -> Request:
    known = data["measures"]
    return Request(
        name, tuple(known) if isinstance(known, list) else (), str(data["kind"]), str(data["layout"])
    )


# Which figures ----------------------------------------------------------------------------


def _chosen(request: Request, points: Sequence[Datapoint], language: Language) -> tuple[Datapoint, ...]:
    """The figures of one measure in one unit: of the first measure that has any, the commonest unit.

    The same figure may be told several times.
    """
    known = {one.id: one for one in measures.lexicon(language).measures}
    for name in request.measures:
        fit = [
            point for point in points if measures.is_of(point.measure, known[name]) and _fits(point, request)
        ]
        if fit:
            counted = Counter((point.measure, point.unit) for point in fit)
            best = min(counted, key=lambda one: (-counted[one], one[1] != "usd", one[0] or "", one[1]))
            chosen = [point for point in fit if (point.measure, point.unit) == best]
            return _aligned(chosen) if known[name].bilateral else tuple(chosen)
    return ()


def _aligned(points: Sequence[Datapoint]) -> tuple[Datapoint, ...]:
    """Figures of two equal parties, each two in the order in which they are first told."""
    first: dict[frozenset[str | None], tuple[str | None, str | None]] = {}
    sides = [
        first.setdefault(frozenset({point.subject, point.counterpart}), (point.subject, point.counterpart))
        for point in points
    ]
    return tuple(
        structs.replace(point, subject=subject, counterpart=counterpart)
        for point, (subject, counterpart) in zip(points, sides, strict=True)
    )


def _fits(point: Datapoint, request: Request) -> bool:
    """Whether a figure can be drawn: it says whose it is, a price at least which."""
    if point.certainty is Certainty.DENIED:
        return False
    nobodys = request.layout == "sellers" and point.counterpart is None and said_of(point) is not None
    if point.subject is None and not nobodys:
        return False
    if request.kind == "share":
        return (point.high or point.value or Decimal(0)) <= 100
    return request.layout != "sellers" or point.unit.endswith("_per_mmbtu")


def _told_once(points: Iterable[Datapoint]) -> tuple[Datapoint, ...]:
    """The same figure of two sources is one, and so is one told less exactly for the same time."""
    cells: dict[tuple[object, ...], list[Datapoint]] = {}
    for point in sorted(points, key=lambda point: point.qualifier is not None):
        told = cells.setdefault((frozenset({point.subject, point.counterpart}), point.period), [])
        if not any(_is_same(point, one) for one in told):
            told.append(point)
    kept = {point.id for told in cells.values() for point in told}
    return tuple(point for point in points if point.id in kept)


def _is_same(point: Datapoint, other: Datapoint) -> bool:
    if (low(point), high(point)) == (low(other), high(other)):
        return True
    return point.period is not None and point.qualifier is not None and relation(point, other) != "conflict"


def _common_period(points: Sequence[Datapoint]) -> str | None:
    """The period that most figures share, the later one of two; None where none is stated."""
    counted = Counter(point.period for point in points if point.period)
    if not counted:
        return None
    return max(counted, key=lambda period: (counted[period], period))


def _apart(point: Datapoint, period: str | None) -> bool:
    return point.period != period


def _scale(points: Sequence[Datapoint]) -> int:
    largest = max(abs(high(point)) for point in points)
    return 10**9 if largest >= 10**9 else 10**6 if largest >= 10**6 else 1


def _topic(points: Sequence[Datapoint], shown: Sequence[Datapoint], request: Request) -> str | None:
    """The drawn party, a seller where there is one, that the topic's figures speak of most.

    The one that all marks share does not count; where two are spoken of alike, nobody leads.
    """
    counted = Counter(party for point in points for party in (point.subject, point.counterpart) if party)
    everywhere = set() if request.layout == "sellers" else {_shared(shown)}
    sold = request.layout == "sellers"
    drawn = {
        party for point in shown for party in (point.subject, None if sold else point.counterpart) if party
    }
    free = [party for party in counted if party in drawn and party not in everywhere]
    ranked = sorted(free, key=lambda party: -counted[party])
    tied = len(ranked) > 1 and counted[ranked[0]] == counted[ranked[1]]
    return ranked[0] if ranked and not tied else None


def _shared(points: Sequence[Datapoint]) -> str | None:
    """The one party that two or more figures have in common; None where they share both."""
    if len(points) < 2:
        return None
    common = set.intersection(*({point.subject, point.counterpart} for point in points)) - {None}
    return next(iter(common)) if len(common) == 1 else None


# How they stand ---------------------------------------------------------------------------


class _Layout(Struct, frozen=True):
    """How the marks of a chart are ordered and labelled, and what its title says."""

    order: Callable[[Sequence[Datapoint], str | None], tuple[Datapoint, ...]]
    label: Callable[[Datapoint, str | None, Words], str]
    group: Callable[[Datapoint, Words], str | None]
    title: Callable[[Plot], str]


def _rivalled(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, those marked that tell the figure of one thing and time beside others."""
    things = Counter((mark.label, mark.group, mark.period) for mark in marks)
    return tuple(
        structs.replace(
            mark, rival=mark.period is not None and things[mark.label, mark.group, mark.period] > 1
        )
        for mark in marks
    )


def _mark(point: Datapoint, scale: int, frame: Frame, request: Request, said: Words) -> Mark:
    layout, period, topic = _LAYOUTS[request.layout], frame.period, frame.topic
    return Mark(
        label=layout.label(point, frame.shared, said),
        group=None if request.kind == "share" else layout.group(point, said),
        low=low(point) / scale,
        high=high(point) / scale,
        qualifier=point.qualifier,
        period=point.period,
        datapoint=point.id,
        accent=topic is not None
        and topic in (point.subject, point.counterpart)
        and not _apart(point, period),
        apart=_apart(point, period),
    )


def _largest_first(points: Sequence[Datapoint], period: str | None) -> tuple[Datapoint, ...]:
    """The common period first, then the later years; within a year the largest first."""

    def key(point: Datapoint) -> tuple[object, ...]:
        late = tuple(-ord(sign) for sign in point.period or "")
        return _apart(point, period), point.period is None, late, -high(point), point.id

    return tuple(sorted(points, key=key))


def _by_buyer(points: Sequence[Datapoint], period: str | None) -> tuple[Datapoint, ...]:
    """Every buyer's prices together, the cheapest first; the buyer of most sellers leads."""
    sellers = Counter(point.counterpart for point in points)

    def key(point: Datapoint) -> tuple[object, ...]:
        buyer = point.counterpart
        return _apart(point, period), -sellers[buyer], buyer or "", high(point), point.subject or "", point.id

    return tuple(sorted(points, key=key))


def _pair_label(point: Datapoint, shared: str | None, said: Words) -> str:
    """Both parties, the one that all figures share first."""
    if point.subject and point.counterpart:
        pair = sorted((point.subject, point.counterpart), key=lambda party: party != shared)
        return said.say("%(subject)s and %(counterpart)s", subject=pair[0], counterpart=pair[1])
    return said.word(point.subject) if point.subject else said.say("party not named")


def _period_group(point: Datapoint, said: Words) -> str | None:
    return said.period(point.period) if point.period else None


def _seller_label(point: Datapoint, _shared: str | None, said: Words) -> str:
    name = point.subject or said_of(point)
    return said.word(name) if name else said.say("party not named")


def _buyer_group(point: Datapoint, said: Words) -> str | None:
    if point.subject is None:
        return _period_group(point, said)
    buyer = point.counterpart or said.say("buyer not named")
    return said.say("paid by %(buyer)s", buyer=buyer) if point.counterpart else buyer


_LAYOUTS = {
    "pairs": _Layout(_largest_first, _pair_label, _period_group, trade_title),
    "sellers": _Layout(_by_buyer, _seller_label, _buyer_group, price_title),
}

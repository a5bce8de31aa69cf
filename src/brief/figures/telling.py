"""The choice of the key figures: those that tell a decision-maker most."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from brief import measures, names, quantities
from brief.figures.left import is_anybodys, is_left
from brief.figures.named import is_named
from brief.language import Language, fold
from brief.measures import Measure
from brief.model import Anchor, Certainty, Datapoint, Discrepancy, Document, Qualifier
from brief.rivals import ends

_KEY_FIGURES = 8
_MOST_ALIKE = 2  # of one measure in one unit, be it of different parties
_MOST_IN_UNIT = 4
_ISO = 3  # letters of a currency that can be named
_KINDS = {"money": 3.0, "energy_price": 2.6, "barrel_price": 2.5, "percent": 2.5}
_UNITS = {"bcm": 2.5, "barrel": 2.5, "tonne": 2.3, "persons": 2.3, "megawatt": 1.8, "km": 1.5, "count": 1.2}
_FEW = 10  # things that are fewer tell little
_YEAR = len("2024")
_LEAD = 3  # sentences that open an article
_COUNTED = frozenset({"count", "persons"})
_SIZED = frozenset({"money", "persons", "count", "tonne"})
_CERTAINTY = {Certainty.STATED: 0.0, Certainty.ATTRIBUTED: -0.1, Certainty.HEDGED: -0.8}


class _Around(Struct, frozen=True):
    """What is known beside the figures.

    The measures with a name, the figures in titles and in what share of them a party stands, where
    openings end, the year of the newest article, and the words that say nothing alone.
    """

    measures: Sequence[Measure]
    titles: dict[str, frozenset[object]]
    parties: dict[str, float]
    newest: str
    openings: dict[str, int]
    small: frozenset[str]


def key_figures(
    points: Sequence[Datapoint],
    language: Language,
    documents: Iterable[Document] = (),
    doubts: Iterable[Discrepancy] = (),
) -> tuple[str, ...]:
    """The ids of the most telling figures, the most telling first; at most eight, none denied or unnamed.

    Of a series (one measure of the same parties at several times) the latest stands for all, and of a change
    from one figure to another that other one.
    The first is neither a forecast nor disputed, if any is not: it is printed large.
    """
    around = _around(documents, language)
    chosen: list[Datapoint] = []
    named = (point for point in points if is_named(point.measure, language))
    told = [one for one in named if not (is_left(one, language) or is_anybodys(one, language))]
    for point in _ranked(told, around):
        if len(chosen) < _KEY_FIGURES and not _said_already(point, chosen):
            chosen.append(point)
    unsure = disputed(points, doubts)
    firm = [one for one in chosen if one.qualifier is not Qualifier.FORECAST and one.id not in unsure]
    first = firm[:1]
    return tuple(point.id for point in [*first, *(one for one in chosen if one not in first)])


def _ranked(points: Sequence[Datapoint], around: _Around) -> list[Datapoint]:
    """One figure of each series, the series that tells most first."""
    series: defaultdict[object, list[tuple[float, Datapoint]]] = defaultdict(list)
    for point in points:
        weight = _weight(point, around)
        if weight > 0:
            series[_series(point)].append((weight, point))
    ranked = sorted(series.values(), key=lambda told: -max(weight for weight, _ in told))
    return [max(told, key=_lateness)[1] for told in ranked]


def _lateness(told: tuple[float, Datapoint]) -> tuple[object, ...]:
    """Facts before forecasts, then what ends last, then what tells most."""
    weight, point = told
    return point.qualifier is not Qualifier.FORECAST, (point.period or "").rpartition("/")[2], weight


def _series(point: Datapoint) -> tuple[object, ...]:
    """Figures of one measure, unit and parties; one of nobody at no time stands alone."""
    parties = frozenset({point.subject, point.counterpart})
    alone = None if parties != {None} or point.period else point.id
    return point.measure, point.unit, parties, alone


def disputed(points: Sequence[Datapoint], doubts: Iterable[Discrepancy]) -> dict[str, int]:
    """The ids of the figures that sources give differently, with the number of the discrepancy from 0.

    A passage of several figures is in dispute over the one whose unit the other side has too.
    """
    told: defaultdict[Anchor, list[Datapoint]] = defaultdict(list)
    for point in points:
        for anchor in point.evidence:
            told[anchor].append(point)
    found: dict[str, int] = {}
    for number, doubt in enumerate(doubts):
        sides = [[p for anchor in side.evidence for p in told.get(anchor, ())] for side in doubt.items]
        for side in sides if doubt.kind == "conflict" else ():
            others = {(p.unit, p.id) for other in sides if other is not side for p in other}
            for p in side:
                if any(unit == p.unit and id_ != p.id for unit, id_ in others):
                    found.setdefault(p.id, number)
    return found


def _around(documents: Iterable[Document], language: Language) -> _Around:
    known = {document.id: document for document in documents}
    titles = {id_: one.title for id_, one in known.items() if one.title}
    return _Around(
        measures=measures.lexicon(language).measures,
        titles={id_: _values(title, language) for id_, title in titles.items()},
        parties=_titled(titles.values(), language),
        newest=max((one.published or "" for one in known.values()), default="")[:_YEAR],
        openings={id_: one.sentences[:_LEAD][-1].anchor.end for id_, one in known.items() if one.sentences},
        small=measures.lexicon(language).phrase_stops,
    )


def _titled(titles: Collection[str], language: Language) -> dict[str, float]:
    """In what share of the titles a party is named."""
    named = Counter(label for title in titles for label in {one.label for one in names.find(title, language)})
    return {label: number / len(titles) for label, number in named.items()}


def _values(title: str, language: Language) -> frozenset[object]:
    return frozenset((one.value, one.low, one.high) for one in quantities.find(title, language))


def _said_already(point: Datapoint, chosen: Sequence[Datapoint]) -> bool:
    """Whether a figure, or enough of its kind, stands among the chosen."""
    of_unit = [one for one in chosen if one.unit == point.unit]
    alike = sum(one.measure == point.measure for one in of_unit)
    return len(of_unit) >= _MOST_IN_UNIT or alike >= _MOST_ALIKE or _sense(point) in map(_sense, of_unit)


def _sense(point: Datapoint) -> tuple[object, ...]:
    return point.value, point.low, point.high, point.unit, point.period and point.period[:4]


# How much a figure tells ------------------------------------------------------------------


def _weight(point: Datapoint, around: _Around) -> float:
    """How much a figure tells: its unit first, then who tells it where, and how much is known of it."""
    base = _base(point, around)
    if not base or point.measure is None or point.certainty is Certainty.DENIED:
        return 0.0
    sources = len({anchor.source for anchor in point.evidence})
    return (
        base
        + _known(point, around)
        + 0.6 * min(sources - 1, 3)
        + _place(point, around)
        + _size(point)
        + _CERTAINTY[point.certainty]
        - 0.6 * (point.qualifier is Qualifier.FORECAST)
    )


def _is_known(point: Datapoint, around: _Around) -> bool:
    """Whether few people or things tell much: of a measure with a name («killed»), in persons."""
    return point.unit != "count" and any(measures.is_of(point.measure, one) for one in around.measures)


def _base(point: Datapoint, around: _Around) -> float:
    """How much a unit tells; nothing where it cannot be named, or of a handful of things."""
    kind = measures.kind(point.unit)
    if kind != "other":
        return 0.0 if kind == "money" and len(point.unit) != _ISO else _KINDS[kind]
    if point.unit in _COUNTED and _highest(point) < _FEW and not _is_known(point, around):
        return 0.0
    return _UNITS.get(point.unit.partition("_per_")[0], 0.0)


def _known(point: Datapoint, around: _Around) -> float:
    """A measure with a name of its own tells more than words of the source, if it is of somebody."""
    parties = {side for side in (point.subject, point.counterpart) if side}
    known = next((one for one in around.measures if measures.is_of(point.measure, one)), None)
    if known is None:
        worth = 0.0 if _speaks(point, around) else -1.0
    else:
        worth = 0.8 if parties or point.measure != known.label else -0.6
    titled = sum(around.parties.get(party, 0.0) for party in parties)
    return worth + 0.3 * len(parties) + 0.8 * titled + _timed(point.period, around)


def _timed(period: str | None, around: _Around) -> float:
    """A figure with a time tells more, the most if it reaches the year before the newest article."""
    if not period:
        return 0.0
    last = period.rpartition("/")[2][:_YEAR]
    return 0.6 if around.newest and int(last) >= int(around.newest) - 1 else 0.4


def _speaks(point: Datapoint, around: _Around) -> bool:
    """Whether words of the source say what is measured: a counted thing, or more than one word."""
    said = [word for word in fold(point.measure or "").split() if word not in around.small]
    return point.unit in _COUNTED or len(said) > 1


def _place(point: Datapoint, around: _Around) -> float:
    """Where it is told: in a title, or among the first sentences of an article."""
    value = point.value, point.low, point.high
    titled = any(value in around.titles.get(anchor.source, ()) for anchor in point.evidence)
    opening = any(anchor.start < around.openings.get(anchor.source, 0) for anchor in point.evidence)
    return 1.0 if titled else 0.5 if opening else 0.0


def _size(point: Datapoint) -> float:
    """From -0.6 to 0.8 by the digits of an amount of money, goods or people: a million is nothing special."""
    kind = measures.kind(point.unit)
    if (kind if kind == "money" else point.unit.partition("_per_")[0]) not in _SIZED:
        return 0.0
    digits = math.log10(max(_highest(point), Decimal(1)))
    return min(0.8, max(-0.6, 0.15 * (digits - (6 if kind == "money" else 4))))


def _highest(point: Datapoint) -> Decimal:
    return max(abs(end) for end in ends(point))

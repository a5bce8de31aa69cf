"""How two figures of one thing stand to each other: the same, rounded or bounded, or at odds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Literal

from brief.model import AT_LEAST, AT_MOST, Datapoint, Qualifier

COUNTED = frozenset({"count", "persons"})
_REACH = Decimal(2)  # a bound speaks of figures up to so many times its own
_ABOUT, _ROUNDED = Decimal("0.1"), Decimal("0.05")
_ROUND = Decimal(1000)  # counts below it are not rounded without a word that says so
_DAY = len("2024-06-20")
_SAME_REPORT = 3  # days between reports of one event

Relation = Literal["conflict", "precision"]


def relation(one: Datapoint, other: Datapoint) -> Relation | None:
    """Nothing where two figures are equal, «precision» where one only says the other less exactly."""
    if ends(one) == ends(other):
        return None
    loose = (_covers(first, second) for first, second in ((one, other), (other, one)))
    return "precision" if any(loose) else "conflict"


def worst(points: list[Datapoint]) -> Relation:
    """What the most different two of some figures are to each other."""
    found = (relation(one, other) for one, other in combinations(points, 2))
    return "conflict" if "conflict" in found else "precision"


def ends(point: Datapoint) -> tuple[Decimal, Decimal]:
    """The figure twice, or the two ends of its range."""
    return low(point), high(point)


def low(point: Datapoint) -> Decimal:
    """The figure, or the lower end of its range."""
    return point.value if point.value is not None else point.low or Decimal(0)


def high(point: Datapoint) -> Decimal:
    """The figure, or the upper end of its range."""
    return point.value if point.value is not None else point.high or Decimal(0)


def at_odds(points: Iterable[Datapoint]) -> bool:
    """Whether two sources give figures that cannot both be right."""
    return any(
        one.anchor.source != other.anchor.source and relation(one, other) == "conflict"
        for one, other in combinations(points, 2)
    )


def _covers(loose: Datapoint, exact: Datapoint) -> bool:
    """Whether a figure, by its qualifier, its range or its round digits, is meant to hold the other."""
    (low, high), (least, most) = ends(loose), ends(exact)
    if loose.qualifier in AT_LEAST:
        return low <= least and most <= low * _REACH
    if loose.qualifier in AT_MOST:
        return most <= high <= least * _REACH
    if low < high:
        return low <= least and most <= high
    return least == most and _rounds(loose, low, least)


def _rounds(point: Datapoint, shown: Decimal, exact: Decimal) -> bool:
    """Whether `shown`, the figure of `point`, is `exact` with fewer digits."""
    about = point.qualifier is Qualifier.APPROX
    if len(_digits(shown)) >= len(_digits(exact)) and not about:
        return False
    if point.unit in COUNTED and shown < _ROUND and not about:
        return False
    half = Decimal(10) ** shown.adjusted() / Decimal(10) ** (len(_digits(shown)) - 1) / 2
    apart = abs(shown - exact)
    return apart <= half and apart <= abs(exact) * (_ABOUT if about else _ROUNDED)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def of_one_time(one: Datapoint, other: Datapoint, published: Mapping[str, str | None]) -> bool:
    """Whether two tolls are of one day: a toll grows, so that a later and larger one is no other claim."""
    mine, theirs = one.period, other.period
    if mine and theirs:
        return mine == theirs
    early, late = _day(one, published), _day(other, published)
    if early is None or late is None:
        return True
    if early > late:
        early, late, one, other = late, early, other, one
    grown = early < late and ends(one) < ends(other)
    return not grown and (late - early).days <= _SAME_REPORT


def _day(point: Datapoint, published: Mapping[str, str | None]) -> date | None:
    said = point.period or published.get(point.anchor.source) or ""
    return date.fromisoformat(said) if len(said) == _DAY else None


def two_sides(one: Datapoint, other: Datapoint) -> bool:
    """Whether two parties say them, be it in one text."""
    return bool(one.said_by and other.said_by and one.said_by != other.said_by)

"""The choice of the key figures: those that tell a decision-maker most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from brief import measures
from brief.language import Language
from brief.measures import Measure
from brief.model import Datapoint

_KEY_FIGURES = 8
_ISO = 3  # letters of a currency that can be named
_WEIGHTS = {"money": 3.0, "energy_price": 2.6, "barrel_price": 2.5, "percent": 2.5, "other": 0.0}
_TELLING = {
    "bcm": 2.5,
    "bcm_per_year": 2.5,
    "barrel_per_day": 2.5,
    "tonne": 2.3,
    "persons": 2.3,
    "km": 1.5,
    "count": 1.2,
}


def key_figures(points: Sequence[Datapoint], language: Language) -> tuple[str, ...]:
    """The ids of the most telling figures, the most telling first; at most eight, no figure twice."""
    known = measures.lexicon(language).measures
    told = Counter(_sense(point) for point in points)
    scored = [
        (_weight(point, known) + 0.8 * (told[_sense(point)] > 1), at, point)
        for at, point in enumerate(points)
    ]
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
    if (
        not base
        or point.measure is None
        or (point.unit == "count" and (point.high or point.value or Decimal(0)) < 10)
    ):
        return 0.0
    detail = (
        0.6 * any(measures.is_of(point.measure, one) for one in known)
        + 0.4 * bool(point.period)
        + 0.3 * bool(point.subject)
    )
    return base + detail + 0.3 * bool(point.counterpart)

"""An axis of values from zero that leaves room for what is written beside its marks."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from brief.charts.style import WIDTH

_LONGEST, _SHORTEST = 56.0, 12.0
_NOTHING = 1e-200  # a length that no scale makes visible


class Extent(Struct, frozen=True):
    """A value, and the millimetres that texts need before it (towards the labels) and beyond it."""

    value: float
    before: float = 0.0
    beyond: float = 0.0


class Axis(Struct, frozen=True):
    """Values to millimetres from the reading edge; larger values lie farther from it."""

    zero: float
    scale: float

    def at(self, value: float) -> float:
        """Where a value stands on the sheet."""
        return self.zero + value * self.scale

    def is_short(self, extents: Iterable[Extent]) -> bool:
        """Whether the texts leave so little room that lengths can hardly be compared."""
        values = [0.0, *(extent.value for extent in extents)]
        whole = max(values) - min(values)
        return whole > 0 and whole * self.scale < _SHORTEST


def fit(extents: Iterable[Extent], left: float, longest: float = _LONGEST) -> Axis:
    """The longest axis with zero and every extent between `left` and the far edge of the sheet."""
    needs = [*extents, Extent(0.0, 0.0, 0.5)]
    room = WIDTH - left
    spans = [
        (room - low.before - high.beyond) / (high.value - low.value)
        for low in needs
        for high in needs
        if high.value - low.value > _NOTHING
    ]
    values = [need.value for need in needs]
    whole = max(values) - min(values)
    scale = max(0.0, min([*spans, longest / whole])) if whole > _NOTHING else 1.0
    return Axis(max(left + need.before - scale * need.value for need in needs), scale)

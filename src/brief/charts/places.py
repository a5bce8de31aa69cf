"""Texts that keep clear of each other: a column spread apart, a place beside a point that is free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

_SAMPLES = 24


class Rect(Struct, frozen=True):
    """A rectangle by its edges; `left` is the smaller x, `top` the smaller y."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether both have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, outer: Rect) -> bool:
        """Whether it lies inside of `outer`."""
        return (
            self.left >= outer.left
            and self.right <= outer.right
            and self.top >= outer.top
            and self.bottom <= outer.bottom
        )


def around(x: float, y: float, half: float) -> Rect:
    """The square around a point."""
    return Rect(x - half, y - half, x + half, y + half)


def along(start: tuple[float, float], end: tuple[float, float], half: float = 0.5) -> list[Rect]:
    """Small squares that cover a line."""
    steps = [number / _SAMPLES for number in range(_SAMPLES + 1)]
    return [
        around(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step, half)
        for step in steps
    ]


def spread(wanted: Sequence[tuple[float, float]], top: float, bottom: float) -> list[float]:
    """Middles of texts (wanted middle, height), as near to the wanted as they fit one above another.

    Between `top` and `bottom` there must be room for all; their order is that of the wanted middles.
    """
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number][0], number))
    middles = [0.0] * len(wanted)
    at, below = top, sum(height for _, height in wanted)
    for number in order:
        want, height = wanted[number]
        lowest = bottom - below + height / 2
        middles[number] = max(at + height / 2, min(want, lowest))
        at, below = middles[number] + height / 2, below - height
    return middles


def free(candidates: Iterable[Rect], taken: Sequence[Rect], sheet: Rect) -> Rect | None:
    """The first candidate on the sheet that meets nothing taken."""
    for rect in candidates:
        if rect.within(sheet) and not any(rect.meets(other) for other in taken):
            return rect
    return None

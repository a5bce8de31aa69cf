"""ISO periods as places on an axis of real time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_QUARTER = 3


def middle(period: str) -> float | None:
    """The middle of a period as a number of days; None for what is no ISO period."""
    first, _, last = period.partition("/")
    try:
        return (_bounds(first)[0] + _bounds(last or first)[1]) / 2
    except ValueError:
        return None


def _bounds(period: str) -> tuple[int, int]:
    """The first day of a period and the day after its last."""
    year, mark, quarter = period.partition("-Q")
    if mark:
        last = int(quarter) * _QUARTER
        return _month(int(year), last - _QUARTER + 1)[0], _month(int(year), last)[1]
    if len(period) == len("2024"):
        return date(int(period), 1, 1).toordinal(), date(int(period), 12, 31).toordinal() + 1
    if len(period) == len("2024-01"):
        return _month(int(period[:4]), int(period[5:]))
    day = date.fromisoformat(period).toordinal()
    return day, day + 1


def _month(year: int, month: int) -> tuple[int, int]:
    first = date(year, month, 1)
    return first.toordinal(), first.replace(day=monthrange(year, month)[1]).toordinal() + 1

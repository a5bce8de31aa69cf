"""How a figure looks by what its source says of it: sure, open, bounded, forecast, not for comparison."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from brief.charts.axis import Axis
from brief.charts.style import Sheet, Style, tint
from brief.model import AT_LEAST, AT_MOST, Mark, Qualifier

BEYOND = 1.4
_SURE_PART = 0.92
_THINNEST = 0.5
_ARROW, _ARROW_GAP = 1.5, 0.9
_RADIUS, _RING, _STROKE = 1.15, 1.5, 1.0


class Fill(Struct, frozen=True):
    """The face and the edge of a mark; `edge` is its colour, also where the face is paler."""

    face: str
    edge: str


class Lane(Struct, frozen=True):
    """Where a figure is drawn and with what: the height of its middle, how thick, its fill."""

    sheet: Sheet
    axis: Axis
    middle: float
    thick: float
    fill: Fill


def plain(mark: Mark, style: Style) -> Fill:
    """The accent for the mark that asks for it, a neutral grey for the others."""
    color = style.accent if mark.accent else style.neutral
    return Fill(color, color)


def shaded(mark: Mark, place: int, count: int, style: Style) -> Fill:
    """The fill of the series at `place` of `count`, from the palest to the full colour."""
    color = style.accent if mark.accent else style.second
    pale = 0.0 if count < 2 else 0.82 * (count - 1 - place) / (count - 1)
    return Fill(tint(color, pale), color)


def beyond(mark: Mark) -> float:
    """Millimetres between the end of a bar and its value, with room for the arrow of a lower bound."""
    return BEYOND + (_ARROW + _ARROW_GAP if mark.qualifier in AT_LEAST else 0.0)


def far(mark: Mark) -> float:
    """The end of a figure that lies farther from zero."""
    low, high = float(mark.low), float(mark.high)
    return low if abs(low) > abs(high) else high


def draw_bar(lane: Lane, mark: Mark) -> None:
    """A bar from zero: solid as far as the figure is sure, dashed beyond, hatched for a forecast."""
    end = far(mark)
    sure = _sure(mark)
    if sure:
        _part(lane, (0.0, sure), lane.thick, **_face(mark, lane.fill))
    for part in _open(mark, sure):
        _part(lane, part, lane.thick, **_dashed(lane.fill))
    if mark.qualifier in AT_LEAST:
        _arrow(lane, lane.axis.at(end), 1.0 if end >= 0 else -1.0)


def draw_span(lane: Lane, mark: Mark) -> None:
    """A bar that floats from the lower to the higher end; a single figure is a stroke."""
    low, high = float(mark.low), float(mark.high)
    look = _dashed(lane.fill) if mark.qualifier is Qualifier.APPROX else _face(mark, lane.fill)
    if low == high:
        at = lane.axis.at(low) - _STROKE / 2, lane.middle - lane.thick / 2
        lane.sheet.box(at, _STROKE, lane.thick, **look)
    else:
        _part(lane, (low, high), lane.thick, **look)
    _draw_bound(lane, mark, 0.0)


def draw_dot(lane: Lane, mark: Mark, *, hollow: bool = False) -> None:
    """A figure as a dot, a range as a short bar; a bound has an arrow to the side where the truth lies."""
    low, high = float(mark.low), float(mark.high)
    look = _face(mark, lane.fill)
    if hollow:
        look |= {"facecolor": "white", "edgecolor": lane.fill.edge, "linewidth": 1.1}
    if low != high:
        _part(lane, (low, high), 2 * _RADIUS, **look)
    else:
        lane.sheet.dot((lane.axis.at(low), lane.middle), _RING if hollow else _RADIUS, **look)
    _draw_bound(lane, mark, _RING)


def _draw_bound(lane: Lane, mark: Mark, off: float) -> None:
    outward = 1.0 if far(mark) >= 0 else -1.0
    if mark.qualifier in AT_LEAST:
        _arrow(lane, lane.axis.at(far(mark)) + outward * off, outward)
    if mark.qualifier in AT_MOST:
        near = float(mark.low if far(mark) == float(mark.high) else mark.high)
        _arrow(lane, lane.axis.at(near) - outward * off, -outward)


def _sure(mark: Mark) -> float:
    """As far as a bar is solid from zero; a range over zero is sure of nothing."""
    low, high, end = float(mark.low), float(mark.high), far(mark)
    if low != high:
        return 0.0 if low * high <= 0 else low if end == high else high
    if mark.qualifier in AT_MOST:
        return 0.0
    return end * _SURE_PART if mark.qualifier is Qualifier.APPROX else end


def _open(mark: Mark, sure: float) -> list[tuple[float, float]]:
    low, high = float(mark.low), float(mark.high)
    if sure == far(mark):
        return []
    return [(low, high)] if low * high < 0 else [(sure, far(mark))]


def _part(lane: Lane, part: tuple[float, float], thick: float, **look: Any) -> None:  # noqa: ANN401 - matplotlib's own
    low, high = sorted(part)
    start, end = lane.axis.at(low), lane.axis.at(high)
    # What is not zero is never invisible.
    if end - start < _THINNEST:
        start, end = (start, start + _THINNEST) if high > 0 else (end - _THINNEST, end)
    lane.sheet.box((start, lane.middle - thick / 2), end - start, thick, **look)


def _face(mark: Mark, fill: Fill) -> dict[str, Any]:
    if mark.qualifier is Qualifier.FORECAST:
        return {"facecolor": "white", "edgecolor": fill.edge, "linewidth": 0.9, "hatch": "////"}
    if mark.apart:
        return {"facecolor": "white", "edgecolor": fill.edge, "linewidth": 0.9}
    if fill.face == fill.edge:
        return {"facecolor": fill.face, "edgecolor": "none"}
    return {"facecolor": fill.face, "edgecolor": fill.edge, "linewidth": 0.6}


def _dashed(fill: Fill) -> dict[str, Any]:
    return {"facecolor": "white", "edgecolor": fill.edge, "linewidth": 0.8, "linestyle": (0, (2, 1.4))}


def _arrow(lane: Lane, end: float, outward: float) -> None:
    start, tip = end + outward * _ARROW_GAP, end + outward * (_ARROW_GAP + _ARROW)
    lane.sheet.line(
        (start, tip, start),
        (lane.middle - 1.1, lane.middle, lane.middle + 1.1),
        color=lane.fill.edge,
        linewidth=1.2,
        solid_joinstyle="miter",
    )

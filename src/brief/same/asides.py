"""What two passages share only in what one of them says by the way: nothing that it claims.

A condition, the place that a sentence opens with, what a thing measures, since when or before what.
"""

from __future__ import annotations

from brief.same.aligned import Alignment, Match
from brief.same.closer import Close

# From such a part of its words on a passage tells by itself what the other says by the way.
_MOST_OF = 0.5
# So much more than a few words that stand together is told in both.
_BEYOND = 1.8
# What weighs less is a word of the whole topic.
_TELLING = 2.0


def conditioned(one: Close, other: Close, met: Alignment) -> bool:
    """Whether what they share is in one of them only the case in which something else is so."""
    if met.whole >= _BEYOND * met.weight:  # what is so in that case is told in both too
        return False
    return _lies_in("condition", one, other, _telling(met))


def placed(one: Close, other: Close, met: Alignment) -> bool:
    """Whether it only tells of the place with which one of them opens what it is known for."""
    return _lies_in("front_relative", one, other, _telling(met))


def described(one: Close, other: Close, met: Alignment) -> bool:
    """Whether it is in one of them what a thing is or measures, and the other has more to tell than that."""
    told = _telling(met)
    return bool(told) and any(
        len(told) < _MOST_OF * len(rival.told.units)
        and _within([_place(match, other=close is other) for match in told], close, "attribute")
        for close, rival in ((one, other), (other, one))
    )


def only_timed(one: Close, other: Close, met: Alignment) -> bool:
    """Whether what both tell is in one of them only since, before or after what something else is."""
    return _lies_in("when", one, other, _telling(met))


def _lies_in(key: str, one: Close, other: Close, told: list[Match]) -> bool:
    """Whether all that both tell lies, in either passage, within one stretch that a pattern finds."""
    return bool(told) and any(
        _within([_place(match, other=close is other) for match in told], close, key) for close in (one, other)
    )


def _telling(met: Alignment) -> list[Match]:
    """What both tell but names and the words of the whole topic."""
    return [match for match in met.told() if match.weight >= _TELLING]


def _place(match: Match, *, other: bool) -> int:
    return match.other if other else match.one


def _within(places: list[int], close: Close, key: str) -> bool:
    return any(all(first <= place <= last for place in places) for first, last in close.spans(key))

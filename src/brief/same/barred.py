"""What keeps two passages apart however near they are in wording.

Opposite predicates, a negation on one side, one template with another name, word, figure or
month in it.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from brief.same.aligned import Alignment
from brief.same.told import Amount, Told

# From this cosine on, two passages are one wording: what differs is what they tell.
WORDING = 0.5
_AROUND = 3  # words on both sides of a window that still belong to it
_FIGURES = 12
_DENIED = 6
_LOOSE = Decimal("0.1")  # how far a rounded figure may lie from the one it rounds
_KINDS = ("country", "organisation", "person")


def barred(one: Told, other: Told, met: Alignment, cosine: float) -> bool:
    """Whether something tells that the passages do not tell the same claim.

    `cosine` is how near they are in wording: in one wording a single word makes the difference.
    """
    if opposed(one, other, met) or denied(one, other, met) or unlike(one, other, met):
        return True
    return cosine >= WORDING and (
        negated(one, other, met)
        or renamed(one, other, met) > 0
        or replaced(one, other, met)
        or retimed(one, other)
    )


def opposed(one: Told, other: Told, met: Alignment) -> bool:
    """Whether a predicate of one window is the opposite of one of the other, and neither has both."""
    if not one.sides or not other.sides:
        return False
    mine, theirs = _sides(one, met.span()), _sides(other, met.span(other=True))
    return any(
        (number, -side) in theirs and (number, side) not in theirs and (number, -side) not in mine
        for number, side in mine
    )


def _sides(told: Told, window: range) -> set[tuple[int, int]]:
    return {(number, side) for place, number, side in told.sides if _within(place, window)}


def _within(place: int, window: range, around: int = _AROUND) -> bool:
    return window.start - around <= place < window.stop + around


def negated(one: Told, other: Told, met: Alignment) -> bool:
    """Whether a word that both share is turned round in one of them only."""
    if not one.negated and not other.negated:
        return False
    return any((match.one in one.negated) != (match.other in other.negated) for match in met.matches)


def denied(one: Told, other: Told, met: Alignment) -> bool:
    """Whether one of them says that it is not so, close to what both share."""
    if not one.denied and not other.denied:
        return False
    mine = any(_within(place, met.span(), _DENIED) for place in one.denied)
    return mine != any(_within(place, met.span(other=True), _DENIED) for place in other.denied)


def renamed(one: Told, other: Told, met: Alignment) -> int:
    """How many names of one kind each window has that the other passage lacks."""
    if not one.names or not other.names:
        return 0
    mine = _lacking(one, other, met.span())
    theirs = _lacking(other, one, met.span(other=True)) if mine else []
    return sum(min(mine.count(kind), theirs.count(kind)) for kind in _KINDS)


def _lacking(told: Told, other: Told, window: range) -> list[str]:
    """The kinds of the names in a window that the other passage lacks, once for each name."""
    known = {(name.kind, name.key) for name in other.names}
    found = {(name.kind, name.key) for name in told.names if _within(name.place, window)}
    return [kind for kind, _ in found - known]


def replaced(one: Told, other: Told, met: Alignment) -> bool:
    """Whether one word stands in the place of another between or right after words that both share."""
    mine, theirs = ({unit.place for unit in told.units} for told in (one, other))
    mine -= {match.one for match in met.matches}
    theirs -= {match.other for match in met.matches}
    last = met.matches[-1]
    return (last.one + 1 in mine and last.other + 1 in theirs) or any(
        mine & set(range(first.one, second.one)) and theirs & set(range(first.other, second.other))
        for first, second in pairwise(met.matches)
    )


def unlike(one: Told, other: Told, met: Alignment) -> bool:
    """Whether figures of one unit and noun stand in both windows and none of them agree."""
    if not one.amounts or not other.amounts:
        return False
    mine = [amount for amount in one.amounts if _within(amount.place, met.span(), _FIGURES)]
    theirs = [amount for amount in other.amounts if _within(amount.place, met.span(other=True), _FIGURES)]
    rivals = [(a, b) for a in mine for b in theirs if a.unit == b.unit and a.noun == b.noun]
    return bool(rivals) and not any(agree(a, b) for a in one.amounts for b in other.amounts)


def agree(one: Amount, other: Amount) -> bool:
    """Whether two figures may be one: equal, or close where one of them is rounded or a bound."""
    if one.unit != other.unit:
        return False
    gap = max(one.low, other.low) - min(one.high, other.high)
    rounded = one.loose or other.loose
    return gap <= (_LOOSE * max(abs(one.high), abs(other.high)) if rounded else 0)


def retimed(one: Told, other: Told) -> bool:
    """Whether both name months, or both years, and none in common."""
    return any(
        mine and theirs and not mine & theirs
        for mine, theirs in ((one.months, other.months), (one.years, other.years))
    )

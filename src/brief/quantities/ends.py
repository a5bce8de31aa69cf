"""Two numbers as one range («بين 2.5 و3 مليارات») or as one change («من 210 إلى 260 مليون»)."""

from __future__ import annotations

from decimal import Decimal

from brief.quantities.labels import is_year
from brief.quantities.passage import Passage
from brief.quantities.sides import Side, side, signed

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_REACH = 70  # characters in which a verb of change before a figure counts
_STOPS = frozenset(".\u061b;")


def upper(passage: Passage, one: Side) -> Side | None:
    """The upper end of the range that begins with a side."""
    at, word = one.next, passage.word(one.next)
    dashed = _dashed(passage, at, word)
    if word in passage.words.sets["to"] or (dashed and word in _DASHES):
        other = _beyond(passage, at + 1)
        rising = dashed or not changes(passage, one)
    else:
        other = _beyond(passage, at)
        rising = other is not None and (dashed or _paired(passage, one, other))
    return other if other is not None and rising and _fits(passage, one, other) else None


def lower(passage: Passage, one: Side) -> Side | None:
    """The other end of a change, of which this is the first: «210» of «من 210 إلى 260 مليون»."""
    if one.unit is not None or passage.word(one.next) not in passage.words.sets["to"]:
        return None
    other = _beyond(passage, one.next + 1)
    return None if other is not None and _of_year(one, other) else other


def _beyond(passage: Passage, at: int) -> Side | None:
    """The side at a place or behind the sign at it."""
    if passage.word(at) in passage.words.units.signs and passage.word(at + 1)[:1].isdigit():
        return side(passage, at + 1)
    return side(passage, at)


def _dashed(passage: Passage, at: int, word: str) -> bool:
    """Whether a dash joins two numbers: blanks on both sides or on none; a stretched one folds to nothing."""
    if at + 1 >= len(passage.tokens):
        return False
    if word in _DASHES:
        return passage.tokens[at].glued == passage.tokens[at + 1].glued
    digits = word[:1].isdigit() and at > 0
    return digits and passage.gap(at).strip() == passage.words.stretched


def _paired(passage: Passage, one: Side, other: Side) -> bool:
    return other.numeral.joined and passage.words.between.before(passage.texts, one.first) is not None


def _fits(passage: Passage, one: Side, other: Side) -> bool:
    """Whether the other end is in the same unit and the greater one; «between» says that both are ends."""
    if one.unit is not None and (other.unit is None or other.unit.id != one.unit.id):
        return False
    if one.numeral.definite and not other.numeral.definite:
        return False
    if _of_year(one, other):
        return False
    low, high = bounds(one, other)
    return low != high if _paired(passage, one, other) else low < high


def _of_year(one: Side, other: Side) -> bool:
    """«انقسم دعم 2024 إلى 700 مليار»: a year, and a figure of another kind."""
    return one.unit is None and is_year(one.numeral) and other.numeral.scale > 1


def changes(passage: Passage, one: Side) -> bool:
    """Whether a verb of change stands before a figure: «ارتفع من … إلى …» is no range."""
    tokens, change, spread = passage.tokens, passage.words.sets["change"], passage.words.sets["spread"]
    start = tokens[one.first].start
    for place in range(one.first - 1, -1, -1):
        token = tokens[place]
        if token.text in _STOPS or token.text in spread or start - token.start > _REACH:
            return False
        if token.text in change:
            return True
    return False


def bounds(one: Side, other: Side) -> tuple[Decimal, Decimal]:
    """Both ends told in the unit: the scale of the upper end holds for the lower one too."""
    first, last = one.numeral, other.numeral
    shared = last.scale if first.scale == 1 and first.value <= last.head else Decimal(1)
    times = other.unit.times if other.unit else Decimal(1)
    lower_times = one.unit.times if one.unit else times
    return signed(one, first.value * shared) * lower_times, signed(other, last.value) * times


def start_of_change(one: Side, other: Side) -> Decimal:
    """The first end of a change; either may be the greater one."""
    first, last = one.numeral, other.numeral
    shared = last.scale if first.scale == 1 and first.value < last.scale else Decimal(1)
    return signed(one, first.value * shared) * (other.unit.times if other.unit else 1)

"""A number with its unit, its sign and its minus: a figure, or one end of a range."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from brief.quantities.numerals import Numeral, compose
from brief.quantities.passage import Passage
from brief.quantities.units import Unit

_MINUS = frozenset("-\u2212\u2013")
_TRUE_MINUS = "\u2212"
_NEVER_NEGATIVE = frozenset({"persons", "count", "times", "day", "month", "year", "decade", "hour", "minute"})


class Side(Struct, frozen=True, gc=False):
    """A number and what it counts, from `start` in folded text, of the places `first` to `next`."""

    numeral: Numeral
    unit: Unit | None
    start: int
    end: int
    first: int
    next: int
    negative: bool = False


def side(passage: Passage, at: int) -> Side | None:
    """The number that begins at a place, with the unit after it or the sign before it."""
    numbers = passage.words.numbers
    numeral = compose(passage.tokens, at, numbers, numbers.known) if passage.opens_number(at) else None
    if numeral is None:
        return None
    unit = unit_at(passage, numeral.next)
    after = unit.next if unit else numeral.next
    first, start = numeral.first, _start(passage, numeral)
    if unit is None:
        sign = _sign(passage, first)
        if sign is not None:
            unit = passage.words.units.rated(Unit(sign.id, sign.times, numeral.next), passage.tokens)
            first, after, start = sign.next, unit.next, passage.tokens[sign.next].start
    minus = _minus(passage, first, unit)
    if minus is not None:
        first, start = minus, passage.tokens[minus].start
    below = passage.words.below_zero.after(passage.texts, after) if unit is not None else None
    after += len(below.words) if below else 0
    return Side(
        numeral=numeral,
        unit=unit,
        start=start,
        end=passage.tokens[after - 1].end,
        first=first,
        next=after,
        negative=minus is not None or below is not None,
    )


def _start(passage: Passage, numeral: Numeral) -> int:
    """Where a number begins; an article that is written to digits stands outside."""
    if not (numeral.digits and numeral.definite):
        return numeral.start
    return next(
        token.start for token in passage.tokens[numeral.first : numeral.next] if token.text[0].isdigit()
    )


def unit_at(passage: Passage, at: int) -> Unit | None:
    """The unit written at a place, in the same line as what stands before it."""
    if not passage.spaced(at):
        return None
    return passage.words.units.match(passage.tokens, at) or _code(passage, at)


def _code(passage: Passage, at: int) -> Unit | None:
    """«5 ملايين USD»: an ISO code, which the source writes in capitals."""
    word = passage.word(at)
    if word not in passage.words.units.money.codes or not passage.original(*passage.span(at)).isupper():
        return None
    return Unit(word, Decimal(1), at + 1)


def _sign(passage: Passage, at: int) -> Unit | None:
    """«$50», «%13», «USD 50»: what stands right before a number, taken by no other; `next` is its place."""
    if not passage.spaced(at) or at - 1 < passage.done:
        return None
    sign = passage.words.units.sign(passage.tokens, at)
    if sign is not None:
        return sign if sign.next >= passage.done else None
    code = _code(passage, at - 1)
    return Unit(code.id, code.times, at - 1) if code else None


def _minus(passage: Passage, at: int, unit: Unit | None) -> int | None:
    """The place of a minus before a number: a sign written to it, or a word."""
    word = passage.word(at - 1)
    if word in passage.words.sets["negative"]:
        return at - 1
    if word not in _MINUS or not passage.tokens[at].glued or unit is None or unit.id in _NEVER_NEGATIVE:
        return None
    if at > 1 and passage.tokens[at - 1].glued:
        return None
    opens = at == 1 or (passage.lines and "\n" in passage.gap(at - 1))
    return None if opens and word != _TRUE_MINUS and unit.id != "percent" else at - 1


def signed(one: Side, value: Decimal) -> Decimal:
    """A value with the minus of its figure, where the number does not carry it already."""
    return -value if one.negative and value > 0 else value

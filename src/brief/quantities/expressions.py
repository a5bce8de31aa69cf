"""Numbers made of numbers: signs, shares, quotients, powers.

expression := [minus] (of-a-part | amount [quotient])
amount     := written digits | number words [and a share]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from brief.quantities.digits import number
from brief.quantities.lexemes import ONE, Words
from brief.quantities.numerals import Numeral, Token, compose, named

_SIGNS = frozenset("-\u2212")
_OPENING = frozenset("<>=(\u2264\u2265")
_STROKES = frozenset("/\u2044")
_TENS = frozenset({100, 1000, 10_000, 1_000_000})
_DEEP = 3  # «a fifth of a fifth of a …»
_YEARS = range(1900, 2101)
_PIECES = re.compile(r"\d+")


class Amount(Struct, frozen=True, gc=False):
    """A number of `tokens[first:next]`, from `start` to `end` of the folded text."""

    start: int
    end: int
    first: int
    next: int
    value: Decimal


def amounts(tokens: Sequence[Token], words: Words) -> Iterator[Amount]:
    """All numbers of a text in their order."""
    at = 0
    while at < len(tokens):
        found = _expression(tokens, at, words)
        if found is not None:
            yield found
        elif tokens[at].text[0].isdigit() and not _lettered(tokens, at, at + 1):
            yield from _pieces(tokens[at], at + 1)
        at = found.next if found is not None else at + 1


def _pieces(token: Token, after: int) -> Iterator[Amount]:
    """The numbers of digits that make no one number: an address, a date."""
    for match in _PIECES.finditer(token.text):
        value = number(match[0])
        if value is not None:
            yield Amount(token.start + match.start(), token.start + match.end(), after - 1, after, value)


def _expression(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    if at and tokens[at - 1].text in words.no_number_after:
        return None
    if _minus(tokens, at, words):
        found = _quotient(tokens, at + 1, words)
        return found and Amount(tokens[at].start, found.end, at, found.next, -found.value)
    return _quotient(tokens, at, words)


def _minus(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """A word that takes away, or its sign, glued to digits and to nothing before it."""
    text = tokens[at].text
    if text not in _SIGNS:
        return text in words.minus
    if at + 1 >= len(tokens) or not tokens[at + 1].glued or not tokens[at + 1].text[0].isdigit():
        return False
    before = tokens[at - 1].text if at else ""
    return before in _OPENING if tokens[at].glued else not before[:1].isdigit()


def _quotient(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    """«واحد على عشرين», «ثلاثة من خمسة», «جزء من مئة» and plain amounts."""
    if at >= len(tokens):
        return None
    if tokens[at].text in words.parts:
        return _over(Amount(tokens[at].start, tokens[at].end, at, at, ONE), tokens, at, words)
    first = _share_of(tokens, at, words) or _amount(tokens, at, words)
    if first is None or first.next >= len(tokens):
        return first
    return _over(first, tokens, first.next, words) or first


def _over(first: Amount, tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    """What `first` comes to, divided by the number that the words at a place say."""
    parts = tokens[at].text in words.parts
    at += parts
    if at + 1 >= len(tokens) or not (tokens[at].text in words.over or tokens[at].text in words.out_of):
        return None
    second = _numeral(tokens, at + 1, words)
    if second is None or not second.value or _counts_on(tokens, at + 1, words):
        return None
    year = tokens[at + 1].text[0].isdigit() and int(second.value) in _YEARS
    if not (parts or tokens[at].text in words.over or (0 < first.value < second.value and not year)):
        return None
    value = first.value / second.value
    if parts and first.value > second.value and second.value in _TENS:
        # «two hundred and three parts of a hundred» is 200.03: so decimals are read out
        value = first.value - first.value % second.value + first.value % second.value / second.value
    return Amount(first.start, second.end, first.first, second.next, value)


def _counts_on(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether the second number has something written to it: «في المئة» says per cent."""
    word = words.wide.get(tokens[at].text)
    return word is not None and (word.definite or word.joined or word.governed)


def _share_of(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    """«خمس العشرين», «خمس الطلب»: a share of what follows with the article."""
    value, after = ONE, at
    while after < len(tokens) and after - at < _DEEP:
        word = words.wide.get(tokens[after].text)
        if word is None or not (word.share or (word.kind == "fraction" and after > at)):
            break
        value, after = value * (word.share or word.value), after + 1
    if after == at or after >= len(tokens):
        return None
    start = tokens[at].start + words.wide[tokens[at].text].prefix
    whole = words.wide.get(tokens[after].text)
    if whole is not None and whole.definite and not whole.governed and not whole.joined:
        rest = compose(tokens, after, words, words.wide)
        return None if rest is None else Amount(start, rest.end, at, rest.next, value * rest.value)
    divided = _divided(tokens, at, words) if after == at + 1 and whole is None else False
    return Amount(start, tokens[at].end, at, after, value) if divided else None


def _divided(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a definite noun follows that is no plural to count."""
    if words.wide[tokens[at].text].kind != "unit" or words.wide[tokens[at].text].definite:
        return False
    noun = tokens[at + 1].text
    return noun.startswith(words.the) and len(noun) > 4 and not noun.endswith(words.counted_endings)


def _amount(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    written = _written(tokens, at) if tokens[at].text[0] in ".,0123456789" else None
    return written or _with_share(tokens, at, words)


def _with_share(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    """Number words, and the share that follows them: «عشرون وثلاثة أخماس»."""
    first = _numeral(tokens, at, words)
    if first is None or first.next >= len(tokens):
        return first
    more = compose(tokens, first.next, words, words.wide)
    if more is None or not more.joined or not more.fraction or more.value >= 1 or more.digits:
        return first
    if first.value != int(first.value):
        return first
    return Amount(first.start, more.end, at, more.next, first.value + more.value)


def _numeral(tokens: Sequence[Token], at: int, words: Words) -> Amount | None:
    """The plain number at a place, unless a letter stands at its digits' end."""
    apart = at > 0 and tokens[at - 1].text in words.between  # «between three and five» is two numbers
    found = compose(tokens, at, words, words.known if apart else words.wide)
    if found is None or _ranked(tokens, found, words):
        return None
    if tokens[found.next - 1].text[-1].isdigit() and _lettered(tokens, at, found.next):
        return None
    return Amount(found.start, found.end, at, found.next, found.value)


def _ranked(tokens: Sequence[Token], found: Numeral, words: Words) -> bool:
    """«الربع الأول»: a part of a year or a match, not of one."""
    after = tokens[found.next].text if found.next < len(tokens) else ""
    return found.fraction and found.definite and after in words.ranks and after not in words.known


def _lettered(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether digits stand at letters without a blank: a name, or a unit's sign."""
    if named(tokens, at):
        return True
    return after < len(tokens) and tokens[after].glued and tokens[after].text.isalpha()


# Digits ---------------------------------------------------------------------------------


def _written(tokens: Sequence[Token], at: int) -> Amount | None:
    """«3/4», «2 1/4», «.08», «1e10», «2.5^-1»: what digits and signs write."""
    if tokens[at].text in (".", ","):
        return _pointed(tokens, at)
    if _lettered(tokens, at, at) or _chained(tokens, at):
        return None
    return _mixed(tokens, at) or _stroke(tokens, at) or _power(tokens, at)


def _chained(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits go on a date, an hour or a telephone number."""
    if not at or not tokens[at].glued:
        return False
    before = tokens[at - 1]
    return before.text in "/:." or (
        before.text in _SIGNS and before.glued and at > 1 and tokens[at - 2].text[0].isdigit()
    )


def _pointed(tokens: Sequence[Token], at: int) -> Amount | None:
    """Decimals without a whole: «.08»."""
    if tokens[at].glued or at + 1 >= len(tokens):
        return None
    digits = tokens[at + 1]
    if not digits.glued or not digits.text.isdecimal() or _lettered(tokens, at, at + 2):
        return None
    value = number(f"0.{digits.text}")
    return None if value is None else Amount(tokens[at].start, digits.end, at, at + 2, value)


def _stroke(tokens: Sequence[Token], at: int) -> Amount | None:
    """Two whole numbers and a stroke; with a third they are a date."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _STROKES or _lettered(tokens, at + 2, at + 3):
        return None
    above, below = tokens[at], tokens[at + 2]
    if not (tokens[at + 1].glued and below.glued and above.text.isdecimal() and below.text.isdecimal()):
        return None
    if at + 3 < len(tokens) and tokens[at + 3].glued and tokens[at + 3].text in {*_STROKES, *_SIGNS, ":"}:
        return None
    top, bottom = number(above.text), number(below.text)
    return None if top is None or not bottom else Amount(above.start, below.end, at, at + 3, top / bottom)


def _mixed(tokens: Sequence[Token], at: int) -> Amount | None:
    """A whole number and a proper fraction: «2 1/4»."""
    if at + 1 >= len(tokens) or tokens[at + 1].glued or not tokens[at].text.isdecimal():
        return None
    part = _stroke(tokens, at + 1) if tokens[at + 1].text.isdecimal() else None
    whole = number(tokens[at].text)
    if part is None or whole is None or part.value >= 1:
        return None
    return Amount(tokens[at].start, part.end, at, part.next, whole + part.value)


def _power(tokens: Sequence[Token], at: int) -> Amount | None:
    """A number raised («1.1^23») or in powers of ten («12e-1»)."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in ("e", "^") or not tokens[at + 1].glued:
        return None
    last = at + 2
    while last < min(at + 4, len(tokens) - 1) and tokens[last].text in "+-" and tokens[last].glued:
        last += 1
    if not (tokens[at + 2].glued and tokens[last].glued) or _lettered(tokens, at, last + 1):
        return None
    base = number(tokens[at].text)
    exponent = int(tokens[last].text) if re.fullmatch(r"[0-9]{1,2}", tokens[last].text) else None
    if base is None or exponent is None:
        return None
    exponent *= (-1) ** sum(token.text == "-" for token in tokens[at + 2 : last])
    if not base and exponent <= 0:
        return None
    value = base.scaleb(exponent) if tokens[at + 1].text == "e" else base**exponent
    return Amount(tokens[at].start, tokens[last].end, at, last + 1, value)

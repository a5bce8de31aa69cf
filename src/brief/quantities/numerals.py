"""Numbers as such: digits of all families and number words, composed to one value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from decimal import Decimal
from itertools import accumulate
from operator import not_

from msgspec import Struct
from msgspec.structs import replace

from brief.quantities.digits import number
from brief.quantities.lexemes import Word, Words, lexicon
from brief.quantities.sums import Sum

__all__ = [
    "Numeral",
    "Token",
    "Word",
    "Words",
    "compose",
    "grouped",
    "lexicon",
    "named",
    "number",
    "parse",
    "tokenise",
]

_TOKEN = re.compile(r"([^\W\d_]+|\d+(?:[.,\u066b\u066c]\d+|\u060c\d{3}(?!\d))*|[^\w\s]|_)")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_LAST_GROUP = re.compile(r"\d{3}(?:[.,\u066b]\d+)?")
_GROUP = 3  # digits
_MOST_GROUPS = 6
_TEN = 10
_WHOLES = frozenset({10, 100, 1000})
_SMALL = frozenset({"unit", "ten", "hundred", "digits"})


class Token(Struct, frozen=True, gc=False):
    """A run of letters or digits, or a sign, of folded text; `glued` to the one before."""

    text: str
    start: int
    end: int
    glued: bool


class Numeral(Struct, frozen=True, gc=False):
    """A number of `tokens[first:next]`; `start` leaves out a conjunction or preposition written to it.

    `head` is the value before its scale, `scale` the scale («2.5» and 10^9).
    """

    start: int
    end: int
    first: int
    next: int
    value: Decimal
    head: Decimal
    scale: Decimal
    digits: bool
    definite: bool
    joined: bool
    fraction: bool


def tokenise(text: str) -> list[Token]:
    """The tokens of folded text in order."""
    pieces = _TOKEN.split(text)  # by turns what stands before a token, and the token
    ends = list(accumulate(map(len, pieces)))
    glued = [False, *map(not_, pieces[2::2])]
    return list(map(Token, pieces[1::2], ends[::2], ends[1::2], glued))


def grouped(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with digits in groups of three that one blank sets apart made one: «1 414 021 100».

    A group too many or one that is not of three digits leaves all of them numbers apart. Cells
    of a table look the same: only for a text whose cells and lines are marked.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        after = _run(tokens, at) if tokens[at].text.isdecimal() else at + 1
        run = tokens[at:after]
        if _groups(run) and not _goes_on(tokens, at, after):
            text = "".join(token.text for token in run)
            found.append(Token(text, run[0].start, run[-1].end, run[0].glued))
        else:
            found.extend(run)
        at = after
    return found


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the digits end that stand one blank from each other."""
    after = at + 1
    while (
        after < len(tokens)
        and tokens[after].text[0].isdigit()
        and tokens[after].start == tokens[after - 1].end + 1
    ):
        after += 1
    return after


def _groups(run: Sequence[Token]) -> bool:
    *first, last = (token.text for token in run)
    if not 1 <= len(first) <= _MOST_GROUPS or len(first[0]) > _GROUP or first[0].startswith("0"):
        return False
    middle = all(len(text) == _GROUP and text.isdecimal() for text in first[1:])
    return middle and _LAST_GROUP.fullmatch(last) is not None


def _goes_on(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether the digits are of a telephone number, a date or a fraction."""
    if after < len(tokens) and tokens[after].glued and tokens[after].text in "/:-":
        return True
    return tokens[at].glued and at > 0 and tokens[at - 1].text == "+"


def parse(tokens: Sequence[Token], index: int, code: str) -> Numeral | None:
    """The longest number that begins at `tokens[index]`, or None."""
    if index >= len(tokens):
        return None
    words = lexicon(code)
    return compose(tokens, index, words, words.known)


def compose(tokens: Sequence[Token], index: int, words: Words, known: Mapping[str, Word]) -> Numeral | None:
    """The longest number at `tokens[index]` from the forms in `known`, or None."""
    step = _read(tokens, index, words, known)
    if step is None:
        return None
    total, first, at = Sum(), step[0], index
    sure: tuple[Sum, int] | None = None
    while step is not None:
        word, after = step
        if at > index and not _continues(tokens, at, word, first):
            break
        if total.last == "scale" and word.kind in _SMALL:
            sure = (copy(total), at)
        if not total.add(word, _ahead(tokens, after, known)):
            if sure and total.open and word.kind == "scale" and not word.joined:
                total, at = sure  # «five thousand and seven thousand» are two
            break
        at = after
        if total.open and at < len(tokens) and tokens[at].text in words.point:
            at = _decimals(tokens, at, words, total)
        step = _read(tokens, at, words, known) if at < len(tokens) else None
    if at == index or not total.whole():
        return None
    return Numeral(
        start=_own_start(tokens, index, at, first, words),
        end=tokens[at - 1].end,
        first=index,
        next=at,
        value=total.value,
        head=total.head,
        scale=total.scale,
        digits=first.kind == "digits",
        definite=first.definite,
        joined=first.joined,
        fraction=total.last == "fraction" and total.scale == 1,
    )


def _own_start(tokens: Sequence[Token], at: int, after: int, word: Word, words: Words) -> int:
    apart = tokens[at].text == words.conjunction and after - at > 1 and not tokens[at + 1].glued
    return tokens[at + apart].start + word.prefix


def _continues(tokens: Sequence[Token], at: int, word: Word, first: Word) -> bool:
    """Whether a number goes on with this word: only «and» and the article may be written to it."""
    if word.governed or (tokens[at].glued and tokens[at].text[0].isdigit()):
        return False
    return not word.definite or first.definite or word.kind == "scale"


def _ahead(tokens: Sequence[Token], at: int, known: Mapping[str, Word]) -> str:
    """The kind of the word that follows, where it is one that the last may count or precede."""
    word = known.get(tokens[at].text) if at < len(tokens) else None
    if word is None or word.joined:
        return ""
    if word.kind in ("scale", "hundred"):
        return word.kind
    return "teen" if word.kind == "unit" and word.value == _TEN else ""


def _read(
    tokens: Sequence[Token], at: int, words: Words, known: Mapping[str, Word]
) -> tuple[Word, int] | None:
    """The number word or the digits at a place, and the place after them."""
    text = tokens[at].text
    word = known.get(text)
    if word is not None:
        if text in words.before_teen and _ahead(tokens, at + 1, known) == "teen":
            word = words.before_teen[text]
        return word, at + 1
    if text[0].isdigit():
        return None if _is_name(tokens, at) else _digits(tokens, at)
    if at + 1 >= len(tokens):
        return None
    if not tokens[at + 1].glued:
        return _after_and(tokens, at + 1, words, known) if text == words.conjunction else None
    written = words.prefixes.get(text)
    within = tokens[at].glued and tokens[at - 1].text.isalnum()
    if written is None or within or not tokens[at + 1].text[0].isdigit():
        return None
    step = None if _is_part(tokens, at + 1) else _digits(tokens, at + 1)
    prefix = len(text) - (words.article if written[2] else 0)
    return step and (Word("digits", step[0].value, max(prefix, 0), *written), step[1])


def _after_and(
    tokens: Sequence[Token], at: int, words: Words, known: Mapping[str, Word]
) -> tuple[Word, int] | None:
    """A word after a conjunction that stands apart."""
    text = tokens[at].text
    if text == words.conjunction:
        return None
    step = _read(tokens, at, words, known)
    if step is None or step[0].joined:
        return None
    return replace(step[0], joined=True), step[1]


def _digits(tokens: Sequence[Token], at: int) -> tuple[Word, int] | None:
    value = number(tokens[at].text)
    return None if value is None else (Word("digits", value), at + 1)


def _decimals(tokens: Sequence[Token], at: int, words: Words, total: Sum) -> int:
    """Take in the decimals said after «فاصلة», and give the place after them."""
    after, zeros = at + 1, 0
    while after < len(tokens) and zeros < _GROUP and _is_zero(tokens[after].text, words):
        zeros, after = zeros + 1, after + 1
    small = Sum()
    step = _read(tokens, after, words, words.known) if after < len(tokens) else None
    while step is not None and step[0].kind in _SMALL and small.add(step[0]):
        after = step[1]
        step = _read(tokens, after, words, words.known) if after < len(tokens) else None
    if not small.whole() or small.value != int(small.value):
        return at
    whole = _whole(tokens, after, words)
    total.point(small.value / whole if whole else small.value.scaleb(-len(str(int(small.value))) - zeros))
    return after + 2 * bool(whole)


def _whole(tokens: Sequence[Token], at: int, words: Words) -> Decimal | None:
    """«فاصلة ثلاثة من مئة»: the power of ten that the decimals are parts of."""
    if at + 1 >= len(tokens) or tokens[at].text not in words.out_of:
        return None
    word = words.known.get(tokens[at + 1].text)
    plain = word is not None and not (word.definite or word.joined or word.governed or word.kind == "pair")
    return word.value if word is not None and plain and word.value in _WHOLES else None


def _is_zero(text: str, words: Words) -> bool:
    word = words.wide.get(text)
    return word is not None and word.kind == "zero"


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Digits within a name or an address: «لونا-25», «S400», «12:30», «24/7»."""
    apart = not tokens[at].glued and not (at + 1 < len(tokens) and tokens[at + 1].glued)
    return not apart and (_is_part(tokens, at) or named(tokens, at))


def named(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits follow the letters of a name at once: «لونا-25», «عربي21»."""
    if not tokens[at].glued or at == 0:
        return False
    before = tokens[at - 1]
    if before.text.isalpha():
        return True
    return at > 1 and before.text in _DASHES and before.glued and tokens[at - 2].text.isalpha()


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Digits glued to Latin letters after them, or to others by a colon or a stroke."""
    for near, step in ((at - 1, -1), (at + 1, 1)):
        if not 0 <= near < len(tokens) or not (tokens[at].glued if step < 0 else tokens[near].glued):
            continue
        if (
            tokens[near].text in ":/"
            and 0 <= near + step < len(tokens)
            and tokens[near + step].text[0].isdigit()
        ):
            return True
        if step > 0 and tokens[near].text.isascii() and tokens[near].text.isalpha():
            return True
    return False

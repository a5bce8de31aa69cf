"""Numbers as such, whatever they count: all numbers of a text, its percentages, its ordinals.

>>> arabic = brief.language.load("ar")
>>> [str(one.value) for one in numbers("عشرون وثلاثة أخماس و 1 414 021 100", arabic)]
['20.6', '1414021100']
>>> [str(one.value) for one in percents("سالب خمسة بالمئة", arabic)]
['-5']
>>> [str(one.value) for one in ordinals("المرة المئة والخامسة والعشرون", arabic)]
['125']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from brief.language import Language, View, view
from brief.quantities import units
from brief.quantities.expressions import Amount, amounts
from brief.quantities.lexemes import DAMMA, Words, lexicon
from brief.quantities.numerals import Numeral, Token, compose, grouped, tokenise

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CELLS = re.compile(r"(?<=\d)[\t\n\v\f\r\u2028\u2029]+(?=\d)")
_WALL = "\x02"  # stands between digits of two lines or cells
_COUNTED = 10  # a definite number up to this counts its noun rather than ranks it


class Number(Struct, frozen=True, gc=False):
    """A number: `text[start:end]` writes `value`."""

    start: int
    end: int
    value: Decimal


def numbers(text: str, language: Language) -> tuple[Number, ...]:
    """Every number of `text` in its order: years, pages and negatives too, whatever it counts.

    Digits at which letters stand without a blank are a name or a unit («A4», «20كم») and none;
    digits that make no one number («192.168.1.2», «5/17/2018») are the numbers in them. «ثلاثة
    من خمسة» and «واحد على عشرين» are one number each. Never raises.
    """
    words, folded, tokens = _read(text, language)
    return tuple(_number(one, folded) for one in amounts(tokens, words))


def percents(text: str, language: Language) -> tuple[Number, ...]:
    """The numbers of `text` that are told per cent: «١٠٪», «عشرين في المئة», «نسبة 10»."""
    words, folded, tokens = _read(text, language)
    known, last, found = units.lexicon(language.code), 0, []
    for one in amounts(tokens, words):
        unit = known.match(tokens, one.next)
        before = tokens[one.first - 1].text if one.first > last else ""
        if unit is not None and unit.id == "percent":
            last = unit.next
            found.append(Number(*folded.span(one.start, tokens[unit.next - 1].end), one.value))
        elif unit is None and (before in words.rate or _is_percent(known, tokens, last, one.first)):
            found.append(_number(one, folded))
    return tuple(found)


def _is_percent(known: units.Units, tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether «بالمئة» stands just before a place: «بالمئة 10»."""
    near = range(max(first, end - 2), end)
    matches = (known.match(tokens, at) for at in near)
    return any(unit is not None and unit.id == "percent" and unit.next == end for unit in matches)


def ordinals(text: str, language: Language) -> tuple[Number, ...]:
    """The places in a row that `text` tells: «الخامسة والعشرون», «رابع دولة», «الجولة الـ18».

    A definite number over ten that stands behind a definite noun or a year ranks it: «الكتاب الثلاثون».
    """
    words, folded, tokens = _read(text, language)
    return tuple(Number(*folded.span(one.start, one.end), one.value) for one in _ranks(tokens, words))


def _ranks(tokens: Sequence[Token], words: Words) -> Iterator[Numeral]:
    at = 0
    while at < len(tokens):
        one = compose(tokens, at, words, words.ranked)
        if one is not None and _ranked(one, tokens, words):
            yield one
        at = one.next if one is not None else at + 1


def _ranked(one: Numeral, tokens: Sequence[Token], words: Words) -> bool:
    run = [token.text for token in tokens[one.first : one.next]]
    if any(text in words.ranks and text not in words.known for text in run):
        return one.definite or words.ranked[run[0]].alone == 1
    before = tokens[one.first - 1].text if one.first else words.the
    told = before.startswith(words.the) or before in words.ranked_by
    return one.definite and one.value > _COUNTED and told


def _read(text: str, language: Language) -> tuple[Words, View, list[Token]]:
    """The words of the language, the folded text, and its tokens outside addresses."""
    folded = view(text)
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), folded.text)
    walls = {folded.position(match.start()) for match in _CELLS.finditer(text)}
    if walls:
        plain = "".join(_WALL if place in walls else sign for place, sign in enumerate(plain))
    words, tokens = lexicon(language.code), grouped(tokenise(plain))
    if DAMMA in text:
        tokens = [_voiced(token, text, folded, words) for token in tokens]
    return words, folded, tokens


def _voiced(token: Token, text: str, folded: View, words: Words) -> Token:
    """The token with the vowel that makes it a share, where the text prints it: «خُمس»."""
    start, end = folded.span(token.start, token.end)
    cut = text.find(DAMMA, start, end) - start
    voiced = token.text[:cut] + DAMMA + token.text[cut:]
    return replace(token, text=voiced) if cut > 0 and voiced in words.wide else token


def _number(one: Amount, folded: View) -> Number:
    return Number(*folded.span(one.start, one.end), one.value)

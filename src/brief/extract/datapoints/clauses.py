"""The clauses of a sentence, and the passage of a figure in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from brief.figure_words import Words
from brief.language import View
from brief.quantities import Quantity

Clause = tuple[int, int]


class Placed(Protocol):
    """Something that begins at a place."""

    @property
    def start(self) -> int:
        """Where it begins."""


Some = TypeVar("Some", bound=Placed)

EDGE = ' \t\r\n\u00a0.,;:()[]"\u060c\u061b\u00ab\u00bb\u201c\u201d\u2013\u2014'

_BREAK = re.compile(
    r"[;:()\[\]\u060c\u061b\u061f!?\u2013\u2014]|(?<!\d),|,(?!\d)|\.(?=\s|$)|(?<=\s)-(?=\S)|(?<=[^\s\d])-(?=\s)|\n"
)
_SHORTEST, _LONGEST = 15, 200  # characters of a passage


def clauses(text: str, folded: View, words: Words) -> tuple[Clause, ...]:
    """The stretches between commas, stops and the words that open a clause."""
    cuts = {(0, 0), (len(text), len(text))}
    cuts.update(match.span() for match in _BREAK.finditer(text))
    cuts.update(
        (at, at) for match in words.splitter.finditer(folded.text) for at in [folded.span(*match.span())[0]]
    )
    ordered = sorted(cuts)
    return tuple((before[1], after[0]) for before, after in pairwise(ordered) if after[0] > before[1])


def within(told: Sequence[Some], first: int, last: int) -> Sequence[Some]:
    """Those of `told`, which stand in their order, that begin from `first` up to `last`."""
    begin = bisect_left(told, first, key=_begin)
    return told[begin : max(begin, bisect_left(told, last, key=_begin))]


def _begin(one: Placed) -> int:
    return one.start


def _end(clause: Clause) -> int:
    return clause[1]


def around(at: int, known: Sequence[Clause]) -> Clause:
    """The clause in which a place stands, or the one after it."""
    return known[min(bisect_right(known, at, key=_end), len(known) - 1)]


def passage(figure: Quantity, text: str, known: Sequence[Clause]) -> Clause:
    """The clause of a figure, long enough to be found again and short enough to be read."""
    first = min(bisect_right(known, figure.start, key=_end), len(known) - 1)
    last = min(bisect_left(known, figure.end, key=_end), len(known) - 1)
    start, end = _trimmed(text, known[first][0], known[max(first, last)][1])
    while end - start < _SHORTEST and (first > 0 or last + 1 < len(known)):
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
        start, end = _trimmed(text, known[first][0], known[last][1])
    return _shortened(text, start, end, figure) if end - start > _LONGEST else (start, end)


def _trimmed(text: str, start: int, end: int) -> Clause:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(EDGE)), end - len(words) + len(words.rstrip(EDGE))


def _shortened(text: str, start: int, end: int, figure: Quantity) -> Clause:
    """Whole words around a figure, more of them before it than after it."""
    begin = max(start, figure.end - _LONGEST * 2 // 3)
    finish = min(end, max(figure.end, begin + _LONGEST))
    begin = begin if begin == start else text.find(" ", begin, figure.start) + 1 or figure.start
    cut = text.rfind(" ", figure.end, finish + 1)
    return begin, finish if finish == end else max(cut, figure.end)

"""Which lines of a page trafilatura takes for its article."""

from __future__ import annotations

import logging
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree, html
from msgspec import Struct
from trafilatura import bare_extraction

# Lines of so many letters stand for themselves; a shorter one must stand between its neighbours.
ANCHOR = 24
# A larger page is judged by form: its article would be searched for minutes, and in ten copies of it.
MAX_LETTERS = 1_000_000
MAX_ELEMENTS = 40_000
# Their remarks on broken pages would go to the terminal where nobody has set up a log.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
_NO_LETTER = re.compile(r"[\W_]+")


def main_text(tree: html.HtmlElement) -> str:
    """The letters of the text that trafilatura takes out of the tree, which is left as it was.

    Empty where the page is too large, or where trafilatura finds nothing in it.
    """
    if _is_large(tree):
        return ""
    try:
        taken = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return ""  # what it makes of broken pages is its own affair: the page is judged by form then
    return "" if taken is None or isinstance(taken, dict) else letters("".join(taken.body.itertext()))


def _is_large(tree: html.HtmlElement) -> bool:
    size = 0
    for count, element in enumerate(tree.iter()):
        size += len(element.text or "") + len(element.tail or "")
        if count > MAX_ELEMENTS or size > MAX_LETTERS:
            return True
    return False


def letters(text: str) -> str:
    """The letters and digits of a text, by which it is recognised in another copy of the page."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", text))


class _Anchor(Struct, frozen=True):
    line: int
    start: int
    end: int


def inside(lines: Sequence[str], main: str) -> frozenset[int]:
    """The numbers of the `lines` (as letters) that stand in `main`, in one order."""
    anchors = _in_order(list(_candidates(lines, main)))
    edges = [_Anchor(-1, 0, 0), *anchors, _Anchor(len(lines), len(main), len(main))]
    between = (number for one, other in pairwise(edges) for number in _between(lines, main, one, other))
    return frozenset([*(anchor.line for anchor in anchors), *between])


def found(lines: Sequence[str], main: str) -> frozenset[int]:
    """The numbers of the long `lines` (as letters) that stand anywhere in `main`, in any order."""
    return frozenset(anchor.line for anchor in _candidates(lines, main))


def _candidates(lines: Sequence[str], main: str) -> Iterator[_Anchor]:
    """Where the long lines stand, by their openings; whatever follows must agree up to a small part."""
    openings: dict[str, list[int]] = {line[:ANCHOR]: [] for line in lines if len(line) >= ANCHOR}
    for start in range(len(main) - ANCHOR + 1):
        if (places := openings.get(main[start : start + ANCHOR])) is not None and len(places) < 4:
            places.append(start)
    for number, line in enumerate(lines):
        for start in openings.get(line[:ANCHOR], ()):
            if (end := _end(line, main, start)) is not None:
                yield _Anchor(number, start, end)


def _end(line: str, main: str, start: int) -> int | None:
    """The end of a line in `main`; a footnote's number within it may be missing there."""
    if main.startswith(line, start):
        return start + len(line)
    tail = line[-ANCHOR:]
    place = main.rfind(tail, start, start + len(line))
    return place + len(tail) if place - start > len(line) * 0.8 - ANCHOR else None


def _in_order(candidates: Sequence[_Anchor]) -> list[_Anchor]:
    """The heaviest chain of candidates in which lines and places both grow."""
    ends: list[int] = []  # ends of chains in growing order, with the weight of the best up to there
    best: list[tuple[int, int]] = []
    came: dict[int, int] = {}
    for number, anchor in sorted(enumerate(candidates), key=lambda pair: (pair[1].line, -pair[1].start)):
        place = bisect_left(ends, anchor.start + 1)
        weight, before = best[place - 1] if place else (0, -1)
        came[number] = before
        weight += anchor.end - anchor.start
        place = bisect_left(ends, anchor.end)
        if place and best[place - 1][0] >= weight:
            continue
        stop = place
        while stop < len(ends) and best[stop][0] <= weight:
            stop += 1
        ends[place:stop] = [anchor.end]
        best[place:stop] = [(weight, number)]
    chain = []
    last = best[-1][1] if best else -1
    while last >= 0:
        chain.append(candidates[last])
        last = came[last]
    return chain[::-1]


def _between(lines: Sequence[str], main: str, one: _Anchor, other: _Anchor) -> Iterable[int]:
    """Lines that go on where an anchor ends, or end where the next one begins."""
    start, end = one.end, other.start
    for number in range(one.line + 1, other.line):
        if lines[number] and start + len(lines[number]) <= end and main.startswith(lines[number], start):
            start += len(lines[number])
            yield number
    for number in range(other.line - 1, one.line, -1):
        if lines[number] and end - len(lines[number]) >= start and main.endswith(lines[number], start, end):
            end -= len(lines[number])
            yield number

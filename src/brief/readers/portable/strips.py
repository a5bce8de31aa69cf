"""Signs on a page -> lines from left to right, cut where the gap is wide: words of one cell or column.

All lengths are points, y grows upwards.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from brief.readers.portable.glyphs import Glyph

# Shares of a letter's size: how far letters of one line stand off it, how much larger they are than
# the raised number of a note, and a gap between words: where a program only moves on, where it writes
# spaces too, where PDFium saw a break; last a gap that may part columns.
SAME_LINE = 0.4
RAISED = 1.8
WORD_GAP = 0.2
WORD_GAP_BESIDE_SPACES = 0.35
WORD_GAP_SEEN = 0.03
COLUMN_GAP = 0.8


class Strip(Struct, frozen=True):
    """Words that stand beside each other without a wide gap, from left to right."""

    clusters: tuple[str, ...]
    left: float
    right: float
    y: float
    size: float
    bold: bool

    @property
    def letters(self) -> int:
        """How many letters stand in it."""
        return sum(len(cluster) for cluster in self.clusters if not cluster.isspace())


def lines_of(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The signs of each line of the page, the top line first, columns not yet told apart."""
    line: list[Glyph] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.y, glyph.left)):
        larger, smaller = max(size, glyph.size), min(size, glyph.size)
        if line and base - glyph.y > SAME_LINE * min(larger, RAISED * smaller):
            yield line
            line = []
        if not line or size < glyph.size < RAISED * size:
            base, size = glyph.y, glyph.size
        line.append(glyph)
    if line:
        yield line


def is_spaced(lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether the program wrote spaces between words, and did not only move on."""
    spaces = sum(glyph.text.isspace() for line in lines for glyph in line)
    return spaces > sum(map(len, lines)) / 15


def strips_of(line: Sequence[Glyph], *, spaced: bool) -> Iterator[Strip]:
    """A line cut where the gap is wide."""
    ordered = _in_place(line)
    while ordered and ordered[0].text.isspace():
        ordered.pop(0)
    current: list[Glyph] = []
    right = 0.0
    for glyph in ordered:
        if glyph.text.isspace():
            current.append(glyph)
            continue
        if current and glyph.left - right > COLUMN_GAP * glyph.size:
            yield from _strip(current, spaced=spaced)
            current = []
        current.append(glyph)
        right = max(right, glyph.right) if len(current) > 1 else glyph.right
    yield from _strip(current, spaced=spaced)


def _in_place(line: Sequence[Glyph]) -> list[Glyph]:
    """The signs from left to right, a mark just left of the letter it stands on."""
    letters = sorted((glyph for glyph in line if not _is_mark(glyph)), key=lambda glyph: glyph.x)
    marks = [glyph for glyph in line if _is_mark(glyph)]
    if not marks or not letters:
        return letters or marks
    middles = sorted((letter.left + letter.right, place) for place, letter in enumerate(letters))
    places: dict[int, list[Glyph]] = {}
    for mark in marks:
        places.setdefault(_nearest(middles, mark.left + mark.right), []).append(mark)
    return [glyph for place, letter in enumerate(letters) for glyph in (*places.get(place, ()), letter)]


def _nearest(middles: Sequence[tuple[float, int]], middle: float) -> int:
    """The place of the letter in whose middle a mark stands, or nearly; all middles are doubled."""
    right = bisect_left(middles, (middle,))
    left = bisect_left(middles, (middles[max(right - 1, 0)][0],))
    beside = (middles[left], *middles[right : right + 1])
    return min((abs(found - middle), place) for found, place in beside)[1]


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.category(glyph.text[0]) == "Mn"


def _strip(glyphs: Sequence[Glyph], *, spaced: bool) -> Iterator[Strip]:
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if inked:
        letters = sum(len(glyph.text) for glyph in inked)
        yield Strip(
            clusters=tuple(_clusters(glyphs, spaced=spaced)),
            left=min(glyph.left for glyph in inked),
            right=max(glyph.right for glyph in inked),
            y=median(glyph.y for glyph in inked),
            size=median(glyph.size for glyph in inked),
            bold=sum(len(glyph.text) for glyph in inked if glyph.bold) > 0.9 * letters,
        )


def _clusters(glyphs: Sequence[Glyph], *, spaced: bool) -> Iterator[str]:
    """What the signs stand for, with a space where one is drawn or left free."""
    gap = WORD_GAP_BESIDE_SPACES if spaced else WORD_GAP
    last: Glyph | None = None
    space = False
    for glyph in glyphs:
        if glyph.text.isspace():
            space = True
            continue
        if _is_mark(glyph):
            yield glyph.text
            continue
        if last is not None and (space or _is_apart(last, glyph, gap)):
            yield " "
        yield glyph.text
        last, space = glyph, False


def _is_apart(last: Glyph, glyph: Glyph, gap: float) -> bool:
    free = (glyph.left - last.right) / max(glyph.size, 1)
    letters = last.text[-1].isalnum() and glyph.text[-1].isalnum()
    return free > gap or (glyph.run != last.run and free > (WORD_GAP_SEEN if letters else WORD_GAP / 2))

"""Signs on a page -> its lines in the order they are read in: columns found, table rows kept whole.

All lengths are points, y grows upwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from msgspec import Struct

from brief.decoding.order import logical, mend_brackets
from brief.readers.lines import CELLS
from brief.readers.portable.glyphs import Glyph, Sheet
from brief.readers.portable.strips import COLUMN_GAP, Strip, is_spaced, lines_of, strips_of

# What is no column on the strength of fewer lines, or of shorter ones: cells of a table are short.
COLUMN_LINES = 3
COLUMN_WORDS = 3
# The share of a page's text that a column takes at least.
NARROWEST = 0.15
# A wider gap than this many line distances parts what stands below columns from them.
APART = 1.4
# How many lines above it may turn out to have opened a column.
LOOK_BACK = 80


class Row(Struct, frozen=True):
    """A line of text as it is read, with the edges of the column it stands in.

    `column` numbers the columns of a page in the order they are read in.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    column: int
    edges: tuple[float, float]
    page: int = 0
    rtl: bool = True
    table: bool = False


_Band = Sequence[Sequence[Strip]]


def rows(sheet: Sheet, page: int) -> tuple[Row, ...]:
    """The lines of a page, columns one after the other, the right one first where the script runs so."""
    lines = list(lines_of([glyph for glyph in sheet.glyphs if glyph.straight and _is_on(sheet, glyph)]))
    spaced = is_spaced(lines)
    strips = [found for line in lines if (found := tuple(strips_of(line, spaced=spaced)))]
    if not strips:
        return ()
    rtl = _is_rtl(strips)
    regions = enumerate(_regions(strips))
    return tuple(
        row for number, (kind, band) in regions for row in _region(kind, band, number, page, rtl=rtl)
    )


def stray(sheet: Sheet) -> str:
    """What stands across the page or outside of it, in the order it was written."""
    return " ".join(
        "".join(glyph.text for glyph in group)
        for key, group in groupby(sheet.glyphs, lambda glyph: glyph.straight and _is_on(sheet, glyph))
        if not key
    )


def _is_on(sheet: Sheet, glyph: Glyph) -> bool:
    return -1 <= glyph.left <= sheet.width + 1 and -1 <= glyph.y <= sheet.height + 1


def _is_rtl(strips: _Band) -> bool:
    letters = "".join(cluster for line in strips for strip in line for cluster in strip.clusters)
    kinds = [unicodedata.bidirectional(letter) for letter in letters]
    return kinds.count("AL") + kinds.count("R") >= kinds.count("L")


def _regions(lines: _Band) -> Iterator[tuple[str, _Band]]:
    """The page from top to bottom as bands: columns, tables, plain lines (neighbours joined)."""
    kinds = ((kind, piece) for band in _bands(lines) for kind, piece in _judged(band))
    for kind, group in groupby(kinds, key=lambda pair: pair[0]):
        if kind == "plain":
            yield kind, [line for _, piece in group for line in piece]
        else:
            yield from group


def _bands(lines: _Band) -> Iterator[_Band]:
    """Neighbouring lines that leave one and the same gap free."""
    edges = _edges(lines)
    band: list[Sequence[Strip]] = []
    free = [edges]
    for line in lines:
        gaps = _gaps(line, edges)
        shared = _shared(free, gaps)
        if not shared and band:
            kept = len(band) if any(len(one) > 1 for one in band) else _first_akin(band, gaps, edges)
            if kept:
                yield band[:kept]
            band, shared = band[kept:], gaps
            for one in band:
                shared = _shared(shared, _gaps(one, edges))
        band.append(line)
        free = shared
    if band:
        yield band


def _first_akin(band: _Band, gaps: list[tuple[float, float]], edges: tuple[float, float]) -> int:
    """From which line on a band leaves a gap free that the line below it leaves free too."""
    first = len(band)
    shared = gaps
    while first > max(0, len(band) - LOOK_BACK):
        shared = _shared(shared, _gaps(band[first - 1], edges))
        if not shared:
            break
        first -= 1
    return first


def _edges(lines: _Band) -> tuple[float, float]:
    return min(line[0].left for line in lines), max(strip.right for line in lines for strip in line)


def _gaps(line: Sequence[Strip], edges: tuple[float, float]) -> list[tuple[float, float]]:
    """What a line leaves free, narrow gaps left out: beside it there must be room for a column."""
    ends = [edges[0], *(strip.right for strip in line)]
    starts = [*(strip.left for strip in line), edges[1]]
    within, beside = COLUMN_GAP * line[0].size, NARROWEST * (edges[1] - edges[0])
    return [
        (end, start)
        for place, (end, start) in enumerate(zip(ends, starts, strict=True))
        if start - end > (within if 0 < place < len(line) else beside)
    ]


def _shared(
    free: Sequence[tuple[float, float]], gaps: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    pairs = ((max(a, c), min(b, d)) for a, b in free for c, d in gaps)
    return [(start, end) for start, end in pairs if end - start > 6]


def _judged(band: _Band) -> Iterator[tuple[str, _Band]]:
    """A band as columns or as a table, what stands apart above and below it cut off."""
    first, last = _core(band, _gutters(band))
    core = band[first:last]
    gutters = _gutters(core) if core else []
    kind = "plain"
    if gutters and _are_columns(core, gutters):
        kind = "columns"
    elif gutters and sum(len(line) > 1 for line in core) >= 2:
        kind = "table"
    if kind == "plain":
        yield kind, band
        return
    for name, piece in (("plain", band[:first]), (kind, core), ("plain", band[last:])):
        if piece:
            yield name, piece


def _core(band: _Band, gutters: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """From the first to the last line with a neighbour, and what stands close to these.

    Below them only a heading that stands apart belongs to what follows, not to its column.
    """
    beside = [number for number in range(len(band)) if _has_neighbour(band, number, gutters)]
    if not beside:
        return 0, 0
    first, last = beside[0], beside[-1]
    size = median(strip.size for line in band for strip in line)
    steps = [above[0].y - below[0].y for above, below in pairwise(band)]
    near = APART * median([step for step in steps if step > 0.9 * size] or steps or [size])
    while first > 0 and steps[first - 1] <= near:
        first -= 1
    while last + 1 < len(band) and not (steps[last] > near and _stands_out(band[last + 1][0], size)):
        last += 1
    return first, last + 1


def _has_neighbour(band: _Band, number: int, gutters: Sequence[tuple[float, float]]) -> bool:
    """Whether other text stands beside a line, or so little above or below it that it must be beside."""
    line = band[number]
    if len(line) > 1:
        return True
    return any(
        abs(other[0].y - line[0].y) < line[0].size and _side(line[0], gutters) != _side(other[0], gutters)
        for other in (*band[max(number - 1, 0) : number], *band[number + 1 : number + 2])
    )


def _side(strip: Strip, gutters: Sequence[tuple[float, float]]) -> int:
    return sum(strip.left >= end - 1 for _, end in gutters)


def _stands_out(strip: Strip, size: float) -> bool:
    return strip.bold or strip.size > 1.05 * size


def _gutters(band: _Band) -> list[tuple[float, float]]:
    """The gaps inside of a band that all its lines leave free, with text on either side."""
    edges = _edges(band)
    free = [edges]
    for line in band:
        free = _shared(free, _gaps(line, edges))
    return sorted((start, end) for start, end in free if start > edges[0] and end < edges[1])


def _are_columns(band: _Band, gutters: Sequence[tuple[float, float]]) -> bool:
    """Whether the text beside the gaps is lines of prose: many, and long for their column."""
    for column in _columns(band, gutters):
        if len(column) < COLUMN_LINES:
            return False
        width = max(strip.right for strip in column) - min(strip.left for strip in column)
        words = median(strip.clusters.count(" ") + 1 for strip in column)
        if words < COLUMN_WORDS or median(strip.right - strip.left for strip in column) < 0.6 * width:
            return False
    return True


def _columns(band: _Band, gutters: Sequence[tuple[float, float]]) -> list[list[Strip]]:
    """The strips of each column, the left column first; strips of one line in a column joined."""
    columns: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for line in band:
        inside: list[list[Strip]] = [[] for _ in columns]
        for strip in line:
            inside[_side(strip, gutters)].append(strip)
        for column, strips in zip(columns, inside, strict=True):
            if strips:
                column.append(_joined(strips))
    return columns


def _joined(strips: Sequence[Strip]) -> Strip:
    if len(strips) == 1:
        return strips[0]
    largest = max(strips, key=lambda strip: strip.letters)
    clusters = [cluster for strip in strips for cluster in (" ", *strip.clusters)][1:]
    return Strip(
        tuple(clusters),
        strips[0].left,
        strips[-1].right,
        largest.y,
        largest.size,
        all(strip.bold for strip in strips),
    )


def _region(kind: str, band: _Band, number: int, page: int, *, rtl: bool) -> Iterator[Row]:
    if kind == "table":
        for line in band:
            cells = [_text(strip, rtl=rtl) for strip in (line[::-1] if rtl else line)]
            yield _row(
                _joined(line), CELLS.join(cells), number * 100, page, _edges(band), rtl=rtl, table=True
            )
        return
    columns = _columns(band, _gutters(band)) if kind == "columns" else [[_joined(line) for line in band]]
    for place, column in enumerate(columns[::-1] if rtl else columns):
        edges = min(strip.left for strip in column), max(strip.right for strip in column)
        for strip in column:
            yield _row(strip, _text(strip, rtl=rtl), number * 100 + place, page, edges, rtl=rtl)


def _text(strip: Strip, *, rtl: bool) -> str:
    return mend_brackets(logical(strip.clusters, rtl=rtl)).strip()


def _row(  # noqa: PLR0913 - what a row is made of
    strip: Strip,
    text: str,
    column: int,
    page: int,
    edges: tuple[float, float],
    *,
    rtl: bool,
    table: bool = False,
) -> Row:
    return Row(
        text, strip.left, strip.right, strip.y, strip.size, strip.bold, column, edges, page, rtl, table
    )

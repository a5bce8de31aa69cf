"""Lines of pages -> paragraphs: what belongs together, what is a heading, what the page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from msgspec import Struct, structs

from brief.language import fold
from brief.readers.lines import Block
from brief.readers.portable.layout import Row
from brief.readers.reasons import Reason

# Shares of the size of the text: what is a heading, a note, another size at all, an indent.
HEADING_SIZE = 1.12
NOTE_SIZE = 0.88
SAME_SIZE = 0.06
INDENT = 0.8
HEADING_WORDS = 20
PARAGRAPH_WORDS = 8
# A gap wider than this many line distances opens a paragraph.
PARAGRAPH_GAP = 1.25
# Lines broken within a sentence though the next word had room: more of them, and room proves nothing.
FILLED = 0.1
SHORT_LINE = 0.45
# A running head stands in one place (points) on at least so many pages, among so many outermost lines.
SAME_PLACE = 3.0
REPEATED_PAGES = 2
REPEATED_SHARE = 0.3
OUTERMOST = 3

_ENDED = re.compile(r"[.!?؟…:؛]\W*$")
_SENTENCE_END = re.compile(r"[.!?؟…]\W*$")
_ITEM = re.compile(r"\s*(?:[•●▪◦■*\u00b7\u2023]\s|[-–]\s+\S|\(?\d{1,2}\s?[.)\-–]\s*\D)")
_NOTE = re.compile(r"\s*[(\[]?(?:\d{1,3}|\*+|[a-z])[)\].\-–:]*\s*\S")
# A soft hyphen, or the hyphen of «2019-2023» or of a Latin word at the end of a line.
_BROKEN = re.compile(r"(?:\u00ad|[a-zA-Z\d][-\u2010-\u2013])$")
_DIGITS = re.compile(r"\d+")


class _Type(Struct, frozen=True):
    """What most of the text is set in, how far its lines stand apart, and whether they are filled."""

    size: float
    bold: bool
    leading: float
    filled: bool = True


def blocks(rows: Sequence[Row]) -> tuple[Block, ...]:
    """The paragraphs of a document in reading order, those that run over columns and pages whole."""
    if not rows:
        return ()
    text_type = _type(rows)
    reasons = _asides(rows, text_type)
    body = [row for number, row in enumerate(rows) if number not in reasons]
    groups = list(_paragraphs(body, text_type))
    asides = [(row, Block(row.text, "aside", reasons[n])) for n, row in enumerate(rows) if n in reasons]
    return tuple(_woven(groups, asides, text_type))


def _type(rows: Sequence[Row]) -> _Type:
    letters: Counter[tuple[float, bool]] = Counter()
    for row in rows:
        letters[round(row.size, 1), row.bold] += len(row.text)
    (size, bold), _ = max(letters.items(), key=lambda pair: (pair[1], pair[0]))
    steps = [
        above.y - below.y
        for above, below in pairwise(rows)
        if _are_neighbours(above, below) and abs(above.size - size) < 0.2 and abs(below.size - size) < 0.2
    ]
    steps = sorted(step for step in steps if 0.8 * size < step < 4 * size)
    leading = steps[len(steps) * 3 // 10] if steps else 1.5 * size
    return _Type(size, bold, leading, _are_filled(rows, leading))


def _are_filled(rows: Sequence[Row], leading: float) -> bool:
    """Whether lines that end within a sentence are mostly as long as their column lets them be."""
    within = [
        _had_room(above, below)
        for above, below in pairwise(rows)
        if _are_neighbours(above, below)
        and above.y - below.y < PARAGRAPH_GAP * leading
        and not _ENDED.search(above.text)
    ]
    return sum(within) <= FILLED * len(within)


def _are_neighbours(above: Row, below: Row) -> bool:
    return above.page == below.page and above.column == below.column


# What stands beside the article ----------------------------------------------------------


def _asides(rows: Sequence[Row], text_type: _Type) -> dict[int, str]:
    """The rows that are no part of the article, by their place, each with the reason."""
    found: dict[int, str] = {}
    outer = _outermost(rows)
    found.update(_repeated(rows, outer))
    for number in outer:
        if number not in found and not any(sign.isalpha() for sign in rows[number].text):
            found[number] = Reason.PAGE_NUMBER
    for number in _notes(rows, found, text_type):
        found[number] = Reason.FOOTNOTE
    return found


def _outermost(rows: Sequence[Row]) -> list[int]:
    """The highest and lowest rows of each page: where heads, feet and numbers stand."""
    places: list[int] = []
    numbered = sorted(enumerate(rows), key=lambda pair: (pair[1].page, -pair[1].y))
    for _, group in groupby(numbered, key=lambda pair: pair[1].page):
        page = [number for number, _ in group]
        places.extend(dict.fromkeys((*page[:OUTERMOST], *page[-OUTERMOST:])))
    return places


def _repeated(rows: Sequence[Row], outer: Sequence[int]) -> dict[int, str]:
    """Rows that several pages hold in one place, their numbers aside."""
    kinds: dict[tuple[str, int], list[int]] = {}
    for number in outer:
        row = rows[number]
        key = _DIGITS.sub("#", fold(row.text))
        kinds.setdefault((key, round(row.y / SAME_PLACE)), []).append(number)
    pages = len({row.page for row in rows})
    found: dict[int, str] = {}
    for (key, y), numbers in kinds.items():
        near = [*numbers, *kinds.get((key, y - 1), ()), *kinds.get((key, y + 1), ())]
        on = {rows[number].page for number in near}
        if len(on) >= max(REPEATED_PAGES, REPEATED_SHARE * pages):
            texts = {rows[number].text for number in near}
            short = len(key.split()) <= 6 and "#" in key and len(texts) == len(on)
            found.update(dict.fromkeys(numbers, Reason.PAGE_NUMBER if short else Reason.RUNNING_HEAD))
    return found


def _notes(rows: Sequence[Row], taken: dict[int, str], text_type: _Type) -> Iterator[int]:
    """Small print at the foot of a page that opens with a number or a star."""
    order = sorted(
        (number for number in range(len(rows)) if number not in taken),
        key=lambda number: (rows[number].page, rows[number].y),
    )
    for _, group in groupby(order, key=lambda number: rows[number].page):
        foot: list[int] = []
        for number in group:
            if rows[number].size > NOTE_SIZE * text_type.size:
                break
            foot.append(number)
        while foot and not _NOTE.match(rows[foot[-1]].text):
            foot.pop()
        yield from foot


# What belongs together -------------------------------------------------------------------


def _paragraphs(rows: Sequence[Row], text_type: _Type) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in rows:
        if group and _opens(group[-1], row, text_type):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _opens(above: Row, row: Row, text_type: _Type) -> bool:
    """Whether a row opens a paragraph, by the signs a reader goes by."""
    if row.table or above.table or _ITEM.match(row.text):
        return True
    if abs(row.size - above.size) > SAME_SIZE * above.size or row.bold != above.bold:
        return True
    if _is_indented(above, row) or (_had_room(above, row) and _is_last(above, filled=text_type.filled)):
        return True
    if _are_neighbours(above, row):
        usual = text_type.leading * max(row.size / text_type.size, 1)
        return above.y - row.y > PARAGRAPH_GAP * usual or above.y < row.y
    return bool(_ENDED.search(above.text)) or row.size > HEADING_SIZE * text_type.size


def _had_room(above: Row, row: Row) -> bool:
    """Whether the first word of a row would have fitted on the line above, had it been one paragraph."""
    left, right = above.edges
    free = above.left - left if above.rtl else right - above.right
    first = len(row.text.split(maxsplit=1)[0]) / max(len(row.text), 1) * (row.right - row.left)
    return free > 1.2 * first + 0.6 * row.size


def _is_last(row: Row, *, filled: bool) -> bool:
    """Whether a line that is not full ends its paragraph."""
    left, right = row.edges
    return filled or bool(_ENDED.search(row.text)) or row.right - row.left < SHORT_LINE * (right - left)


def _is_indented(above: Row, row: Row) -> bool:
    indents = [
        (line.edges[1] - line.right if line.rtl else line.left - line.edges[0]) / line.size
        for line in (above, row)
    ]
    return indents[1] > INDENT and indents[0] < INDENT / 2 and indents[1] < 6


# What the text will be -------------------------------------------------------------------


def _woven(
    groups: Sequence[Sequence[Row]], asides: Sequence[tuple[Row, Block]], text_type: _Type
) -> Iterator[Block]:
    """Paragraphs with what stands beside them behind the paragraph that ends on its page or later."""
    waiting = list(asides)
    for number, group in enumerate(groups):
        following = groups[number + 1][0].page if number + 1 < len(groups) else None
        yield _block(group, text_type)
        while waiting and (following is None or waiting[0][0].page < following):
            yield waiting.pop(0)[1]
    yield from (block for _, block in waiting)


def _block(group: Sequence[Row], text_type: _Type) -> Block:
    text = _joined(group)
    if group[0].table:
        return Block(text)
    words = len(text.split())
    larger = median(row.size for row in group) > HEADING_SIZE * text_type.size
    bolder = not text_type.bold and all(row.bold for row in group)
    if (larger or bolder) and words <= HEADING_WORDS and not _SENTENCE_END.search(text):
        return Block(text, "heading")
    if len(group) > 1 and words >= PARAGRAPH_WORDS and not larger:
        return Block(text, "paragraph")
    return Block(text)


def _joined(group: Sequence[Row]) -> str:
    text = group[0].text
    for row in group[1:]:
        text = text.removesuffix("\u00ad") + ("" if _BROKEN.search(text) else " ") + row.text
    return " ".join(text.split())


def turned_rows(rows: Sequence[Row], texts: Sequence[str]) -> tuple[Row, ...]:
    """The rows with other texts."""
    return tuple(structs.replace(row, text=text) for row, text in zip(rows, texts, strict=True))

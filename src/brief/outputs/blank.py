"""Where a page of a finished PDF has room for a line that covers nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pypdfium2 import PdfDocument

# Points: the margin at either side, and the least that stays free above and below the line.
_SIDE, _AIR = 62, 10
# Of 255: on a darker ground the line could not be read.
_LIGHT = 0xE8


class Room(Struct, frozen=True):
    """A box on a page (counted from 0), in points from the foot of the page and its left side."""

    page: int
    left: int
    foot: int
    right: int
    head: int


def room(pdf: bytes, height: int) -> Room | None:
    """A free strip of `height` points: on the last page as near to its text as can be, or on the first.

    None where both are full. Found by looking: the page is drawn, and the strip is of one light colour.
    """
    with PdfDocument(pdf) as document:
        for number in dict.fromkeys((len(document) - 1, 0)):
            for top, bottom, rows in reversed(tuple(_strips(*_drawn(document, number)))):
                if bottom - top >= height + 2 * _AIR:
                    head = rows - top - _AIR
                    return Room(number, _SIDE, head - height, _width(document, number) - _SIDE, head)
    return None


def _width(document: PdfDocument, number: int) -> int:
    return int(document[number].get_width())


def _drawn(document: PdfDocument, number: int) -> tuple[bytes, int, int]:
    """A page in grey, a byte for each square point, the length of its rows and their number."""
    bitmap = document[number].render(scale=1, grayscale=True)
    return bytes(bitmap.buffer), bitmap.stride, bitmap.height


def _strips(drawn: bytes, stride: int, rows: int) -> Iterator[tuple[int, int, int]]:
    """The first and last row of each free strip between two things, and how many rows there are."""
    seen, start = False, None
    for row in range(rows):
        free = _is_free(drawn[row * stride : (row + 1) * stride])
        if free and seen and start is None:
            start = row
        if not free:
            if start is not None:
                yield start, row, rows
            seen, start = True, None


def _is_free(row: bytes) -> bool:
    """Whether a row is of one light colour between its margins."""
    inner = row[_SIDE : len(row) - _SIDE]
    return inner.count(inner[0]) == len(inner) and inner[0] >= _LIGHT

"""Pages of a PDF -> the signs drawn on them, each with its letters and its place.

PDFium's own order of the letters is not used: it depends on how a program wrote the page. The
places on the page do not.
"""

from __future__ import annotations

import ctypes
import math
import sys
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct, structs

from brief.errors import SourceError

BOLD = 600
# An angle within this of the page's own is a straight line of text (radians).
STRAIGHT = 0.05
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_PLAIN_NAMES = (b"regular", b"light", b"medium", b"book")
_LIGATURES = (*range(0xFC00, 0xFD3E), *range(0xFD50, 0xFDC8), *range(0xFEF5, 0xFEFD))
_NAME_BYTES = 96
_HAMZA_ON_YA = 0x0626
_UNKNOWN = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
# The hyphen and the joiners that are seen by what they do.
_JOINING = frozenset({0xAD, 0x200C, 0x200D})


class Glyph(Struct, frozen=True):
    """One drawn sign: the text it stands for, its place and edges in points, y upwards.

    `run` counts the breaks between words that PDFium saw while it read the page.
    """

    text: str
    x: float
    left: float
    right: float
    y: float
    size: float
    bold: bool
    straight: bool
    run: int


class Sheet(Struct, frozen=True):
    """A page as it is seen, turned upright: its size in points and the signs on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]


class _Sign(Struct, frozen=True):
    """A letter as PDFium reports it."""

    text: str
    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    size: float
    angle: float
    bold: bool
    run: int


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The PDF in `content`; raises `SourceError` where it is locked or broken."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise SourceError("is locked with a password; save a copy without it.", "locked") from error
        raise SourceError("is no whole PDF; fetch or save it again.", "broken") from error
    try:
        yield document
    finally:
        document.close()


def page_count(document: Any) -> int:  # noqa: ANN401 - pypdfium2 has no annotations
    """How many pages an opened PDF says it has."""
    return len(document)


def has_pictures(document: Any) -> bool:  # noqa: ANN401 - see page_count
    """Whether the first page draws a picture: a scan."""
    page = document[0]
    try:
        return any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()


def sheet(document: Any, number: int, most: int) -> Sheet | None:  # noqa: ANN401 - see page_count
    """Page `number` (from 0) as it is seen, None where it cannot be opened.

    Raises `SourceError` where it holds more than `most` letters.
    """
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        return _sheet(page, most)
    finally:
        page.close()


def _sheet(page: Any, most: int) -> Sheet | None:  # noqa: ANN401 - see page_count
    try:
        layer = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        count = layer.count_chars()
        if count > most:
            raise SourceError("holds more text than any article; split it.", "large")
        box, turn = page.get_bbox(), page.get_rotation()
        signs = tuple(_signs(layer.raw, count))
    finally:
        layer.close()
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    upright = [_upright(sign, box, turn) for sign in signs]
    glyphs = tuple(_glyphs(upright, math.radians(turn)))
    return Sheet(*((height, width) if turn in {90, 270} else (width, height)), glyphs)


def _signs(layer: Any, count: int) -> Iterator[_Sign]:  # noqa: ANN401 - a pointer
    """The letters of a page in PDFium's order, without the spaces and line ends that it adds."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    run = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(layer, index)
        weight = pdfium.FPDFText_GetFontWeight(layer, index)
        run += weight < 0
        if weight < 0 or not _is_kept(code):
            continue
        pdfium.FPDFText_GetCharOrigin(layer, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(layer, index, box)
        pdfium.FPDFText_GetMatrix(layer, index, matrix)
        pdfium.FPDFText_GetFontInfo(layer, index, name, _NAME_BYTES, flags)
        yield _Sign(
            chr(code),
            x.value,
            y.value,
            box.left,
            box.right,
            box.bottom,
            box.top,
            pdfium.FPDFText_GetFontSize(layer, index) * math.hypot(matrix.c, matrix.d),
            math.atan2(matrix.b, matrix.a),
            _is_bold(name.value, weight),
            run,
        )


@lru_cache(maxsize=4096)
def _is_kept(code: int) -> bool:
    """Whether a code stands for a letter or a space: no control, no half of a pair, nothing unknown."""
    if code in _UNKNOWN or not 0 < code < sys.maxunicode:
        return False
    sign = chr(code)
    return sign.isspace() or code in _JOINING or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Cn"}


@lru_cache(maxsize=256)
def _is_bold(name: bytes, weight: int) -> bool:
    """A font's name knows better than its weight, which PDFium may guess from its stems."""
    lower = name.lower()
    if any(part in lower for part in _BOLD_NAMES):
        return True
    return weight >= BOLD and not any(part in lower for part in _PLAIN_NAMES)


def _upright(sign: _Sign, box: tuple[float, float, float, float], turn: int) -> _Sign:
    """A letter's place on the page as it is seen, from the lower left corner."""
    x, y = _turned(sign.x, sign.y, box, turn)
    one, other = _turned(sign.left, sign.bottom, box, turn), _turned(sign.right, sign.top, box, turn)
    return structs.replace(sign, x=x, y=y, left=min(one[0], other[0]), right=max(one[0], other[0]))


def _turned(x: float, y: float, box: tuple[float, float, float, float], turn: int) -> tuple[float, float]:
    left, bottom, right, top = box
    if turn == 90:
        return y - bottom, right - x
    if turn == 180:
        return right - x, top - y
    return (top - y, x - left) if turn == 270 else (x - left, y - bottom)


def _glyphs(signs: Sequence[_Sign], turn: float) -> Iterator[Glyph]:
    """Letters that one sign stands for, in the order they are read in."""
    groups = list(_groups(_level(signs)))
    reversed_too = _are_reversed(groups)
    for group in groups:
        first = group[0]
        text = "".join(sign.text for sign in group)
        turned = abs(math.remainder(first.angle - turn, math.tau)) > STRAIGHT
        yield Glyph(
            text=_in_order(text, reversed_too=reversed_too),
            x=first.x,
            left=min(first.x, *(sign.left for sign in group)),
            right=max(sign.right for sign in group),
            y=first.y,
            size=first.size,
            bold=first.bold,
            straight=not turned,
            run=first.run,
        )


def _level(signs: Sequence[_Sign]) -> list[_Sign]:
    """The signs, each mark behind the letter that it is drawn on and in its place.

    PDFium takes a mark above its line for a line of its own and gives it anywhere.
    """
    marks = [sign for sign in signs if _is_mark(sign)]
    if not marks:
        return list(signs)
    bases = sorted(
        (sign.left + sign.right, number) for number, sign in enumerate(signs) if not _is_mark(sign)
    )
    on: dict[int, list[_Sign]] = {}
    loose: list[_Sign] = []
    for mark in marks:
        number = _base(mark, signs, bases)
        if number is None:
            loose.append(mark)
        else:
            base = signs[number]
            place = {"x": base.x, "y": base.y, "left": base.left, "right": base.right}
            on.setdefault(number, []).append(structs.replace(mark, **place))
    kept = [(number, sign) for number, sign in enumerate(signs) if not _is_mark(sign)]
    return [*(one for number, sign in kept for one in (sign, *on.get(number, ()))), *loose]


def _is_mark(sign: _Sign) -> bool:
    return unicodedata.category(sign.text) == "Mn"


def _base(mark: _Sign, signs: Sequence[_Sign], bases: Sequence[tuple[float, int]]) -> int | None:
    """The letter nearest to a mark, on a line that can be its own."""
    middle, reach = mark.left + mark.right, mark.size
    window = bases[bisect_left(bases, (middle - reach,)) : bisect_left(bases, (middle + reach,))]
    found = [
        (abs(twice - middle) + abs(mark.y - signs[number].y), number)
        for twice, number in window
        if -0.6 * reach < mark.y - signs[number].y < reach and signs[number].text.isalpha()
    ]
    return min(found, default=(0, None))[1]


def _groups(signs: Sequence[_Sign]) -> Iterator[list[_Sign]]:
    """Neighbours in PDFium's order that have one and the same place are one ligature."""
    group: list[_Sign] = []
    for sign in signs:
        if group and not (abs(sign.x - group[0].x) < 0.01 and abs(sign.y - group[0].y) < 0.01):
            yield group
            group = []
        group.append(sign)
    if group:
        yield group


@cache
def _ligatures() -> frozenset[str]:
    """Letters that are drawn as one sign, but for those that Unicode lists and no font draws."""
    known = (unicodedata.normalize("NFKC", chr(code)) for code in _LIGATURES)
    return frozenset(text for text in known if ord(text[0]) != _HAMZA_ON_YA)


def _are_reversed(groups: Sequence[Sequence[_Sign]]) -> bool:
    """Whether PDFium turned the ligatures of this page: most that are ligatures one way only say so."""
    known = _ligatures()
    votes: Counter[bool] = Counter()
    for group in groups:
        text = "".join(sign.text for sign in group)
        if len(text) > 1 and (text in known) != (text[::-1] in known):
            votes[text[::-1] in known] += 1
    return votes[True] > votes[False]


def _in_order(text: str, *, reversed_too: bool) -> str:
    """The letters of a ligature as they are read, marks behind them."""
    marks = "".join(sign for sign in text if unicodedata.category(sign) == "Mn")
    letters = "".join(sign for sign in text if unicodedata.category(sign) != "Mn") if marks else text
    if len(letters) > 1 and unicodedata.bidirectional(letters[0]) == "AL":
        either = letters in _ligatures(), letters[::-1] in _ligatures()
        # What is listed both ways follows the others of its page; what is not listed PDFium turned.
        if not either[0] or (either[1] and reversed_too):
            letters = letters[::-1]
    return letters + marks

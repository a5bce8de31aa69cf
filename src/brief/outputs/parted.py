"""Ligatures of several letters in the text layer of a PDF, each letter with a code of its own.

Where no one code point stands for the letters of a ligature, extractors turn them around. So the
ligature's glyph stands for the letter at its left end, and glyphs beside it that draw nothing and
have no width stand for the others, in the order in which the eye meets them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import islice

import pikepdf
from fontTools.ttLib import TTFont

from brief.outputs.spelled import forms, told

_TOKEN = re.compile(rb"/(\w+) [\d.]+ Tf\b|<([0-9a-fA-F]{4})>")
_LETTERS = re.compile("[\u0620-\u064a]{2,}")
_END = b"endcmap"
Pieces = Mapping[bytes, bytes]


def part(pdf: pikepdf.Pdf) -> None:
    """Give each letter of a ligature that has no code point of its own a code; the page does not change."""
    known: dict[object, Pieces] = {}
    for page in pdf.pages:
        fonts: dict[bytes, Pieces] = {}
        for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = dict(_parted(font)) if "/ToUnicode" in font else {}
            if known[font.objgen]:
                fonts[name.removeprefix("/").encode()] = known[font.objgen]
        if fonts:
            page.Contents.write(_rewritten(page.Contents.read_bytes(), fonts))


def _parted(font: pikepdf.Object) -> Iterator[tuple[bytes, bytes]]:
    """What is written in place of a ligature's glyph, after the font was told of the new glyphs."""
    letters = told(font.ToUnicode)
    found = {
        glyph: text for glyph, text in letters.items() if _LETTERS.fullmatch(text) and text not in forms()
    }
    if not found:
        return
    spare = _empty_glyphs(font, frozenset(letters))
    for glyph, text in found.items():
        blanks = list(islice(spare, len(text) - 1))
        if len(blanks) < len(text) - 1:
            return
        pairs = list(zip((glyph, *blanks), reversed(text), strict=True))
        _tell(font, pairs)
        yield b"%04x" % glyph, b"".join(b"<%04x>" % one for one, _ in pairs)


def _empty_glyphs(font: pikepdf.Object, used: frozenset[int]) -> Iterator[int]:
    """The numbers of glyphs that the embedded font holds without an outline and a width, and does not use."""
    content = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    with TTFont(io.BytesIO(content), lazy=True) as held:
        widths, outlines = held["hmtx"], held["loca"]
        for number, name in enumerate(held.getGlyphOrder()):
            if (
                number
                and number not in used
                and outlines[number] == outlines[number + 1]
                and not widths[name][0]
            ):
                yield number


def _tell(font: pikepdf.Object, pairs: list[tuple[int, str]]) -> None:
    glyph = pairs[0][0]
    stream = re.sub(rb"<%04x>\s*<[0-9a-fA-F]+>\n?" % glyph, _entry(*pairs[0]), font.ToUnicode.read_bytes())
    added = b"".join(_entry(*pair) for pair in pairs[1:])
    block = b"%d beginbfchar\n%sendbfchar\n" % (len(pairs) - 1, added)
    font.ToUnicode.write(stream.replace(_END, block + _END, 1))
    for blank, _ in pairs[1:]:
        font.DescendantFonts[0].W.extend(pikepdf.Array([blank, pikepdf.Array([0])]))


def _entry(glyph: int, letter: str) -> bytes:
    return b"<%04x> <%s>\n" % (glyph, letter.encode("utf-16-be").hex().encode())


def _rewritten(stream: bytes, fonts: Mapping[bytes, Pieces]) -> bytes:
    pieces: Pieces = {}

    def written(token: re.Match[bytes]) -> bytes:
        nonlocal pieces
        if token[1]:
            pieces = fonts.get(token[1], {})
            return token[0]
        return pieces.get(token[2].lower(), token[0])

    return _TOKEN.sub(written, stream)

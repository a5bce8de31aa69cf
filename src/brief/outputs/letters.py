"""Which letters stand in each marked piece of a page of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pikepdf

from brief.outputs.spelled import told

_TOKEN = re.compile(rb"/(\w+) [\d.]+ Tf\b|<([0-9a-fA-F]+)>|/MCID (\d+)>>\s+BDC|\bEMC\b")
_DIGITS = 4  # hexadecimal ones of a glyph
Letters = Mapping[int, str]


def pages(pdf: pikepdf.Pdf) -> Iterator[Letters]:
    """For each page the letters of its pieces by their number, in no order."""
    known: dict[object, Mapping[int, str]] = {}
    for page in pdf.pages:
        fonts = {}
        for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            if font.objgen not in known:
                known[font.objgen] = told(font.ToUnicode) if "/ToUnicode" in font else {}
            fonts[name.removeprefix("/").encode()] = known[font.objgen]
        yield _letters(page.Contents.read_bytes(), fonts)


def _letters(stream: bytes, fonts: Mapping[bytes, Mapping[int, str]]) -> Letters:
    found: dict[int, str] = {}
    font: Mapping[int, str] = {}
    piece = None
    for token in _TOKEN.finditer(stream):
        name, glyphs, number = token.groups()
        if name:
            font = fonts.get(name, {})
        elif number:
            piece = int(number)
        elif not glyphs:
            piece = None
        elif piece is not None:
            codes = (int(glyphs[at : at + _DIGITS], 16) for at in range(0, len(glyphs), _DIGITS))
            found[piece] = found.get(piece, "") + "".join(font.get(code, "") for code in codes)
    return found

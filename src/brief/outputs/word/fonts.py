"""The theme's type inside the document, where its maker allows it, so that it opens alike everywhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import cache
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from brief.fonts import Family
from brief.outputs.embedding import may_be_embedded, opened
from brief.themes import Theme

WEIGHTS = {"embedRegular": 400, "embedBold": 600}
_OBFUSCATED = 32
_DAL = 0x062F


# The height of a dal, and of a line, in parts of the size, where sizes stand as they are told.
_LETTER, _LINE = 0.5, 1.6
_LEAST, _MOST = 0.85, 1.4


class Fit(Struct, frozen=True):
    """By what a size is multiplied so that letters of all families look alike, and their lines."""

    size: float = 1.0
    line: float = 1.0


@cache
def fit(family: Family) -> Fit:
    """How a family is fitted, by the height of one of its letters and of its lines."""
    with opened(family, 400) as font:
        glyph = font.getBestCmap().get(_DAL)
        if glyph is None or "glyf" not in font:
            return Fit()
        unit, head = font["head"].unitsPerEm, font["hhea"]
        size = _LETTER * unit / max(1, font["glyf"][glyph].yMax)
        line = (head.ascent - head.descent + head.lineGap) / unit
    size = min(_MOST, max(_LEAST, size))
    return Fit(size, min(1.0, _LINE / (line * size)))


class Face(Struct, frozen=True):
    """A file of a family, made unreadable as the format asks, with the key that undoes it."""

    family: str
    use: str
    key: str
    content: bytes


def faces(theme: Theme) -> Iterator[Face]:
    """Regular and bold of each family that may be embedded.

    Raises `FontError` for a missing or broken file.
    """
    for family in theme.families:
        for use, weight in WEIGHTS.items():
            if face := _face(family, use, weight):
                yield face


def _face(family: Family, use: str, weight: int) -> Face | None:
    with opened(family, weight) as font:
        if not may_be_embedded(font) or font.sfntVersion == "OTTO":
            return None
    content = family.path(weight).read_bytes()
    key = uuid.uuid5(uuid.NAMESPACE_URL, f"{family.name}/{weight}/{len(content)}")
    mask = bytes(reversed(key.bytes)) * 2
    hidden = bytes(one ^ other for one, other in zip(content[:_OBFUSCATED], mask, strict=True))
    return Face(family.name, use, f"{{{str(key).upper()}}}", hidden + content[_OBFUSCATED:])


def font_table(theme: Theme, found: list[Face]) -> str:
    """The content of fontTable.xml; a face's relation is its place in `found`, from one."""
    return "".join(_entry(family.name, found) for family in theme.families)


def _entry(name: str, found: list[Face]) -> str:
    embedded = "".join(
        f'<w:{face.use} r:id="rId{number}" w:fontKey="{face.key}"/>'
        for number, face in enumerate(found, 1)
        if face.family == name
    )
    return (
        f"<w:font w:name={quoteattr(name)}>"
        '<w:altName w:val="Segoe UI"/><w:charset w:val="B2"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/>{embedded}</w:font>'
    )

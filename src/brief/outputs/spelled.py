"""The text layer of a PDF: every glyph stands for the letters that its font draws by it.

Programs that copy, search and read aloud ask the PDF which letters a glyph stands for. What
Pango answers for joined letters is often wrong: it gives a ligature's letters to one of them, and
the stroke that lengthens a letter gets a letter of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from brief.themes import Theme

Spelling = Mapping[int, frozenset[str]]

_ENTRY = re.compile(rb"<([0-9a-fA-F]{4})>(\s*)<([0-9a-fA-F]*)>")
_ARABIC = re.compile("[\u0600-\u06ff]*")
_TATWEEL, _STRETCH = chr(0x640), "\u200d"
_SINGLE, _SEVERAL = 1, 2  # Types of a GSUB lookup: one glyph for another, several for one.
# A face that agrees with fewer entries of a font is not the one that the font was made from.
_LEAST_AGREEMENT = 0.5


def mend(pdf: pikepdf.Pdf, theme: Theme) -> None:
    """Map each glyph of `pdf` to its letters, and a ligature to the one code point that stands for them.

    Most readers reverse a glyph that is mapped to several Arabic letters, so that copied and
    searched words come out wrong. The page itself does not change.
    """
    faces = [spelling(family.path(weight)) for family in theme.families for weight, _ in family.faces]
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            _mend(item.ToUnicode, faces)


@cache
def spelling(path: Path) -> Spelling:
    """By the number of a glyph, the letters that the font draws by it, following its cmap and its GSUB.

    A piece that only lengthens another glyph stands for a joiner, which has no width and no letter.
    """
    with path.open("rb") as file, TTFont(file, lazy=True) as font:
        cmap: Mapping[int, str] = font.getBestCmap()
        letters = {name: {chr(code)} for code, name in sorted(cmap.items(), reverse=True)}
        encoded = set(letters)
        pairs = list(_substitutions(font))
        _spread(letters, pairs)
        for piece in {piece for _, target in pairs for piece in target[1:]} - encoded:
            if letters.get(piece, {_TATWEEL}) <= {_TATWEEL}:
                letters[piece] = {_STRETCH}
        return {font.getGlyphID(name): frozenset(found) for name, found in letters.items()}


def _substitutions(font: TTFont) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the font draws in place of a glyph: another glyph, or several."""
    lookups = font["GSUB"].table.LookupList.Lookup if "GSUB" in font else ()
    for table in (_plain(table) for lookup in lookups for table in lookup.SubTable):
        if table.LookupType == _SINGLE:
            yield from ((source, (target,)) for source, target in table.mapping.items())
        elif table.LookupType == _SEVERAL:
            yield from ((source, tuple(targets)) for source, targets in table.mapping.items() if targets)


def _plain(table: Any) -> Any:  # noqa: ANN401 - fontTools builds the classes of its tables as it runs
    return getattr(table, "ExtSubTable", table)


def _spread(letters: dict[str, set[str]], pairs: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Give each glyph the letters of those it is drawn for, however many steps lie between."""
    pairs, before = tuple(pairs), -1
    while before < (before := sum(map(len, letters.values()))):
        for source, (first, *_) in pairs:
            if source in letters:
                letters.setdefault(first, set()).update(letters[source])


def _mend(stream: pikepdf.Object, faces: Iterable[Spelling]) -> None:
    before, letters = stream.read_bytes(), told(stream)
    face = _face(letters, faces)

    def right(match: re.Match[bytes]) -> bytes:
        glyph = int(match[1], 16)
        text = _right(letters[glyph], face.get(glyph, frozenset()))
        return b"<%s>%s<%s>" % (match[1], match[2], text.encode("utf-16-be").hex().encode())

    after = _ENTRY.sub(right, before)
    if after != before:
        stream.write(after)


def told(stream: pikepdf.Object) -> Mapping[int, str]:
    """By the number of a glyph, the letters that a ToUnicode map tells it stands for."""
    return {int(glyph, 16): _text(code) for glyph, _, code in _ENTRY.findall(stream.read_bytes())}


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be", "replace")


def _face(letters: Mapping[int, str], faces: Iterable[Spelling]) -> Spelling:
    """The face that a font was made from; none where no face agrees with what most glyphs are told for.

    Weights of a family number their glyphs differently, so agreement finds the right one.
    """
    agreed = {id(face): sum(text in face.get(glyph, ()) for glyph, text in letters.items()) for face in faces}
    best = max(faces, key=lambda face: agreed[id(face)], default={})
    return best if agreed.get(id(best), 0) >= _LEAST_AGREEMENT * len(letters) else {}


def _right(text: str, drawn: frozenset[str]) -> str:
    """What a glyph stands for: what the font draws by it, where that is but one thing, else what is told."""
    # A font has the forms of a letter beside it: they are one letter.
    letters = {unicodedata.normalize("NFKC", one) for one in drawn}
    if _ARABIC.fullmatch(text) and text not in drawn and len(letters) == 1:
        (text,) = letters
    # Some readers take a glyph without a letter for the letter of its number.
    return forms().get(text, text) or _STRETCH


@cache
def forms() -> Mapping[str, str]:
    """Presentation forms by the letters they stand for; isolated forms win, they come first."""
    found: dict[str, str] = {}
    for code in (*range(0xFEF5, 0xFEFD), *range(0xFC00, 0xFDFC)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if len(letters) > 1:
            found.setdefault(letters, chr(code))
    return found

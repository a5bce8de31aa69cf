"""Which letters a glyph stands for in the text layer."""

from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from brief import themes
from brief.fonts import Family
from brief.outputs import spelled

AMIRI, PLEX = themes.load("sober").text, themes.load("modern").text
JOINER = "\u200d"


def numbered(path: Path, name: str) -> int:
    """The number of a glyph in a font."""
    with TTFont(path) as font:
        return int(font.getGlyphID(name))


def mapped(entries: dict[int, str], letters: list[spelled.Spelling]) -> dict[int, str]:
    """A ToUnicode map of these entries, mended."""
    lines = "".join(f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>\n" for glyph, text in entries.items())
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(f"{len(entries)} beginbfchar\n{lines}endbfchar".encode())
        spelled._mend(stream, letters)
        return dict(spelled.told(stream))


@pytest.mark.parametrize("family", [AMIRI, PLEX])
def test_letters_come_from_the_font(family: Family) -> None:
    """A letter's own glyph stands for it, and so do the forms it takes within a word."""
    path = family.path(400)
    letters = spelled.spelling(path)
    with TTFont(path) as font:
        for code in range(0x0628, 0x063B):
            assert chr(code) in letters[font.getGlyphID(font.getBestCmap()[code])]
    assert sum("ب" in found for found in letters.values()) > 2


def test_what_lengthens_a_letter_is_no_letter() -> None:
    """The stroke that Amiri puts before a final yeh becomes a joiner, which extractors leave out."""
    letters = spelled.spelling(AMIRI.path(400))
    assert [glyph for glyph, found in letters.items() if found == {JOINER}]
    assert JOINER not in spelled._right("ب", frozenset({"ب"}))


def test_a_glyph_gets_the_letter_that_the_font_draws_by_it() -> None:
    """An Arabic entry that contradicts the font is put right; all else stays as it is."""
    font = {glyph: frozenset(chr(0x640 + glyph)) for glyph in range(10, 20)}
    told = {glyph: chr(0x640 + glyph) for glyph in font}
    font |= {1: frozenset("ب"), 2: frozenset("ت"), 3: frozenset("ثج"), 4: frozenset("A"), 5: frozenset("ح")}
    right = {1: "ب", 3: "خ", 4: "B", 5: "ح", 6: "د"}
    assert mapped({**told, **right, 2: "لت"}, [font]) == {**told, **right, 2: "ت"}


def test_a_font_that_is_not_known_is_left_alone() -> None:
    """Where no face agrees with most entries nothing is put right but ligatures."""
    other = {1: frozenset("ب"), 2: frozenset("ت"), 3: frozenset("ث")}
    told = {1: "ج", 2: "ح", 3: "ث", 4: "لا"}
    assert mapped(told, [other]) == {1: "ج", 2: "ح", 3: "ث", 4: "\ufefb"}
    assert mapped(told, []) == {1: "ج", 2: "ح", 3: "ث", 4: "\ufefb"}


def test_the_face_that_agrees_is_taken() -> None:
    """Weights of a family number their glyphs differently."""
    light = {1: frozenset("ب"), 2: frozenset("ت"), 3: frozenset("ث")}
    heavy = {1: frozenset("ت"), 2: frozenset("ث"), 3: frozenset("ب")}
    assert mapped({1: "ت", 2: "ث", 3: "لب"}, [light, heavy]) == {1: "ت", 2: "ث", 3: "ب"}


def test_the_forms_of_a_letter_are_that_letter() -> None:
    """A glyph that nobody told a letter for stands for the one whose forms the font has beside it."""
    assert spelled._right("", frozenset({"ئ", "\ufe8c", "\ufe89"})) == "ئ"
    assert spelled._right("", frozenset({"ئ", "ي"})) == JOINER

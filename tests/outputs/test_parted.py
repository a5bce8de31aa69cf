"""A ligature without a code point of its own is several letters in the text layer."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from brief import themes
from brief.check.wording import pieces
from brief.outputs import parted, pdf, spelled

MODERN = themes.load("modern")
WORDS = ["ميناء وموانئ هانئ", "الموانئ في تآكل"]


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Words whose last letters Plex draws as one glyph, before that glyph is parted."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parted, "part", lambda _: None)
        return pdf.sample(WORDS, MODERN.text, 400, MODERN)


@pytest.fixture(scope="module")
def separate() -> bytes:
    """The same, each letter with its code."""
    return pdf.sample(WORDS, MODERN.text, 400, MODERN)


def ligatures(content: bytes) -> set[str]:
    """What glyphs of the text layer stand for that is more than one letter."""
    with pikepdf.open(io.BytesIO(content)) as document:
        maps = [
            spelled.told(item.ToUnicode)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item
        ]
    return {
        text for letters in maps for text in letters.values() if re.fullmatch("[\u0620-\u064a]{2,}", text)
    }


def test_each_letter_has_a_code(whole: bytes, separate: bytes) -> None:
    """No glyph stands for several letters any more."""
    assert ligatures(whole) >= {"نئ"}
    assert ligatures(separate) == set()


def test_the_words_are_found_again(whole: bytes, separate: bytes) -> None:
    """Extractors that turn letters around and those that do not read the same words."""
    with pypdfium2.PdfDocument(whole) as document:
        assert "الموانئ" not in document[0].get_textpage().get_text_range()
    with pypdfium2.PdfDocument(separate) as document:
        read = pieces(document[0].get_textpage().get_text_range())
    written = pieces(PdfReader(io.BytesIO(separate)).pages[0].extract_text())
    for word in " ".join(WORDS).split():
        assert word in read
        assert word in written


def test_the_page_does_not_change(whole: bytes, separate: bytes) -> None:
    """Nothing is drawn elsewhere, and what is added has no width in the font either."""
    with pypdfium2.PdfDocument(whole) as one, pypdfium2.PdfDocument(separate) as other:
        assert one[0].render().to_numpy().tobytes() == other[0].render().to_numpy().tobytes()

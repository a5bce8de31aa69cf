"""Letters that went round by a wrong encoding are mended, and what was written is left alone."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.decoding.mojibake import is_mojibake, mend

TEXT = (
    "افتتحت البلدية حديقة النخيل قرب الميناء، ودخلها في اليوم الأول نحو 4000 زائر.\n"
    "وقالت المديرة: «هذا أول ظلّ للحي»؛ وفي ٥ أيام زُرعت الأشجار…\n"
)


def misread(content: bytes, encoding: str) -> str:
    """What a program shows that reads in the encoding and keeps the bytes that are no letter in it."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in content)


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "cp1256", "cp1251", "cp1250", "cp437", "mac-roman"]
)
def test_utf8_that_was_read_one_byte_a_letter(encoding: str) -> None:
    """The text comes back letter by letter, and it is said by which way it went."""
    mended, said = mend(misread(TEXT.encode(), encoding))
    assert mended == TEXT
    assert said is not None
    assert said.startswith("UTF-8 that was read as")


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6"])
def test_one_byte_arabic_that_was_read_as_latin(encoding: str) -> None:
    """«ÇáÑÆíÓ» is read as the word that was meant."""
    text = TEXT.translate({ord(sign): "" for sign in "«»٥…"})
    mended, said = mend(misread(text.encode(encoding), "cp1252"))
    assert (mended, said) == (text, "a one-byte Arabic encoding that was read as Latin")


def test_twice_on_the_same_way() -> None:
    """A text that was saved wrongly twice is mended twice."""
    once = misread(TEXT.encode(), "cp1256")
    assert mend(misread(once.encode(), "cp1256"))[0] == TEXT
    assert mend(misread(misread(TEXT.encode(), "cp1252").encode(), "cp1252"))[0] == TEXT


def test_a_lost_byte_is_no_other_letter() -> None:
    """Where a program dropped half of a letter it is marked as lost; nothing takes its place."""
    lost = misread(TEXT.encode(), "latin-1").replace("\x81", "")
    assert mend(lost)[0] == TEXT.replace("ف", "\ufffd")


def test_only_the_words_that_need_it_are_touched() -> None:
    """Right lines beside broken ones, Latin names and signs stay as they are."""
    right = "وسط… خط؛ café naïve Øresund «نفط» 5±1 ط، ظ،\n"
    assert mend(right + misread(TEXT.encode(), "cp1252"))[0] == right + TEXT


@pytest.mark.parametrize("text", ["", "Übermäßig große Öfen", "ط… ظ§ (ط†)", "ÀÉÎ", "Wiedersehen – “ça”"])
def test_what_somebody_wrote_is_left_alone(text: str) -> None:
    """A few odd letters are no evidence."""
    assert mend(text) == (text, None)


@given(
    st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" .,«»…\u200f\u00a0\n"))
)
def test_arabic_is_never_changed(text: str) -> None:
    """Whatever stands in Arabic letters stays."""
    assert mend(text) == (text, None)


def test_what_is_left_is_seen() -> None:
    """A line that is still mojibake is known as such; one with a foreign word is not."""
    assert is_mojibake("قال Ø§Ù„Ù…Ø¯ÙŠØ±")
    assert is_mojibake("قال ÇáãÏíÑ")
    assert not is_mojibake("قال Øystein في café إنه «سعيد…»")


def test_a_long_run_of_ascii_costs_one_pass() -> None:
    """A picture written into a page as one word of 200,000 letters is looked at once."""
    start = process_time()
    picture = "iVBORw0KGgo" * 20_000
    assert mend(f"{misread(TEXT.encode(), 'cp1252')} {picture}")[0] == f"{TEXT} {picture}"
    assert process_time() - start < 2

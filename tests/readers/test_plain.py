"""Plain text is kept as it was decoded."""

from hypothesis import given
from hypothesis import strategies as st

from brief.model import Page
from brief.readers.plain import read_plain

TEXT = "افتتحت البلدية حديقة النخيل.\r\nودخلها\u00a0السكان."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_is_decoded_and_otherwise_untouched(text: str) -> None:
    """Line ends, no-break spaces and everything else of a UTF-8 file stay as they are."""
    assert list(read_plain(text.encode(), None)) == [Page(text=text, verbatim=True)]


def test_a_byte_order_mark_is_dropped() -> None:
    """Offsets count from the first letter, whether the file has a mark or not."""
    assert list(read_plain(b"\xef\xbb\xbf" + TEXT.encode(), None)) == [Page(text=TEXT, verbatim=True)]

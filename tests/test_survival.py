"""Mutated articles and plain rubbish in every format: read or refused, and nothing lost."""

from itertools import islice, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.clean import clean
from brief.model import Source
from tests.builders import ARABIC, mixed_texts, pages
from tests.hostile import docx
from tests.proofs import prove
from tests.topics import STRIKE

TESTS = Path(__file__).parent
ARTICLE = STRIKE["agency.txt"]
PAGE = (TESTS / "sites" / "drupal_news.html").read_bytes()
FEED = (
    b"<rss version='2.0'><channel><item><title>x</title><description>%s</description></item></channel></rss>"
)
MAIL = b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n%s"
WORD = docx(b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>")
SOUND = {
    ".txt": ARTICLE,
    ".md": b"---\ntitle: x\n---\n# x\n" + ARTICLE,
    ".html": PAGE,
    ".eml": MAIL % ARTICLE,
    ".rss": FEED % ARTICLE,
}
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 60), st.one_of(st.binary(max_size=40), mixed_texts.map(str.encode))
    ),
    max_size=6,
)


def changed(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """The content with bytes cut out and put in at some places (0 is the beginning, 1 the end)."""
    for place, cut, piece in changes:
        at = int(place * len(content))
        content = content[:at] + piece + content[at + cut :]
    return content


@pytest.mark.parametrize("suffix", SOUND)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
def test_a_mutated_article_is_read_or_refused(suffix: str, changes: list[tuple[float, int, bytes]]) -> None:
    """Whatever is cut out of a sound file or put into it, no traceback and no lost line."""
    prove(suffix, changed(SOUND[suffix], changes))


@pytest.mark.parametrize("suffix", SOUND)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.one_of(st.binary(max_size=300), pages.map(str.encode)))
def test_any_bytes_are_read_or_refused(suffix: str, content: bytes) -> None:
    """Bytes of any kind under any name end in pages or in a sentence."""
    prove(suffix, content)


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "content"), [(".pdf", b"%PDF-1.7\n"), (".docx", WORD)])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
def test_a_mutated_document_is_read_or_refused(
    suffix: str, content: bytes, changes: list[tuple[float, int, bytes]]
) -> None:
    """The same for the formats that are read in a process of their own."""
    prove(suffix, changed(content, changes))


def test_a_text_that_shares_more_than_its_own_rows_do() -> None:
    """Found by a search: rows below a rule may be far more like the text above than its own are."""
    words = ["".join(letters) for letters in islice(permutations("بتجدرس", 5), 200)]
    lines = [words[at : at + 12] for at in range(0, 108, 12)]
    above = [f"{' '.join(line)}." for line in (*lines, (words[0], *words[110:130]))]
    below = [" ".join(words[at : at + 20]) + "." for at in (0, 20, 40, 60)]
    text = "\n".join((*above, "-----", "عنوان المقال الثاني", *below))
    assert clean(Source(path="a.txt", text=text), ARABIC)

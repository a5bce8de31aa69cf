"""What must hold of any file, however broken: read or refused by a sentence, and nothing lost."""

import contextlib
from itertools import pairwise

from brief.admit import admit
from brief.errors import SourceError
from brief.language import load
from brief.model import Article, Page, Source
from brief.readers import pages
from brief.segment import segment

ARABIC = load("ar")


def prove(suffix: str, content: bytes) -> None:
    """Read a file of this suffix; an exception that is no `SourceError` is the caller's."""
    with contextlib.suppress(SourceError):
        for page in pages(suffix, content):
            _prove(page)


def _prove(page: Page) -> None:
    """Each line of a page is kept or removed once, and no sentence holds a letter that was lost."""
    found = _articles(page)
    spans = sorted(
        [(line.start, line.end) for one in found for line in one.lines]
        + [(piece.start, piece.end) for one in found for piece in one.furniture]
    )
    assert all(one[1] <= other[0] for one, other in pairwise(spans)), "a line is told twice"
    edges = pairwise([(0, 0), *spans, (len(page.text), len(page.text))])
    lost = "".join(page.text[one[1] : other[0]] for one, other in edges).strip()
    assert not found or not lost, "a line is lost"
    for one in found:
        for sentence in segment(one, ARABIC).sentences:
            assert "\ufffd" not in sentence.anchor.text, "a lost letter stands in a sentence"


def _articles(page: Page) -> tuple[Article, ...]:
    """The articles of a page, none where they are refused."""
    with contextlib.suppress(SourceError):
        source = Source(path="a", text=page.text, hints=page.hints, refused=page.refused)
        return admit(source, ARABIC)
    return ()

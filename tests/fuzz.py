"""Whatever bytes a file holds, it is read or set aside with a sentence: searched for by coverage.

`make fuzz` runs it for ten minutes; it is no part of `make test`. The first byte of an input
chooses the format. An exception other than `SourceError`, a letter of doubt in a sentence or
a line that is lost ends the search, with the input in `crash-…`.
"""

import contextlib
import sys
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["brief", "feedparser", "trafilatura", "htmldate", "docx"]):
    from brief.admit import admit
    from brief.errors import SourceError
    from brief.language import load
    from brief.model import Article, Page, Source
    from brief.readers import pages
    from brief.segment import segment

    # PDF and Word files are read in a process of their own, where coverage does not reach.
    SUFFIXES = (".txt", ".md", ".html", ".eml", ".rss", ".mht")
    # Readers are imported when first called: here, where their imports are watched.
    for each in SUFFIXES:
        with contextlib.suppress(SourceError):
            tuple(pages(each, b"<p>x</p>"))

ARABIC = load("ar")


def read(suffix: str, content: bytes) -> Iterator[Page]:
    """The pages of a content, none where it is refused."""
    with contextlib.suppress(SourceError):
        yield from pages(suffix, content)


def articles(page: Page) -> tuple[Article, ...]:
    """The articles of a page, none where they are refused."""
    with contextlib.suppress(SourceError):
        source = Source(path="a", text=page.text, hints=page.hints, refused=page.refused)
        return admit(source, ARABIC)
    return ()


def prove(page: Page) -> None:
    """Each line of a page is kept or removed once, and no sentence holds a letter that was lost."""
    found = articles(page)
    spans = sorted(
        [(line.start, line.end) for one in found for line in one.lines]
        + [(piece.start, piece.end) for one in found for piece in one.furniture]
    )
    if any(one[1] > other[0] for one, other in pairwise(spans)):
        raise AssertionError("a line is told twice")
    if found:
        edges = pairwise([(0, 0), *spans, (len(page.text), len(page.text))])
        if "".join(page.text[one[1] : other[0]] for one, other in edges).strip():
            raise AssertionError("a line is lost")
    for one in found:
        if any("\ufffd" in sentence.anchor.text for sentence in segment(one, ARABIC).sentences):
            raise AssertionError("a lost letter stands in a sentence")


def one_input(data: bytes) -> None:
    """Read one input in the format that its first byte names."""
    if data:
        for page in read(SUFFIXES[data[0] % len(SUFFIXES)], data[1:]):
            prove(page)


def plant(corpus: Path) -> None:
    """Write the inputs that the search starts from: the pages and texts of the tests in each format."""
    corpus.mkdir(parents=True, exist_ok=True)
    tests = Path(__file__).parent
    found = [path for folder in ("sites", "scrapes", "strike") for path in sorted((tests / folder).iterdir())]
    for path in found:
        if path.suffix in SUFFIXES:
            number = SUFFIXES.index(path.suffix)
            (corpus / path.name).write_bytes(bytes([number]) + path.read_bytes())


if __name__ == "__main__":
    plant(Path(sys.argv[1]))
    warnings.simplefilter("error")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()

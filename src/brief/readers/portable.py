"""PDF: the text layer in reading order, one line a paragraph.

What a PDF says of itself is not believed: its title is mostly the name of a file, its date
that of the printing. Scripts, attachments and links are never opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.errors import SourceError
from brief.model import Page
from brief.readers import glyphs, layout, paragraphs
from brief.readers.layout import Row
from brief.readers.lines import Block, joined
from brief.visual_order import as_letters, evidence, has_shapes, is_readable, turned, unreadable

MAX_PAGES = 500
MAX_LETTERS = 1_500_000
MENDED = "letters drawn as shapes or the wrong way round"


def read_portable(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a PDF as one page.

    Raises `SourceError` where it is locked, broken, too long, without text, or where its
    letters make no words.
    """
    if b"%PDF-" not in content[:1024]:
        raise SourceError("is no PDF, whatever its name says; fetch or save it again.", "broken")
    with glyphs.opened(content) as document:
        rows, stray = _rows(document)
        if not any(sign.isalpha() for row in rows for sign in row.text):
            raise _without_text(pictures=glyphs.has_pictures(document))
    mended = _mended(rows)
    found = [*paragraphs.blocks(mended or rows), *stray]
    text, hints = joined(found)
    if not is_readable(text):
        raise unreadable()
    yield Page(text=text, hints=hints, mended=MENDED if mended else None)


def _rows(document: object) -> tuple[list[Row], list[Block]]:
    count = glyphs.page_count(document)
    if count > MAX_PAGES:
        raise SourceError(f"has {count} pages, more than {MAX_PAGES}; save the article's own pages.", "large")
    rows: list[Row] = []
    stray: list[Block] = []
    letters = 0
    for number in range(count):
        sheet = glyphs.sheet(document, number, MAX_LETTERS - letters)
        letters += len(sheet.glyphs)
        rows.extend(layout.rows(sheet, number))
        if beside := " ".join(layout.stray(sheet).split()):
            stray.append(Block(beside, "aside", "across the page"))
    return rows, stray


def _without_text(*, pictures: bool) -> SourceError:
    if pictures:
        return SourceError(
            "holds pictures of pages and no text; run a text recognition over it first.", "no_text"
        )
    return SourceError("holds no text that can be read; save the article as text.", "no_text")


def _mended(rows: Sequence[Row]) -> tuple[Row, ...] | None:
    """The rows in letters and in reading order; None where they are so already.

    Places on the page give the order of reading, so only a page that itself shows its
    letters the wrong way round is turned.
    """
    text = "\n".join(row.text for row in rows)
    if not has_shapes(text) and not evidence(text).is_backward:
        return None
    return paragraphs.turned_rows(rows, as_letters(turned(text)).split("\n"))

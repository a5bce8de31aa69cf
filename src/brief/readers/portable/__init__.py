"""PDF: the text layer in reading order, one line a paragraph.

What a PDF says of itself is not believed: its title is mostly the name of a file, its date
that of the printing. Scripts, attachments and links are never opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.decoding.order import is_readable, mend_order, unreadable
from brief.errors import Remark, SourceError
from brief.model import Page, Refusal
from brief.readers.lines import Block, joined
from brief.readers.portable import glyphs, layout, paragraphs
from brief.readers.portable.layout import Row
from brief.readers.reasons import Reason

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
        rows, stray, lost = _rows(document)
        if not any(sign.isalpha() for row in rows for sign in row.text):
            raise _without_text(pictures=0 not in lost and glyphs.has_pictures(document))
    mended = _mended(rows)
    found = [*paragraphs.blocks(mended or rows), *stray]
    text, hints = joined(found)
    if not is_readable(text):
        raise unreadable()
    yield Page(text=text, hints=hints, mended=MENDED if mended else None)
    if lost:
        yield Page(text="", refused=_without_pages(lost))


def _rows(document: object) -> tuple[list[Row], list[Block], list[int]]:
    """The lines of all pages, what stands across them, and the numbers of pages that cannot be opened."""
    count = glyphs.page_count(document)
    if count > MAX_PAGES:
        raise SourceError(
            "has %(count)s pages, more than %(most)s; save the article's own pages.",
            "large",
            count=count,
            most=MAX_PAGES,
        )
    rows: list[Row] = []
    stray: list[Block] = []
    lost: list[int] = []
    letters = 0
    for number in range(count):
        sheet = glyphs.sheet(document, number, MAX_LETTERS - letters)
        if sheet is None:
            lost.append(number)
            continue
        letters += len(sheet.glyphs)
        rows.extend(layout.rows(sheet, number))
        if beside := " ".join(layout.stray(sheet).split()):
            stray.append(Block(beside, "aside", Reason.ACROSS))
    return rows, stray, lost


def _without_pages(lost: Sequence[int]) -> Refusal:
    numbers = ", ".join(str(number + 1) for number in lost)
    return Refusal(
        str(
            Remark(
                "holds pages that cannot be opened (%(numbers)s), and was read without them; "
                "fetch or save it again.",
                numbers=numbers,
            )
        ),
        "broken",
    )


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
    mended = mend_order("\n".join(row.text for row in rows))
    return None if mended is None else paragraphs.turned_rows(rows, mended.split("\n"))

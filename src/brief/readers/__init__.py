"""Bytes of a file -> pages: one reader a format, one line a suffix.

A reader gives text and what the format itself says of it; whose language it is and which
lines are the article is decided later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brief.errors import SourceError
from brief.model import Enclosed, Page
from brief.readers.plain import read_plain

__all__ = ["READERS", "pages"]

# (content, declared charset or None) -> pages, and contents of other formats found inside.
# Raises `SourceError` where the content is not what its suffix says.
Reader = Callable[[bytes, str | None], Iterable[Page | Enclosed]]

READERS: dict[str, Reader] = {
    ".md": read_plain,
    ".txt": read_plain,
}

# A message in a message in a message holds no article any more.
MAX_DEPTH = 3
MAX_PAGES = 1000


def pages(suffix: str, content: bytes, charset: str | None = None) -> tuple[Page, ...]:
    """What a file of this suffix says; raises `SourceError` with the reason where it says nothing."""
    found = tuple(_pages(suffix, content, charset, 0))
    if not any(page.text.strip() for page in found):
        raise SourceError("is empty.", "empty")
    return tuple(page for page in found if page.text.strip())


def _pages(suffix: str, content: bytes, charset: str | None, depth: int) -> Iterable[Page]:
    reader = READERS.get(suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise SourceError(
            f"is of a format that is not read ({suffix or 'no suffix'}); known: {known}.", "format"
        )
    for number, part in enumerate(reader(content, charset)):
        if number >= MAX_PAGES:
            raise SourceError(f"holds more than {MAX_PAGES} articles; split it.", "large")
        if isinstance(part, Page):
            yield part
        elif depth < MAX_DEPTH:
            yield from _told(part, _pages(part.suffix, part.content, part.charset, depth + 1))


def _told(outer: Enclosed, inner: Iterable[Page]) -> Iterable[Page]:
    """The pages of an enclosed content, with what its container says of them."""
    for page in inner:
        yield Page(
            text=page.text,
            mended=page.mended,
            hints=page.hints,
            title=outer.title or page.title,
            publisher=outer.publisher or page.publisher,
            author=outer.author or page.author,
            published=outer.published or page.published,
            url=outer.url or page.url,
        )

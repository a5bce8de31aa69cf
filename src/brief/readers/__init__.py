"""Bytes of a file -> pages: one reader a format, one line a suffix.

A reader gives text and what the format itself says of it; whose language it is and which
lines are the article is decided later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from brief.decoding.damage import without_damage
from brief.decoding.told import both
from brief.errors import Remark, SourceError
from brief.model import Enclosed, Page, Refusal
from brief.readers.confined import Allowance, Confined, read_confined
from brief.readers.plain import read_markdown, read_plain

__all__ = ["READERS", "pages"]

# (content, declared charset or None) -> pages, and contents of other formats found inside.
# Raises `SourceError` where the content is not what its suffix says.
Reader = Callable[[bytes, str | None], Iterable[Page | Enclosed]]


def _mail(content: bytes, charset: str | None) -> Iterable[Page | Enclosed]:
    from brief.readers.mail import read_mail  # noqa: PLC0415 - loaded where a message is read

    return read_mail(content, charset)


def _feed(content: bytes, charset: str | None) -> Iterable[Page | Enclosed]:
    from brief.readers.feed import read_feed  # noqa: PLC0415 - loaded where a feed is read

    return read_feed(content, charset)


def _web(content: bytes, charset: str | None) -> Iterable[Page | Enclosed]:
    from brief.readers.web import read_web  # noqa: PLC0415 - loaded where a web page is read

    return read_web(content, charset)


def _web_archive(content: bytes, charset: str | None) -> Iterable[Page | Enclosed]:
    from brief.readers.web_archive import read_web_archive  # noqa: PLC0415 - loaded where one is read

    return read_web_archive(content, charset)


READERS: dict[str, Reader | Confined] = {
    ".atom": _feed,
    ".docx": Confined("brief.readers.word", "read_word"),
    ".eml": _mail,
    ".htm": _web,
    ".html": _web,
    ".md": read_markdown,
    ".mht": _web_archive,
    ".mhtml": _web_archive,
    ".pdf": Confined("brief.readers.portable", "read_portable"),
    ".rss": _feed,
    ".txt": read_plain,
    ".xhtml": _web,
    ".xml": _feed,
}

# A message in a message in a message holds no article any more.
MAX_DEPTH = 3
MAX_PAGES = 1000


def pages(suffix: str, content: bytes, charset: str | None = None) -> tuple[Page, ...]:
    """What a file of this suffix says; raises `SourceError` with the reason where it says nothing."""
    found = _pages(suffix, content, charset, Allowance())
    if said := tuple(without_damage(page) for page in found if page.refused or page.text.strip()):
        return said
    raise SourceError("is empty.", "empty")


def _pages(
    suffix: str, content: bytes, charset: str | None, allowance: Allowance, depth: int = 0
) -> Iterable[Page]:
    reader = READERS.get(suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise SourceError(
            "is of a format that is not read (%(suffix)s); known: %(known)s.",
            "format",
            suffix=suffix or Remark("no suffix"),
            known=known,
        )
    if isinstance(reader, Confined):
        yield from read_confined(reader, content, charset, allowance)
        return
    for number, part in enumerate(reader(content, charset)):
        if number >= MAX_PAGES:
            raise SourceError("holds more than %(most)s articles; split it.", "large", most=MAX_PAGES)
        if isinstance(part, Page):
            yield part
        else:
            yield from _told(part, _enclosed(part, allowance, depth + 1))


def _enclosed(part: Enclosed, allowance: Allowance, depth: int) -> Iterator[Page]:
    """The pages of an enclosed content; what cannot be read of it does not cost its neighbours."""
    if depth > MAX_DEPTH:
        message = "lies too deep inside other messages; save it as a file of its own."
        yield Page(text="", title=part.name, refused=Refusal(message, "format"))
        return
    try:
        yield from tuple(_pages(part.suffix, part.content, part.charset, allowance, depth))
    except SourceError as error:
        yield Page(text="", title=part.name, refused=Refusal(str(error), error.kind))


def _told(outer: Enclosed, inner: Iterable[Page]) -> Iterator[Page]:
    """The pages of an enclosed content, with what its container says of them."""
    for page in inner:
        yield replace(
            page,
            verbatim=False,
            mended=both(outer.mended, page.mended),
            title=outer.title or page.title,
            publisher=outer.publisher or page.publisher,
            author=outer.author or page.author,
            published=outer.published or page.published,
            url=outer.url or page.url,
        )

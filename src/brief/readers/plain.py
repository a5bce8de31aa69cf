"""Plain text and Markdown: the decoded file itself."""

from __future__ import annotations

from collections.abc import Iterator

from brief.errors import SourceError
from brief.model import Page


def read_plain(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a UTF-8 file, byte-order mark dropped, line ends and spaces as they are."""
    if b"\0" in content:
        raise SourceError("holds NUL bytes, so it is no text file; save the article as UTF-8 text.", "binary")
    try:
        yield Page(text=content.decode("utf-8-sig"), verbatim=True)
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start}); save it again as UTF-8."
        raise SourceError(message, "encoding") from error

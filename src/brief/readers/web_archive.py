"""Web pages that a browser saved as one file (MHTML): the page, without its pictures and styles."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError

from brief.errors import SourceError
from brief.model import Enclosed

PAGES = frozenset(["text/html", "application/xhtml+xml"])


def read_web_archive(content: bytes, charset: str | None) -> Iterator[Enclosed]:
    """The first page of the archive; raises `SourceError` where it holds none."""
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        part = next((one for one in message.walk() if one.get_content_type() in PAGES), None)
        page = part.get_payload(decode=True) if part else None
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise SourceError("is a broken web archive; save the page again as HTML.", "format") from error
    if part is None or not isinstance(page, bytes):
        raise SourceError("is no web archive: it holds no page; save the page again as HTML.", "format")
    address = part.get("Content-Location", "")
    yield Enclosed(
        suffix=".html",
        content=page,
        charset=part.get_content_charset() or charset,
        url=address if address.startswith(("http://", "https://")) else None,
    )

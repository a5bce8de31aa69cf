"""Which format an answer has: by its first bytes where they tell, else by what its server calls it."""

from __future__ import annotations

import re

from brief.errors import SourceError
from brief.stored import FEED

LOOKED_AT = 4096
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_WORD = b"word/document.xml"
_NAMED = {
    "application/atom+xml": FEED,
    "application/pdf": ".pdf",
    "application/rdf+xml": FEED,
    "application/rss+xml": FEED,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xhtml+xml": ".html",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/x-markdown": ".md",
}


def suffix(content: bytes, media_type: str) -> str:
    """The suffix to keep an answer under; raises `SourceError` for a format that is not read."""
    found = _seen(content) or _NAMED.get(media_type)
    if found is None:
        raise SourceError(
            "is of a format that is not read (%(format)s); save what it shows in another one.",
            "format",
            format=media_type,
        )
    return found


def _seen(content: bytes) -> str | None:
    """What the bytes themselves say, whatever their server calls them."""
    head = content[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04") and _WORD in content:
        return ".docx"
    if head.startswith(b"<"):
        html, feed = _HTML.search(head), _FEED.search(head)
        if feed and (not html or feed.start() < html.start()):
            return FEED
        return ".html" if html else None
    return None

"""RSS and Atom feeds: every entry that holds its article, and a word about those that hold a teaser.

Nothing is fetched: the feed is parsed from memory, external entities are not opened, and
entities that a feed declares are dropped before anything expands them.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import feedparser

from brief.decoding import decode, refuse_formats
from brief.errors import Remark, SourceError
from brief.model import Enclosed, Page, Refusal

# An entry with fewer words is no article, one in a field for summaries needs more of them.
FEWEST_WORDS = 20
FEWEST_OF_SUMMARY = 60
# Broken markup takes feedparser seconds a megabyte.
MAX_BYTES = 8 * 2**20
# No feed is older; a date before it is a clock that was not set.
FIRST_YEAR = 1980

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_TAG = re.compile(r"<[^<>]*>")
_TRUNCATED = re.compile(r"(?:\.\.\.|\u2026)[\s\])»\"”]*$")
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0]")


def read_feed(content: bytes, charset: str | None) -> Iterator[Enclosed | Page]:
    """The entries of a feed in its order; one that holds only a teaser is refused with the reason.

    Raises `SourceError` where the content is no feed, or one without entries.
    """
    refuse_formats(content)
    if not content.strip():
        raise SourceError("is empty.", "empty")
    if len(content) > MAX_BYTES:
        raise SourceError("is a feed of more than %(most)s MiB; split it.", "large", most=MAX_BYTES // 2**20)
    inside = _DECLARED.search(content[:1000])
    declared = (charset, inside[1].decode("ascii", "replace") if inside else None)
    decoded = decode(content, tuple(filter(None, declared)))
    feed = _parsed(decoded.text)
    if not feed.get("version") and not feed.entries:
        raise SourceError(
            "is no feed: neither RSS nor Atom was found in it; save the article itself.", "format"
        )
    if not feed.entries:
        raise SourceError("is a feed without entries; save the articles it should name.", "empty")
    publisher = _line(feed.feed.get("title"))
    for entry in feed.entries:
        yield _entry(dict(entry), publisher, decoded.mended)


def _parsed(text: str) -> Any:  # noqa: ANN401 - feedparser's dictionaries have no types
    """The feed, from memory: a stream is never taken for an address or a path."""
    stream = io.BytesIO(_DECLARATION.sub("", text, count=1).encode())
    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(
        stream, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )


def _entry(entry: dict[str, Any], publisher: str | None, mended: str | None) -> Enclosed | Page:
    body, is_summary = _body(entry)
    text = _text(body)
    url = _address(entry.get("link"))
    title, author = _line(entry.get("title")), _line(entry.get("author_detail", {}).get("name"))
    published = _day(entry.get("published_parsed")) or _day(entry.get("updated_parsed"))
    if _is_teaser(text, is_summary=is_summary):
        return Page(
            text=text,
            refused=_refusal(url),
            title=title,
            author=author,
            publisher=publisher,
            published=published,
            url=url,
        )
    is_plain = not _TAG.search(body)
    return Enclosed(
        suffix=".txt" if is_plain else ".html",
        content=(unescape(body) if is_plain else body).encode(errors="replace"),
        charset="utf-8",
        mended=mended,
        title=title,
        author=author,
        publisher=publisher,
        published=published,
        url=url,
    )


def _body(entry: dict[str, Any]) -> tuple[str, bool]:
    """The longest text of an entry, and whether it stands in a field for summaries only."""
    full = [(part.get("value") or "", False) for part in entry.get("content", ())]
    return max((*full, (entry.get("summary") or "", True)), key=lambda part: (len(part[0]), not part[1]))


def _is_teaser(text: str, *, is_summary: bool) -> bool:
    words = len(text.split())
    return words < (FEWEST_OF_SUMMARY if is_summary else FEWEST_WORDS) or bool(_TRUNCATED.search(text))


def _refusal(url: str | None) -> Refusal:
    if not url:
        message = "is only a teaser without an address; find its page, or save the whole article."
        return Refusal(message, "teaser")
    message = Remark("is only a teaser of %(url)s; fetch that page, or save the whole article.", url=url)
    return Refusal(str(message), "teaser")


def _text(body: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", body)).split())


def _line(value: str | None) -> str | None:
    """A title or a name without tags, on one line, or None."""
    return _text(value or "") or None


def _address(link: str | None) -> str | None:
    """Where a link leads, as the feed has it; one that is no address of the web is none."""
    address = _UNPRINTABLE.sub("", link or "")
    return None if _OTHER_SCHEME.match(address) else address or None


def _day(moment: time.struct_time | None) -> str | None:
    try:
        day = date(*moment[:3]) if moment else None
    except (ValueError, OverflowError, TypeError):
        return None
    return day.isoformat() if day and day.year >= FIRST_YEAR else None

"""Web pages that a browser saved as one file (MHTML): the page, without its pictures and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from brief.errors import Remark, SourceError
from brief.model import Enclosed, Page, Refusal

PAGES = frozenset(["text/html", "application/xhtml+xml"])
# So many words in a frame may be an article; advertisements and buttons hold fewer.
FRAME_WORDS = 60
# So many frames are named, and so much of their addresses.
NAMED = 3
LONGEST_NAMED = 120
_STYLE = re.compile(rb"</?(?:style|script)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>")


def read_web_archive(content: bytes, charset: str | None) -> Iterator[Enclosed | Page]:
    """The first page of the archive, and what tells of frames in it that may hold an article of their own.

    Raises `SourceError` where it holds no page.
    """
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        parts = [one for one in message.walk() if one.get_content_type() in PAGES]
        page = parts[0].get_payload(decode=True) if parts else None
        frames = [_address(part) or "without an address" for part in filter(_is_long, parts[1:])]
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise SourceError("is a broken web archive; save the page again as HTML.", "format") from error
    if not isinstance(page, bytes):
        raise SourceError("is no web archive: it holds no page; save the page again as HTML.", "format")
    yield Enclosed(
        suffix=".html",
        content=page,
        charset=parts[0].get_content_charset() or charset,
        url=_address(parts[0]),
    )
    if frames:
        yield Page(text="", refused=_without(frames))


def _without(frames: Sequence[str]) -> Refusal:
    named = ", ".join(frame[:LONGEST_NAMED] for frame in frames[:NAMED])
    return Refusal(
        str(
            Remark(
                "holds frames that were not read: %(count)s (%(named)s); "
                "save what is an article in them as a page of its own.",
                count=len(frames),
                named=named,
            )
        ),
        "frame",
    )


def _address(part: Message) -> str | None:
    address = str(part.get("Content-Location", ""))
    return address if address.startswith(("http://", "https://")) else None


def _is_long(part: Message) -> bool:
    """Whether a frame holds as many words as an article may have."""
    content = part.get_payload(decode=True)
    seen = b" ".join(_STYLE.split(content)[::2]) if isinstance(content, bytes) else b""
    return len(_TAG.sub(b" ", seen).split()) >= FRAME_WORDS

"""Messages (.eml): the body as a page, attached articles beside it. Nothing in them is fetched or run.

The parser's plain policy is used: its richer one raises on broken headers, this one leaves
them as they are.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath

from msgspec import Struct

from brief.decoding import decode, known, refuse_formats
from brief.decoding.mojibake import mend
from brief.errors import Remark, SourceError
from brief.model import Enclosed, Page, Refusal
from brief.readers.quoted import asides, bare_subject, is_forward, unwrapped

MAX_DEPTH = 3
# Alternatives within alternatives are weighed so deep, and a header is read so far.
_WEIGHED = 4
_LONGEST_HEADER = 2000
# There was no mail before; an earlier date is a clock that was not set.
FIRST_YEAR = 1980
# HTML is read rather than the plain text beside it where it has so many times its words.
_RICHER = 1.2
# Any of these makes a file a message.
_HEADERS = frozenset(
    ["from", "to", "subject", "date", "received", "message-id", "mime-version", "content-type"]
)
# A message to many comes from a house, not from a person.
_TO_MANY = frozenset(["list-id", "list-unsubscribe"])
_FORMATS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_SUFFIXES = frozenset([*_FORMATS.values(), ".eml", ".htm", ".mht", ".mhtml", ".xhtml"])
# What is attached and holds no article: pictures, signatures, calendars, cards, reports of delivery.
_NO_ARTICLE = re.compile(
    r"(?:image|audio|video|font)/.*|application/(?:pgp|x-pkcs7|pkcs7)-.*|text/(?:calendar|css|(?:x-)?vcard)"
    r"|message/(?:delivery-status|disposition-notification)|text/rfc822-headers"
)
_NO_ARTICLE_SUFFIXES = frozenset(
    [".asc", ".gif", ".ics", ".jpeg", ".jpg", ".p7s", ".png", ".svg", ".vcf", ".webp"]
)
# Parts that were promised and do not come are read as the text they are.
_BODY = re.compile(r"text/(?:plain|html)|multipart/.*")
_STYLE = re.compile(r"</?(?:style|script)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


class _About(Struct, frozen=True):
    """What the header of a message says."""

    title: str | None
    publisher: str | None
    published: str | None
    forwarded: bool


def read_mail(content: bytes, charset: str | None) -> Iterator[Enclosed | Page]:
    """The body of a message and of those it passes on, and the articles attached to them.

    Raises `SourceError` where the content is no message.
    """
    refuse_formats(content)
    if not content.strip():
        raise SourceError("is empty.", "empty")
    try:
        message = email.message_from_bytes(content)
        if _HEADERS.isdisjoint(name.lower() for name in message.keys()):  # noqa: SIM118 - no mapping
            raise SourceError("is no message: it has no header; save it as .eml again.", "format")
        yield from tuple(_message(message, charset, 0))
    except RecursionError as error:
        raise SourceError("nests its parts too deep; save the article in it as a file.", "format") from error


def _message(message: Message, charset: str | None, depth: int) -> Iterator[Enclosed | Page]:
    if depth > MAX_DEPTH:
        refusal = Refusal("lies too deep inside other messages; save it as a file of its own.", "format")
        yield Page(text="", refused=refusal)
        return
    about = _about(message)
    for part in _leaves(message):
        if part.get_content_type() == "message/rfc822":
            for inner in _inner(part):
                yield from _message(inner, charset, depth + 1)
        else:
            yield from _leaf(part, about, charset)


# The header -----------------------------------------------------------------------------


def _about(message: Message) -> _About:
    subject = _header(message, "subject")
    to_many = not _TO_MANY.isdisjoint(name.lower() for name in message.keys())  # noqa: SIM118 - no mapping
    return _About(
        title=bare_subject(subject) or None,
        publisher=(_sender(message) or None) if to_many else None,
        published=_day(_raw(message, "date")),
        forwarded=is_forward(subject),
    )


def _raw(message: Message, name: str) -> str:
    found = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return found[:_LONGEST_HEADER]


def _header(message: Message, name: str) -> str:
    return _words(_raw(message, name))


def _sender(message: Message) -> str:
    name, _ = parseaddr(_raw(message, "from"))
    return _words(name)


def _words(raw: str) -> str:
    """A header with its encoded words decoded, on one line."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return " ".join("".join(_piece(*piece) for piece in pieces).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    """A piece of a header: as UTF-8 where it is, else in the encoding it names, else by its letters."""
    raw = piece if isinstance(piece, bytes) else piece.encode(errors="surrogateescape")
    for name in ("utf-8", *known((charset or "",))):
        try:
            return mend(raw.decode(name))[0]
        except UnicodeDecodeError:
            continue
    try:
        return decode(raw).text
    except SourceError:
        return ""


def _day(header: str) -> str | None:
    """The day a message was sent, where its sender was."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.date().isoformat() if moment.year >= FIRST_YEAR else None


# The parts ------------------------------------------------------------------------------


def _inner(part: Message) -> Sequence[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _leaves(part: Message, depth: int = 0) -> Iterator[Message]:
    """The parts without parts of their own; of alternatives the richest and what the others attach."""
    kind = part.get_content_type()
    if kind == "message/rfc822" or not part.is_multipart():
        yield part
        return
    inner = _inner(part)
    best = _richest(inner) if kind == "multipart/alternative" and depth < _WEIGHED else None
    for one in inner:
        for leaf in _leaves(one, depth + 1):
            if best is None or one is best or leaf.get_content_type() not in {"text/plain", "text/html"}:
                yield leaf


def _richest(parts: Sequence[Message]) -> Message | None:
    """HTML where it says clearly more than the plain text beside it."""
    if not parts:
        return None
    return max(
        parts, key=lambda part: _word_count(part, "text/plain") * _RICHER + _word_count(part, "text/html")
    )


def _word_count(part: Message, kind: str) -> int:
    found = (leaf for leaf in part.walk() if leaf.get_content_type() == kind)
    return sum(len(_visible(leaf).split()) for leaf in found)


def _visible(part: Message) -> str:
    try:
        text = _decoded(part, None)[0]
    except SourceError:
        return ""
    if part.get_content_type() != "text/html":
        return text
    return _TAG.sub(" ", " ".join(_STYLE.split(text)[::2]))


def _leaf(part: Message, about: _About, charset: str | None) -> Iterator[Enclosed | Page]:
    kind, name = part.get_content_type(), _name(part)
    if not name and part.get_content_disposition() != "attachment" and _BODY.fullmatch(kind):
        yield _html(part, about, charset) if kind == "text/html" else _plain(part, about, charset)
        return
    suffix = PurePosixPath(name).suffix.lower() or _FORMATS.get(kind, "")
    content = _content(part)
    if suffix in _SUFFIXES:
        yield Enclosed(suffix=suffix, name=name or None, content=content, charset=_charset(part) or charset)
    elif content and suffix not in _NO_ARTICLE_SUFFIXES and not _NO_ARTICLE.fullmatch(kind):
        message = Remark(
            "has an attachment of a format that is not read (%(format)s); save it in another one.",
            format=suffix or kind,
        )
        yield Page(text="", title=name or None, refused=Refusal(str(message), "format"))


def _html(part: Message, about: _About, charset: str | None) -> Enclosed:
    return Enclosed(
        suffix=".html",
        content=_content(part),
        charset=_charset(part) or charset,
        title=about.title,
        publisher=about.publisher,
        published=about.published,
    )


def _plain(part: Message, about: _About, charset: str | None) -> Page:
    try:
        text, mended = _decoded(part, charset)
    except SourceError as error:
        return Page(text="", title=about.title, refused=Refusal(str(error), error.kind))
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unwrapped(text, drop_blank=str(part.get_param("delsp", "")).lower() == "yes")
    return Page(
        text=text,
        mended=mended,
        hints=asides(text, forwarded=about.forwarded),
        title=about.title,
        publisher=about.publisher,
        published=about.published,
    )


def _decoded(part: Message, charset: str | None) -> tuple[str, str | None]:
    decoded = decode(_content(part), tuple(filter(None, (_charset(part), charset))))
    return decoded.text, decoded.mended


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str | None:
    return part.get_content_charset()


def _name(part: Message) -> str:
    return _words(part.get_filename() or "").replace("/", "_")

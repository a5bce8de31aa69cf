"""Plain text and Markdown: the decoded file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brief.decoding import Decoded, decode
from brief.model import Hint, Page
from brief.visual_order import mend_order

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*?)[ \t#]*")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
# «name: value» lines between two fences at the very top.
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<said>(?:[^\n]*\n){0,60}?)---[ \t]*(?=[\r\n]|$)")
_ADDRESS = re.compile(r"https?://[!-~]+")
_SAID = re.compile(r"^(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)


def read_plain(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a file, byte-order mark dropped, line ends and spaces as they are.

    It is verbatim where the file is UTF-8 and nothing had to be mended, neither letters nor
    their order: only then do other programs find its passages in the file itself. Raises
    `SourceError` where letters or order cannot be trusted.
    """
    decoded = _decoded(content, charset)
    ordered = mend_order(decoded.text)
    if ordered is not None:
        yield Page(text=ordered, mended=decoded.mended or "visual order")
    else:
        yield Page(text=decoded.text, verbatim=_is_verbatim(decoded), mended=decoded.mended)


def read_markdown(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a file with its headings, and what `name: value` lines at its top say of it."""
    decoded = _decoded(content, charset)
    text = decoded.text
    front = _FRONT.match(text)
    said = {
        match["name"].lower(): _value(match["value"])
        for match in _SAID.finditer(front["said"] if front else "")
    }
    hints = tuple(_hints(text, front.end() if front else 0))
    yield Page(
        text=text,
        verbatim=_is_verbatim(decoded),
        mended=decoded.mended,
        hints=hints,
        title=said.get("title") or _title(text, hints),
        author=said.get("author"),
        publisher=said.get("publisher"),
        published=_day(said.get("date")),
        url=_address(said.get("url")),
    )


def _decoded(content: bytes, charset: str | None) -> Decoded:
    return decode(content, (charset,) if charset else ())


def _is_verbatim(decoded: Decoded) -> bool:
    return decoded.encoding == "utf-8" and not decoded.mended


def _hints(text: str, body: int) -> Iterator[Hint]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line)
        if start < body:
            yield Hint(start, start + len(line), "aside", "front matter")
        elif _PICTURE.fullmatch(line):
            yield Hint(start, start + len(line), "aside", "picture")
        elif (heading := _HEADING.fullmatch(line)) and heading["words"]:
            yield Hint(start, start + len(line), "heading")


def _title(text: str, hints: tuple[Hint, ...]) -> str | None:
    """The words of the first heading, where it is of the first level."""
    for hint in hints:
        line = text[hint.start : hint.end]
        if hint.kind == "heading":
            heading = _HEADING.fullmatch(line)
            return heading["words"] if heading and not line.startswith("##") else None
    return None


def _value(text: str) -> str | None:
    return text.strip().strip("\"'").strip() or None


def _address(text: str | None) -> str | None:
    return text if text and _ADDRESS.fullmatch(text) else None


def _day(text: str | None) -> str | None:
    """The ISO date that opens a value, if it is a day of the calendar."""
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return None

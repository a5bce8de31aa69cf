"""Plain text and Markdown: the decoded file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec.structs import replace

from brief.decoding import decode
from brief.decoding.order import mend_order
from brief.decoding.told import both
from brief.model import Enclosed, Hint, Page
from brief.readers.reasons import Reason

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
# «name: value» lines between two fences at the very top.
_FRONT = re.compile(r"---[ \t]*\r?\n(?P<said>(?:[^\n]*\n){0,60}?)---[ \t]*(?=[\r\n]|$)")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\([^()\s]{1,2000}\)")
_EMPHASIS = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)")
# How a web page begins, and how many closing tags no text has.
_MARKUP = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|span|li|a|td|h[1-6])\s*>", re.IGNORECASE)
TAGS = 4
_ADDRESS = re.compile(r"https?://[!-~]+")
_SAID = re.compile(r"^(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)


def read_plain(content: bytes, charset: str | None) -> Iterator[Page | Enclosed]:
    """The text of a file, byte-order mark dropped, line ends and spaces as they are.

    A web page that was saved under the name of a text is handed on as what it is.

    It is verbatim where the file is UTF-8 and nothing had to be mended, neither letters nor
    their order: only then do other programs find its passages in the file itself. Raises
    `SourceError` where letters or order cannot be trusted.
    """
    page = _page(content, charset)
    if _MARKUP.match(page.text) or len(list(islice(_CLOSING.finditer(page.text), TAGS))) == TAGS:
        yield Enclosed(suffix=".html", content=page.text.encode(), charset="utf-8", mended=page.mended)
    else:
        yield page


def read_markdown(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a file with its headings, and what `name: value` lines at its top say of it.

    Signs of emphasis and the addresses of links are no words; without them the text is no
    longer the file itself.
    """
    page = _without_marks(_page(content, charset))
    text = page.text
    front = _FRONT.match(text)
    said = {
        match["name"].lower(): _value(match["value"])
        for match in _SAID.finditer(front["said"] if front else "")
    }
    hints = tuple(_hints(text, front.end() if front else 0))
    yield replace(
        page,
        hints=hints,
        title=said.get("title") or _title(text, hints),
        author=said.get("author"),
        publisher=said.get("publisher"),
        published=_day(said.get("date")),
        url=_address(said.get("url")),
    )


def _without_marks(page: Page) -> Page:
    text = _LINK.sub(r"\g<words>", _EMPHASIS.sub("", page.text))
    return replace(page, text=text, verbatim=page.verbatim and text == page.text)


def _page(content: bytes, charset: str | None) -> Page:
    """The text with its letters mended and in the order of reading."""
    decoded = decode(content, (charset,) if charset else ())
    ordered = mend_order(decoded.text)
    if ordered is not None:
        return Page(text=ordered, mended=both(decoded.mended, "visual order"))
    verbatim = decoded.encoding == "utf-8" and not decoded.mended
    return Page(text=decoded.text, verbatim=verbatim, mended=decoded.mended)


def _hints(text: str, body: int) -> Iterator[Hint]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line)
        if start < body:
            yield Hint(start, start + len(line), "aside", Reason.FRONT_MATTER)
        elif _PICTURE.fullmatch(line):
            yield Hint(start, start + len(line), "aside", Reason.PICTURE)
        elif _heading(line):
            yield Hint(start, start + len(line), "heading")


def _title(text: str, hints: tuple[Hint, ...]) -> str | None:
    """The words of the first heading, where it is of the first level."""
    for hint in hints:
        line = text[hint.start : hint.end]
        if hint.kind == "heading":
            return None if line.startswith("##") else _heading(line)
    return None


def _heading(line: str) -> str | None:
    """The words of a heading, without the signs on either side; None where the line is none."""
    opening = _HEADING.match(line)
    return (line[opening.end() :].rstrip(" \t#") or None) if opening else None


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

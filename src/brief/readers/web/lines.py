"""A tree -> the lines that a visitor of the page sees, each with what its elements say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html
from msgspec import structs

from brief.readers.reasons import Reason
from brief.readers.web.roles import hidden, role, titled
from brief.readers.web.seen import (
    FLOWING,
    INLINE,
    Chunk,
    Mark,
    Open,
    Seen,
    apart,
    is_icon,
    row_line,
    share,
    shared_marks,
    unwrapped,
)

_UNSEEN = frozenset(
    [
        *(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "canvas",
        ),
        *("audio", "video", "datalist", "noframes", "frameset", "map", "param", "source", "track"),
        *("title", "meta", "link", "base"),
        *("rt", "rp"),  # how a word is read, above it
    ]
)
_MEDIA = frozenset(
    [
        *("img", "picture", "iframe", "video", "audio", "object", "embed"),
        *("amp-img", "amp-video", "amp-iframe", "amp-youtube"),
    ]
)
_BOLD = frozenset(["b", "strong"])
_SLANTED = frozenset(["em", "i", "small"])
_CELLS = frozenset(["td", "th"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
CAPTION_WORDS = 30
# Letters of a cell, and of a line that may be several laid out side by side.
MAX_CELL = 200
MAX_CLASS = 80
MAX_MARKS = 8
# What parts short lines side by side: a bar, or blanks that are kept.
_BAR = re.compile(r"\s[|\u00a6\u25a0]\s|\u00a0{2,}")
_FULL_STOP = re.compile(r"[.؟!]\s*$")


def visible_lines(tree: html.HtmlElement, parts: Sequence[html.HtmlElement] = ()) -> list[Seen]:
    """All lines of the page in the order of the document, blanks collapsed, hidden text left out."""
    walk = _Walk(parts)
    opened = [(tree, iter(tree))]
    walk.start(tree)
    while opened:
        element, children = opened[-1]
        child = next(children, None)
        if child is None:
            opened.pop()
            walk.end(element)
        elif isinstance(child.tag, str) and walk.is_seen(child):
            opened.append((child, iter(child)))
            walk.start(child)
        else:
            walk.text(child.tail)
    return walk.lines


class _Walk:
    """Gathers text into lines while the tree is walked; deep trees cost no stack."""

    def __init__(self, parts: Sequence[html.HtmlElement]) -> None:
        self.lines: list[Seen] = []
        self._parts = {part: number for number, part in enumerate(parts)}
        self._stack = [Open("", 0)]
        self._count = 0
        self._caption = Mark(Reason.CAPTION, "beside a picture")
        self._line: list[Chunk] = []

    def is_seen(self, element: html.HtmlElement) -> bool:
        """Whether the element may show text; pictures and players are remembered by what holds them."""
        tag = element.tag
        if tag in _MEDIA and not is_icon(element):
            for outer in reversed(self._stack):
                outer.media = True
                if outer.tag not in INLINE:
                    break
        seen = tag not in _UNSEEN and not hidden(tag, element.attrib)
        if not seen and tag not in INLINE:
            self._flush()
        return seen

    def start(self, element: html.HtmlElement) -> None:
        outer = self._stack[-1]
        if element.tag == "br" and outer.level:
            self._line.append(Chunk(" ", outer))
        elif element.tag not in INLINE:
            self._flush()
        self._stack.append(self._inside(element, outer))
        self.text(element.text)

    def end(self, element: html.HtmlElement) -> None:
        closed = self._stack.pop()
        if element.tag not in INLINE and element.tag != "br":
            self._flush()
            self._close(closed)
        self.text(element.tail)

    def _close(self, closed: Open) -> None:
        """What is only known once an element is over: a row of cells, a table, a picture with its caption."""
        if closed.tag == "tr":
            self._end_row(closed)
        elif closed.tag == "table":
            self._join_rows(closed.rows, closed.before)
        elif closed.media and closed.tag not in {"body", "html"}:
            self._end_picture(closed)

    def text(self, text: str | None) -> None:
        if not text:
            return
        around = self._stack[-1]
        if around.preserved and "\n" in text:
            for line in unwrapped(text):
                self._line.append(Chunk(line, around))
                self._flush()
            return
        if self._line and apart(self._line[-1], text, around):
            self._flush()
        self._line.append(Chunk(text, around))

    def _inside(self, element: html.HtmlElement, outer: Open) -> Open:
        tag, attributes = element.tag, element.attrib
        self._count += 1
        inline = tag in INLINE or tag == "br"
        reason = role(tag, attributes)
        starts = inline and not outer.wrapped
        look = f"{tag}.{attributes.get('class', '')[:MAX_CLASS]}"
        style = outer.style if inline else look
        return Open(
            tag,
            self._count,
            marks=(*outer.marks[1 - MAX_MARKS :], Mark(reason, look)) if reason else outer.marks,
            part=self._parts.get(element, outer.part),
            linked=self._count if tag == "a" else outer.linked,
            bold=outer.bold or tag in _BOLD,
            slanted=outer.slanted or tag in _SLANTED,
            level=_HEADINGS.get(tag, outer.level),
            home=outer.home if inline else outer.block,
            block=outer.block if inline else self._count,
            block_tag=outer.block_tag if inline else tag,
            style=style,
            look=outer.look if inline else f"{outer.style} {style}",
            cell=self._count if tag in _CELLS else outer.cell,
            wrapped=self._count if starts else outer.wrapped if inline else 0,
            styled="class" in attributes if starts else outer.styled and inline,
            before=len(self.lines),
            preserved=outer.preserved or tag == "pre",
            titled=outer.titled or titled(attributes),
        )

    def _flush(self) -> None:
        chunks, self._line = self._line, []
        said = [chunk for chunk in chunks if chunk.text.strip()]
        if not said:
            return
        text = "".join(chunk.text for chunk in chunks).strip()
        whole = len(text) > MAX_CELL or _FULL_STOP.search(text)
        pieces = (" ".join(piece.split()) for piece in ([text] if whole else _BAR.split(text)))
        around = said[0].around
        self.lines.extend(
            Seen(
                piece,
                tag=around.block_tag,
                level=around.level,
                block=around.block,
                home=around.home,
                look=around.look,
                cell=around.cell,
                titled=around.titled,
                marks=shared_marks([chunk.around.marks for chunk in said]),
                linked=share(said, "linked"),
                bold=share(said, "bold"),
                slanted=share(said, "slanted"),
                part=around.part,
            )
            for piece in pieces
            if piece
        )

    def _end_row(self, row: Open) -> None:
        """A row of one line a cell is remembered: it may turn out to be one of a table of data."""
        cells = self.lines[row.before :]
        if len({cell.cell for cell in cells}) == len(cells) > 1 and all(
            len(cell.text) < MAX_CELL for cell in cells
        ):
            table = next((outer for outer in reversed(self._stack) if outer.tag == "table"), None)
            if table:
                table.rows.append((row.before, len(self.lines)))

    def _join_rows(self, rows: Sequence[tuple[int, int]], before: int) -> None:
        """The rows of a table of data are lines; a single row lays out a page, and its cells are lines."""
        if len(rows) < 2:
            return
        joined: list[Seen] = []
        here = before
        for start, end in rows:
            joined += [*self.lines[here:start], row_line(self.lines[start:end])]
            here = end
        self.lines[before:] = [*joined, *self.lines[here:]]

    def _end_picture(self, frame: Open) -> None:
        """The only line in what holds a picture is its caption, if it is short."""
        lines = self.lines[frame.before :]
        if len(lines) != 1 or len(lines[0].text.split()) > CAPTION_WORDS or lines[0].level:
            return
        if frame.tag not in FLOWING or lines[0].slanted > 0.95:
            self.lines[-1] = structs.replace(lines[0], marks=(*lines[0].marks, self._caption))

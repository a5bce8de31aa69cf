"""Web pages: what a visitor sees of them, line by line, and which of it is the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import html

from brief.errors import SourceError
from brief.model import Page
from brief.readers.reasons import Reason
from brief.readers.web.about import about
from brief.readers.web.body import main_text
from brief.readers.web.judging import Judged, hints, judged
from brief.readers.web.lines import visible_lines
from brief.readers.web.parts import article_parts
from brief.readers.web.seen import Seen
from brief.readers.web.tree import web_text, web_tree


def read_web(content: bytes, charset: str | None) -> Iterator[Page]:
    """The visible text of a page, a line for each block; articles one below the other are pages of their own.

    Raises `SourceError` where the bytes are no text, nest beyond reason, or show nothing.
    """
    decoded = web_text(content, charset)
    tree = web_tree(decoded.text)
    parts = article_parts(tree)
    lines = visible_lines(tree, parts)
    if not lines:
        raise SourceError("holds no visible text; save the page again when it is loaded.", "empty")
    for number, piece in enumerate(_pieces(lines, len(parts))):
        part = parts[number] if parts else None
        found = _judged(piece, tree if part is None else part, number if parts else -1)
        said = about(tree, found, part, later=number > 0)
        yield Page(
            text="\n".join(line.text for line in piece),
            mended=decoded.mended,
            hints=tuple(hints(found)),
            title=said.title,
            publisher=said.publisher,
            author=said.author,
            published=said.published,
            url=said.url,
        )


def _pieces(lines: Sequence[Seen], parts: int) -> Iterator[Sequence[Seen]]:
    """The lines cut where each article but the first begins."""
    firsts = [next(n for n, line in enumerate(lines) if line.part == part) for part in range(1, parts)]
    for start, end in zip([0, *firsts], [*firsts, len(lines)], strict=True):
        yield lines[start:end]


def _judged(lines: Sequence[Seen], tree: html.HtmlElement, part: int) -> tuple[Judged, ...]:
    """The lines of one article's piece of the page; lines outside of its element are not the article's."""
    own = [line for line in lines if line.part == part]
    found = iter(judged(own, main_text(tree)))
    return tuple(
        next(found) if line.part == part else Judged(line, "aside", Reason.OUTSIDE) for line in lines
    )

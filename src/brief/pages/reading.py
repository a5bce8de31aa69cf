"""What was read, line by line: for each text the lines that are kept and those removed, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from brief.model import Document, SourceEntry


class Row(Struct, frozen=True):
    """A line of a text as the page shows it; `reason` says why it was removed."""

    text: str
    kind: Literal["heading", "kept", "removed"]
    reason: str | None = None


class Told(Struct, frozen=True):
    """What is known of one article of a text; `original` is the path of the article it is a copy of."""

    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    kept: int
    original: str | None = None


class Sheet(Struct, frozen=True):
    """A text of the topic with its articles, or, where it could not be used, the reason."""

    path: str
    url: str | None
    articles: tuple[Told, ...]
    rows: tuple[Row, ...]
    refused: SourceEntry | None = None


def sheets(
    documents: Sequence[Document], originals: dict[str, str], refused: Iterable[SourceEntry]
) -> tuple[Sheet, ...]:
    """A sheet for each text, and one for each file that could not be used, by path.

    `originals` gives, for the id of a copy, the path of the article that counts for it.
    """
    texts: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        texts[document.place].append(document)
    read = [_sheet(articles, originals) for articles in texts.values()]
    unread = [Sheet(entry.path, entry.url, (), (), entry) for entry in refused]
    return tuple(sorted([*read, *unread], key=lambda sheet: sheet.path))


def _sheet(articles: Sequence[Document], originals: dict[str, str]) -> Sheet:
    first = articles[0]
    told = tuple(
        Told(
            title=document.title,
            publisher=document.publisher,
            author=document.author,
            published=document.published,
            kept=len(document.lines),
            original=originals.get(document.id),
        )
        for document in articles
    )
    return Sheet(first.path, first.url, told, _rows(articles))


def _rows(articles: Sequence[Document]) -> tuple[Row, ...]:
    """All lines of a text in its order."""
    text = articles[0].text
    found = [
        (line.start, Row(text[line.start : line.end], "heading" if line.heading else "kept"))
        for document in articles
        for line in document.lines
    ]
    found += [
        (piece.start, Row(text[piece.start : piece.end], "removed", piece.reason))
        for document in articles
        for piece in document.furniture
    ]
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))

"""Files of a topic -> documents: each file read and cleaned, what cannot be used set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from brief import copies
from brief.admit import admit
from brief.clean.habits import without_habits
from brief.config import Topic
from brief.dating import is_old
from brief.errors import SourceError, TopicError
from brief.identity import identifier
from brief.language import Language
from brief.listing import Listed, listing, place_of
from brief.model import Article, Copy, Document, Source, SourceEntry
from brief.read import printable_name, read
from brief.segment import segment


class Reading(Struct, frozen=True):
    """What the files of a topic hold: its documents, copies of them, and what had to be set aside."""

    documents: tuple[Document, ...]
    set_aside: tuple[SourceEntry, ...]
    copies: tuple[Copy, ...] = ()


def collect(folder: Path, topic: Topic, language: Language) -> Reading:
    """The articles of all files, sorted by path; a file that cannot be used is set aside with its reason.

    Raises `TopicError` where no file holds an article.
    """
    articles: list[Article] = []
    aside: list[SourceEntry] = []
    for found, refused in read_all(folder, topic, language):
        articles.extend(found)
        aside.extend(refused)
    if not articles:
        raise _nothing_to_read(folder, aside)
    once = copies.sort_out([segment(article, language) for article in without_habits(articles)])
    return Reading(once.documents, tuple(aside), once.copies)


def with_background(reading: Reading, issued: str) -> Reading:
    """The documents, those much older than the issue marked as background."""

    def marked(document: Document) -> Document:
        old = document.background or is_old(document.published, issued)
        return structs.replace(document, background=old)

    twice = (structs.replace(copy, document=marked(copy.document)) for copy in reading.copies)
    return Reading(tuple(map(marked, reading.documents)), reading.set_aside, tuple(twice))


def read_all(
    folder: Path, topic: Topic, language: Language
) -> Iterator[tuple[list[Article], list[SourceEntry]]]:
    """For each source in turn the articles it holds, and what of it had to be set aside."""
    for listed in listing(folder, topic):
        yield _read(listed, folder, language)


def _read(listed: Listed, folder: Path, language: Language) -> tuple[list[Article], list[SourceEntry]]:
    """The articles of a file, and those of its pages (or the whole of it) that hold none."""
    articles: list[Article] = []
    aside: list[SourceEntry] = []
    try:
        sources = tuple(_sources(listed, folder))
    except SourceError as error:
        return [], [_set_aside(_unread(listed), error)]
    for source in sources:
        try:
            articles.extend(admit(source, language))
        except SourceError as error:
            aside.append(_set_aside(source, error))
    return articles, aside


def _unread(listed: Listed) -> Source:
    said = listed.said
    return Source(
        path=printable_name(listed.name),
        text="",
        url=listed.url,
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        published=said.date,
        grade=said.grade,
        background=said.background,
    )


def _sources(listed: Listed, folder: Path) -> Iterator[Source]:
    """The pages of a file, each with what the analyst says of the file; her word wins."""
    if listed.problem:
        raise listed.problem
    said, path = listed.said, printable_name(listed.name)
    for number, page in enumerate(read(listed.name, folder, listed.charset), 1):
        url = place_of(listed, page.url)
        # What a teaser leads to is a source of its own.
        if page.refused and url in listed.followed:
            continue
        yield Source(
            path=path,
            text=page.text,
            text_path=None if page.verbatim else f"sources/{path}/{number}.txt",
            mended=page.mended,
            refused=page.refused,
            hints=page.hints,
            url=url,
            title=said.title or page.title,
            publisher=said.publisher or page.publisher,
            author=said.author or page.author,
            published=said.date or page.published,
            grade=said.grade,
            background=said.background,
        )


def _nothing_to_read(folder: Path, aside: Sequence[SourceEntry]) -> TopicError:
    if not aside:
        return TopicError(
            "%(folder)s: there is no article in this folder; "
            "put articles there, as .txt, .html, .pdf or .docx files.",
            folder=folder,
        )
    reasons = " ".join(f"{entry.path} {entry.reason}" for entry in aside)
    return TopicError(
        "%(folder)s: none of the files can be used. %(reasons)s", folder=folder, reasons=reasons
    )


def _set_aside(source: Source, error: SourceError) -> SourceEntry:
    return SourceEntry(
        id=identifier(source.text_path or source.path),
        path=source.path,
        number=None,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=source.published,
        language=error.language,
        digest="",
        grade=source.grade,
        background=source.background,
        status="set_aside",
        reason=str(error),
        reason_kind=error.kind,
        url=source.url,
    )

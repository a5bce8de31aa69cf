"""Files of a topic -> documents: each file read and cleaned, what cannot be used set aside."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from brief.clean import clean
from brief.config import SourceSettings, Topic
from brief.dating import is_old
from brief.errors import SourceError, TopicError
from brief.language import Language
from brief.model import Document, Source, SourceEntry
from brief.read import plain, printable_name, read, source_names
from brief.segment import segment


class Reading(Struct, frozen=True):
    """What the files of a topic hold: its documents, and what had to be set aside."""

    documents: tuple[Document, ...]
    set_aside: tuple[SourceEntry, ...]


def collect(folder: Path, topic: Topic, language: Language) -> Reading:
    """The articles of all files, sorted by path; a file that cannot be used is set aside with its reason.

    Raises `TopicError` where no file holds an article.
    """
    documents: list[Document] = []
    aside: list[SourceEntry] = []
    for name in source_names(folder, tuple(source.file for source in topic.source)):
        found, refused = _read(name, folder, topic, language)
        documents.extend(found)
        aside.extend(refused)
    if not documents:
        raise TopicError(_nothing_to_read(folder, aside))
    return Reading(tuple(documents), tuple(aside))


def with_background(reading: Reading, issued: str) -> Reading:
    """The documents, those much older than the issue marked as background."""
    documents = (
        structs.replace(document, background=document.background or is_old(document.published, issued))
        for document in reading.documents
    )
    return Reading(tuple(documents), reading.set_aside)


def _read(
    name: str, folder: Path, topic: Topic, language: Language
) -> tuple[list[Document], list[SourceEntry]]:
    """The articles of a file, and those of its pages (or the whole of it) that hold none."""
    documents: list[Document] = []
    aside: list[SourceEntry] = []
    try:
        sources = tuple(_sources(name, folder, topic))
    except SourceError as error:
        return [], [_set_aside(Source(path=printable_name(name), text=""), error, language)]
    for source in sources:
        try:
            documents.extend(_documents(source, language))
        except SourceError as error:
            aside.append(_set_aside(source, error, language))
    return documents, aside


def _documents(source: Source, language: Language) -> tuple[Document, ...]:
    articles = clean(source, language)
    if not articles:
        raise SourceError(
            "holds no article: no run of sentences in the topic's language was found.", "no_article"
        )
    return tuple(segment(article, language) for article in articles)


def _sources(name: str, folder: Path, topic: Topic) -> Iterator[Source]:
    """The pages of a file, each with what the analyst says of the file; her word wins."""
    said = next((entry for entry in topic.source if plain(entry.file) == name), SourceSettings(file=name))
    path, pages = printable_name(name), read(name, folder)
    for number, page in enumerate(pages, 1):
        yield Source(
            path=path,
            text=page.text,
            text_path=None if page.verbatim else f"sources/{path}/{number}.txt",
            hints=page.hints,
            url=page.url,
            title=said.title or page.title,
            publisher=said.publisher or page.publisher,
            author=said.author or page.author,
            published=said.date or page.published,
            grade=said.grade,
            background=said.background,
        )


def _nothing_to_read(folder: Path, aside: Sequence[SourceEntry]) -> str:
    if not aside:
        return f"{folder}: there is no article in this folder; put the texts there as .txt files."
    reasons = " ".join(f"{entry.path} {entry.reason}" for entry in aside)
    return f"{folder}: none of the files can be used. {reasons}"


def _set_aside(source: Source, error: SourceError, language: Language) -> SourceEntry:
    return SourceEntry(
        id=hashlib.sha256((source.text_path or source.path).encode()).hexdigest()[:10],
        path=source.path,
        number=None,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=source.published,
        language=language.code,
        digest="",
        grade=source.grade,
        background=source.background,
        status="set_aside",
        reason=str(error),
        reason_kind=error.kind,
        url=source.url,
    )

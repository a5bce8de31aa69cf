"""Files of a topic -> documents: each file read and cleaned, what cannot be used set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from os.path import realpath
from pathlib import Path

from msgspec import Struct, structs

from brief import background, copies, datelines
from brief.admit import admit
from brief.background import News
from brief.clean.habits import without_habits
from brief.config import Topic
from brief.dating import is_old
from brief.errors import Remark, SourceError, TopicError, joined
from brief.identity import identifier
from brief.judge.hearing import Hearing
from brief.judged_lines import as_judged
from brief.kept import Store
from brief.language import Language
from brief.listing import Listed, listing, place_of
from brief.model import Article, Copy, Document, Note, Source, SourceEntry
from brief.read import printable_name, read
from brief.segment import segment
from brief.spread import Hands

# Why a file could not be read that may be read another time: the machine was short of time or memory.
_PASSING = {"broken", "large"}
_NOWHERE = Source(path="", text="")


class Reading(Struct, frozen=True):
    """What the files of a topic hold: its documents, copies of them, and what had to be set aside.

    `notes` tell of the articles that have no part in an issue of some days.
    """

    documents: tuple[Document, ...]
    set_aside: tuple[SourceEntry, ...]
    copies: tuple[Copy, ...] = ()
    notes: tuple[Note, ...] = ()


class Found(Struct, frozen=True):
    """The articles of one file, and those of its pages (or the whole of it) that hold none."""

    articles: tuple[Article, ...] = ()
    set_aside: tuple[SourceEntry, ...] = ()


class _Told(Struct, frozen=True):
    """The articles of one page, each without the page: its text stands once."""

    page: Source
    articles: tuple[Article, ...]


class _Kept(Struct, frozen=True):
    """What a file holds as it is kept."""

    pages: tuple[_Told, ...]
    set_aside: tuple[SourceEntry, ...]

    def found(self) -> Found:
        """What was kept, as it was found."""
        articles = (structs.replace(one, source=told.page) for told in self.pages for one in told.articles)
        return Found(tuple(articles), self.set_aside)


def _kept(found: Found) -> _Kept:
    pages = groupby(found.articles, key=attrgetter("source"))
    told = (_Told(page, tuple(structs.replace(one, source=_NOWHERE) for one in own)) for page, own in pages)
    return _Kept(tuple(told), found.set_aside)


def collect(  # noqa: PLR0913, PLR0917 - see pipeline.condense
    folder: Path,
    topic: Topic,
    language: Language,
    store: Store | None = None,
    news: News | None = None,
    hearing: Hearing | None = None,
    hands: Hands | None = None,
) -> Reading:
    """The articles of all files, sorted by path; a file that cannot be used is set aside with its reason.

    `store` keeps what was read of each file, `hands` read many of them at a time. `news` says which days
    an issue is about, and then articles of other days are its background at most. `hearing` judges the
    lines that the rules are unsure of; what is kept of a file is what the rules read. Raises `TopicError`
    where no file holds an article.
    """
    articles: list[Article] = []
    aside: list[SourceEntry] = []
    for found in read_all(folder, topic, language, store, hands):
        articles.extend(found.articles)
        aside.extend(found.set_aside)
    if not articles:
        raise _nothing_to_read(folder, aside)
    told = without_habits(background.until(articles, news))
    documents = [segment(as_judged(article, hearing, language), language) for article in told]
    documents = datelines.with_years(documents, language)
    near = background.covering(documents, news, language)
    once = copies.sort_out(near)
    notes = background.notes(documents, near)
    return Reading(once.documents, tuple(aside), once.copies, tuple(notes))


def with_background(reading: Reading, issued: str) -> Reading:
    """The documents, those much older than the issue marked as background."""

    def marked(document: Document) -> Document:
        old = document.background or is_old(document.published, issued)
        return structs.replace(document, background=old)

    twice = (structs.replace(copy, document=marked(copy.document)) for copy in reading.copies)
    return structs.replace(reading, documents=tuple(map(marked, reading.documents)), copies=tuple(twice))


def read_all(
    folder: Path, topic: Topic, language: Language, store: Store | None = None, hands: Hands | None = None
) -> Iterator[Found]:
    """For each source in turn the articles it holds, and what of it had to be set aside."""
    reader = partial(_read, folder=folder, language=language)

    def read_each(files: Sequence[Listed]) -> Iterator[Found]:
        return hands.spread(reader, files) if hands else map(reader, files)

    files = list(listing(folder, topic))
    if store is None or not store.keeps:
        return read_each(files)
    return _recalled(files, folder, language, store, read_each)


def _recalled(
    files: Sequence[Listed],
    folder: Path,
    language: Language,
    store: Store,
    read_each: Callable[[Sequence[Listed]], Iterator[Found]],
) -> Iterator[Found]:
    """What the files hold, each read again only where it, or what is said of it, is not what it was."""
    contents = [_content(listed, folder, store) for listed in files]
    keys = [
        store.key("read", (content, listed, language)) if content else None
        for listed, content in zip(files, contents, strict=True)
    ]
    known = [store.find(key, _Kept) for key in keys]
    made = read_each(_missing(files, known))
    for listed, content, key, kept in zip(files, contents, keys, known, strict=True):
        if kept is not None:
            yield kept.found()
            continue
        found = next(made)
        passing = any(entry.reason_kind in _PASSING for entry in found.set_aside)
        # A file that was written to meanwhile is not the one that its digest stands for.
        if key and not passing and _content(listed, folder, store) == content:
            store.put(key, _kept(found))
        yield found


def _missing(files: Sequence[Listed], known: Sequence[_Kept | None]) -> list[Listed]:
    return [listed for listed, kept in zip(files, known, strict=True) if kept is None]


def _content(listed: Listed, folder: Path, store: Store) -> str | None:
    """The digest of a file's content; None where it is to be read whatever it holds."""
    path = folder / listed.name
    # Where a link leads is looked at each time; one that leads to itself has no path to resolve.
    straight = not listed.problem and realpath(path) == str(folder.resolve() / listed.name)
    return store.digests.of(path) if straight else None


def _read(listed: Listed, folder: Path, language: Language) -> Found:
    articles: list[Article] = []
    aside: list[SourceEntry] = []
    try:
        sources = tuple(_sources(listed, folder))
    except SourceError as error:
        return Found(set_aside=(_set_aside(_unread(listed), error),))
    for source in sources:
        try:
            articles.extend(admit(source, language))
        except SourceError as error:
            aside.append(_set_aside(source, error))
    return Found(tuple(articles), tuple(aside))


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
    reasons = joined(joined((entry.path, Remark(entry.reason or ""))) for entry in aside)
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

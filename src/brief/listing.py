"""The sources of a topic: the files of its folder, and the stored copies of its addresses.

Nothing is fetched here: an address without a copy is a source that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os.path import lexists
from pathlib import Path
from urllib.parse import urljoin

from msgspec import Struct, structs

from brief.addresses import spelled
from brief.config import SourceSettings, Topic
from brief.errors import SourceError
from brief.read import plain, source_names
from brief.stored import FEED, FOLDER, Stored, load


class Listed(Struct, frozen=True, kw_only=True):
    """A source by the `name` of its file (or its address, where there is none), with what is said of it.

    `problem` says why it cannot be read; `followed` are the addresses whose copies stand for
    entries of this feed.
    """

    name: str
    said: SourceSettings = SourceSettings()
    url: str | None = None
    charset: str | None = None
    followed: frozenset[str] = frozenset()
    problem: SourceError | None = None


def listing(folder: Path, topic: Topic) -> tuple[Listed, ...]:
    """Every source once, sorted by name; raises `TopicError` where the folder is missing."""
    named = ((said.file, said) for said in reversed(topic.source) if said.file is not None)
    files = {_meant(plain(name), folder, topic.inbox): said for name, said in named}
    found = {
        name: Listed(name=name, said=files.get(name, SourceSettings()))
        for name in source_names(folder, tuple(files), topic.inbox)
    }
    for listed in _fetched(folder, topic):
        found.setdefault(listed.name, listed)
    return tuple(found[name] for name in sorted(found))


def _meant(name: str, folder: Path, inbox: str) -> str:
    """The path of a listed file: a bare name that the inbox alone has is meant there."""
    within = f"{inbox}/{name}"
    bare = bool(inbox) and "/" not in name and not lexists(folder / name)
    return within if bare and lexists(folder / within) else name


def _fetched(folder: Path, topic: Topic) -> Iterator[Listed]:
    """The copies of the topic's addresses, then those of the entries of its feeds."""
    asked = {spelled(said.url).url: said for said in reversed(topic.source) if said.url is not None}
    try:
        records = load(folder) if asked else {}
    except SourceError as error:
        yield from (Listed(name=url, said=said, url=url, problem=error) for url, said in asked.items())
        return
    yield from (_copy(url, said, records) for url, said in asked.items())
    for url, said in asked.items():
        yield from _entries(records.get(url), said, records)


def _copy(url: str, said: SourceSettings, records: Mapping[str, Stored]) -> Listed:
    record = records.get(url)
    if record is None or record.file is None:
        return Listed(name=url, said=said, url=url, problem=_absent(record))
    feed = record.file.endswith(FEED)
    return Listed(
        name=f"{FOLDER}/{record.file}",
        said=said,
        url=record.final_url or url,
        charset=record.charset,
        followed=_kept(record.entries, records) if feed else frozenset(),
    )


def _entries(feed: Stored | None, said: SourceSettings, records: Mapping[str, Stored]) -> Iterator[Listed]:
    """What was followed from a feed; title, author and date are those of each page."""
    of_all = structs.replace(said, title=None, author=None, date=None)
    for url in feed.entries if feed else ():
        if url in _kept([url], records):
            yield _copy(url, of_all, records)


def _kept(urls: Iterable[str], records: Mapping[str, Stored]) -> frozenset[str]:
    return frozenset(url for url in urls if url in records and records[url].file)


def _absent(record: Stored | None) -> SourceError:
    if record is not None and record.problem:
        return SourceError(record.problem, record.problem_kind or "unreachable")
    return SourceError("has not been fetched; run `brief fetch TOPIC` with a network.", "not_fetched")


def place_of(listed: Listed, url: str | None) -> str | None:
    """Where the page of a source stands, `url` being what the source itself says of it.

    An address is what was asked for, whatever its page says; an entry of a feed has one of its own.
    """
    if listed.url is None or not url or not listed.name.endswith(FEED):
        return listed.url or url
    try:
        return spelled(urljoin(listed.url, url)).url
    except (SourceError, ValueError):
        return listed.url

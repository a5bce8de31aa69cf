"""The addresses of a topic -> copies beside it.

Only here the network is asked, and only when the analyst says so: a build never imports this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from brief.addresses import Address, parse
from brief.config import Topic
from brief.errors import SourceError, TopicError
from brief.fetch.client import Answer
from brief.fetch.follow import teasers
from brief.fetch.formats import suffix
from brief.fetch.visit import Network, Visitor
from brief.identity import digest
from brief.stored import FEED, FOLDER, Stored, file_name, is_there, is_untouched, keep, readable

__all__ = ["Network", "Outcome", "fetch"]

# What may be sent back to a server as it came.
_HEADER = re.compile(r"[ -~]{1,500}")

Clock = Callable[[], datetime]


class Outcome(Struct, frozen=True):
    """What became of an address: the copy that stands beside the topic, and what went wrong."""

    url: str
    state: Literal["new", "unchanged", "kept", "failed"]
    file: str | None
    problem: str | None = None


def fetch(
    folder: Path, topic: Topic, now: Clock, *, again: bool = False, network: Network | None = None
) -> Iterator[Outcome]:
    """Ask for every address that has no copy yet, or for all of them `again`, one after the other.

    What is stored is written before it is told. Raises `TopicError` where the topic cannot be
    written to; a fault of one address is its outcome.
    """
    if not folder.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the articles.", folder=folder
        )
    fetcher = _Fetcher(folder, topic, now, again=again, network=network or Network())
    urls = (source.url for source in topic.source if source.url is not None)
    addresses = dict.fromkeys(parse(url, topic.fetch.hosts()) for url in urls)
    for address in addresses:
        yield fetcher.copied(address)
        yield from fetcher.followed(address, set(addresses))


class _Fetcher:
    """One run over the addresses of a topic; no address is asked twice in it."""

    def __init__(self, folder: Path, topic: Topic, now: Clock, *, again: bool, network: Network) -> None:
        self.folder = folder
        self.topic = topic
        self.now = now
        self.again = again
        self.visitor = Visitor(topic.fetch, network)
        self.done: set[str] = set()

    def copied(self, address: Address) -> Outcome:
        """The copy of an address, from the network where there is none or it is asked for again."""
        record = readable(self.folder).get(address.url)
        before = record if is_there(self.folder, record) else None
        if before and (not self.again or address.url in self.done):
            return Outcome(address.url, "kept", before.file)
        self.done.add(address.url)
        try:
            return self._stored(address, before, self.visitor.page(address, self._conditions(before)))
        except SourceError as error:
            return self._failed(address, before, error)

    def _conditions(self, before: Stored | None) -> Mapping[str, str]:
        """What makes a server answer «not modified» where the copy is what it once sent."""
        if before is None or not is_untouched(self.folder, before):
            return {}
        said = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
        return {name: value for name, value in said.items() if value and _HEADER.fullmatch(value)}

    def _stored(self, address: Address, before: Stored | None, answer: Answer) -> Outcome:
        when = self.now().astimezone(UTC).isoformat(timespec="seconds")
        if answer.status == 304 and before is not None:
            keep(self.folder, structs.replace(before, fetched=when, problem=None, problem_kind=None))
            return Outcome(address.url, "unchanged", before.file)
        if not answer.content.strip():
            raise SourceError("is empty; mend the address in brief.toml or fetch again later.", "empty")
        record = _record(address, answer, when, before.entries if before else ())
        keep(self.folder, record, answer.content)
        same = before is not None and before.digest == record.digest
        return Outcome(address.url, "unchanged" if same else "new", record.file)

    def _failed(self, address: Address, before: Stored | None, error: SourceError) -> Outcome:
        """The fault is kept with the address, beside the copy of an earlier time if there is one."""
        record = before or Stored(url=address.url)
        keep(self.folder, structs.replace(record, problem=str(error), problem_kind=error.kind))
        return Outcome(address.url, "failed", record.file, str(error))

    def followed(self, address: Address, listed: set[Address]) -> Iterator[Outcome]:
        """The pages that the entries of a feed point to, where the feed itself holds a part of them only.

        What was followed before stays a source: a feed drops its oldest entries, and takes nothing back.
        """
        records = readable(self.folder)
        record = records.get(address.url)
        if record is None or not record.file or not record.file.endswith(FEED):
            return
        content = (self.folder / FOLDER / record.file).read_bytes()
        found = dict.fromkeys(teasers(content, record, self.topic.fetch.hosts()))
        links = tuple(islice(found, self.topic.fetch.max_entries))
        before = (url for url in record.entries if url in records and records[url].file)
        urls = tuple(dict.fromkeys((*(link.url for link in links), *before)))
        if urls != record.entries:
            keep(self.folder, structs.replace(record, entries=urls))
        for link in links:
            if link not in listed:
                yield self.copied(link)


def _record(address: Address, answer: Answer, when: str, entries: tuple[str, ...]) -> Stored:
    return Stored(
        url=address.url,
        final_url=answer.address.url,
        file=file_name(address.url, suffix(answer.content, answer.media_type)),
        media_type=answer.media_type,
        charset=answer.charset,
        status=answer.status,
        fetched=when,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        digest=digest(answer.content),
        entries=entries,
    )

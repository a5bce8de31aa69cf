"""The archive as data: its name and words, and the topics with their issues, the latest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal
from urllib.parse import quote

import msgspec
from msgspec import Struct

from brief.site.editions import Edition
from brief.words import Words

# What a site folder carries, so that it is known as one and can be served.
SIGN = "site.json"


class Site(Struct, frozen=True):
    """What every page shows: the site's title, language and words; `url` is where it will stand."""

    title: str
    language: str
    direction: str
    words: Words
    url: str | None = None

    def address(self, path: str) -> str:
        """The address of a file of the site; relative to its root where it has no `url`."""
        return f"{self.url.rstrip('/')}/{quoted(path)}" if self.url else quoted(path)


class Sign(Struct, frozen=True, kw_only=True):
    """What site.json says: what a page needs that is not in the site, such as the login of a server."""

    schema: Literal["site/1"] = "site/1"
    title: str
    language: str
    locale: str
    style: str


class Shelf(Struct, frozen=True):
    """A topic under the title of its latest issue, and its issues, the latest first."""

    topic: str
    title: str
    language: str
    direction: str
    editions: tuple[Edition, ...]


def quoted(path: str) -> str:
    """A path of the site as an address has it."""
    return quote(path, safe="/")


def shelves(editions: Iterable[Edition]) -> tuple[Shelf, ...]:
    """The topics, that with the latest issue first."""
    by_topic = defaultdict[str, list[Edition]](list)
    for edition in editions:
        by_topic[edition.topic].append(edition)
    found = [_shelf(topic, ones) for topic, ones in sorted(by_topic.items())]
    return tuple(sorted(found, key=lambda shelf: shelf.editions[0].issued, reverse=True))


def _shelf(topic: str, editions: Sequence[Edition]) -> Shelf:
    latest = tuple(sorted(editions, key=lambda one: (one.issued, one.issue), reverse=True))
    first = latest[0]
    return Shelf(topic, first.title, first.language, first.direction, latest)


def related(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """The editions, each told whose place it takes."""
    takes = defaultdict[tuple[str, str], list[str]](list)
    for edition in editions:
        if edition.withdrawn:
            takes[edition.topic, edition.withdrawn.by].append(edition.issue)
    return tuple(
        msgspec.structs.replace(one, corrects=tuple(takes[one.topic, one.issue])) for one in editions
    )

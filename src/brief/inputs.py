"""All that an issue is made of, as one digest: where it is what it was, there is nothing to make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import structs

from brief import themes
from brief.config import Topic
from brief.digests import Digests, program
from brief.identity import digest
from brief.listing import Listed, listing
from brief.weeks import Interval

_RECORD = "brief.json"
# The members of a set have an order in no two processes.
_ENCODER = msgspec.json.Encoder(order="deterministic")


def fingerprint(folder: Path, topic: Topic, interval: Interval, before: Path | None, digests: Digests) -> str:
    """The digest (SHA-256, hex) of what an issue of the days of `interval` is made of.

    That is the sources of the topic in `folder`, fetched copies and what is said of each included; its
    settings and its look; the program with its word lists and libraries; and the record of the issue
    `before` it, all but what was judged there (`judged`). A file that `digests` knows is not read again.
    Raises `TopicError` where the folder is missing.
    """
    told = (
        f"program {program(digests)}",
        f"topic {folder.resolve().name!a} {_written(topic)}",
        f"days {_written(interval)}",
        f"before {before.name} {digests.of(before / _RECORD)}" if before else "no issue before",
        *(f"look {name!a} {digests.of(path)}" for name, path in themes.load(topic.theme, folder).files),
        *_sources(folder, topic, digests),
    )
    return digest("\n".join(told))


def judged(made_of: str, answers: str | None) -> str:
    """The digest of what an issue is made of, and of the `answers` that are kept for it, if there are any."""
    return digest(f"{made_of} {answers}")


def _sources(folder: Path, topic: Topic, digests: Digests) -> Iterator[str]:
    for listed in listing(folder, topic):
        content = None if listed.problem else digests.of(folder / listed.name)
        yield f"source {listed.name!a} {_said(listed)} {content}"


def _said(listed: Listed) -> str:
    """What is said of a source, beside its name: that of a file may be no text."""
    problem = ascii(str(listed.problem)) if listed.problem else ""
    return _written(structs.replace(listed, name="", problem=None)) + problem


def _written(value: object) -> str:
    return _ENCODER.encode(value).decode()

"""What was fetched, kept beside the topic: the bytes as they came, and an index of them.

A build reads only this. Every file is written beside its place and then put there by one
rename, the index last, so that a killed run leaves what can be read.
"""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from brief import whole
from brief.errors import SourceError, TopicError
from brief.identity import digest, identifier

FOLDER = "fetched"
INDEX = "index.json"
FEED = ".xml"
# No copy takes an hour to write.
STALE_SECONDS = 3600
_PART = ".part-"
_UNSAFE = re.compile(r"[^a-z0-9.-]+")


class Stored(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one address: the copy (`file`, its name in the folder), and the last `problem`.

    `fetched` is when the copy came or was found unchanged (ISO, UTC), `entries` the addresses that were
    followed from a feed, newest first. A copy outlives a later problem.
    """

    url: str
    final_url: str | None = None
    file: str | None = None
    media_type: str | None = None
    charset: str | None = None
    status: int | None = None
    fetched: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    entries: tuple[str, ...] = ()
    problem: str | None = None
    problem_kind: str | None = None


class Index(Struct, frozen=True):
    """All addresses of a topic that the network was asked for, sorted."""

    schema: Literal["fetched/1"] = "fetched/1"
    addresses: tuple[Stored, ...] = ()


def load(folder: Path) -> dict[str, Stored]:
    """What is stored in the topic `folder`, by address; nothing where nothing was fetched yet.

    Raises `SourceError` for an index that cannot be read.
    """
    path = folder / FOLDER / INDEX
    try:
        index = msgspec.json.decode(path.read_bytes(), type=Index)
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SourceError(
            "has a copy that cannot be found, for %(index)s is no index; "
            "remove it and run `brief fetch TOPIC` with a network.",
            "not_fetched",
            index=f"{FOLDER}/{INDEX}",
        ) from error
    return {record.url: record for record in index.addresses}


def keep(folder: Path, record: Stored, content: bytes | None = None) -> None:
    """Put a record, and the bytes of its file if there are new ones, beside the topic in `folder`.

    Raises `TopicError` where the place cannot be written or lies outside of the topic.
    """
    place = _place(folder)
    before = readable(folder)
    try:
        if content is not None and record.file:
            whole.put(place / record.file, content)
        records = {**before, record.url: record}
        index = Index(addresses=tuple(records[url] for url in sorted(records)))
        whole.save(place / INDEX, index)
        _drop(place, before.get(record.url), record)
    except OSError as error:
        raise TopicError(
            "%(folder)s: cannot be written (%(reason)s); mend that and fetch again.",
            folder=place,
            reason=error.strerror,
        ) from error


def readable(folder: Path) -> dict[str, Stored]:
    """What is stored; nothing where the index is broken, so that it is made anew."""
    with contextlib.suppress(SourceError):
        return load(folder)
    return {}


def is_there(folder: Path, record: Stored | None) -> bool:
    """Whether a record has a copy, whatever was made of it since."""
    if record is None or record.file != file_name(record.url, Path(record.file or "").suffix):
        return False
    return (folder / FOLDER / record.file).is_file()


def is_untouched(folder: Path, record: Stored) -> bool:
    """Whether the copy of a record is what came, byte for byte."""
    with contextlib.suppress(OSError):
        return digest((folder / FOLDER / str(record.file)).read_bytes()) == record.digest
    return False


def file_name(url: str, suffix: str) -> str:
    """A name that says the site, is safe everywhere, and is the same for one address."""
    host = _UNSAFE.sub("_", (urlsplit(url).hostname or "").lower()).strip(".-_")[:80]
    return f"{host}-{identifier(url)}{suffix}"


def _place(folder: Path) -> Path:
    """The folder of the copies, made where it is not there yet."""
    place = folder / FOLDER
    try:
        inside = place.resolve().is_relative_to(folder.resolve())
        if inside:
            place.mkdir(exist_ok=True)
            _sweep(place)
    except (OSError, RuntimeError) as error:
        raise TopicError(
            "%(folder)s: is no folder that can be written; remove it and fetch again.", folder=place
        ) from error
    if not inside:
        raise TopicError(
            "%(folder)s: leads out of the topic's folder; remove it and fetch again.", folder=place
        )
    return place


def _sweep(place: Path) -> None:
    """Remove what runs that were killed long ago left half written."""
    for left in place.glob(f"{_PART}*"):
        if time.time() - left.lstat().st_mtime > STALE_SECONDS:
            left.unlink(missing_ok=True)


def _drop(place: Path, before: Stored | None, after: Stored) -> None:
    """Remove the copy of an address that is of another format now."""
    if before and before.file and before.file != after.file:
        name = file_name(before.url, Path(before.file).suffix)
        (place / name).unlink(missing_ok=True)

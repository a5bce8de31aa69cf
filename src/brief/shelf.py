"""The issues of a topic as they stand in reports/: what each covers, and the files it is made of.

`reports/<topic>/<issue>/` is an issue as its reader has it, `reports/<topic>/revisions/<issue>/<n>/`
what stood there before, `reports/<topic>/refused/<issue>/` what did not pass the gate.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from brief import whole
from brief.errors import TopicError
from brief.identity import digest

REPORTS = Path("reports")
RECORD = "issue.json"
APPROVAL = "approval.json"
SEEN = "seen.json"
LOCK, EMPTY = ".lock", ".empty"
# Whose issues these are: the topic's folder, as it is reached from reports/.
OWNER = "topic.json"
REVISIONS, REFUSED = "revisions", "refused"
WITHDRAWN = "withdrawn.json"
# What stands in reports/ beside the topics: the archive, and the record of what was sent.
_TAKEN = {"site", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"}
# brief.pdf once more, with a signature behind it or under a password; what a copy says of itself.
SIGNED, LOCKED = "brief.signed.pdf", "brief.locked.pdf"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
# What is laid to an issue beside what its readers get; anything else is a part of it.
BESIDE = {RECORD, APPROVAL, WITHDRAWN, SIGNED, LOCKED, MANIFEST, SUMS}


class Edition(Struct, frozen=True, kw_only=True):
    """What issue.json says: which days an issue covers (ISO, both included) and what it was made of.

    `inputs` is the digest of all that went into it: the same inputs need no new build. `revision`
    counts from 1, `previous` is the name of the issue that it tells the changes from, and a `short`
    one had no news.
    """

    schema: Literal["issue/1"] = "issue/1"
    topic: str
    issue: str
    start: str
    end: str
    revision: int
    inputs: str
    previous: str | None = None
    short: bool = False


def topic_name(folder: Path) -> str:
    """The name that the topic in `folder` has in reports/; raises `TopicError` where it can have none."""
    name = folder.resolve().name
    try:
        fit = name.encode() and not name.startswith(".") and name not in _TAKEN
    except UnicodeEncodeError:
        fit = False
    if not fit:
        raise TopicError(
            "%(folder)s: no topic can have this name in reports/, which keeps or hides it; "
            "rename the folder.",
            folder=folder,
        )
    return name


def claimed(folder: Path, reports: Path = REPORTS) -> str:
    """The name of the topic in `folder`, whose issues stand under it in `reports` from now on.

    Raises `TopicError` where they are those of another folder of that name, which is still there.
    """
    name, here = topic_name(folder), os.path.relpath(folder.resolve(), reports.resolve())
    path = reports / name / OWNER
    try:
        owner = whole.load(path, str)
    except (OSError, msgspec.DecodeError):
        owner = None
    if owner not in {None, here} and (reports / str(owner)).is_dir():
        raise TopicError(
            "%(folder)s: %(place)s holds the issues of another folder of this name, %(other)s; "
            "rename one of the two.",
            folder=folder,
            place=reports / name,
            other=reports / str(owner),
        )
    if owner != here:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.save(path, here)
    return name


def place(topic: str, issue: str, reports: Path = REPORTS) -> Path:
    """The folder of an issue."""
    return reports / topic / issue


def lock_of(issue: Path) -> Path:
    """The lock of the topic that an issue, or a refused one, belongs to."""
    shelved = issue.parent
    return (shelved.parent if shelved.name == REFUSED else shelved) / LOCK


def issues(topic: str, reports: Path = REPORTS) -> tuple[Path, ...]:
    """The folders of a topic's issues, those with issue.json by the days they cover, the earliest first."""
    return tuple(folder for _, folder in sorted(_ordered(reports / topic)))


def _ordered(shelf: Path) -> Iterator[tuple[tuple[str, str], Path]]:
    # What begins with a dot is no issue yet, or what a killed run left of one.
    for folder in shelf.glob("[!.]*"):
        edition = read(folder)
        if edition is not None:
            yield (edition.end, edition.start), folder


def read(folder: Path) -> Edition | None:
    """What issue.json of an issue says, None where `brief build` made it and there is none.

    Raises `TopicError` where the file cannot be read as one.
    """
    path = folder / RECORD
    try:
        return whole.load(path, Edition)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); put it back from a copy, or remove the folder "
            "and build the issue again.",
            path=path,
            reason=whole.reason(error),
        ) from error


def put(folder: Path, edition: Edition) -> None:
    """Write issue.json of an issue; raises `OSError`."""
    whole.save(folder / RECORD, edition)


def days_seen(shelved: Path) -> dict[str, str]:
    """The days (ISO) on which texts that name no day were first seen (see `background.seen`).

    Raises `TopicError` where the file cannot be read: without it old texts would be news again.
    """
    path = shelved / SEEN
    try:
        return whole.load(path, dict[str, str])
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); put it back from a copy, or remove it, and articles "
            "without a date count as new once more.",
            path=path,
            reason=whole.reason(error),
        ) from error


def put_days_seen(shelved: Path, days: dict[str, str]) -> None:
    """Keep those days; raises `OSError`."""
    if days != days_seen(shelved):
        whole.save(shelved / SEEN, days)


def revisions(folder: Path) -> tuple[Path, ...]:
    """What stood at an issue's place before, the earliest revision first."""
    kept = folder.parent / REVISIONS / folder.name
    found = (path for path in kept.glob("*") if path.name.isdecimal() and path.is_dir())
    return tuple(sorted(found, key=lambda path: int(path.name)))


def files(folder: Path) -> dict[str, str]:
    """Every file of an issue by its path within it, sorted, with its SHA-256 in hex."""
    return {
        name: digest(path.read_bytes())
        for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
        if path.is_file() and name not in BESIDE and not path.name.startswith(".")
    }


def fingerprint(folder: Path) -> str:
    """The digest (SHA-256, hex) of all files of an issue and their names: other files have another."""
    return fingerprint_of(files(folder))


def fingerprint_of(sums: Mapping[str, str]) -> str:
    """The same of the files whose digests are `sums`; what is laid to an issue does not count."""
    return digest("\n".join(f"{sums[name]}  {name}" for name in sorted(sums) if name not in BESIDE))

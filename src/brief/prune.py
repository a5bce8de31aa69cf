"""What of a topic's past may go by a rule of retention: shown first, then removed whole.

One day parts what stays from what may go: the last day of the oldest of the issues that the rule keeps.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from msgspec import Struct

from brief import approval, lock, shelf, stored, weeks, whole
from brief.addresses import spelled
from brief.config import Topic
from brief.deliver import ledger, share
from brief.errors import BriefError, TopicError
from brief.shelf import Edition

# What is going is renamed into this folder of the topic first, so that no reader meets half of it.
ASIDE = ".pruned"
Kind = Literal["issue", "revisions", "refused", "empty", "page", "receipts"]


# Where within a topic's reports the folders of a kind stand.
_PLACES: Mapping[Kind, str] = {
    "issue": "",
    "revisions": shelf.REVISIONS,
    "refused": shelf.REFUSED,
    "empty": shelf.EMPTY,
}


class Rule(Struct, frozen=True):
    """How many of the latest issues stay, and how many days an older one stays, too."""

    keep: int
    days: int = 0


class Old(Struct, frozen=True):
    """Something that may go: its kind, its name, and its size in bytes; of receipts, how many they are."""

    kind: Kind
    name: str
    size: int


class Shelf(Struct, frozen=True):
    """The past of a topic: its name, its folder where there is one, what it says, and all reports."""

    topic: str
    reports: Path
    folder: Path | None = None
    said: Topic = Topic()

    @property
    def place(self) -> Path:
        """Where its issues stand."""
        return self.reports / self.topic


class _Standing(Struct, frozen=True):
    """An issue in its place, with the last day it covers (ISO) and what it says of itself."""

    name: str
    end: str
    edition: Edition | None


def old(past: Shelf, rule: Rule, now: datetime) -> tuple[Old, ...]:
    """What may go: never the last approved issue, never what a kept one tells its changes from.

    Raises `TopicError` where there is no such topic in reports/, and for an issue.json or a ledger that
    cannot be read.
    """
    if not past.place.is_dir():
        raise TopicError("%(folder)s: there is no such folder of reports; name a topic.", folder=past.place)
    standing = _standing(past.place)
    limit = _limit(standing, rule, now)
    if limit is None:
        return ()
    kept = _kept(past.place, standing, limit)
    return (
        *_issues(past.place, standing, kept),
        *_revisions(past.place, limit, kept),
        *_dated(past.place, "refused", limit),
        *_dated(past.place, "empty", limit),
        *_pages(past, limit),
        *_receipts(past, limit, kept),
    )


def prune(past: Shelf, rule: Rule, now: datetime, told: Callable[[Old], None]) -> None:
    """Remove what may go, and tell each as it is gone; what a killed run left aside goes with it.

    Raises the errors of `old`, and `TopicError` where another run is at work or something cannot be
    removed.
    """
    with (
        lock.alone(past.place / shelf.LOCK, now),
        lock.alone(past.reports / share.LOCK, now),
    ):
        for one in old(past, rule, now):
            try:
                _remove(past, one)
            except OSError as error:
                raise TopicError(
                    "%(name)s: cannot be removed (%(reason)s); mend that and prune again.",
                    name=one.name,
                    reason=error.strerror,
                ) from error
            told(one)
        shutil.rmtree(past.place / ASIDE, ignore_errors=True)


def _standing(place: Path) -> tuple[_Standing, ...]:
    """The issues of a topic by the last day they cover; a folder that is dated by nothing is none."""
    found = []
    for record in place.glob("[!.]*/brief.json"):
        edition = shelf.read(record.parent)
        end = edition.end if edition else _end(record.parent.name)
        if end is not None:
            found.append(_Standing(record.parent.name, end, edition))
    return tuple(sorted(found, key=lambda one: (one.end, one.name)))


def _end(name: str) -> str | None:
    """The last day of an issue by its name, as late as it can be; None for a name that says none."""
    with suppress(ValueError):
        return date.fromisoformat(name).isoformat()
    with suppress(BriefError):
        return weeks.interval(name, "monday").end.isoformat()
    return None


def _limit(standing: tuple[_Standing, ...], rule: Rule, now: datetime) -> str | None:
    """The first day (ISO) that stays; None where all does."""
    if len(standing) <= rule.keep:
        return None
    return min(standing[-rule.keep].end, (now.date() - timedelta(days=rule.days)).isoformat())


def _kept(place: Path, standing: tuple[_Standing, ...], limit: str) -> frozenset[str]:
    """The names of the issues that stay."""
    known = {one.name: one for one in standing}
    stays = {one.name for one in standing if one.end >= limit} | set(_needed_next(place, standing))
    needed = {known[name].edition for name in stays}
    return frozenset(stays | {one.previous for one in needed if one and one.previous})


def _needed_next(place: Path, standing: tuple[_Standing, ...]) -> Iterator[str]:
    """The last approved issue, and the one that the next issue will tell its changes from."""
    latest = standing[::-1]
    news = [one for one in latest if one.edition is None or not one.edition.short]
    for among in (latest, news):
        yield from [one.name for one in among if approval.state(place / one.name) == "approved"][:1]
    yield from [one.name for one in news][:1]


def _issues(place: Path, standing: tuple[_Standing, ...], kept: frozenset[str]) -> Iterator[Old]:
    yield from (Old("issue", one.name, _size(place / one.name)) for one in standing if one.name not in kept)


def _revisions(place: Path, limit: str, kept: frozenset[str]) -> Iterator[Old]:
    """Earlier revisions of issues that go or are gone."""
    for folder in sorted((place / _PLACES["revisions"]).glob("[!.]*")):
        ends = [edition.end for path in folder.glob("*") if (edition := shelf.read(path))]
        end = max(ends, default=_end(folder.name))
        if folder.name not in kept and end is not None and end < limit:
            yield Old("revisions", folder.name, _size(folder))


def _dated(place: Path, kind: Literal["refused", "empty"], limit: str) -> Iterator[Old]:
    """What was refused, and notes that some days gave no issue."""
    for folder in sorted((place / _PLACES[kind]).glob("[!.]*")):
        edition = shelf.read(folder)
        end = edition.end if edition else _end(folder.name)
        if end is not None and end < limit:
            yield Old(kind, folder.name, _size(folder))


def _pages(past: Shelf, limit: str) -> Iterator[Old]:
    """Copies of addresses that no source names any more, and no feed that one names."""
    if past.folder is None:
        return
    records = stored.readable(past.folder)
    named = {spelled(one.url).url for one in past.said.source if one.url is not None}
    named |= {entry for url in named if url in records for entry in records[url].entries}
    for url, record in records.items():
        if url not in named and (record.fetched or "")[:10] < limit:
            there = stored.is_there(past.folder, record)
            copy = past.folder / stored.FOLDER / str(record.file)
            yield Old("page", url, copy.stat().st_size if there else 0)


def _receipts(past: Shelf, limit: str, kept: frozenset[str]) -> Iterator[Old]:
    """Rows of the ledger about issues that go or are gone."""
    path = past.reports / ledger.NAME
    if not path.is_file():
        return
    for issue, count in sorted(ledger.counted(path, past.topic).items()):
        end = _end(issue)
        if issue not in kept and end is not None and end < limit:
            yield Old("receipts", issue, count)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _remove(past: Shelf, one: Old) -> None:
    match one.kind:
        case "page":
            _remove_page(past, one.name)
        case "receipts":
            _forget(past, one.name)
        case _:
            _remove_folder(past, past.place / _PLACES[one.kind] / one.name)


def _remove_folder(past: Shelf, folder: Path) -> None:
    """One rename takes the folder out of sight; then it is emptied."""
    aside = past.place / ASIDE
    aside.mkdir(exist_ok=True)
    gone = aside / f"{folder.parent.name}-{folder.name}"
    shutil.rmtree(gone, ignore_errors=True)
    folder.rename(gone)
    shutil.rmtree(gone)


def _forget(past: Shelf, issue: str) -> None:
    with ledger.opened(past.reports / ledger.NAME) as known:
        known.forget(past.topic, issue)


def _remove_page(past: Shelf, url: str) -> None:
    """The index first: what stands in it is there."""
    if past.folder is None:
        return
    records = stored.load(past.folder)
    gone = records.pop(url)
    is_copy = stored.is_there(past.folder, gone)
    place = past.folder / stored.FOLDER
    index = stored.Index(addresses=tuple(records[one] for one in sorted(records)))
    whole.save(place / stored.INDEX, index)
    # A name in the index is what somebody wrote there; only a copy's own name is followed.
    if is_copy:
        (place / str(gone.file)).unlink(missing_ok=True)

"""What was delivered to whom: a SQLite file that is written before and after each recipient.

A delivery is `prepared` (nothing left this machine yet), `offered` (the other side may have it from now
on), and then what came of it: `sent`, `refused`, `failed`, `unknown`. One that is still `offered` when
nobody is at work was cut off in the one moment that cannot be looked back into.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from brief.deliver import Parcel, Recipient
from brief.deliver.recipients import identity
from brief.errors import TopicError

NAME = "ledger.sqlite"
State = Literal["prepared", "offered", "sent", "refused", "failed", "unknown"]
# Who has, or may have, what was sent.
REACHED = ("sent", "offered", "unknown")
# Seconds to wait for another process that writes.
_PATIENCE = 30.0
# Each brings the file from the version of its place to the next one; none is ever changed afterwards.
MIGRATIONS = (
    """
    CREATE TABLE delivery (
        id INTEGER PRIMARY KEY,
        topic TEXT NOT NULL,
        issue TEXT NOT NULL,
        digest TEXT NOT NULL,
        channel TEXT NOT NULL,
        recipient TEXT NOT NULL,
        identity TEXT NOT NULL,
        message_id TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('prepared', 'offered', 'sent', 'refused', 'failed', 'unknown')),
        began TEXT NOT NULL,
        at TEXT NOT NULL,
        detail TEXT,
        UNIQUE (topic, issue, digest, channel, identity)
    )
    """,
    # The row told the last state alone, so that nobody could see what had been sent a second time.
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        delivery INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
        state TEXT NOT NULL,
        at TEXT NOT NULL,
        detail TEXT
    );
    CREATE INDEX event_delivery ON event (delivery);
    INSERT INTO event (delivery, state, at, detail) SELECT id, state, at, detail FROM delivery
    """,
    # Who had an issue under a password must not get its correction without one.
    "ALTER TABLE delivery ADD COLUMN password TEXT",
)
VERSION = len(MIGRATIONS)
_COLUMNS = "id, topic, issue, digest, channel, recipient, message_id, state, began, at, detail"
_WHICH = "topic = ? AND issue = ? AND digest = ? AND channel = ? AND identity = ?"
_OF = f"FROM delivery WHERE {_WHICH}"


class Entry(Struct, frozen=True, kw_only=True):
    """The delivery of one edition of an issue to one recipient; times are ISO in UTC."""

    id: int
    topic: str
    issue: str
    digest: str
    channel: str
    recipient: str
    message_id: str | None
    state: State
    began: str
    at: str
    detail: str | None


class Event(Struct, frozen=True):
    """A state that a delivery came into."""

    state: State
    at: str
    detail: str | None = None


class Had(Struct, frozen=True):
    """Who has, or may have, an issue; `is_known`: under which password, if any, is what the ledger knows."""

    recipient: Recipient
    is_known: bool


class Ledger:
    """Deliveries by topic, issue, digest of its files, channel and recipient."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def entry(self, parcel: Parcel, recipient: Recipient) -> Entry | None:
        """The delivery of a parcel to a recipient, None where there was none."""
        asked = f"SELECT {_COLUMNS} FROM delivery WHERE {_WHICH}"  # noqa: S608 - constants
        return next(self._entries(asked, *_key(parcel, recipient)), None)

    def entries(self, topic: str, issue: str) -> tuple[Entry, ...]:
        """All deliveries of an issue, those of its earlier editions too, in the order they began."""
        asked = f"SELECT {_COLUMNS} FROM delivery WHERE topic = ? AND issue = ? ORDER BY id"  # noqa: S608 - constants
        return tuple(self._entries(asked, topic, issue))

    def history(self, entry: Entry) -> tuple[Event, ...]:
        """Every state of a delivery, the first first."""
        asked = "SELECT state, at, detail FROM event WHERE delivery = ? ORDER BY id"
        with _told(self._path):
            return tuple(
                msgspec.convert(dict(row), Event) for row in self._connection.execute(asked, (entry.id,))
            )

    def had(self, topic: str, issue: str, digest: str) -> tuple[Had, ...]:
        """Who has, or may have, an issue in another edition than that of `digest`.

        Whose copy was under a password is to have it under that of the same variable. Of a delivery that
        began when no passwords were recorded nobody knows whether there was one.
        """
        marks = ", ".join("?" for _ in REACHED)
        asked = (
            "SELECT channel, recipient, identity, password FROM delivery AS one "  # noqa: S608 - constants
            "WHERE topic = ? AND issue = ? AND digest <> ? AND EXISTS "
            f"(SELECT 1 FROM event WHERE delivery = one.id AND state IN ({marks})) ORDER BY one.id"
        )
        with _told(self._path):
            rows = self._connection.execute(asked, (topic, issue, digest, *REACHED)).fetchall()
        found = {(row["channel"], row["identity"]): row for row in rows}
        return tuple(
            Had(
                Recipient(channel=row["channel"], address=row["recipient"], password=row["password"] or None),
                row["password"] is not None,
            )
            for row in found.values()
        )

    def record(
        self, parcel: Parcel, recipient: Recipient, event: Event, reference: str | None = None
    ) -> None:
        """Write a state; it is on the disk when this returns. A Message-ID once told stays.

        So does the password of a delivery: none is written as an empty text, and only where it begins.
        """
        key = _key(parcel, recipient)
        told = (event.state, event.at, event.detail)
        with _told(self._path), self._connection:
            self._connection.execute(
                "INSERT INTO delivery (topic, issue, digest, channel, identity, recipient, password, "
                "message_id, began, state, at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (topic, issue, digest, channel, identity) DO UPDATE SET "
                "message_id = coalesce(message_id, excluded.message_id), "
                "password = coalesce(nullif(excluded.password, ''), password), state = excluded.state, "
                "at = excluded.at, detail = excluded.detail",
                (*key, recipient.address, recipient.password or "", reference, event.at, *told),
            )
            self._connection.execute(
                f"INSERT INTO event (delivery, state, at, detail) SELECT id, ?, ?, ? {_OF}",
                (*told, *key),
            )

    def counts(self, topic: str) -> dict[str, int]:
        """How many deliveries there are of each issue of a topic."""
        asked = "SELECT issue, count(*) FROM delivery WHERE topic = ? GROUP BY issue"
        with _told(self._path):
            return {str(row[0]): int(row[1]) for row in self._connection.execute(asked, (topic,))}

    def forget(self, topic: str, issue: str) -> None:
        """Take all deliveries of an issue out, with all that became of them."""
        with _told(self._path), self._connection:
            self._connection.execute("DELETE FROM delivery WHERE topic = ? AND issue = ?", (topic, issue))

    def _entries(self, asked: str, *values: str) -> Iterator[Entry]:
        with _told(self._path):
            rows = self._connection.execute(asked, values).fetchall()
        yield from (msgspec.convert(dict(row), Entry) for row in rows)


@contextmanager
def opened(path: Path) -> Iterator[Ledger]:
    """The ledger in the file `path`, made where there is none and brought to the version of today.

    Raises `TopicError` where it cannot be read or written, or a newer program wrote it.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.row_factory = sqlite3.Row
        with _told(path):
            # What is recorded must outlive a loss of power: it says what may be sent once more.
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(path, connection)
        yield Ledger(path, connection)
    finally:
        connection.close()


@contextmanager
def looked_at(path: Path) -> Iterator[Ledger | None]:
    """The ledger in the file `path` to be read alone, None where there is none; nothing is written."""
    if not path.is_file():
        yield None
        return
    with _reading(path, {VERSION}) as (connection, _):
        yield Ledger(path, connection)


@contextmanager
def _reading(path: Path, known: set[int]) -> Iterator[tuple[sqlite3.Connection, int]]:
    """A file of one of the versions that are `known`, to be read alone, and its version."""
    with _told(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
    try:
        connection.row_factory = sqlite3.Row
        with _told(path):
            version = _check_version(path, connection, known)
        yield connection, version
    finally:
        connection.close()


def counted(path: Path, topic: str) -> dict[str, int]:
    """How many deliveries there are of each issue of a topic, of whatever version the file is.

    Nothing is written, nor brought up to date. Raises the errors of `opened`.
    """
    with _reading(path, set(range(VERSION + 1))) as (connection, version):
        return Ledger(path, connection).counts(topic) if version else {}


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Bring the file to the version of today, each step whole or not at all."""
    version = _check_version(path, connection, set(range(VERSION + 1)))
    for number, statements in enumerate(MIGRATIONS[version:], version + 1):
        # A script commits before it begins, so that its own transaction is the only one.
        connection.executescript(f"BEGIN IMMEDIATE; {statements}; PRAGMA user_version = {number}; COMMIT")


def _check_version(path: Path, connection: sqlite3.Connection, known: set[int]) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version not in known:
        raise TopicError(
            "%(path)s: is a ledger of version %(version)s, and this program knows %(known)s; "
            "use the program that wrote it, or run `brief receipts` once to bring an older one up to date.",
            path=path,
            version=version,
            known=max(known),
        )
    return version


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite or the disk does not do, as a sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise TopicError(
            "%(path)s: the ledger of deliveries cannot be read or written (%(reason)s); mend that, or put it "
            "back from a copy: without it nobody knows who has what.",
            path=path,
            reason=error,
        ) from error


def _key(parcel: Parcel, recipient: Recipient) -> tuple[str, str, str, str, str]:
    return parcel.topic, parcel.issue, parcel.digest, recipient.channel, identity(recipient)

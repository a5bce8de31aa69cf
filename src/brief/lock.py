"""One process at a time: a lock that the system takes back from whoever dies, and who held it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from brief import whole
from brief.errors import TopicError, of_system


class Holder(Struct, frozen=True):
    """Who holds a lock: the number of the process and since when (ISO, UTC)."""

    process: int
    since: str


class BusyError(TopicError):
    """Another process is at work there."""


@contextmanager
def alone(path: Path, now: datetime) -> Iterator[Holder | None]:
    """Hold the lock `path`, a file that may stay; yields who held it and died, None where nobody did.

    Raises `BusyError` where another process holds it, and `TopicError` where it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only what writes to reports/ is locked

    told, lock = path.with_name(f"{path.name}.holder"), FileLock(path, timeout=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise _taken(path, _holder(told)) from error
    except OSError as error:
        raise of_system(error) from error
    try:
        left = _holder(told)
        me = Holder(os.getpid(), now.astimezone(UTC).isoformat(timespec="seconds"))
        whole.put(told, msgspec.json.encode(me))
        yield left
    finally:
        told.unlink(missing_ok=True)
        lock.release()


def _taken(path: Path, other: Holder | None) -> BusyError:
    return BusyError(
        "%(path)s: process %(process)s is at work here since %(since)s; wait for its end.",
        path=path.parent,
        process=other.process if other else "?",
        since=other.since if other else "?",
    )


def _holder(path: Path) -> Holder | None:
    with contextlib.suppress(OSError, msgspec.DecodeError):
        return whole.load(path, Holder)
    return None

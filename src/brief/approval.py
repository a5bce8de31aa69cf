"""Who let an issue go out: a name, a time, and the digest of the exact files she approved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from brief import shelf, whole
from brief.errors import TopicError, UsageError

State = Literal["draft", "approved", "changed"]


class Approval(Struct, frozen=True, kw_only=True):
    """What approval.json says: `at` is ISO in UTC, `digest` that of the issue's files (`shelf.fingerprint`).

    `despite` is the reason given where the issue did not pass the gate.
    """

    schema: Literal["approval/1"] = "approval/1"
    by: str
    at: str
    digest: str
    despite: str | None = None


def read(folder: Path) -> Approval | None:
    """The approval that lies in an issue, whatever became of its files since; None where there is none.

    Raises `TopicError` where the file cannot be read as one.
    """
    path = folder / shelf.APPROVAL
    try:
        return whole.load(path, Approval)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); remove it and approve the issue again.",
            path=path,
            reason=whole.reason(error),
        ) from error


def state(folder: Path) -> State:
    """Whether an issue is a draft, approved as it stands, or was changed after it was approved."""
    found = read(folder)
    if found is None:
        return "draft"
    return "approved" if found.digest == shelf.fingerprint(folder) else "changed"


def approved(folder: Path, by: str, now: datetime, despite: str | None = None) -> Approval:
    """The approval of the files as they stand, not written yet; raises `UsageError` without a name."""
    name = " ".join(by.split())
    if not name:
        raise UsageError("--by: is empty; give the name of who approves the issue.")
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    return Approval(by=name, at=at, digest=shelf.fingerprint(folder), despite=despite)

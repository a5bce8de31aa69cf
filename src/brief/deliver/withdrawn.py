"""That an issue was withdrawn, and by which one: a file beside it, and no part of what was approved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from brief import shelf, whole
from brief.deliver import Correction, Parcel
from brief.errors import TopicError


class Withdrawal(Struct, frozen=True, kw_only=True):
    """What withdrawn.json says: the name of the issue that takes the place of this one, and why.

    `digest` is that of the files of the other one (`shelf.fingerprint`), `at` is ISO in UTC.
    """

    schema: Literal["withdrawn/1"] = "withdrawn/1"
    by: str
    digest: str
    reason: str
    at: str


def by(issue: Parcel, correction: Correction, now: datetime) -> Withdrawal:
    """The withdrawal of what an issue corrects."""
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    return Withdrawal(by=issue.issue, digest=issue.digest, reason=correction.reason, at=at)


def names(gone: Withdrawal | None, issue: str, digest: str) -> bool:
    """Whether a withdrawal says that this issue, with files of this digest, is the one in its place."""
    return gone is not None and (gone.by, gone.digest) == (issue, digest)


def read(folder: Path) -> Withdrawal | None:
    """Why the issue in `folder` was withdrawn, None where it was not.

    Raises `TopicError` where the file cannot be read as one.
    """
    path = folder / shelf.WITHDRAWN
    try:
        return whole.load(path, Withdrawal)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read (%(reason)s); remove it and share the correction again.",
            path=path,
            reason=whole.reason(error),
        ) from error


def put(folder: Path, withdrawal: Withdrawal) -> None:
    """Lay the withdrawal to the issue in `folder`; raises `TopicError` where it cannot be written."""
    path = folder / shelf.WITHDRAWN
    try:
        whole.save(path, withdrawal)
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be written (%(reason)s); mend that and share again.",
            path=path,
            reason=error.strerror,
        ) from error

"""judgement.json: who answered which question, in a topic's folder and beside each issue.

In the folder of a topic it holds all that was ever answered; beside an issue what of it counted there.
What it does not name the rules decided, as the program of that issue has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from brief import whole
from brief.errors import TopicError, of_system
from brief.judge.answers import Decision, in_order

# No record is larger.
MOST_BYTES = 64 * 1024 * 1024


class Record(Struct, frozen=True, kw_only=True):
    """The decisions of others than the rules, in the order of their questions."""

    schema: Literal["judgement/1"] = "judgement/1"
    decisions: tuple[Decision, ...] = ()


def load(path: Path) -> tuple[Decision, ...]:
    """The decisions that a file holds, none where there is no such file.

    Raises `TopicError` for a file that is none of this kind.
    """
    try:
        _bounded(path)
        return whole.load(path, Record).decisions
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError) as error:
        raise TopicError(
            "%(path)s: is no record of judgements (%(reason)s); put back the one you had, or remove it.",
            path=path,
            reason=whole.reason(error),
        ) from error


def _bounded(path: Path) -> None:
    if path.stat().st_size > MOST_BYTES:
        raise OSError(None, f"it is larger than {MOST_BYTES // 2**20} MiB", str(path))


def add(path: Path, decisions: Iterable[Decision]) -> None:
    """Put decisions beside those that a file holds by now; raises `TopicError` where it cannot be written."""
    save(path, (*load(path), *decisions))


def save(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a file of these decisions alone; raises `TopicError` where it cannot be written."""
    try:
        whole.put(path, content(decisions))
    except OSError as error:
        raise of_system(OSError(error.errno, error.strerror, str(path))) from error


def content(decisions: Iterable[Decision]) -> bytes:
    """The decisions as a file, whoever wrote them in whatever order."""
    # JSON has no numbers for keys, and an encoder that orders keys takes none.
    return whole.encoded(msgspec.to_builtins(Record(decisions=in_order(decisions)), str_keys=True))

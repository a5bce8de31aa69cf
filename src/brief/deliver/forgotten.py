"""Old rows of the ledger, seen and taken out: only for issues that nobody can look up any more."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from brief.deliver import ledger
from brief.errors import TopicError


def counts(path: Path, topic: str) -> dict[str, int]:
    """How many deliveries the ledger in `path` tells of each issue of a topic; raises as the ledger does."""
    if not path.is_file():
        return {}
    # Brings the file to the version of today, whose tables are read here.
    with ledger.opened(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT issue FROM delivery WHERE topic = ?", (topic,)).fetchall()
    return dict(Counter(str(issue) for (issue,) in rows))


def forget(path: Path, topic: str, issues: Iterable[str]) -> None:
    """Take all deliveries of these issues out of the ledger, all of them or none.

    Nobody else may write meanwhile (`share.LOCK`). Raises `TopicError` where it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                connection.executemany(
                    "DELETE FROM delivery WHERE topic = ? AND issue = ?", [(topic, issue) for issue in issues]
                )
    except sqlite3.Error as error:
        raise TopicError(
            "%(path)s: the ledger of deliveries cannot be written (%(reason)s); mend that and prune again.",
            path=path,
            reason=error,
        ) from error

"""Questions as JSON lines, each with a place for its answer, and what such lines answer."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from brief.judge.forms import shown
from brief.judge.questions import digest
from brief.judge.sheet import Asked


def written(asked: Iterable[Asked]) -> str:
    """A line for each question: its name, what it shows, and `answer`, which is null until somebody answers."""
    return "".join(
        msgspec.json.encode({"question": digest(one.question), **shown(one.question), "answer": None}).decode()
        + "\n"
        for one in asked
    )

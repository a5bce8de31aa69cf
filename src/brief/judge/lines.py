"""Questions as JSON lines, each with a place for its answer, and what such lines answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from brief.errors import Remark
from brief.judge.blanks import Fault
from brief.judge.filled import Filled, Said, Stray
from brief.judge.forms import plain, shown
from brief.judge.questions import Question, digest
from brief.judge.sheet import Asked


def written(asked: Iterable[Asked]) -> str:
    """A line for each question: its name, what it shows, and `answer`, which is null until one is given.

    What is answered already stands in `kept`, which nobody reads back: null leaves it as it is.
    """
    return "".join(f"{msgspec.json.encode(_line(one)).decode()}\n" for one in asked)


def _line(asked: Asked) -> dict[str, Any]:
    kept = {} if asked.kept is None else {"kept": plain(asked.kept)}
    return {"question": digest(asked.question), **shown(asked.question), **kept, "answer": None}


def read(text: str, questions: Mapping[str, Question]) -> Filled | None:
    """What the lines of `text` say to the questions, which stand under their names.

    None where no line of it is a question.
    """
    numbered = enumerate(text.split("\n"), 1)
    told = [_read(number, line, questions) for number, line in numbered if line.strip()]
    faults = tuple(one for one in told if isinstance(one, Fault))
    if len(faults) == len(told):
        return None
    return Filled(
        tuple(one for one in told if isinstance(one, Said)),
        faults,
        tuple(one for one in told if isinstance(one, Stray)),
    )


def _read(number: int, line: str, questions: Mapping[str, Question]) -> Said | Fault | Stray | None:
    """What a line says, None where its answer is left open."""
    try:
        told = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        told = None
    name = told.get("question") if isinstance(told, dict) else None
    if not isinstance(name, str):
        return Fault(number, Remark("is no question with its answer"))
    if told.get("answer") is None:
        return None
    return Said(number, questions[name], told["answer"]) if name in questions else Stray(number)

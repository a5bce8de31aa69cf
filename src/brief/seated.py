"""Who judges a topic beside the rules: what its folder keeps of answers, and the judge it names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from brief.config import JudgeSettings, Topic
from brief.errors import Remark, UsageError
from brief.judge import JUDGES, NAME, record
from brief.judge.answers import Decision
from brief.judge.questions import Question
from brief.judging import Bench

Tell = Callable[[Remark], None]
Clock = Callable[[], datetime]


class Judge(Protocol):
    """Who takes questions, and tells whether some of them could not be put to it."""

    @property
    def is_out(self) -> bool:
        """Whether it was asked something that it never got to see, or did not get to answer."""

    def __call__(self, questions: Sequence[Question], /) -> Iterator[Decision]:
        """The answers as they come."""


Make = Callable[[JudgeSettings, str, Mapping[str, str], Tell, Clock], Judge]


class Wanted(Struct, frozen=True):
    """What a command says of judging: a judge by name, a file of answers, and whether to use the network.

    None leaves the first to brief.toml, and takes what the topic's folder keeps for the second.
    """

    judge: str | None = None
    answers: Path | None = None
    network: bool = True


def bench(folder: Path, topic: Topic, wanted: Wanted, tell: Tell, clock: Clock) -> Bench:
    """Who judges the topic in `folder`; `tell` hears which text goes where before it goes.

    Raises `UsageError` for a judge that is not known, or a file that is not there.
    """
    own, name = folder / NAME, wanted.judge or topic.judge.by
    if name is not None and name not in JUDGES:
        raise UsageError(
            "--judge: '%(name)s' is no judge; known: %(known)s.", name=name, known=", ".join(JUDGES)
        )
    if wanted.answers is not None and not wanted.answers.is_file():
        raise UsageError("--answers: there is no file %(path)s; name a judgement.json.", path=wanted.answers)
    kept = record.load(wanted.answers or own)
    if name is None:
        return Bench(kept)
    if not wanted.network:
        tell(Remark("no network is to be used, so the judge is not asked; what was answered before counts."))
        return Bench(kept, is_out=lambda: True)
    make = cast("Make", import_module(f"brief.judge.{JUDGES[name]}").judge)
    judge = make(topic.judge, topic.language, os.environ, tell, clock)
    return Bench(kept, judge, lambda came: record.add(own, came), lambda: judge.is_out)

"""Answers from a file as decisions of whoever gave them, beside those that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from brief.errors import Remark
from brief.judge.answers import Decision, decided, in_order, joined, points_said
from brief.judge.blanks import Fault
from brief.judge.filled import Said
from brief.judge.forms import heard
from brief.judge.questions import Answer, Question, Relations, digest
from brief.model import Who


class Judge(Struct, frozen=True):
    """Whose answers a file holds."""

    name: str
    who: Who = "person"


class Answered(Struct, frozen=True):
    """A question and what of its answers counts."""

    question: Question
    answer: Answer


def answers(came: Iterable[Said]) -> tuple[dict[str, Answered], list[Fault]]:
    """What counts of all that came, by the names of the questions, and of which lines something does not."""
    found: dict[str, Answered] = {}
    faults = []
    for said in came:
        told = heard(said.question, said.told)
        usable = _only(told.answer, said)
        if usable is not None:
            name = digest(said.question)
            before = found[name].answer if name in found else None
            found[name] = Answered(said.question, joined(before, usable) if before else usable)
        if told.dropped:
            why = Remark("%(number)s of its entries answer nothing that was asked", number=told.dropped)
            faults.append(Fault(said.line, why))
    return found, faults


def _only(answer: Answer | None, said: Said) -> Answer | None:
    """The answer without relations to what its line does not speak of."""
    if said.only is None or not isinstance(answer, Relations):
        return answer
    kept = {number: one for number, one in answer.relations.items() if number in said.only}
    return Relations(kept) if kept else None


def added(
    kept: Iterable[Decision], found: Mapping[str, Answered], judge: Judge, at: datetime
) -> tuple[Decision, ...]:
    """What is kept, with the answers of `judge`; what was said before stands where these say nothing else.

    `at` is when they came; a decision that they do not change keeps its own time, and where they change
    none, what is kept stays as it is.
    """
    known = tuple(kept)
    mine = (one for one in in_order(known) if (one.judge, one.name) == (judge.who, judge.name))
    own = {one.question: one.answer for one in mine}
    new = []
    for name, one in found.items():
        answer = joined(own[name], one.answer) if name in own else one.answer
        if own.get(name) != answer:
            new.append(decided(one.question, answer, judge.who, judge.name, at))
    said = {(one.question, one.judge, one.name) for one in new}
    # A clock may have been ahead when the earlier one came.
    stays = (one for one in known if (one.question, one.judge, one.name) not in said)
    return in_order((*stays, *new)) if new else known


def otherwise(before: Iterable[Decision], answer: Answer, judge: Judge) -> int:
    """On how many points of a question other people answered otherwise than this answer of a person."""
    if judge.who != "person":
        return 0
    others = [one.answer for one in before if one.judge == "person" and one.name != judge.name]
    mine = points_said(answer)
    return sum(
        any(said.get(number, told) != told for said in map(points_said, others))
        for number, told in mine.items()
    )

"""Answers and who gave them: what of an answer may be used, which of several counts, whose they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from msgspec import Meta, Struct, structs

from brief.judge.questions import (
    ANSWERS,
    Answer,
    BodyOf,
    Choice,
    FacetsOf,
    Kept,
    Matters,
    Question,
    Related,
    Relations,
    Share,
    Shares,
    SpeakerOf,
    Weights,
    digest,
    kind_of,
    mark,
)
from brief.model import Tally, Who

T = TypeVar("T")

MOST_WEIGHT = 3.0
# No name of a judge and no time in a record is longer, in letters: they are printed.
MOST_TOLD = 1000
# Answers that say something of each number, the others of the whole question.
BY_NUMBER = (Kept, Shares, Weights, Relations)
# Of two answers that of the later one here counts.
_ORDER: tuple[Who, ...] = ("rules", "model", "person")
_BY_RULE: tuple[Who, str | None] = ("rules", None)


class Place(Struct, frozen=True):
    """Where the statement of a `number` stands: from `start` to `end` (code points) of a document.

    `mark` is its name by what a judge sees of it (`questions.mark`).
    """

    number: int
    source: str
    start: int
    end: int
    mark: str = ""


class Decision(Struct, frozen=True, kw_only=True):
    """What somebody answered to the question of a digest, and when (`at`, ISO time in UTC).

    `name` is the model's, or the person's. `about` says what was asked about, and where that stood when
    it was: by its marks an answer is found again when other statements are asked about beside it.
    """

    question: str
    kind: str
    judge: Who
    name: Annotated[str, Meta(max_length=MOST_TOLD)]
    at: Annotated[str, Meta(max_length=MOST_TOLD)]
    answer: Answer
    about: tuple[Place, ...] = ()


def places(question: Question) -> tuple[Place, ...]:
    """Where the statements of a question stand, with their marks."""
    return tuple(
        Place(one.number, one.source, one.start, one.end, mark(one))
        for one in getattr(question, "statements", ())
    )


def decided(question: Question, answer: Answer, judge: Who, name: str, at: datetime) -> Decision:
    """What somebody answered to a question at that moment, with what it is about."""
    return Decision(
        question=digest(question),
        kind=kind_of(question),
        judge=judge,
        name=name,
        at=at.astimezone(UTC).isoformat(timespec="seconds"),
        answer=answer,
        about=places(question),
    )


def in_turn(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions in the order in which they count, so that the last one on a matter does."""
    return sorted(decisions, key=lambda one: (_ORDER.index(one.judge), one.at, one.name))


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """One decision of each judge on each question, in the order of the questions' names.

    Of several it is the last, with what only those before it answer.
    """
    last: dict[tuple[str, Who, str], Decision] = {}
    for one in sorted(decisions, key=lambda one: one.at):
        key = one.question, one.judge, one.name
        answer = joined(last[key].answer, one.answer) if key in last else one.answer
        last[key] = structs.replace(one, answer=answer)
    return tuple(last[key] for key in sorted(last))


def tallies(decisions: Iterable[Decision], by_rule: int) -> tuple[Tally, ...]:
    """How many decisions were whose: the rules' first, then those of each judge who has any."""
    last: dict[tuple[str, int], tuple[Who, str]] = {}
    for one in in_turn(decisions):
        last |= dict.fromkeys(
            ((one.question, number) for number in answered(one.answer)), (one.judge, one.name)
        )
    others = Counter(last.values())
    return Tally(*_BY_RULE, by_rule), *(Tally(*who, number) for who, number in sorted(others.items()))


def points(question: Question) -> tuple[int, ...]:
    """The numbers of what a question asks about; a question of one answer asks about 0."""
    return getattr(question, "asked", (0,))


def answered(answer: Answer) -> tuple[int, ...]:
    """The numbers that an answer speaks of; one answer to the whole question speaks of 0."""
    match answer:
        case Kept() | Shares() | Weights() | Relations():
            return tuple(by_number(answer))
        case _:
            return (0,)


def by_number(answer: Kept | Shares | Weights | Relations) -> dict[int, Any]:
    """What an answer says, by the numbers of what it says it of."""
    said: dict[int, Any] = getattr(answer, answer.__struct_fields__[0])
    return said


def points_said(answer: Answer) -> dict[int, Any]:
    """What an answer says, by numbers; one answer to the whole question stands under 0."""
    return by_number(answer) if isinstance(answer, BY_NUMBER) else {0: answer}


def joined(answer: Answer, later: Answer) -> Answer:
    """An answer with all that a later one of the same form says instead."""
    if isinstance(answer, BY_NUMBER) and isinstance(later, BY_NUMBER):
        return type(later)({**by_number(answer), **by_number(later)})
    return later


def fitted(question: Question, answer: Answer) -> Answer | None:
    """`answer` without what was not asked: unknown numbers, candidates and shares go.

    None where nothing remains, or where it is no answer to such a question.
    """
    if not isinstance(answer, ANSWERS[type(question)]):
        return None
    taken: Answer | None = answer
    match question, answer:
        case BodyOf(), Kept():
            taken = Kept(_known(answer.lines, question.asked))
        case FacetsOf(), Shares():
            facets = _known(answer.facets, question.asked)
            taken = Shares({number: told for number, told in facets.items() if _are_shares(told)})
        case Matters(), Weights():
            weights = _known(answer.weights, question.asked)
            taken = Weights({number: one for number, one in weights.items() if 0 <= one <= MOST_WEIGHT})
        case Related(), Relations():
            told = _known(answer.relations, question.asked)
            unfit = {number for number in question.within if told.get(number) == "same"}
            taken = Relations({number: one for number, one in told.items() if number not in unfit})
        case SpeakerOf(), Choice() if answer.candidate is not None:
            taken = answer if 0 <= answer.candidate < len(question.candidates) else None
    return taken if taken is not None and answered(taken) else None


def _known(answered: Mapping[int, T], asked: Iterable[int]) -> dict[int, T]:
    return {number: answered[number] for number in asked if number in answered}


def _are_shares(told: tuple[Share, ...]) -> bool:
    shares = [share for _, share in told]
    facets = {facet for facet, _ in told}
    return len(facets) == len(told) and all(math.isfinite(one) and 0 <= one <= 1 for one in shares)

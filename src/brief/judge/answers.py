"""Questions put to a judge, and what of its answers may be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from msgspec import Struct

from brief.judge.questions import (
    Answer,
    Choice,
    Disagree,
    FacetsOf,
    Matters,
    Pairs,
    Question,
    SameClaim,
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Verdict,
    Weights,
    digest,
)
from brief.model import DiscrepancyKind

# A judge answers a question, or None where it cannot say.
Judge = Callable[[Question], Answer | None]
A = TypeVar("A", bound=Answer)

OFFLINE = "rules"
KINDS = frozenset(get_args(DiscrepancyKind))


def offline(question: Question) -> Answer:
    """The judge that needs nobody: what the rules read in the passages."""
    return question.read


class Decision(Struct, frozen=True):
    """An answer that was used, under the digest of its question, and the name of who gave it."""

    question: str
    answer: Answer
    judge: str


class Hearing:
    """A judge at work: every question is asked once, and every answer checked before it counts.

    `kept` are decisions of an earlier build; their questions are not asked again.
    """

    def __init__(self, judge: Judge = offline, name: str = OFFLINE, kept: Iterable[Decision] = ()) -> None:
        self.judge, self.name = judge, name
        self.decisions = {one.question: one for one in kept}

    def ask(self, question: Question, kind: type[A]) -> A:
        """The answer to `question`, of the type that it asks for."""
        known = digest(question)
        if known not in self.decisions:
            answer = self.judge(question)
            usable = isinstance(answer, kind)
            taken = fitted(question, answer) if answer is not None and usable else question.read
            self.decisions[known] = Decision(known, taken, self.name if usable else OFFLINE)
        answer = self.decisions[known].answer
        if not isinstance(answer, kind):
            raise TypeError(f"{type(question).__name__} is not answered by a {kind.__name__}.")
        return answer


def fitted(question: Question, answer: Answer) -> Answer:
    """`answer` without what was not asked: unknown numbers, pairs, candidates and labels go.

    What it leaves out stands as the rules read it.
    """
    taken: Answer = question.read
    match question, answer:
        case FacetsOf(), Shares():
            taken = Shares({**question.read.facets, **_known(answer.facets, question.read.facets)})
        case Matters(), Weights():
            taken = Weights({**question.read.weights, **_known(answer.weights, question.read.weights)})
        case SameClaim(), Pairs():
            asked = set(question.pairs)
            taken = Pairs(tuple(pair for pair in dict.fromkeys(answer.pairs) if pair[:2] in asked))
        case Disagree(), Verdict() if answer.kind is None or answer.kind in KINDS:
            taken = answer
        case SpeakerOf(), Choice() if answer.candidate is None or _is_place(answer.candidate, question):
            taken = answer
        case StanceOf(), StanceTaken():
            taken = answer
    return taken


def _is_place(candidate: int, question: SpeakerOf) -> bool:
    return 0 <= candidate < len(question.candidates)


T = TypeVar("T")


def _known(answered: dict[int, T], asked: dict[int, T]) -> dict[int, T]:
    return {number: told for number, told in answered.items() if number in asked and told is not None}

"""Answers: what of them may be used, and how a build hears them.

A build asks nobody. It looks its questions up among the decisions that are there, takes what the
rules read where there is none, and tells which questions stand open: a model, or a person with a
file, answers those, and the next build hears the answers.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, structs

from brief.judge.questions import (
    ANSWERS,
    Answer,
    BodyOf,
    Choice,
    Disagree,
    FacetsOf,
    Kept,
    Matters,
    Question,
    Related,
    Relations,
    Share,
    Shares,
    SpeakerOf,
    Verdict,
    Weights,
    digest,
    kind_of,
)
from brief.model import Tally, Who

A = TypeVar("A", bound=Answer)
T = TypeVar("T")

MOST_WEIGHT = 3.0
# Of two answers that of the later one here counts.
_ORDER: tuple[Who, ...] = ("rules", "model", "person")
_BY_RULE: tuple[Who, str | None] = ("rules", None)
# Lines are judged before an article is one: nobody can count later what the rules alone decided on them.
_UNCOUNTED = "body"


class Place(Struct, frozen=True):
    """Where the statement of a `number` stands: from `start` to `end` (code points) of a document."""

    number: int
    source: str
    start: int
    end: int


class Decision(Struct, frozen=True, kw_only=True):
    """What somebody answered to the question of a digest, and when (`at`, ISO time in UTC).

    `name` is the model's, or the person's. `about` says where what was asked about stands in the
    issue that heard it.
    """

    question: str
    kind: str
    judge: Who
    name: str
    at: str
    answer: Answer
    about: tuple[Place, ...] = ()


class Hearing:
    """What a build hears: each question is looked up once, and every answer checked before it counts.

    Of two answers to one question a person's goes before a model's, and a later before an earlier one;
    each counts for as much of the question as it answers. `open` are the questions of which something
    is answered by nobody, by their names; `by_rule` counts what the rules decided.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._known: defaultdict[str, list[Decision]] = defaultdict(list)
        for one in in_turn(decisions):
            self._known[one.question].append(one)
        self._heard: dict[str, tuple[Decision, ...]] = {}
        self._left: dict[str, int] = {}
        self.open: dict[str, Question] = {}

    def ask(self, question: Question, kind: type[A]) -> A:
        """The answer to `question`, of the type that it asks for."""
        name = digest(question)
        answer, left = question.read, set(points(question))
        heard = []
        for one in self._known.get(name, ()):
            usable = fitted(question, one.answer)
            if usable is not None and not _silences(one, question):
                answer = joined(answer, usable)
                left -= set(answered(usable))
                heard.append(_placed(one, usable, question))
        self._heard[name] = tuple(heard)
        self._left[name] = len(left) if kind_of(question) != _UNCOUNTED else 0
        if left:
            self.open[name] = question
        if not isinstance(answer, kind):
            raise TypeError(f"{type(question).__name__} is not answered by a {kind.__name__}.")
        return answer

    @property
    def by_rule(self) -> int:
        """How many decisions nobody but the rules took, those on lines of pages left aside."""
        return sum(self._left.values())

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that counted, in the order of their questions' names."""
        return in_order(one for heard in self._heard.values() for one in heard)


def _silences(decision: Decision, question: Question) -> bool:
    """Whether a model says that a disagreement which the rules found is none: only a person can say so.

    Whoever writes a source may tell the model to keep quiet about one.
    """
    return decision.judge == "model" and isinstance(question, Disagree) and decision.answer == Verdict(None)


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


def _placed(decision: Decision, answer: Answer, question: Question) -> Decision:
    """The decision with what of its answer counts, and where that stands."""
    statements = getattr(question, "statements", ())
    about = tuple(Place(one.number, one.source, one.start, one.end) for one in statements)
    return structs.replace(decision, kind=kind_of(question), answer=answer, about=about)


def points(question: Question) -> tuple[int, ...]:
    """The numbers of what a question asks about; a question of one answer asks about 0."""
    return getattr(question, "asked", (0,))


def answered(answer: Answer) -> tuple[int, ...]:
    """The numbers that an answer speaks of; one answer to the whole question speaks of 0."""
    match answer:
        case Kept():
            return tuple(answer.lines)
        case Shares():
            return tuple(answer.facets)
        case Weights():
            return tuple(answer.weights)
        case Relations():
            return tuple(answer.relations)
        case _:
            return (0,)


def joined(answer: Answer, later: Answer) -> Answer:
    """An answer with all that a later one of the same form says instead."""
    match answer, later:
        case Kept(), Kept():
            return Kept({**answer.lines, **later.lines})
        case Shares(), Shares():
            return Shares({**answer.facets, **later.facets})
        case Weights(), Weights():
            return Weights({**answer.weights, **later.weights})
        case Relations(), Relations():
            return Relations({**answer.relations, **later.relations})
        case _:
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

"""Answers: what of them may be used, and how a build hears them.

A build asks nobody. It looks its questions up among the decisions that are there, takes what the
rules read where there is none, and tells which questions stand open: a model, or a person with a
file, answers those, and the next build hears the answers.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

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
    mark,
    narrowed,
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
    name: str
    at: str
    answer: Answer
    about: tuple[Place, ...] = ()


# What a statement, or two of them, are asked about: the kind of question and their marks.
_Point = tuple[str, ...]
# Questions whose answer on one statement is the same whichever others are asked about beside it.
_BY_POINT = (FacetsOf, Matters, Related)
_KINDS = frozenset({"facets", "matters", "related"})


class Hearing:
    """What a build hears: each question is looked up once, and every answer checked before it counts.

    Of two answers to one question a person's goes before a model's, and a later before an earlier one;
    each counts for as much of the question as it answers. `open` are the questions that nobody answered,
    each about what is left of it, by their names; `by_rule` counts what the rules decided.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._known: defaultdict[str, list[Decision]] = defaultdict(list)
        self._points: defaultdict[_Point, list[tuple[Decision, Answer]]] = defaultdict(list)
        self._put: set[_Point] = set()
        for one in in_turn(decisions):
            said = tuple(_points_of(one))
            for point, told in said:
                self._points[point].append((one, told))
            if not said:
                self._known[one.question].append(one)
            if one.judge == "model":
                self._put.update((*_points_shown(one), ("", one.question)))
        self._heard: dict[str, tuple[Decision, ...]] = {}
        self.left: dict[str, tuple[int, ...]] = {}
        self.open: dict[str, Question] = {}
        self.by_rule = 0

    def ask(self, question: Question, kind: type[A]) -> A:
        """The answer to `question`, of the type that it asks for."""
        name = digest(question)
        answer, left = question.read, dict.fromkeys(points(question))
        heard = []
        for one in self._told(name, question):
            usable = fitted(question, one.answer)
            if usable is not None and not _silences(one, question):
                answer = joined(answer, usable)
                for number in answered(usable):
                    left.pop(number, None)
                heard.append(_placed(one, usable, question))
        self._note(name, question, heard, tuple(left))
        if not isinstance(answer, kind):
            raise TypeError(f"{type(question).__name__} is not answered by a {kind.__name__}.")
        return answer

    def _note(self, name: str, question: Question, heard: Iterable[Decision], left: tuple[int, ...]) -> None:
        """What became of a question; of one that is asked again only what it came to at last counts."""
        known = self.left.get(name, ())
        counted = kind_of(question) != _UNCOUNTED
        self.by_rule += (len(left) - len(known)) * counted
        self._heard[name], self.left[name] = tuple(heard), left
        if left:
            rest = narrowed(question, left)
            self.open[digest(rest)] = rest

    def _told(self, name: str, question: Question) -> list[Decision]:
        """What was said of a question, or of what it asks about, in the order in which it counts."""
        found = list(self._known.get(name, ()))
        for number, point in _asked_points(question):
            found += (
                structs.replace(one, answer=_numbered(told, number))
                for one, told in self._points.get(point, ())
            )
        return in_turn(in_order(structs.replace(one, question=name) for one in found))

    def was_put(self, question: Question) -> bool:
        """Whether a model that answered some of a question was asked all of it, and left the rest."""
        asked = [point for _, point in _asked_points(question)] or [("", digest(question))]
        return all(point in self._put for point in asked)

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that counted, in the order of their questions' names."""
        return in_order(one for heard in self._heard.values() for one in heard)


def places(question: Question) -> tuple[Place, ...]:
    """Where the statements of a question stand, with their marks."""
    return tuple(
        Place(one.number, one.source, one.start, one.end, mark(one))
        for one in getattr(question, "statements", ())
    )


def _points_of(decision: Decision) -> Iterator[tuple[_Point, Answer]]:
    """What a decision answers, each with the answer to it alone."""
    match decision.answer:
        case Shares() | Weights() | Relations():
            points_ = dict(zip((one.number for one in decision.about), _points_shown(decision), strict=False))
            for number, told in _by_number(decision.answer).items():
                if number in points_:
                    yield points_[number], type(decision.answer)({number: told})


def _points_shown(decision: Decision) -> list[_Point]:
    """What a decision was asked about, or shown beside it, in the order of `about`."""
    if decision.kind not in _KINDS or not all(one.mark for one in decision.about):
        return []
    first = tuple(one.mark for one in decision.about[:1]) if decision.kind == "related" else ()
    return [(decision.kind, *first, one.mark) for one in decision.about]


def _numbered(answer: Answer, number: int) -> Answer:
    """The answer to one statement under another number."""
    match answer:
        case Shares() | Weights() | Relations():
            return type(answer)(dict.fromkeys((number,), *_by_number(answer).values()))
        case _:
            return answer


def _asked_points(question: Question) -> Iterator[tuple[int, _Point]]:
    """What a question asks about, by the numbers it has there."""
    if isinstance(question, _BY_POINT):
        marks = {one.number: mark(one) for one in question.statements}
        first = (marks[question.statements[0].number],) if isinstance(question, Related) else ()
        for number in question.asked:
            yield number, (kind_of(question), *first, marks[number])


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
    return structs.replace(decision, kind=kind_of(question), answer=answer, about=places(question))


def points(question: Question) -> tuple[int, ...]:
    """The numbers of what a question asks about; a question of one answer asks about 0."""
    return getattr(question, "asked", (0,))


def answered(answer: Answer) -> tuple[int, ...]:
    """The numbers that an answer speaks of; one answer to the whole question speaks of 0."""
    match answer:
        case Kept() | Shares() | Weights() | Relations():
            return tuple(_by_number(answer))
        case _:
            return (0,)


def _by_number(answer: Kept | Shares | Weights | Relations) -> dict[int, Any]:
    """What an answer says, by the numbers of what it says it of."""
    said: dict[int, Any] = getattr(answer, answer.__struct_fields__[0])
    return said


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

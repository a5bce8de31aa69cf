"""How a build hears what was answered.

A build asks nobody. It looks its questions up among the decisions that are there, takes what the
rules read where there is none, and tells which questions stand open: a model, or a person with a
file, answers those, and the next build hears the answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TypeVar

from msgspec import structs

from brief.judge.answers import (
    Decision,
    answered,
    by_number,
    fitted,
    in_order,
    in_turn,
    joined,
    places,
    points,
)
from brief.judge.questions import (
    Answer,
    Disagree,
    FacetsOf,
    Matters,
    Question,
    Related,
    Relations,
    Shares,
    Verdict,
    Weights,
    digest,
    kind_of,
    mark,
    narrowed,
)

A = TypeVar("A", bound=Answer)
# Lines are judged before an article is one: nobody can count later what the rules alone decided on them.
_UNCOUNTED = "body"


# What a statement, or two of them, are asked about: the kind of question and their marks.
_Point = tuple[str, ...]


# Questions whose answer on one statement is the same whichever others are asked about beside it.
_BY_POINT = (FacetsOf, Matters, Related)


_KINDS = frozenset({"facets", "matters", "related"})


class Hearing:
    """What a build hears: each question is looked up once, and every answer checked before it counts.

    Of two answers to one question a person's goes before a model's, and a later before an earlier one;
    each counts for as much of the question as it answers. `open` are the questions that nobody answered,
    each about what is left of it, by their names; `asked` are all, `left` what of each nobody answered,
    and `by_rule` counts what the rules decided.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._known: defaultdict[str, list[Decision]] = defaultdict(list)
        self._points: defaultdict[_Point, list[tuple[Decision, Shares | Weights | Relations]]] = defaultdict(
            list
        )
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
        self.asked: dict[str, Question] = {}
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
        self.asked[name] = question
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

    def heard(self, question: Question) -> tuple[Decision, ...]:
        """What others than the rules answer to a question that was asked, in the order in which it counts."""
        return self._heard.get(digest(question), ())

    def kept(self, question: Question) -> Answer | None:
        """What all of them answer together; None where nobody did."""
        answers = [one.answer for one in self.heard(question)]
        return reduce(joined, answers) if answers else None

    def by_person(self, question: Question) -> frozenset[int]:
        """The numbers of a question that was asked on which a person's answer counts."""
        heard = self.heard(question)
        return frozenset(number for one in heard if one.judge == "person" for number in answered(one.answer))

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that counted, in the order of their questions' names."""
        return in_order(one for heard in self._heard.values() for one in heard)


def _points_of(decision: Decision) -> Iterator[tuple[_Point, Shares | Weights | Relations]]:
    """What a decision answers, each with the answer to it alone."""
    match decision.answer:
        case Shares() | Weights() | Relations():
            points_ = dict(zip((one.number for one in decision.about), _points_shown(decision), strict=False))
            for number, told in by_number(decision.answer).items():
                if number in points_:
                    yield points_[number], type(decision.answer)({number: told})


def _points_shown(decision: Decision) -> list[_Point]:
    """What a decision was asked about, or shown beside it, in the order of `about`."""
    if decision.kind not in _KINDS or not all(one.mark for one in decision.about):
        return []
    first = tuple(one.mark for one in decision.about[:1]) if decision.kind == "related" else ()
    return [(decision.kind, *first, one.mark) for one in decision.about]


def _numbered(answer: Shares | Weights | Relations, number: int) -> Answer:
    """The answer to one statement under another number."""
    return type(answer)(dict.fromkeys((number,), *by_number(answer).values()))


def _asked_points(question: Question) -> Iterator[tuple[int, _Point]]:
    """What a question asks about, by the numbers it has there."""
    if isinstance(question, _BY_POINT):
        marks = {one.number: mark(one) for one in question.statements}
        first = (marks[question.statements[0].number],) if isinstance(question, Related) else ()
        for number in question.asked:
            yield number, (kind_of(question), *first, marks[number])


def _silences(decision: Decision, question: Question) -> bool:
    """Whether another than a person says that a disagreement which the rules found is none.

    Whoever writes a source may tell the model to keep quiet about one.
    """
    return decision.judge != "person" and isinstance(question, Disagree) and decision.answer == Verdict(None)


def _placed(decision: Decision, answer: Answer, question: Question) -> Decision:
    """The decision with what of its answer counts, and where that stands."""
    return structs.replace(decision, kind=kind_of(question), answer=answer, about=places(question))

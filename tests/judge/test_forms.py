"""Answers from outside: nothing of them is trusted, and nothing in them is a fault of ours."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.judge.answers import MOST_WEIGHT, answered, fitted, points
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES, Heard, heard, plain, shown
from brief.judge.questions import (
    Choice,
    Kept,
    Question,
    Related,
    Relations,
    Shares,
    StanceTaken,
    Verdict,
    Weights,
)
from brief.model import Facet, Stance
from tests.judge import asked
from tests.judge.asked import QUESTIONS, statements

BODY, FACET, MATTERS, RELATED, DISAGREE, SPEAKER, STANCE = asked.KINDS
NUMBERS = st.one_of(
    st.integers(-3, 6), st.integers(), st.floats(), st.booleans(), st.text(max_size=3), st.none()
)
LABELS = st.sampled_from([*FACETS, *RELATIONS, *KINDS, *STANCES, "", "Motives"])
FIELDS = ("number", "article", "facet", "or", "sure", "weight", "as", "kind", "candidate", "stance", "text")
ENTRIES = st.dictionaries(st.sampled_from(FIELDS), st.one_of(NUMBERS, LABELS), max_size=5)
JSON = st.recursive(
    st.one_of(NUMBERS, LABELS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(asked.KINDS), st.one_of(JSON, ENTRIES, st.lists(st.one_of(ENTRIES, JSON), max_size=8)))
def test_whatever_is_said_is_heard(question: Question, told: object) -> None:
    """No value that JSON can hold raises; what counts fits its question, and what is dropped is counted."""
    found = heard(question, told)
    if found.answer is None:
        assert found.dropped >= 1
    else:
        assert fitted(question, found.answer) == found.answer
    if isinstance(told, list) and isinstance(found.answer, (Kept, Shares, Weights)):
        (taken,) = msgspec.structs.astuple(found.answer)
        assert len(taken) + found.dropped == len(told)


@given(st.sampled_from((*asked.KINDS, *QUESTIONS)), st.lists(ENTRIES, max_size=8) | ENTRIES)
def test_the_plain_form_of_an_answer_is_that_answer(question: Question, told: object) -> None:
    """What is kept of an answer can be shown in the form in which it came, and is heard as the same."""
    answer = heard(question, told).answer
    if answer is not None:
        again = heard(question, plain(answer)).answer
        left = set(points(question)) - set(answered(answer))
        assert again == answer or (isinstance(question, Related) and left)


def entry(number: object = 1, **fields: object) -> dict[str, object]:
    """An entry of a list."""
    return {"number": number, **fields}


@pytest.mark.parametrize(
    ("question", "told", "found"),
    [
        (BODY, [entry(article=True), entry(2, article=False)], Heard(Kept({1: True, 2: False}))),
        (BODY, [entry(article=1), entry(0, article=True)], Heard(None, 2)),
        (
            FACET,
            [entry(facet="motives", **{"or": "context", "sure": 0.6})],
            Heard(Shares({1: ((Facet.MOTIVES, 0.6), (Facet.CONTEXT, 0.36))})),
        ),
        (FACET, [entry(facet="motives")], Heard(Shares({1: ((Facet.MOTIVES, 0.9),)}))),
        (FACET, [entry(facet="motives", sure=math.inf)], Heard(Shares({1: ((Facet.MOTIVES, 0.9),)}))),
        (FACET, [entry(facet="motives", sure="1")], Heard(Shares({1: ((Facet.MOTIVES, 0.9),)}))),
        (FACET, [entry(facet="none", sure=0.5)], Heard(Shares({1: ()}))),
        (FACET, [entry(facet="Motives")], Heard(None, 1)),
        (FACET, [entry(number=True, facet="motives")], Heard(None, 1)),
        (FACET, [entry(1.0, facet="motives")], Heard(None, 1)),
        (FACET, {"facet": "motives"}, Heard(None, 1)),
        (MATTERS, [entry(0, weight=3), entry(weight=0)], Heard(Weights({0: 3.0, 1: 0.0}))),
        (MATTERS, [entry(weight=MOST_WEIGHT + 1), entry(2, weight=-1)], Heard(None, 2)),
        (MATTERS, [entry(weight=10**400), entry(2, weight=math.nan)], Heard(None, 2)),
        (RELATED, [], Heard(Relations({1: "apart", 2: "apart"}))),
        (RELATED, [entry(**{"as": "number"})], Heard(Relations({1: "number", 2: "apart"}))),
        (RELATED, [entry(**{"as": "apart"})], Heard(Relations({1: "apart", 2: "apart"}))),
        # Who named one wrongly may have meant any of the others.
        (
            RELATED,
            [entry(**{"as": "number"}), {"number": 9, "as": "same"}],
            Heard(Relations({1: "number"}), 1),
        ),
        (RELATED, [entry(**{"as": "alike"})], Heard(None, 1)),
        (RELATED, {"number": 1, "as": "same"}, Heard(None, 1)),
        (DISAGREE, {"kind": "typo"}, Heard(Verdict("typo"))),
        (DISAGREE, {"kind": "none"}, Heard(Verdict(None))),
        (DISAGREE, {"kind": ["typo"]}, Heard(None, 1)),
        (SPEAKER, {"candidate": 2}, Heard(Choice(1))),
        (SPEAKER, {"candidate": 0}, Heard(Choice(None))),
        (SPEAKER, {"candidate": 3}, Heard(None, 1)),
        (SPEAKER, {"candidate": -1}, Heard(None, 1)),
        (SPEAKER, {"candidate": False}, Heard(None, 1)),
        (STANCE, {"stance": "oppose"}, Heard(StanceTaken(Stance.OPPOSE))),
        (STANCE, {"stance": "none"}, Heard(StanceTaken(None))),
        (STANCE, "oppose", Heard(None, 1)),
    ],
)
def test_numbers_and_labels_are_all_that_is_heard(question: Question, told: object, found: Heard) -> None:
    """Known numbers with labels of the lists count, each by its type; the rest is counted and dropped."""
    assert heard(question, told) == found


def test_a_statement_of_the_same_source_is_never_the_same() -> None:
    """Within one article nothing bears another statement out, whatever is said."""
    question = Related(statements(3), (1,), Relations({}))
    told = [entry(1, **{"as": "same"}), entry(2, **{"as": "same"})]
    assert heard(question, told).answer == Relations({2: "same"})


@pytest.mark.parametrize("question", asked.KINDS)
def test_a_question_is_shown_without_what_the_rules_read(question: Question) -> None:
    """Whoever is asked sees words and numbers, no place of a file and no answer that is there already."""
    told: dict[str, Any] = shown(question)
    assert told["kind"]
    assert not {"read", "start", "end"} & set(told)
    for one in told.get("statements", ()):
        assert set(one) <= {"number", "text", "heading", "lead", "published"}


def test_candidates_are_counted_from_one() -> None:
    """Zero is free for nobody, and the words that are asked about are shown."""
    told = shown(SPEAKER)
    assert [one["number"] for one in told["candidates"]] == [1, 2]
    assert told["words"] == "نعم"

"""A judge points: what it answers beyond the question does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.judge.answers import OFFLINE, Decision, Hearing, fitted, offline
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
    Told,
    Verdict,
    Weights,
    digest,
)
from brief.model import Facet, Stance

TOLD = tuple(Told(number, f"جملة {number}", "ab"[number % 2]) for number in range(4))
FACETS = FacetsOf(TOLD, Shares(dict.fromkeys(range(4), ((Facet.CONTEXT, 0.6),))))
SAME = SameClaim(TOLD, ((0, 1), (2, 3)), Pairs(((0, 1, 0.9),)))
MATTERS = Matters(TOLD, Weights(dict.fromkeys(range(4), 1.0)))
DISAGREE = Disagree("عدد", TOLD[:2], Verdict("conflict"))
SPEAKER = SpeakerOf("قال المدير: نعم", 12, 15, ("المدير", "الوزير"), Choice(0))
STANCE = StanceOf("رحب المدير", "المدير", StanceTaken(Stance.SUPPORT))


@pytest.mark.parametrize("question", [FACETS, SAME, MATTERS, DISAGREE, SPEAKER, STANCE])
def test_the_offline_judge_reads_by_rule(question: Question) -> None:
    """Without anybody to ask, every question is answered with what the rules read."""
    hearing = Hearing()
    assert hearing.ask(question, type(question.read)) == question.read == offline(question)
    (decision,) = hearing.decisions.values()
    assert decision == Decision(digest(question), question.read, OFFLINE)


@pytest.mark.parametrize(
    ("question", "answer", "taken"),
    [
        (FACETS, Shares({1: ((Facet.MOTIVES, 0.9),), 9: ((Facet.MOTIVES, 0.9),)}), {1: Facet.MOTIVES}),
        (SAME, Pairs(((2, 3, 0.8), (0, 3, 0.9))), ((2, 3, 0.8),)),
        (MATTERS, Weights({0: 5.0, 7: 9.0}), {0: 5.0, 1: 1.0, 2: 1.0, 3: 1.0}),
        (DISAGREE, Verdict(None), None),
        (DISAGREE, Verdict("a quarrel"), "conflict"),
        (SPEAKER, Choice(1), 1),
        (SPEAKER, Choice(None), None),
        (SPEAKER, Choice(5), 0),
        (STANCE, StanceTaken(Stance.OPPOSE), Stance.OPPOSE),
        (STANCE, Choice(0), Stance.SUPPORT),
    ],
)
def test_only_what_was_asked_is_taken(question: Question, answer: Answer, taken: object) -> None:
    """Unknown numbers, pairs, candidates, kinds and answers of another question go; the rules fill in."""
    kept = fitted(question, answer)
    match kept:
        case Shares():
            assert isinstance(taken, dict)
            assert set(kept.facets) == set(range(4))
            assert {number: kept.facets[number][0][0] for number in taken} == taken
        case Pairs():
            assert kept.pairs == taken
        case Weights():
            assert kept.weights == taken
        case Verdict():
            assert kept.kind == taken
        case Choice():
            assert kept.candidate == taken
        case StanceTaken():
            assert kept.stance == taken


def test_a_kept_answer_is_not_asked_for_again() -> None:
    """The same question in a later build takes the answer of the earlier one, and its judge's name."""
    asked: list[Question] = []

    def judge(question: Question) -> Answer:
        asked.append(question)
        return Choice(1)

    first = Hearing(judge, "somebody")
    assert first.ask(SPEAKER, Choice).candidate == 1
    assert first.ask(SPEAKER, Choice).candidate == 1
    assert len(asked) == 1
    later = Hearing(kept=first.decisions.values())
    assert later.ask(SPEAKER, Choice).candidate == 1
    assert next(iter(later.decisions.values())).judge == "somebody"


def test_a_judge_who_cannot_say_leaves_it_to_the_rules() -> None:
    """No answer, or one of another kind, counts as the rules' own decision."""
    answers: tuple[Answer | None, ...] = (None, Verdict(None))
    for answer in answers:

        def judge(_question: Question, told: Answer | None = answer) -> Answer | None:
            return told

        hearing = Hearing(judge, "somebody")
        assert hearing.ask(SPEAKER, Choice) == SPEAKER.read
        assert next(iter(hearing.decisions.values())).judge == OFFLINE


def test_an_answer_is_of_the_kind_that_is_asked_for() -> None:
    """Asking for a stance where a speaker is asked about is a mistake of the program."""
    with pytest.raises(TypeError, match="SpeakerOf is not answered by a StanceTaken"):
        Hearing().ask(SPEAKER, StanceTaken)


@given(st.dictionaries(st.integers(-2, 6), st.floats(0, 1)))
def test_weights_are_those_of_the_statements_asked_about(weights: dict[int, float]) -> None:
    """Whatever numbers come back, exactly the statements asked about have a weight."""
    kept = fitted(MATTERS, Weights(weights))
    assert isinstance(kept, Weights)
    assert set(kept.weights) == set(range(4))

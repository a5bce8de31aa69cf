"""A judge points: what it answers beyond the question does not count, and what it leaves the rules decide."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.judge.answers import Decision, fitted, in_order, joined, tallies
from brief.judge.hearing import Hearing
from brief.judge.questions import (
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
    Shares,
    SpeakerOf,
    StanceOf,
    StanceTaken,
    Told,
    Verdict,
    Weights,
    digest,
    kind_of,
)
from brief.model import Facet, Stance, Tally, Who

TOLD = tuple(Told(number, f"جملة {number}", "ab"[number % 2]) for number in range(4))
ASKED = (1, 2, 3)
BODY = BodyOf("حديقة", TOLD, ASKED, Kept({1: True, 2: False, 3: True}))
CONTEXT, MOTIVES = ((Facet.CONTEXT, 0.6),), ((Facet.MOTIVES, 0.9),)
FACETS = FacetsOf("حديقة", TOLD, ASKED, Shares(dict.fromkeys(ASKED, CONTEXT)))
MATTERS = Matters("حديقة", TOLD, ASKED, Weights({}))
RELATED = Related(TOLD, (2,), Relations({1: "same", 2: "apart", 3: "apart"}))
DISAGREE = Disagree("عدد", TOLD[:2], Verdict("conflict"))
SPEAKER = SpeakerOf("قال المدير: نعم", 12, 15, ("المدير", "الوزير"), Choice(0))
STANCE = StanceOf("رحب المدير", "المدير", StanceTaken(Stance.SUPPORT))
QUESTIONS = (BODY, FACETS, MATTERS, RELATED, DISAGREE, SPEAKER, STANCE)


def decided(
    question: Question, answer: Answer, judge: Who = "model", name: str = "m", day: int = 1
) -> Decision:
    """What somebody answered on a day of January."""
    return Decision(
        question=digest(question),
        kind=kind_of(question),
        judge=judge,
        name=name,
        at=f"2026-01-{day:02}T00:00:00Z",
        answer=answer,
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_an_answer_the_rules_reading_stands(question: Question) -> None:
    """Nobody has decided anything, and every question stands open."""
    hearing = Hearing()
    assert hearing.ask(question, type(question.read)) == question.read
    assert hearing.open == {digest(question): question}
    assert hearing.decisions() == ()


@pytest.mark.parametrize(
    ("question", "answer", "taken"),
    [
        (BODY, Kept({1: False, 0: False, 9: True}), Kept({1: False})),
        (BODY, Kept({0: False}), None),
        (FACETS, Shares({1: MOTIVES, 0: MOTIVES, 9: MOTIVES}), Shares({1: MOTIVES})),
        (FACETS, Shares({1: ()}), Shares({1: ()})),
        (FACETS, Shares({1: ((Facet.MOTIVES, 1.5),), 2: ((Facet.MOTIVES, math.nan),)}), None),
        (FACETS, Shares({1: (*MOTIVES, *MOTIVES)}), None),
        (MATTERS, Weights({1: 3.0, 2: 3.5, 3: -1.0, 0: 1.0}), Weights({1: 3.0})),
        (MATTERS, Weights({1: math.nan}), None),
        (RELATED, Relations({1: "apart", 3: "number", 0: "same"}), Relations({1: "apart", 3: "number"})),
        (DISAGREE, Verdict(None), Verdict(None)),
        (SPEAKER, Choice(1), Choice(1)),
        (SPEAKER, Choice(None), Choice(None)),
        (SPEAKER, Choice(2), None),
        (SPEAKER, Choice(-1), None),
        (STANCE, StanceTaken(Stance.OPPOSE), StanceTaken(Stance.OPPOSE)),
        (STANCE, StanceTaken(None), StanceTaken(None)),
        (STANCE, Choice(0), None),
        (MATTERS, Shares({1: MOTIVES}), None),
    ],
)
def test_only_what_was_asked_is_taken(question: Question, answer: Answer, taken: Answer | None) -> None:
    """Unknown numbers, candidates, shares and weights, and answers to another kind of question, go."""
    assert fitted(question, answer) == taken


def test_one_source_cannot_bear_itself_out() -> None:
    """Those within the statement's own source are not the same; they can tell the matter differently."""
    assert fitted(RELATED, Relations({2: "same"})) is None
    assert fitted(RELATED, Relations({1: "same", 2: "same"})) == Relations({1: "same"})
    assert fitted(RELATED, Relations({2: "date"})) == Relations({2: "date"})


@given(st.dictionaries(st.integers(-2, 6), st.floats()))
def test_weights_are_those_of_the_statements_asked_about(weights: dict[int, float]) -> None:
    """Whatever numbers come back, only statements that were asked about have a weight, from 0 to 3."""
    kept = fitted(MATTERS, Weights(weights))
    taken = kept.weights if isinstance(kept, Weights) else {}
    assert taken == {key: one for key, one in weights.items() if key in ASKED and 0 <= one <= 3}


def test_an_answer_covers_what_it_answers() -> None:
    """The rules' reading stands for the rest, which stays open; a full answer closes the question."""
    partly = Hearing([decided(BODY, Kept({1: False}))])
    assert partly.ask(BODY, Kept) == Kept({1: False, 2: False, 3: True})
    assert digest(BODY) in partly.open
    wholly = Hearing([decided(BODY, Kept(dict.fromkeys(ASKED, False)))])
    assert wholly.ask(BODY, Kept) == Kept(dict.fromkeys(ASKED, False))
    assert not wholly.open


def test_a_person_goes_before_a_model_and_a_later_before_an_earlier_answer() -> None:
    """Each for as much as it answers, in whatever order they are kept."""
    decisions = (
        decided(MATTERS, Weights({1: 1.0}), "person", "huda", day=1),
        decided(MATTERS, Weights({1: 2.0, 2: 2.0, 3: 2.0}), day=5),
        decided(MATTERS, Weights({2: 0.0, 1: 0.0}), day=9),
    )
    for kept in (decisions, decisions[::-1]):
        hearing = Hearing(kept)
        assert hearing.ask(MATTERS, Weights) == Weights({1: 1.0, 2: 0.0, 3: 2.0})
        assert not hearing.open


def test_what_is_no_answer_leaves_the_question_open() -> None:
    """An answer of another kind, or to nothing that was asked, is no decision."""
    answers: tuple[Answer, ...] = (Verdict(None), Choice(7))
    for answer in answers:
        hearing = Hearing([decided(SPEAKER, answer)])
        assert hearing.ask(SPEAKER, Choice) == SPEAKER.read
        assert hearing.decisions() == ()
        assert digest(SPEAKER) in hearing.open


def test_an_answer_is_of_the_kind_that_is_asked_for() -> None:
    """Asking for a stance where a speaker is asked about is a mistake of the program."""
    with pytest.raises(TypeError, match="SpeakerOf is not answered by a StanceTaken"):
        Hearing().ask(SPEAKER, StanceTaken)


def test_decisions_that_counted_are_told_with_their_places() -> None:
    """What of an answer counts, and where that stands; answers to questions that nobody asks are left out."""
    hearing = Hearing([decided(BODY, Kept({1: False, 9: True})), decided(SPEAKER, Choice(1))])
    hearing.ask(BODY, Kept)
    (kept,) = hearing.decisions()
    assert kept.answer == Kept({1: False})
    assert [(one.number, one.source) for one in kept.about] == [(one.number, one.source) for one in TOLD]
    again = Hearing(hearing.decisions())
    assert again.ask(BODY, Kept) == hearing.ask(BODY, Kept)
    assert again.decisions() == hearing.decisions()


def test_parts_of_an_answer_are_kept_as_one() -> None:
    """Who answers a question in two goes has answered both parts; what she says anew goes before."""
    parts = [decided(BODY, Kept({1: False, 2: False}), day=1), decided(BODY, Kept({2: True}), day=2)]
    (whole,) = in_order(parts)
    assert (whole.answer, whole.at) == (Kept({1: False, 2: True}), parts[1].at)
    one, other = Hearing(parts), Hearing([whole])
    assert one.ask(BODY, Kept) == other.ask(BODY, Kept)
    assert one.decisions() == other.decisions()


def test_decisions_are_counted_by_judge() -> None:
    """Each number of a question is one decision, of whoever had the last word; the rules have the rest."""
    hearing = Hearing(
        [
            decided(MATTERS, Weights({1: 1.0, 2: 1.0})),
            decided(MATTERS, Weights({2: 3.0}), "person", "huda"),
            decided(STANCE, StanceTaken(None)),
        ]
    )
    for question in (MATTERS, STANCE, SPEAKER):
        hearing.ask(question, type(question.read))
    assert hearing.by_rule == 2
    assert tallies(hearing.decisions(), hearing.by_rule) == (
        Tally("rules", None, 2),
        Tally("model", "m", 2),
        Tally("person", "huda", 1),
    )


@pytest.mark.parametrize(
    ("answer", "later", "whole"),
    [
        (Kept({1: True, 2: True}), Kept({2: False}), Kept({1: True, 2: False})),
        (Shares({1: CONTEXT}), Shares({2: MOTIVES}), Shares({1: CONTEXT, 2: MOTIVES})),
        (Relations({1: "same"}), Relations({1: "date"}), Relations({1: "date"})),
        (Choice(0), Choice(None), Choice(None)),
    ],
)
def test_a_later_answer_says_the_rest_anew(answer: Answer, later: Answer, whole: Answer) -> None:
    """Numbers that it does not speak of keep what was said."""
    assert joined(answer, later) == whole

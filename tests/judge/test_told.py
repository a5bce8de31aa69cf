"""What was decided on a passage, told in lines that name who and when."""

from brief.judge.answers import Decision, Place
from brief.judge.questions import Answer, Kept, Relations, Shares, Verdict, Weights
from brief.judge.told import Text, on_passages
from brief.model import Anchor, Facet

PASSAGE = Anchor("a", 10, 20, "م" * 10)
SOURCES = {"a": Text("one.txt", "أخبار\n\n\n\n\nفتح\nالجسر"), "b": Text("two.txt")}
HERE, THERE = Place(0, "a", 10, 20), Place(1, "b", 5, 9)


def lines(answer: Answer, *about: Place) -> list[str]:
    """What is told of a decision on the passage."""
    decision = Decision(
        question="q", kind="k", judge="model", name="m", at="2026-01-01T00:00:00Z", answer=answer, about=about
    )
    return list(on_passages([decision], [PASSAGE], SOURCES))


def test_each_kind_of_decision_is_told() -> None:
    """On which statement, by file, place and words; what it says; who took it, and when."""
    on, by = "k, one.txt 10-20 «فتح الجسر»: ", " (model m, 2026-01-01T00:00:00Z)"
    for answer, about, said in (
        (Shares({0: ((Facet.MOTIVES, 0.8), (Facet.CONTEXT, 0.18))}), (HERE,), "motives 0.8, context 0.18"),
        (Shares({0: ()}), (HERE,), "none"),
        (Weights({0: 3.0}), (HERE,), "3"),
        (Relations({1: "same"}), (HERE, THERE), "same two.txt 5-9"),
        (Verdict(None), (HERE,), "none"),
    ):
        assert lines(answer, *about) == [f"{on}{said}{by}"]


def test_a_long_statement_is_told_by_how_it_begins() -> None:
    """No more of it than a line holds, cut between two words."""
    text = "x" * 10 + "جسر " * 40
    decision = Decision(
        question="q",
        kind="k",
        judge="person",
        name="n",
        at="t",
        answer=Weights({0: 1.0}),
        about=(Place(0, "a", 10, 170),),
    )
    (line,) = on_passages([decision], [Anchor("a", 10, 170, text[10:])], {"a": Text("one.txt", text)})
    assert line == f"k, one.txt 10-170 «{' '.join(['جسر'] * 15)}…»: 1 (person n, t)"


def test_what_was_decided_on_others_is_not_told() -> None:
    """Nothing of another passage, of a number that was not answered, or of one that is apart."""
    assert lines(Weights({0: 3.0}), THERE) == []
    assert lines(Weights({1: 3.0}), HERE) == []
    assert lines(Relations({1: "apart"}), HERE, THERE) == []


def test_a_later_statement_is_told_beside_the_first() -> None:
    """The passage is the one that is compared with: the first of the question is named."""
    first, later = Place(0, "b", 5, 9), Place(1, "a", 10, 20)
    (line,) = lines(Relations({1: "number"}), first, later)
    assert line.startswith("k, one.txt 10-20 «فتح الجسر»: number two.txt 5-9 (")


def test_a_line_is_told_for_what_stands_in_it() -> None:
    """A passage is a part of its line."""
    (line,) = lines(Kept({0: True}), Place(0, "a", 0, 40))
    assert line.startswith("k, one.txt 0-40 «أخبار فتح الجسر»: article (")
    assert lines(Kept({0: True}), Place(0, "a", 12, 40)) == []

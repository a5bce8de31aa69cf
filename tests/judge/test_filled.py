"""A filled form read back: all that was written into it comes back, and nothing else does."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.judge import taken
from brief.judge.blanks import is_form
from brief.judge.filled import read
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES, heard
from brief.judge.questions import (
    Answer,
    Choice,
    FacetsOf,
    Kept,
    Question,
    Relations,
    Shares,
    StanceTaken,
    Verdict,
    Weights,
    digest,
)
from brief.model import Facet, Stance
from tests.judge.asked import (
    DISAGREE,
    FACETS_A,
    GARDEN,
    LINES,
    MARKET,
    OPENED,
    OPENED_LATER,
    PAGE,
    PITCHES,
    QUESTIONS,
    SPEAKER,
    STANCE,
    WEIGHTS_A,
    filled,
    form,
    numbers,
    related,
    told,
)

NUMBER = numbers(form(*QUESTIONS))
Answers = Mapping[tuple[str, str], str]


def answered(text: str, questions: Sequence[Question] = QUESTIONS) -> dict[str, Answer]:
    """What counts of a form, by the names of the questions."""
    found, _ = taken.answers(read(text, questions).said)
    return {name: one.answer for name, one in found.items()}


def of(answers: Answers, questions: Sequence[Question] = QUESTIONS) -> dict[str, Answer]:
    """What counts of the form that asks everything, filled so."""
    return answered(filled(form(*QUESTIONS), answers), questions)


@pytest.mark.parametrize(
    ("words", "label", "value", "question", "answer"),
    [
        (GARDEN[1], "tells", "motives", FACETS_A, Shares({1: ((Facet.MOTIVES, 0.9),)})),
        (
            GARDEN[1],
            "tells",
            "Motives / Context 0,8",
            FACETS_A,
            Shares({1: ((Facet.MOTIVES, 0.8), (Facet.CONTEXT, 0.18))}),
        ),
        (GARDEN[3], "tells", "-", FACETS_A, Shares({3: ()})),
        (GARDEN[3], "tells", "none", FACETS_A, Shares({3: ()})),
        (GARDEN[2], "weight", "2", WEIGHTS_A, Weights({2: 2.0})),
        (GARDEN[2], "weight", "٣", WEIGHTS_A, Weights({2: 3.0})),
        (GARDEN[2], "weight", "\u200f1٫5", WEIGHTS_A, Weights({2: 1.5})),
        (PAGE[1], "article", "no", LINES, Kept({1: False})),
        ("Q1", "said by", "2", SPEAKER, Choice(1)),
        ("Q1", "said by", "0", SPEAKER, Choice(None)),
        ("Q1", "said by", "\u2014", SPEAKER, Choice(None)),
        ("P1", "stance", "oppose", STANCE, StanceTaken(Stance.OPPOSE)),
        ("P1", "stance", "none", STANCE, StanceTaken(None)),
        ("D1", "differ", "precision", DISAGREE, Verdict("precision")),
        ("D1", "differ", "-", DISAGREE, Verdict(None)),
    ],
)
def test_a_blank_is_an_answer(words: str, label: str, value: str, question: Question, answer: Answer) -> None:
    """One blank answers its own question and no other."""
    assert of({(words, label): value}) == {digest(question): answer}


def test_those_that_are_not_named_are_apart() -> None:
    """As soon as one of the two blanks is filled, in every question that they stand for."""
    assert of({(MARKET[0], "same as"): NUMBER[GARDEN[0]]}) == {
        digest(OPENED): Relations({1: "same", 2: "apart"}),
        digest(OPENED_LATER): Relations({1: "apart"}),
    }
    assert of({(MARKET[1], "differs from"): f"{NUMBER[GARDEN[2]]} number، {NUMBER[MARKET[0]]} cause"}) == {
        digest(PITCHES): Relations({1: "number", 2: "cause", 3: "apart"})
    }
    assert of({(MARKET[1], "same as"): "-"}) == {
        digest(PITCHES): Relations(dict.fromkeys((1, 2, 3), "apart"))
    }


def test_one_named_wrongly_leaves_the_others_open() -> None:
    """Whoever wrote a number that is not listed, or only as one of its own source, may have meant another."""
    for wrong in ("77", NUMBER[MARKET[0]]):
        text = filled(form(*QUESTIONS), {(MARKET[1], "same as"): f"{NUMBER[GARDEN[2]]} {wrong}"})
        assert answered(text) == {digest(PITCHES): Relations({1: "same"})}, wrong
        assert len(read(text, QUESTIONS).faults) == 1


def test_one_blank_that_cannot_be_read_leaves_the_other() -> None:
    """What the other names counts, and no more."""
    blanks = {(MARKET[1], "same as"): NUMBER[GARDEN[2]], (MARKET[1], "differs from"): "date"}
    assert of(blanks) == {digest(PITCHES): Relations({1: "same"})}
    blanks[MARKET[1], "differs from"] = f"{NUMBER[GARDEN[2]]} date"
    assert of(blanks) == {digest(PITCHES): Relations({1: "same"})}


WRONG: list[tuple[str, str, str]] = [
    *(
        (GARDEN[1], "tells", value)
        for value in ("motive", "motives/", "motives/x", "motives 2", "1", "a b c d")
    ),
    *((GARDEN[1], "weight", value) for value in ("4", "-1", "-", "high", "1e0", "nan", "9" * 400)),
    *((MARKET[0], "same as", value) for value in ("x", "99", "1 date", "1.5", "9" * 5000)),
    *((MARKET[0], "differs from", value) for value in ("1", "1 same", "1 apart", "1 colour", "date 1")),
    *(("Q1", "said by", value) for value in ("3", "-2", "المدير")),
    *(("P1", "stance", value) for value in ("against", "0")),
    *(("D1", "differ", value) for value in ("yes", "conflicts")),
    *((PAGE[1], "article", value) for value in ("true", "1", "-")),
]


@pytest.mark.parametrize(("words", "label", "value"), WRONG)
def test_what_is_no_answer_is_told_with_its_line(words: str, label: str, value: str) -> None:
    """Another word, a number too large: the line is named, and the rest of the form counts."""
    text = filled(form(*QUESTIONS), {(words, label): value, (GARDEN[3], "weight"): "3"})
    found = read(text, QUESTIONS)
    answers, faults = taken.answers(found.said)
    assert {name: one.answer for name, one in answers.items()} == {digest(WEIGHTS_A): Weights({3: 3.0})}
    lines = {one.line for one in (*found.faults, *faults)}
    assert {text.split("\n")[line - 1].rpartition(": ")[2].strip() for line in lines} == {value}


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        **{(words, "tells"): st.sampled_from(FACETS) for words in (*GARDEN[1:], *MARKET)},
        **{(words, "weight"): st.sampled_from("0123") for words in (*GARDEN[1:], *MARKET)},
        **{(words, "article"): st.sampled_from(("yes", "no")) for words in PAGE[1:]},
        ("Q1", "said by"): st.sampled_from("012"),
        ("P1", "stance"): st.sampled_from(STANCES),
        ("D1", "differ"): st.sampled_from(KINDS),
    },
)
NAMED = st.dictionaries(
    st.sampled_from((GARDEN[0], GARDEN[1], GARDEN[2])), st.sampled_from(RELATIONS), min_size=1
)


def raw(question: Question, answers: Answers) -> object:
    """The same answers as they would come over a wire."""
    statements = {one.number: one.text for one in getattr(question, "statements", ())}
    label, field = {
        FACETS_A.__class__: ("tells", "facet"),
        WEIGHTS_A.__class__: ("weight", "weight"),
        LINES.__class__: ("article", "article"),
    }[type(question)]
    values: dict[str, Any] = {"yes": True, "no": False, **{one: int(one) for one in "0123"}}
    return [
        {"number": number, field: values.get(answers[text, label], answers[text, label])}
        for number, text in statements.items()
        if (text, label) in answers
    ]


@given(FIELDS, st.none() | NAMED)
def test_all_that_is_written_comes_back(
    answers: dict[tuple[str, str], str], named: dict[str, str] | None
) -> None:
    """Any blanks filled with any labels answer what the same answers say over a wire."""
    blanks = dict(answers)
    if named is not None:
        same = [NUMBER[words] for words, how in named.items() if how == "same"]
        differ = [f"{NUMBER[words]} {how}" for words, how in named.items() if how != "same"]
        blanks[MARKET[0], "same as"], blanks[MARKET[0], "differs from"] = " ".join(same), ", ".join(differ)
    meant: dict[str, Answer | None] = {}
    for question in QUESTIONS[:5]:
        meant[digest(question)] = heard(question, raw(question, answers)).answer
    for question, name, key in (
        (SPEAKER, "Q1", "said by"),
        (STANCE, "P1", "stance"),
        (DISAGREE, "D1", "differ"),
    ):
        said = answers.get((name, key))
        told_: object = (
            None
            if said is None
            else {"candidate": int(said) if said.isdigit() else 0, "stance": said, "kind": said}
        )
        meant[digest(question)] = heard(question, told_).answer
    for question in (OPENED, OPENED_LATER) if named else ():
        others = {one.text: one.number for one in question.statements}
        entries = [
            {"number": others[words], "as": how} for words, how in (named or {}).items() if words in others
        ]
        meant[digest(question)] = heard(question, entries).answer
    assert of(blanks) == {name: answer for name, answer in meant.items() if answer is not None}


def test_a_form_outlives_a_changed_topic() -> None:
    """Statements are found by their words: others around them, other numbers and candidates do no harm."""
    new = told(0, "جملة جديدة", "a", 7)
    moved = tuple(
        structs.replace(one, number=number) for number, one in enumerate((new, *FACETS_A.statements))
    )
    later = FacetsOf("عنوان آخر", moved, (1, 2, 4), Shares({}))
    pair = related(PITCHES.statements[0], new, PITCHES.statements[1])
    answers = {
        (GARDEN[1], "tells"): "motives",
        (GARDEN[2], "tells"): "context",
        (GARDEN[1], "weight"): "3",
        (MARKET[1], "differs from"): f"{NUMBER[GARDEN[2]]} number",
    }
    text = filled(form(*QUESTIONS), answers)
    found = read(text, (later, pair))
    assert answered(text, (later, pair)) == {
        digest(later): Shares({2: ((Facet.MOTIVES, 0.9),)}),
        digest(pair): Relations({2: "number"}),
    }
    assert len(found.strays) == 2
    assert not found.faults


def test_a_second_answer_to_one_blank_does_not_count() -> None:
    """Neither in a line that stands twice, nor under a head that stands twice."""
    text = filled(form(*QUESTIONS), {(GARDEN[1], "weight"): "3"})
    twice = text.replace("    weight: 3", "    weight: 3\n    weight: 0")
    again = text + text.replace("    weight: 3", "    weight: 0")
    for one in (twice, again):
        assert answered(one) == {digest(WEIGHTS_A): Weights({1: 3.0})}
        assert len(read(one, QUESTIONS).faults) == 1


def test_lines_that_are_none_are_told() -> None:
    """Stray words, a blank of another part and one before any head."""
    text = form(*QUESTIONS).replace("    said by", "    stance: support\n    said by")
    text = f"    weight: 3\n{text}\nweight: 3\n    colour: red\n[x]\n"
    assert answered(text) == {}
    assert read(text, QUESTIONS).faults[0].line == 1
    assert len(read(text, QUESTIONS).faults) == 5


def test_an_editor_may_change_what_nobody_sees() -> None:
    """Line ends of other systems, direction marks, a mark at the top, tabs and lost blanks."""
    text = filled(form(*QUESTIONS), {(GARDEN[1], "weight"): "3", (MARKET[0], "same as"): "1"})
    meant = answered(text)
    marked = text.replace("\n", "\r\n").replace("    weight: 3", "\u200e\tweight :\u200f3 \u200f")
    assert len(meant) == 3
    assert answered("\ufeff" + marked) == meant
    for end in ("\r", "\u2028", "\n\n"):
        assert answered(text.replace("\n", end)) == meant, end


def test_an_editor_may_change_what_everybody_reads() -> None:
    """Other digits, wide blanks, capitals, long letters and soft hyphens say the same."""
    text = filled(form(*QUESTIONS), {(GARDEN[1], "weight"): "3", (GARDEN[1], "tells"): "motives/context"})
    meant = answered(text)
    assert len(meant) == 2
    digits = text.translate({ord(one): chr(0x660 + int(one)) for one in "0123456789"})
    for changed in (
        digits,
        text.replace(" ", "\u00a0"),
        text.replace("    weight", "    Weight"),
        text.replace("weight: 3", "weight: \u200b\u0640٣").replace("motives", "moti\u00adves"),
        re.sub(r"\n\n+", "\n", text),
    ):
        assert answered(changed) == meant
        assert is_form(changed)


@given(st.text(alphabet="[]~ \n\t#>:,/()-0123456789.QPDLwe\u0661\u200f", max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever stands in a file, it is read or told by its line."""
    found = read(f"{form(*QUESTIONS)}{text}", QUESTIONS)
    assert all(fault.line >= 1 for fault in found.faults)


def test_a_long_line_is_read_in_a_moment() -> None:
    """No line makes the reading slow."""
    for line in (
        "    a" + " " * 300_000 + "x",
        "    " + "a" * 300_000,
        "    a (" + "1 " * 300_000,
        "[" + "1" * 300_000,
    ):
        assert len(read(f"{form(*QUESTIONS)}{line}", QUESTIONS).faults) == 1

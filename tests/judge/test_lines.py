"""Questions as JSON lines, and what lines with answers say."""

import json

import pytest

from brief.judge import lines, taken
from brief.judge.answers import points
from brief.judge.filled import read as read_form
from brief.judge.forms import shown
from brief.judge.questions import Answer, Weights, digest
from brief.judge.sheet import Asked
from tests.judge.asked import GARDEN, MARKET, OPENED, QUESTIONS, WEIGHTS_A, filled, form

KNOWN = {digest(one): one for one in QUESTIONS}
OPEN = lines.written([Asked(one, points(one)) for one in QUESTIONS])


def answered(text: str) -> dict[str, Answer]:
    """What counts of the lines, by the names of the questions."""
    found = lines.read(text, KNOWN)
    assert found is not None
    return {name: one.answer for name, one in taken.answers(found.said)[0].items()}


def line(answer: object, name: str = digest(WEIGHTS_A)) -> str:
    """A line that answers a question."""
    return json.dumps({"question": name, "answer": answer})


def test_a_line_shows_a_question_and_has_room_for_its_answer() -> None:
    """What it shows is what every judge is shown; an answer left open is none."""
    told = [json.loads(one) for one in OPEN.splitlines()]
    assert told == [{"question": digest(one), **shown(one), "answer": None} for one in QUESTIONS]
    assert answered(OPEN) == {}


def test_what_is_kept_is_shown_and_is_no_answer() -> None:
    """It stands beside the answer that is asked for, in the same form."""
    text = lines.written([Asked(WEIGHTS_A, points(WEIGHTS_A), Weights({1: 2.0}))])
    assert json.loads(text)["kept"] == [{"number": 1, "weight": 2.0}]
    assert answered(text) == {}


def test_both_forms_say_the_same() -> None:
    """The same answers in either file are the same decisions."""
    raw = {
        digest(WEIGHTS_A): [{"number": 1, "weight": 3}],
        digest(OPENED): [{"number": 1, "as": "same"}],
        digest(QUESTIONS[6]): [],
    }
    text = "".join(
        json.dumps({**told, "answer": raw.get(told["question"])}) + "\n"
        for told in map(json.loads, OPEN.splitlines())
    )
    form_ = filled(form(*QUESTIONS), {(GARDEN[1], "weight"): "3", (MARKET[0], "same as"): "1"})
    came = taken.answers(read_form(form_, QUESTIONS).said)[0]
    assert answered(text) == {name: one.answer for name, one in came.items()}


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        '"x"',
        "{}",
        '{"question": 1, "answer": []}',
        "[" * 100_000,
        '{"question": "\\ud800"}',
        "1" * 6000,
    ],
)
def test_a_line_that_is_none_is_told_and_left(bad: str) -> None:
    """It is named by its number; the others count."""
    text = f"{bad}\n\n{line([{'number': 1, 'weight': 2}])}\n"
    found = lines.read(text, KNOWN)
    assert found is not None
    assert [one.line for one in found.faults] == [1]
    assert answered(text) == {digest(WEIGHTS_A): Weights({1: 2.0})}


def test_what_is_no_answer_is_counted() -> None:
    """Unknown numbers, labels and forms of an answer are dropped one by one."""
    entries = [
        {"number": 1, "weight": 2},
        {"number": 1, "weight": 3},
        {"number": 9, "weight": 1},
        {"number": 2},
        7,
    ]
    huge = {"number": 3, "weight": 10**30}
    found = lines.read(f"{line([*entries, huge])}\n{line('3')}\n", KNOWN)
    assert found is not None
    answers, faults = taken.answers(found.said)
    assert {name: one.answer for name, one in answers.items()} == {digest(WEIGHTS_A): Weights({1: 2.0})}
    assert [(one.line, one.why.values["number"]) for one in faults] == [(1, 5), (2, 1)]


def test_a_question_that_is_asked_no_more_is_told() -> None:
    """An answer to it is a stray line; without an answer it is nothing."""
    found = lines.read(f"{line([], 'f' * 20)}\n{line(None, 'e' * 20)}\n", KNOWN)
    assert found is not None
    assert [one.line for one in found.strays] == [1]


@pytest.mark.parametrize("text", ["", "مقال عن حديقة\nجديدة", "{}\n[]\n"])
def test_another_file_is_no_form(text: str) -> None:
    """Where no line is a question the file is another one."""
    assert lines.read(text, KNOWN) is None

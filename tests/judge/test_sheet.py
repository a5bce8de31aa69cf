"""The form that a person fills in: every statement once, blanks where something is asked, no forged line."""

import re
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.judge import blanks, marks, sheet
from brief.judge.answers import points
from brief.judge.filled import read
from brief.judge.forms import FACETS, KINDS, RELATIONS, STANCES
from brief.judge.questions import (
    FacetsOf,
    Question,
    Shares,
    Weights,
    digest,
)
from brief.judge.sheet import Asked
from brief.language import available, resource
from tests.judge.asked import (
    DISAGREE,
    FACETS_A,
    GARDEN,
    KEPT,
    LINES,
    MARKET,
    OPENED,
    OPENED_LATER,
    PITCHES,
    QUESTIONS,
    SPEAKER,
    STANCE,
    WEIGHTS_A,
    filled,
    form,
    numbers,
    told,
)


def block(text: str, words: str) -> list[str]:
    """The blanks under the statement of these words."""
    under = text.split(f"] {words}\n", 1)[1]
    return [line.strip() for line in re.split(r"\n(?! )", under)[0].split("\n")]


def test_every_statement_stands_once_in_its_article_and_order() -> None:
    """However many questions show a statement, a form does once, and numbers go from top to bottom."""
    text = form(*QUESTIONS)
    shown = re.findall(r"^\[\d+ ~[\d.]+\] (.*)$", text, re.MULTILINE)
    assert shown == [*GARDEN, *MARKET]
    assert [numbers(text)[words] for words in shown] == list("1234567")
    assert text.index("## حديقة جديدة · 2019-03-14") < text.index(GARDEN[0])
    assert text.index("## باعة السوق") < text.index(MARKET[0])


def test_blanks_stand_where_something_is_asked() -> None:
    """One that is only leaned on has none; candidates are named by their numbers, without those within."""
    text = form(*QUESTIONS)
    assert text.split(f"] {GARDEN[0]}\n")[1].startswith("\n[")
    assert block(text, GARDEN[1]) == ["tells:", "weight:"]
    assert block(text, MARKET[0])[2:] == ["same as (of 1 2 3):", "differs from (of 1 2 3):"]
    assert block(text, MARKET[1])[2:] == ["same as (of 3 4):", "differs from (of 3 4 5):"]


def test_what_is_answered_has_no_blank() -> None:
    """Only the numbers still asked about can be filled."""
    text = sheet.written((FACETS_A,), [Asked(FACETS_A, (2,))], {})
    assert text.count("tells:") == 1
    assert block(text, GARDEN[2]) == ["tells:"]


def test_what_stands_by_itself_shows_its_words() -> None:
    """A quotation with its candidates, a stance with its holder, a disagreement with its passages."""
    text = form(SPEAKER, STANCE, DISAGREE, LINES)
    assert "> قال المدير: نعم\n> » نعم\n> 1. المدير\n> 2. الوزير\n    said by (of 0 1 2): \n" in text
    assert "> رحب المدير بالقرار\n> » المدير\n    stance (support" in text
    assert "> عدد الملاعب\n> 1. تضم الحديقة 12 ملعبا\n> 2. فيها 11 ملعبا\n    differ (conflict" in text
    assert text.count("article (yes no): ") == 2


def test_a_mark_is_made_of_words() -> None:
    """It outlives another source, place and number; the same words twice have two marks."""
    one, two, other = told(0, "جملة", "a"), told(4, "جملة", "b", 7), told(1, "أخرى", "a", 9)
    first, alone = (
        marks.statements([FacetsOf(None, seen, (0,), Shares({}))]) for seen in ((one, two, other), (two,))
    )
    assert sorted(first.values()) == sorted({*first.values()})
    assert first[marks.key(one)] == alone[marks.key(two)]
    assert first[marks.key(two)] == f"{alone[marks.key(two)]}.2"


def test_a_mark_has_no_letter() -> None:
    """An editor that takes a line's direction from its first letter takes it from the source's words."""
    heads = [line for line in form(*QUESTIONS).splitlines() if re.match(r"\[\d", line)]
    assert heads
    assert all(re.fullmatch(r"\[[\d ~.]+\] [\u0600-\u06ff].*", line) for line in heads)


HOSTILE = (
    "weight: 3",
    "    weight: 3",
    "جملة\n    weight: 3\n",
    "جملة\r    tells: motives\u2028    tells: motives\u0085    weight: 3\x0b    weight: 3",
    "[1 ~000000000] جملة",
    "جملة\n[2 ~000000001] أخرى\n    same as (of 1): 1",
    "# brief judge: form 1",
    "\u202e\u2066weight: 3\u2069\u202c",
    "> 1. الوزير\n    said by: 1",
    "== quotes ==",
    "\x00\x1b[31m",
    "\n",
)


def hostile(words: str) -> tuple[Question, ...]:
    """Questions of every kind whose every text is `words`."""
    statement = structs.replace(told(0, words), heading=words, lead=words)
    other = structs.replace(statement, number=1, source="b")
    return (
        structs.replace(FACETS_A, title=words, statements=(statement,), asked=(0,)),
        structs.replace(PITCHES, statements=(statement, other), within=()),
        structs.replace(LINES, title=words, statements=(statement,), asked=(0,)),
        structs.replace(SPEAKER, passage=words, start=0, end=len(words), candidates=(words,)),
        structs.replace(STANCE, passage=words, actor=words),
        structs.replace(DISAGREE, topic=words, statements=(statement, other)),
    )


def shape(text: str) -> list[str]:
    """How the lines of a form begin, those left out that explain."""
    return [line[:2] for line in text.split("\n") if not line.startswith("#")]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_source_writes_no_line_of_a_form(words: str) -> None:
    """Whatever a source says, an empty form answers nothing and has as many lines as another."""
    questions = hostile(words)
    text = form(*questions)
    assert read(text, questions) == read("", ())
    assert shape(text) == shape(form(*hostile("جملة")))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]", text
    )


@pytest.mark.parametrize("width", [8, 9, 12, 20, 72])
def test_a_line_that_is_broken_answers_nothing(width: int) -> None:
    """A program of letters may break lines: what it sets at a line's beginning is no blank."""
    questions = hostile(
        "قال الناطق weight: 3 ثم tells: motives وقال stance: support و said by: 1 article: yes"
    )
    broken = "\n".join(part for line in form(*questions).split("\n") for part in wrap(line, width) or [""])
    assert not read(broken, questions).said


@given(st.text(max_size=60))
def test_no_text_at_all_writes_a_line_of_a_form(words: str) -> None:
    """The same of any text."""
    questions = hostile(words)
    assert read(form(*questions), questions) == read("", ())


@pytest.mark.parametrize("code", available())
def test_every_language_explains_every_blank_and_label(code: str) -> None:
    """The legend has words for each part, and names all that can be written there."""
    legend = sheet.explained(resource(code, "judge/sheet.txt").decode())
    labels = {
        "kept": ("open", "same as", "differs from"),
        "head": ("tells:", "weight:", "same as:", "differs from:", *FACETS, *RELATIONS),
        "lines": ("article:", "yes", "no"),
        "quotes": ("said by:",),
        "positions": ("stance:", *STANCES),
        "disagreements": ("differ:", *KINDS),
    }
    assert set(legend) == set(labels)
    for part, named in labels.items():
        assert all(label in legend[part] for label in named), part
    for kept in (None, Weights({})):
        asked = [Asked(one, points(one), kept) for one in QUESTIONS]
        text = sheet.written(QUESTIONS, asked, legend)
        assert read(text, QUESTIONS) == read("", ())
        assert blanks.is_form(text)
        assert (legend["kept"].split("\n")[0] in text) == (kept is not None)


def test_what_is_kept_stands_before_the_colon() -> None:
    """Each blank shows the answer that there is, and to whom nobody said any; empty it is none."""
    asked = [Asked(one, points(one), KEPT.get(digest(one))) for one in QUESTIONS]
    text = sheet.written(QUESTIONS, asked, {})
    assert block(text, GARDEN[1]) == ["tells [motives/context 0.8]:", "weight [0]:"]
    assert block(text, GARDEN[2]) == ["tells [none]:", "weight:"]
    assert block(text, GARDEN[3]) == ["tells:", "weight [2.5]:"]
    assert block(text, MARKET[0])[2:] == [
        "same as (of 1 2 3) [1; open 2]:",
        "differs from (of 1 2 3) [3 date; open 2]:",
    ]
    assert block(text, MARKET[1])[2:] == ["same as (of 3 4) [-]:", "differs from (of 3 4 5) [-]:"]
    for line in (
        "article (yes no) [no]: ",
        "said by (of 0 1 2) [0]: ",
        "stance (support oppose neutral mixed concerned none) [mixed]: ",
        "differ (conflict precision typo none) [none]: ",
    ):
        assert f"    {line}\n" in text
    assert read(text, QUESTIONS) == read("", ())
    changed = filled(text, {(GARDEN[1], "weight"): "3", (MARKET[0], "same as"): "2"})
    assert [(one.question, one.told) for one in read(changed, QUESTIONS).said] == [
        (WEIGHTS_A, [{"number": 1, "weight": 3.0}]),
        (OPENED, []),
        (OPENED_LATER, [{"number": 1, "as": "same"}]),
    ]

"""Lines of a text as rows: where they stand, and what their form says."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.clean.rows import Row, rows
from brief.model import Hint
from tests.builders import mixed_texts, pages

PARAGRAPH = (
    "افتتحت بلدية النخيل صباح أمس حديقة جديدة عند مدخل السوق "
    "القديم بعد عامين من الأعمال التي عطلت حركة الباعة "
    "والزوار، وتضم الحديقة ملعبا للأطفال وممرا مظللا يصل بين "
    "المكتبة ومحطة الحافلات في طرف الحي، وفيها مقاعد تكفي "
    "مئتي زائر، وقد زرعت البلدية فيها مئة نخلة ومئة زيتونة جاءت بها من المشتل القديم."
)


def row(text: str) -> Row:
    """The only row of a line."""
    (only,) = rows(text)
    return only


@given(st.one_of(pages, mixed_texts))
def test_rows_hold_every_letter_once_and_in_order(text: str) -> None:
    """What stands between the rows of any text is blank."""
    last = 0
    for one in rows(text):
        assert not text[last : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip() != ""
        last = one.end
    assert not text[last:].strip()


def test_lines_broken_at_the_width_of_the_page_are_one_row() -> None:
    """A paragraph printed at seventy letters a line is a paragraph; a blank line still ends it."""
    broken = "\n".join(wrap(PARAGRAPH, 70))
    first, second = rows(f"{broken}\n\n{broken}")
    assert first.text == second.text == PARAGRAPH
    assert first.text != broken


def test_lines_that_had_room_for_the_next_word_are_rows_of_their_own() -> None:
    """Titles and sentences below each other are not one paragraph, however alike their lengths."""
    lines = [f"{PARAGRAPH[:90]} {number}." for number in range(12)]
    assert len(rows("\n".join(lines))) == len(lines)


def test_a_hint_belongs_to_the_row_that_begins_with_it() -> None:
    """What the format says of a line is known of its row."""
    text = "عنوان\nنص المقال كله."
    heading = Hint(0, 5, "heading")
    assert [one.hint for one in rows(text, (heading,))] == [heading, None]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء.", True),
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء", False),
        ("هل تفتح الحديقة كل صباح من الثامنة إلى العاشرة؟", False),
        ("• وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء", False),
        ("• وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء ما عدا أيام المطر.", True),
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء.\u200f", True),
        ("\u202bوتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء.\u202c", True),
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء.[1]", True),
        ("**وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء.**", True),
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء. https://a.example/b #حديقة", True),
        ("وتفتح الحديقة كل صباح من الثامنة إلى العاشرة…", False),
        ("وتفتح الحديقة.", False),
    ],
)
def test_prose_is_told_by_length_and_end(line: str, *, prose: bool) -> None:
    """A title, a short question, an open point and a teaser are none; unseen marks do not count."""
    assert row(line).prose is prose


@pytest.mark.parametrize(
    ("line", "cells"),
    [("الري\t212\t158", 3), ("الري | 212 | 158", 3), ("حديقة السوق | النخيل", 2), ("الري", 1)],
)
def test_a_row_of_a_table_has_columns(line: str, cells: int) -> None:
    """Tabs and bars set columns apart."""
    assert row(line).cells == cells


@pytest.mark.parametrize(
    ("line", "listed"), [("1. أولا", True), ("(٢) ثانيا", True), ("• ثالثا", True), ("2019 كان عاما", False)]
)
def test_a_point_of_a_list_opens_with_its_mark(line: str, *, listed: bool) -> None:
    """Numbers and bullets make points; a year does not."""
    assert row(line).listed is listed


def test_a_page_without_stops_has_prose() -> None:
    """Where no paragraph ends in a stop, the long rows are the paragraphs."""
    line = "وتفتح الحديقة كل صباح من الثامنة إلى العاشرة مساء ما عدا أيام المطر"
    assert all(one.prose for one in rows("\n\n".join([line] * 4)))
    assert not rows(line)[0].prose


def test_lines_are_joined_beside_those_that_the_format_tells() -> None:
    """A heading that is known as one does not keep the lines below it apart."""
    broken = "\n".join(wrap(PARAGRAPH, 70))
    heading = Hint(0, 7, "heading")
    assert [one.text for one in rows(f"العنوان\n{broken}\n\n{broken}", (heading,))][1:] == [PARAGRAPH] * 2

"""Folding, and the way back from a folded copy to the words of the source."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.errors import TopicError
from brief.language import available, direction_of, fold, load, read_in, readable, resource, table, view
from tests.builders import mixed_texts


@given(mixed_texts)
@example("\ufc5e")
@example("\ufe70 \ufe77")
@example("\u0130stanbul")
def test_folding_twice_changes_nothing(text: str) -> None:
    """A matching key is its own key."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأُولى", "الاولي"),
        ("مكتبـــة", "مكتبه"),
        ("آثار إنارة", "اثار اناره"),
        ("١٢ و ۳", "12 و 3"),
        ("\ufefb بأس", "لا باس"),
        ("سوق\u00a0الحي", "سوق الحي"),
        ("\u200fالحي\u200e", "الحي"),
        ("مسؤول", "مسوول"),
        ("LED", "led"),
    ],
)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    """Marks, tatweel, hamza carriers, digits and presentation forms make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("حي", "حر"), ("٤", "٥"), ("باب", "بب")])
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    """Folding takes no letter and no digit away."""
    assert fold(one) != fold(other)


@given(mixed_texts)
def test_a_view_reads_as_the_key(text: str) -> None:
    """The text of a view is the folded text, with an origin for each character, in order."""
    seen = view(text)
    assert seen.text == fold(text)
    assert len(seen.offsets) == len(seen.text)
    assert list(seen.offsets) == sorted(seen.offsets)


@given(mixed_texts, st.data())
def test_a_view_finds_its_way_back(text: str, data: st.DataObject) -> None:
    """The original span of any folded piece folds to text that holds the piece."""
    seen = view(text)
    start = data.draw(st.integers(0, len(seen.text)))
    end = data.draw(st.integers(start, len(seen.text)))
    first, last = seen.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert seen.text[start:end] in fold(text[first:last])
    assert seen.span(len(seen.text), len(seen.text)) == (len(text), len(text))


@given(mixed_texts)
def test_a_view_knows_where_a_character_went(text: str) -> None:
    """`position` is the inverse of `span` for every character that is kept."""
    seen = view(text)
    for place, original in enumerate(seen.offsets):
        assert seen.offsets[seen.position(original)] == original
        assert seen.position(original) <= place


def test_a_language_is_a_folder_of_data() -> None:
    """Arabic is found by its folder and says how it is written."""
    arabic = load("ar")
    assert "ar" in available()
    assert (arabic.code, arabic.direction, arabic.script) == ("ar", "rtl", "Arab")
    assert table("ar", "language")["name"] == arabic.name
    assert resource("ar", "language.toml").decode().startswith("name")


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    """The message names the code that was asked for and the codes that can be used."""
    with pytest.raises(TopicError, match=r"'xx'.*\bar\b"):
        load("xx")


def test_a_frame_and_the_language_it_is_read_in() -> None:
    """English frames texts in the language that can be read; Arabic frames its own."""
    assert set(readable()) < set(available())
    assert load("en").direction == "ltr"
    assert (read_in("en").code, read_in("en").frame, read_in("en").direction) == ("ar", "en", "rtl")
    assert read_in("ar") == load("ar")


@pytest.mark.parametrize(
    ("text", "direction"), [("ميناء", "rtl"), ("port", "ltr"), ("ميناء SDF قديم", "rtl"), ("12 - 14", None)]
)
def test_the_way_a_text_runs_is_that_of_most_of_its_letters(text: str, direction: str | None) -> None:
    """Digits and signs have no direction of their own."""
    assert direction_of(text) == direction

"""Words of a source in a frame: their digits, and in a frame of another direction their language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.framed import printed, tongue, verbatim
from brief.words import END_OF_ISOLATE, ISOLATE, Words, words
from tests.builders import mixed_texts

ARABIC, ENGLISH = words("ar", "ar_EG"), words("en", "en_GB")
EASTERN = words("ar", "ar_EG@numbers=arab")
SPAN = '<span lang="ar" dir="rtl">{}</span>'


def test_a_source_in_an_english_frame_carries_its_language() -> None:
    """Arabic words are set right to left and said to be Arabic; English ones stand as they are."""
    assert printed("ميناء البحيرة", ENGLISH) == SPAN.format("ميناء البحيرة")
    assert tongue("ميناء البحيرة", ENGLISH) == ' lang="ar" dir="rtl"'
    assert printed("Lake port", ENGLISH) == "Lake port"
    assert tongue("Lake port", ENGLISH) == tongue(None, ENGLISH) == ""


def test_an_arabic_frame_says_nothing_of_the_language() -> None:
    """What runs as the page does needs no mark, nor do Latin names in it."""
    assert printed("ميناء البحيرة", ARABIC) == "ميناء البحيرة"
    assert tongue("Lake port", ARABIC) == tongue("ميناء", ARABIC) == ""


def test_a_sentence_of_both_languages_keeps_its_order() -> None:
    """Each name is set apart by itself, with the words and blanks between them in their places."""
    said = ENGLISH.say("%(subject)s and %(counterpart)s", subject="ميناء البحيرة", counterpart="مصنع النور")
    assert said == f"{ISOLATE}ميناء البحيرة{END_OF_ISOLATE} and {ISOLATE}مصنع النور{END_OF_ISOLATE}"
    assert printed(said, ENGLISH) == f"{SPAN.format('ميناء البحيرة')} and {SPAN.format('مصنع النور')}"


def test_countries_and_measures_have_names_in_the_frame() -> None:
    """What the language data has an English word for is said in English, in brackets too."""
    assert ENGLISH.word("سوريا") == "Syria"
    assert ENGLISH.word("حجم التجارة") == "Trade"
    assert ENGLISH.word("حجم التجارة (سوريا)") == "Trade (Syria)"
    assert ARABIC.word("سوريا") == "سوريا"


def test_markup_and_stray_isolates_of_a_source_are_text() -> None:
    """A source can neither open an element nor turn the line that it stands in."""
    shown = printed(f"<b>ميناء</b>{END_OF_ISOLATE} {ISOLATE}البحيرة", ENGLISH)
    assert "<b>" not in shown
    assert not set(shown) & {ISOLATE, END_OF_ISOLATE}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("بلغ 4.4 دولار", "بلغ ٤٫٤ دولار"),
        ("1,200,000 نسمة", "١٬٢٠٠٬٠٠٠ نسمة"),
        ("60% منهم", "٦٠٪ منهم"),
        ("في 24/6/2024", "في ٢٤/٦/٢٠٢٤"),
        ("بند 1.2.3", "بند ١.٢.٣"),
        ("طائرة F-16", "طائرة F-16"),
        ("https://a.example/2024/6", "https://a.example/2024/6"),
        ("كوفيد COVID-19 عام 2020", "كوفيد COVID-19 عام ٢٠٢٠"),
    ],
)
def test_a_document_has_one_family_of_digits(text: str, shown: str) -> None:
    """Numbers of a source take the digits of the document with their separators; Latin names keep theirs."""
    assert EASTERN.numerals(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("٤٫٤ دولار", "4.4 دولار"), ("١٬٢٠٠", "1,200"), ("۶۰٪", "60%"), ("60%", "60%")]
)
def test_european_digits_are_the_rule(text: str, shown: str) -> None:
    """Digits of either Arabic family become European where the document has these."""
    assert ARABIC.numerals(text) == ENGLISH.numerals(text) == shown


@given(mixed_texts)
def test_no_line_mixes_families_of_digits(text: str) -> None:
    """A number in the other family is left in no line, but for names in Latin letters."""
    assert not re.search("[\u0660-\u0669\u06f0-\u06f9]", ARABIC.numerals(text))
    bare = re.sub(r"(?:https?://|www\.)\S*|[0-9_.+#/@:-]*[A-Za-z][A-Za-z0-9_.+#/@:-]*", "", text)
    assert not re.search("[0-9]", EASTERN.numerals(bare))


@given(st.text(max_size=60))
def test_turning_digits_twice_changes_nothing(text: str) -> None:
    """A line that has the digits of the document keeps them."""
    for said in (ARABIC, EASTERN):
        assert said.numerals(said.numerals(text)) == said.numerals(text)


@pytest.mark.parametrize("said", [ARABIC, EASTERN, ENGLISH])
def test_the_annex_keeps_the_letters_of_its_source(said: Words) -> None:
    """A passage of the annex is what the source has, digits too."""
    assert verbatim("بلغ ٤٫٤ و5", said) == "بلغ ٤٫٤ و5"


def test_a_line_without_end_is_set_in_time() -> None:
    """The patterns do not grow with the square of a hostile line."""
    assert len(EASTERN.numerals("1-" * 100_000 + "." * 100_000)) == 300_000

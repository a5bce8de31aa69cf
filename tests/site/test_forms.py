"""Forms of words: what a reader asks for meets what a text says, whatever is written onto either."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.language import fold, load
from brief.site.forms import LEAST, folding, forms, words

ARABIC = load("ar")
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=12)


def meet(asked: str, said: str) -> bool:
    """Whether a word that is asked for finds a text that says another."""
    return bool({*forms(fold(asked), ARABIC)} & {*forms(fold(said), ARABIC)})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("فيتنام", "الفيتنامية"),
        ("الفيتنامية", "فيتنام"),
        ("فيتنام", "وبالفيتناميين"),
        ("لبنان", "اللبنانية"),
        ("إيران", "الايرانيون"),
        ("روسيا", "الروسية"),
        ("وزارة", "الوزارة"),
        ("الوزارات", "لوزارته"),
        ("اتفاقية", "الإتفاقيّات"),
        ("زيارة", "بزيارته"),
        ("مدرسه", "المدرسة"),
        ("قرى", "القري"),
    ],
)
def test_forms_of_one_word_meet(asked: str, said: str) -> None:
    """Article, particles, endings and ways of writing keep nobody from finding a word, either way round."""
    assert meet(asked, said)
    assert meet(said, asked)


@pytest.mark.parametrize(("asked", "said"), [("إيران", "الإيرادات"), ("اليمن", "اليمين"), ("مصر", "مصرف")])
def test_other_words_do_not_meet(asked: str, said: str) -> None:
    """A word that only begins alike is another word."""
    assert not meet(asked, said)


@given(LETTERS)
def test_a_word_is_its_own_first_form(word: str) -> None:
    """The word itself comes first, then shorter forms of three letters or more, each once."""
    found = forms(fold(word), ARABIC)
    assert found[0] == fold(word)
    assert len(set(found)) == len(found)
    assert all(LEAST <= len(form) < len(found[0]) for form in found[1:])
    assert [len(form) for form in found] == sorted((len(form) for form in found), reverse=True)


def test_words_are_folded() -> None:
    """Marks, dots and digits of either kind make no other word."""
    assert words("«الأُولى»، ٢٠٢٤!") == ["الاولي", "2024"]


def test_the_keys_told_to_the_script_fold_as_the_language_does() -> None:
    """Each letter that a reader types has in the script the key that it has here."""
    keys = folding(ARABIC).keys
    for text in ("آإأٱىةؤئ", "٠١٢٣٤٥٦٧٨٩", "ـًٌٍَُِّْ", "ﻻ ﷲ ﮎ", "Ünion ABC", "۴۵"):
        assert "".join(keys.get(letter, letter.lower()) for letter in text) == fold(text)
    assert re.search("[\u0620-\u064a]", json.dumps(keys, ensure_ascii=False))

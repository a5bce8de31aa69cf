"""Roots by the measures of Arabic."""

import pytest
from hypothesis import given

from brief.language import fold
from brief.same.roots import root
from tests.builders import ARABIC, mixed_texts


@pytest.mark.parametrize(
    "words",
    [
        ("اتفاق", "اتفاقية", "والاتفاقيات", "يتفق"),
        ("سلاح", "أسلحة", "بالتسليح"),
        ("محكمة", "المحاكم"),
        ("احتفل", "احتفالات"),
        ("زار", "زيارة"),
        ("مبادرة", "بادر"),
    ],
)
def test_forms_of_one_root_meet(words: tuple[str, ...]) -> None:
    """Noun, verb and broken plural, with whatever is written onto them, have one root."""
    assert len({root(fold(word), ARABIC) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("كتاب", "حساب"), ("زيارة", "تجارة"), ("رفع", "دفع")])
def test_other_roots_stay_apart(one: str, other: str) -> None:
    """Words of one measure and different radicals do not meet."""
    assert root(fold(one), ARABIC) != root(fold(other), ARABIC)


@given(mixed_texts)
def test_every_word_has_a_root(text: str) -> None:
    """No word is too short or too strange to be asked about, and none becomes nothing."""
    for word in fold(text).split():
        assert root(word, ARABIC)

"""The letters that carry grammar, and how particles are written onto words."""

import msgspec
import pytest

from brief.language import fold, load, table
from brief.morphology import Morphology, morphology

LETTERS = morphology(load("ar"))


@pytest.mark.parametrize(
    ("clitic", "word", "written"),
    [
        ("", "البحر", "البحر"),
        ("و", "البحر", "والبحر"),
        ("ل", "البحر", "للبحر"),
        ("ول", "البحر", "وللبحر"),
        ("ل", "بحر", "لبحر"),
    ],
)
def test_the_article_loses_its_alif_after_li(clitic: str, word: str, written: str) -> None:
    """A particle is written onto its word; only l- changes the article."""
    assert LETTERS.attach(clitic, word) == written


def test_affixes_compared_with_folded_words_are_folded() -> None:
    """Whatever spelling the file has, what is compared with folded words is folded."""
    for key in table("ar", "morphology")["folded"]:
        value = getattr(LETTERS, key)
        assert value
        assert all(fold(one) == one for one in ([value] if isinstance(value, str) else value))


def test_letters_compared_with_print_keep_what_folding_drops() -> None:
    """Ta marbuta, nunation and the two final yas are told apart only before folding."""
    assert LETTERS.dotted_ya != LETTERS.undotted_ya
    assert fold(LETTERS.dotted_ya) == fold(LETTERS.undotted_ya)
    assert len(LETTERS.nominal) == 4
    assert fold(LETTERS.tatweel) == ""


def test_a_misspelt_key_is_an_error() -> None:
    """A key that no field reads does not pass in silence."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**msgspec.to_builtins(LETTERS), "artikle": ""}, Morphology)

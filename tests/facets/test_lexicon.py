"""Cue words among words."""

from hypothesis import given

from brief.facets import lexicon
from brief.language import fold
from tests.builders import ARABIC, mixed_texts


def groups(text: str) -> set[str]:
    """The groups of cue words in `text`."""
    return {cue.group for cue in lexicon.find(fold(text).split(), ARABIC) if cue.name == "cues"}


def test_a_cue_is_known_behind_particles_and_the_article() -> None:
    """«بالقلق» and «والقلق» hold «قلق»; a verb has neither article nor preposition before it."""
    assert "feeling" in groups("شعر بالقلق")
    assert "feeling" in groups("والقلق يسود")
    assert "judging" in groups("ورحبت الجمعية")
    assert "judging" not in groups("قبل برفضوا")


def test_phrases_need_all_of_their_words_in_order() -> None:
    """«من جانبه» is one cue; its words apart are none."""
    assert "turn" in groups("من جانبه أوضح الأمين")
    assert "turn" not in groups("من الأمين جانبه")


def test_an_open_word_goes_on() -> None:
    """«تهديد*» finds «تهديدات» and not «هدد» alone."""
    assert "consequence" in groups("تهديدات الجفاف")
    assert "consequence" not in groups("السد الجديد")


@given(mixed_texts)
def test_every_cue_stands_where_it_says(text: str) -> None:
    """The place of a cue is a place among the words."""
    words = fold(text).split()
    assert all(0 <= cue.place < len(words) for cue in lexicon.find(words, ARABIC))

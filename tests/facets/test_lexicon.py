"""Cue words among words."""

from hypothesis import given

from brief.facets import lexicon
from brief.facets.seen import read
from brief.language import fold
from tests.builders import ARABIC, mixed_texts
from tests.facets.builders import told


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


def test_what_is_spelled_as_a_noun_is_no_verb() -> None:
    """«قضية» folds like «قضيه», a form of «قضى»; its last letter tells them apart."""
    assert "terms" not in {cue.group for cue in read(told("والملف قضية قديمة"), ARABIC)[0].cues()}
    assert "terms" in {cue.group for cue in read(told("ويقضي العقد بالتسليم"), ARABIC)[0].cues()}


def test_the_last_word_of_an_open_phrase_goes_on() -> None:
    """«على أن ي*» finds «على أن يدفع» and neither «على أن الباعة» nor a phrase cut short."""
    assert "terms" in groups("على أن يدفع الباعة")
    assert "terms" not in groups("على أن الباعة")
    assert "terms" not in groups("على أن")


@given(mixed_texts)
def test_every_cue_stands_where_it_says(text: str) -> None:
    """The place of a cue is a place among the words."""
    words = fold(text).split()
    assert all(0 <= cue.place < len(words) for cue in lexicon.find(words, ARABIC))

"""How near texts are in wording."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.language import fold
from brief.similarity import COMMON_COUNT, Near, Neighbour, Vectors, neighbours, stem, stems, vectors
from tests.builders import ARABIC, WORDS, mixed_texts

GARDEN = "افتتحت البلدية حديقة النخيل عند مدخل السوق القديم"
GARDEN_TOO = "حديقة النخيل افتتحتها البلدية أمس عند مدخل السوق"
WATER = "انقطع الماء عن بيوت التل الشرقي أسبوعين"
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=8)


def of(*lines: str) -> Vectors:
    """The vectors of some lines."""
    return vectors(lines, ARABIC)


def test_a_text_is_nearest_to_itself_and_far_from_what_shares_nothing() -> None:
    """The same words give 1, a paraphrase less, another matter nearly nothing."""
    made = of(GARDEN, GARDEN, GARDEN_TOO, WATER)
    assert made.cosine(0, 1) == pytest.approx(1)
    assert 0.4 < made.cosine(0, 2) < 1
    assert made.cosine(0, 3) < 0.1


def test_clitics_and_endings_keep_words_near() -> None:
    """«وبالحديقة» and «حديقتها» are nearer to «الحديقة» than to another word."""
    made = of("الحديقة", "وبالحديقة", "الجسر")
    assert made.cosine(0, 1) > made.cosine(0, 2)


@given(texts)
def test_cosines_lie_between_nothing_and_one(lines: list[str]) -> None:
    """A cosine does not depend on the order of its two texts and stays within 0 and 1."""
    made = of(*lines)
    for one, other in combinations(range(len(lines)), 2):
        assert made.cosine(one, other) == pytest.approx(made.cosine(other, one))
        assert -1e-9 <= made.cosine(one, other) <= 1 + 1e-9


@given(texts, st.floats(0, 0.9))
def test_neighbours_are_mutual_sorted_and_near_enough(lines: list[str], minimum: float) -> None:
    """Who is a neighbour has this one as a neighbour; the nearest comes first; none is itself."""
    near = neighbours(of(*lines), minimum)
    assert len(near) == len(lines)
    for index, found in enumerate(near):
        cosines = [neighbour.cosine for neighbour in found]
        assert cosines == sorted(cosines, reverse=True)
        assert all(cosine >= minimum for cosine in cosines)
        for neighbour in found:
            assert neighbour.index != index
            assert set(stems(lines[index], ARABIC)) & set(stems(lines[neighbour.index], ARABIC))
            assert any(back.index == index for back in near[neighbour.index])


def test_the_neighbours_of_a_text_are_those_that_were_found() -> None:
    """Neighbours keep their order and stand with their own text, also beside texts that have none."""
    found = [(Neighbour(0.5, 2), Neighbour(0.25, 1)), (), (Neighbour(0.5, 0),)]
    assert list(Near.of(found)) == found
    assert Near.of(found)[2] == found[2]
    assert list(Near.of([])) == []


def test_a_word_of_every_text_brings_nobody_together() -> None:
    """Texts that share only a word that all of them hold are no neighbours."""
    others = ("الجسر طويل", "المكتبة مغلقة", "الحافلة متأخرة", "الساحة واسعة", "الميدان مظلم")
    assert not any(neighbours(of(*(f"البلدية {line}" for line in others)), 0.0))


def test_what_very_many_tell_brings_them_together() -> None:
    """In a large topic the words of one matter are common too; those who tell it meet all the same."""
    told = [f"{GARDEN} {number}" for number in range(COMMON_COUNT + 40)]
    others = [f"{WATER} {number}" for number in range(1000, 1500)]
    near = neighbours(of(*told, *others), 0.1)
    for number, found in enumerate(near):
        assert found
        assert all((one.index < len(told)) == (number < len(told)) for one in found)


@given(mixed_texts)
def test_a_stem_keeps_three_letters(text: str) -> None:
    """Whatever is cut off a word, a word of three letters or more keeps three, and they are its own."""
    for word in fold(text).split():
        cut = stem(word, ARABIC)
        assert cut in word
        assert len(cut) >= min(3, len(word))


@pytest.mark.parametrize(
    ("word", "root"),
    [("والحديقة", "حديق"), ("للسوق", "سوق"), ("ساكنين", "ساكن"), ("وزير", "وزير"), ("بيت", "بيت")],
)
def test_a_stem_is_the_word_without_its_clothes(word: str, root: str) -> None:
    """Article, proclitics and the commonest endings go; a first letter that may be the word's own stays."""
    assert stems(word, ARABIC) == [fold(root)]

"""What passages are about."""

from hypothesis import given

from brief.gist import diverge, gist, sentence_of, stem_of
from brief.language import load
from tests.builders import document, mixed_texts

ARABIC = load("ar")


def about(text: str) -> set[str]:
    """The stems of a text."""
    return set(gist(text, ARABIC).stems)


def test_numbers_units_names_and_small_words_are_about_nothing() -> None:
    """What is counted is; how many of it there are, and at how many dollars, is not."""
    assert about("في مصر 54 منتجا ثمنها أربعة ملايين دولار") == about("نحو 12 منتجا ثمنها 7 دنانير")
    assert about("نحو 12 منتجا ثمنها 7 دنانير")
    assert gist("في مصر 54 منتجا", ARABIC).names == {"EG"}


def test_forms_of_a_word_are_one() -> None:
    """Article, particles and the accusative do not tell words apart."""
    assert stem_of("اتفاقًا", ARABIC) == stem_of("الاتفاق", ARABIC) == stem_of("اتفاق", ARABIC)


def apart(one: str, other: str) -> bool:
    """Whether two passages diverge."""
    return diverge(gist(one, ARABIC), gist(other, ARABIC))


def test_what_a_word_governs_tells_places_and_goods_apart() -> None:
    """A noun of place or goods that goes on otherwise is another; a stop between words governs nothing."""
    assert apart("في قرية الزيتون", "في قرية النخيل")
    assert apart("صادرات القمح", "صادرات الذرة")
    assert not apart("قرية الزيتون", "قرية الزيتون البعيدة")
    assert not apart("تصدير المنتجات، خاصة المعادن", "تصدير المنتجات، منها الحديد")
    assert apart("اجتماع مصر وكينيا", "اجتماع مصر والهند")


@given(mixed_texts, mixed_texts)
def test_any_text_is_about_something_or_nothing(one: str, other: str) -> None:
    """No text fails, none diverges from itself, and which of two comes first does not matter."""
    assert not apart(one, one)
    assert apart(one, other) == apart(other, one)


def test_a_passage_stands_in_the_sentence_it_begins_in() -> None:
    """The sentence of a place in the second line is the second."""
    text = document("وصل الوفد إلى المدينة.", "ثم زار السوق القديم فيها.")
    second = text.sentences[1].anchor
    assert sentence_of(text, text.anchor(second.start + 3, second.end - 2)) == second

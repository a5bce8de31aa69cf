"""How firmly a statement is put, and how far an outcome has come."""

import pytest

from brief.facets import certainty, standing
from brief.model import Certainty, Standing
from tests.builders import ARABIC


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("أغلقت البلدية الساحة", Certainty.STATED),
        ("أفادت البلدية بإغلاق الساحة", Certainty.ATTRIBUTED),
        ("أفادت البلدية بأن الساحة قد تغلق", Certainty.HEDGED),
        ("نفت البلدية ما ذكرته النشرة من أن الساحة قد تغلق", Certainty.DENIED),
        ("فقد توقفت الحافلات عن العمل صباح أمس", Certainty.STATED),
        ("الأرجح أن الحافلات لن تعود قبل الصيف", Certainty.HEDGED),
        ("يخشى الباعة أن تغلق البلدية الساحة", Certainty.HEDGED),
        ("كان الإقبال على الحديقة أكبر من المتوقع", Certainty.STATED),
        ("قدرت نقابة الباعة الخسائر بألف دينار", Certainty.ATTRIBUTED),
    ],
)
def test_the_weakest_word_tells_how_firm_a_statement_is(text: str, degree: Certainty) -> None:
    """A denial outweighs a hedge, a hedge an attribution."""
    assert certainty(text, ARABIC) is degree


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("وقعت البلدية العقد", Standing.SIGNED),
        ("أعلنت البلدية العقد", Standing.ANNOUNCED),
        ("ذكرت الصحف أن البلدية تسلمت المصابيح", Standing.REPORTED),
        ("تسلمت البلدية المصابيح", None),
        ("زار الوزير السوق بعد توقيع العقد", None),
        ("ربما وقعت البلدية العقد", Standing.UNCONFIRMED),
        ("نفت البلدية أنها وقعت العقد", Standing.DENIED),
    ],
)
def test_an_outcome_has_come_as_far_as_its_words_say(text: str, degree: Standing | None) -> None:
    """Denied and unconfirmed outweigh signed, signed outweighs announced; a mere date says nothing."""
    assert standing(text, ARABIC) is degree


def test_the_noun_of_denial_denies_nothing() -> None:
    """«نفى» denies; «نفي», which folds to the same letters, only speaks of a denial."""
    assert certainty("نفى الوزير الخبر", ARABIC) is Certainty.DENIED
    assert certainty("ليس ثمة تأكيد أو نفي رسمي للخبر", ARABIC) is Certainty.HEDGED

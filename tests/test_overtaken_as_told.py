"""Under what an overtaken statement is told."""

import pytest

from brief.model import Facet, Standing
from brief.overtaken import as_told
from tests.builders import ARABIC, statement

RESULT, SAID = Facet.OUTCOMES, Facet.REACTIONS


@pytest.mark.parametrize(
    ("text", "facet", "standing", "kept"),
    [
        ("أعلنت البلدية إغلاق الحديقة حتى مايو", RESULT, Standing.ANNOUNCED, True),
        ("وقعت البلدية عقدا مع شركة البستنة", RESULT, Standing.SIGNED, True),
        ("دخل إضراب البستانيين يومه الثامن", RESULT, None, False),
        ("يحتاج العقد إلى موافقة المجلس", RESULT, None, False),
        ("وتنص الخطة على زرع ألف شجرة", RESULT, None, True),
        ("وبموجب العقد تدفع البلدية نصف الكلفة", RESULT, None, True),
        ("قالت وزيرة البيئة إن الاتفاق يقضي بزرع ألف شجرة", RESULT, None, True),
        ("قالت وزيرة البيئة إن المانحين سيدفعون نصف الكلفة", RESULT, None, False),
        ("قالت وزيرة البيئة إن صندوق الحدائق سيدفع نصف الكلفة", RESULT, None, True),
        ("كانت البلدية قد توصلت إلى اتفاق مع شركة البستنة", RESULT, Standing.SIGNED, False),
        ("طالب البستانيون برفع الأجور", SAID, None, True),
        ("وتطالب نقابة البستانيين برفع الأجور", SAID, None, False),
        ("يقول البستانيون إن الأجور لا تكفي", SAID, None, True),
        ("يرى حارس الحديقة أن الأجور لا تكفي", SAID, None, True),
        ("اتسع الخلاف. فقد وقع 40 بستانيا عريضة", SAID, None, True),
        ("قال مصدر مطلع إن البلدية طلبت قرضا", SAID, None, False),
        ("وفي الحي القديم، رحب التجار بالخطة", SAID, None, True),
        ("قد ترفع البلدية الأجور", Facet.IMPLICATIONS, None, False),
        ("تريد البلدية حدائق أكثر", Facet.MOTIVES, None, False),
    ],
)
def test_acts_and_words_of_a_day_stay_what_they_were(
    text: str, facet: Facet, standing: Standing | None, *, kept: bool
) -> None:
    """What was decided, fixed or said is no background for being overtaken; states and demands are."""
    told = statement(text, facet=facet, standing=standing)
    assert as_told.facets(told, ARABIC)[0][0] is (facet if kept else Facet.CONTEXT)


def test_what_tells_nothing_is_background() -> None:
    """A statement without facets has none of its own to keep."""
    assert as_told.facets(statement("نص قصير", facet=None), ARABIC)[0][0] is Facet.CONTEXT

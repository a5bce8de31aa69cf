"""Rules of filing: what those in charge tell or do is a result; a scene and a demand are none."""

import pytest

from brief.model import Facet
from tests.facets.test_rulings import first


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        ("وقال وزير النقل إن كلفة الجسر تقدر الآن بـ9 ملايين دينار", Facet.REACTIONS, Facet.OUTCOMES),
        ("وأعلنت البلدية أن عدد الأكشاك بات يبلغ 40 كشكا", Facet.REACTIONS, Facet.OUTCOMES),
        ("وقال زعيم المعارضة إن كلفة الجسر تقدر الآن بـ9 ملايين دينار", Facet.REACTIONS, Facet.REACTIONS),
        ("وقال وزير النقل إن الجسر فخر للمدينة", Facet.REACTIONS, Facet.REACTIONS),
        ("وقالت رئيسة البلدية إن الجسر لن يكون جاهزا قبل مارس المقبل", Facet.REACTIONS, Facet.OUTCOMES),
        ("وذكرت الشركة أن المسبح لن يفتح أبوابه قبل نهاية الصيف", Facet.REACTIONS, Facet.OUTCOMES),
        ("وقال رئيس الحزب إن حزبه لن يشارك قبل نهاية العام", Facet.REACTIONS, Facet.REACTIONS),
        ("وقالت الشركة إنها لن تدفع قبل أن تتسلم الجسر", Facet.REACTIONS, Facet.REACTIONS),
        ("وعلى صعيد آخر، خفض «بنك المرسى» حصته من 20 إلى 12 في المئة", Facet.CONTEXT, Facet.OUTCOMES),
        ("رفعت البلدية رسم الموقف من 2 إلى 3 دنانير", Facet.CONTEXT, Facet.OUTCOMES),
        ("رفعت البلدية رسم الموقف من 2 إلى 3 دنانير عام 2011", Facet.CONTEXT, Facet.CONTEXT),
        ("رفعت الأمطار منسوب السد من 2 إلى 3 أمتار", Facet.CONTEXT, Facet.CONTEXT),
        ("استأنفت لجنة الملاحة اجتماعاتها الأربعاء الماضي", Facet.CONTEXT, Facet.OUTCOMES),
        (
            "وعلى الصعيد الثنائي، استأنفت لجنة الملاحة اجتماعاتها الأربعاء الماضي",
            Facet.CONTEXT,
            Facet.OUTCOMES,
        ),
        ("أغلق تاجر متجره فجر السبت", Facet.CONTEXT, Facet.CONTEXT),
        ("أعلنت الشرطة الأحد الماضي توقيف حارسين", Facet.CONTEXT, Facet.OUTCOMES),
        ("أعلنت الشرطة أن توقيف الحارسين خطأ", Facet.CONTEXT, Facet.CONTEXT),
        ("رفضت المحكمة الإدارية طلبا لوقف بناء الجسر", Facet.REACTIONS, Facet.OUTCOMES),
        ("رفضت المحكمة الإدارية عام 2009 طلبا لوقف بناء الجسر", Facet.CONTEXT, Facet.CONTEXT),
        ("رفضت المعارضة طلبا لوقف بناء الجسر", Facet.REACTIONS, Facet.REACTIONS),
        ("أفرجت السلطات عن حارس المسرح أمس", Facet.CONTEXT, Facet.OUTCOMES),
        ("وألغت البلدية الحفل أمس احتجاجا على القرار", Facet.REACTIONS, Facet.REACTIONS),
        ("استأنفت لجنة الملاحة اجتماعاتها قبل الحرب", Facet.CONTEXT, Facet.CONTEXT),
        ("وعلى بعد خطوات من الجسر يرمم نجارون قواربهم", Facet.OUTCOMES, Facet.CONTEXT),
        ("أمام المحكمة يقف القاضي الجديد", Facet.OUTCOMES, Facet.OUTCOMES),
        ("المطلوب ثلاثة أمور قبل بناء الجسر", Facet.OUTCOMES, Facet.IMPLICATIONS),
        ("المطلوب القبض عليه سلم نفسه", Facet.OUTCOMES, Facet.OUTCOMES),
        ("ويقول خبراء إن الجسور الخشبية أقل كلفة من غيرها", Facet.IMPLICATIONS, Facet.CONTEXT),
        ("ويقول خبراء إن الجسور الخشبية أقل كلفة وقد تنهار", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
    ],
)
def test_who_acts_or_is_in_charge_tells_a_result(text: str, filed: Facet, facet: Facet) -> None:
    """A figure of now, a time at the soonest, a change by a body, an act of yesterday."""
    assert first(text, filed) is facet

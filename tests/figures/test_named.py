"""What a key figure is called must be a noun phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.figures.named import is_named
from tests.builders import ARABIC


@pytest.mark.parametrize(
    "measure",
    [
        "معلم",
        "بيع لتر البنزين",
        "طلب الصين على الغاز",
        "ودائع العملاء",
        "وحدة سكنية",
        "التضخم",
        "الصادرات (القمح)",
        "تدريب المعلمين",
        "توسيع المرفأ",
        "تجهيزات المستشفى",
        "مشاريع تشييدها",
        "تصاريح البناء",
        "تقارير الشرطة",
        "ينابيع الوادي",
        "تحركات السفن",
    ],
)
def test_nouns_name_a_figure(measure: str) -> None:
    """A thing that is counted, a noun with what belongs to it, a known measure of something."""
    assert is_named(measure, ARABIC)


@pytest.mark.parametrize(
    "measure",
    [
        None,
        "وقدره",
        "فيما تمسكت النقابة",
        "النقابة إنها دفعت للصندوق",
        "مطلع 2031",
        "خمس سنوات",
        "موضحا",
        "مدته",
        "لقرض",
        "أعلنت",
        "مكاتب السفر عرضت رحلة",
        "تجاوز التضخم في أسعار الدقيق المحلي",
        "فكلفة الجسر",
        "وصعد مؤشر البورصة",
        "قديمتين طول كل منهما",
        "الرئيسية لبناء رصيف صيد جديد وتجهيزه",
        "وعرضت الوزارة في الجولة الأخيرة زيادة",
        "إثر موجة سحب",
        "لم تعد تحتمل فاتورة قاربت",
        "اجتماعه يوم الأحد",
        "ستتحمل في النصف الأول",
        "كل يوم إضراب يكلف المرفأ",
        "رسوم تجنيها البلدية",
        "أسر تحميهم الشرطة",
        "معلم يستفيد من المنحة",
        "مدرسة تحاول الوزارة فتحها",
        "وتدريب المعلمين",
    ],
)
def test_scraps_of_a_sentence_do_not(measure: str | None) -> None:
    """A verb, a preposition, «and», or something of somebody named before: what is measured is not told."""
    assert not is_named(measure, ARABIC)


@given(st.text(max_size=40))
def test_any_words_can_be_asked_about(measure: str) -> None:
    """Whatever a source prints is answered, and the same way twice."""
    assert is_named(measure, ARABIC) is is_named(measure, ARABIC)

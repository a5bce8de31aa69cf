"""No line says as a fact what its sentence says under a condition."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


@pytest.mark.parametrize(
    "line",
    [
        "إن حكمت اللجنة ببطلان المزاد، فالأرجح أن تعود البلدية إلى الباعة بعرض جديد.",
        "وإن رفضت البلدية عرض الباعة عاد المزاد إلى اللجنة في الخريف.",
        "وإن لم تصلح البلدية الجسر فستبقى الحافلات بعيدة عن الميدان القديم.",
        "إن وافق الباعة على الرسوم الجديدة، فمن المرجح أن يفتح السوق بابه الشمالي.",
        "إن انسحب الباعة من المزاد خسرت البلدية نصف موارد السوق القديم.",
        "وإن كان الجسر آمنا كما تقول البلدية فستعود إليه الحافلات في الربيع.",
        "ولئن تراجعت البلدية عن الرسوم فسيفتح الباعة دكاكينهم قبل موسم الأعياد.",
        "ما لم تتراجع البلدية عن الرسوم، ستظل دكاكين السوق مغلقة حتى موسم الأعياد.",
        "لو فتحت البلدية الباب الشمالي للسوق لعاد الزوار قبل موسم الأعياد.",
    ],
)
def test_an_if_is_never_cut_from_the_head_of_a_line(line: str) -> None:
    """«إن» before a verb is a condition: without it the line would tell as done what may never be."""
    assert told(line) == [line.rstrip(".")]


@pytest.mark.parametrize(
    "noun",
    ["البلدية", "سلطات المدينة", "بيروت", "رئيس البلدية", "وقت الباعة"],
)
def test_that_before_a_noun_is_passed_over(noun: str) -> None:
    """«إنّ» before who acts adds nothing, and goes."""
    rest = f"{noun} في سباق مع موسم الأعياد بعد إغلاق الباب الشمالي للسوق"
    assert told(f"إن {rest}.") == [rest]


@pytest.mark.parametrize("condition", ["إن رفضت", "إذا رفضت", "لو رفضت", "لئن رفضت", "ما لم ترفض"])
def test_what_hangs_on_a_condition_is_not_cut_from_it(condition: str) -> None:
    """A second answer is told with the condition of the first."""
    line = (
        f"{condition} البلدية عرض الباعة الذي قدموه في بداية الشهر بعد أسابيع من المداولات فسيعود المزاد "
        "إلى اللجنة في الخريف، وأعلنت النقابة أن الباعة سيغلقون أبواب السوق القديم أسبوعا كاملا قبل الأعياد"
    )
    assert told(f"{line}.") == [line]


def test_an_act_is_not_cut_from_the_condition_behind_it() -> None:
    """«…؛ إلا إذا …» takes back half of what stands before it."""
    line = (
        "ستغلق البلدية الباب الشمالي للسوق القديم طوال أشهر الترميم كما قررت اللجنة قبل أسبوعين من اليوم؛ "
        "إلا إذا دفع الباعة نصف كلفة الجسر الجديد قبل نهاية موسم الأعياد المقبل"
    )
    assert told(f"{line}.") == [line]

"""Figures that somebody does not accept, right behind the clause that gives them."""

import pytest

from brief.disagree.vocabulary import phrase
from tests.builders import ARABIC
from tests.disagree.test_cases import told


@pytest.mark.parametrize(
    "line",
    [
        "بلغ محصول التمور 4.2 مليون طن، وإن كانت تقديرات مستقلة تضعه عند 3.9 مليون.",
        "ويقدر مجلس الحي عدد البيوت المهددة بنحو 260 بيتا، في حين تتحدث البلدية عن 90 فقط.",
        "وقدرت الشركة خسائر الحريق بتسعة ملايين دولار، فيما قالت النقابة إن المبلغ مبالغ فيه.",
        "وقالت الوزارة إن 71 في المئة من المدارس رممت. وقال نقيب المعلمين إن النسبة الحقيقية لا تتعدى النصف.",
    ],
    ids=["set otherwise", "counted otherwise", "exaggerated", "the true share"],
)
def test_a_figure_that_is_not_accepted_stands_beside_the_other(line: str) -> None:
    """Both sides are told by their words."""
    assert [len(one.items) for one in told(line)] == [2]


@pytest.mark.parametrize(
    "line",
    [
        "بلغ محصول التمور 4.2 مليون طن، في حين تقدره الوزارة بنحو 4.2 مليون طن.",
        "زار الوفد 12 قرية، فيما تتحدث الصحف عن 3 وزراء.",
        "وقالت الوزارة إن 40 عاملا أصيبوا. وقالت أيضا إن العدد الحقيقي لم يعرف بعد.",
        "وقالت النقابة إن المبلغ كاف، وإن 40 عاملا عادوا.",
        "وصف النائب الخوف من الجفاف بأنه مبالغ فيه، بعد هطول 30 مليمترا من المطر.",
        "وقالت الوزارة إن 71 طنا وصلت. وقال نقيب المعلمين إن النسبة الحقيقية لا تتعدى النصف.",
    ],
    ids=["the same", "other things", "not known", "accepted", "no figure", "no share"],
)
def test_what_disputes_no_figure_is_none(line: str) -> None:
    """The same figure, another thing, a number nobody knows, or no figure at all."""
    assert told(line) == ()


def test_a_contradiction_without_accounts_is_none() -> None:
    """«Contradictory readings» tell nothing where nobody gives one."""
    assert told("لا تزال بنود العقد موضع تفسيرات متضاربة. نعرض هنا أبرز ما جاء في العقد وما سبقه.") == ()


def test_an_estimate_that_was_raised_is_a_revision() -> None:
    """«After it was estimated at …» names the figure of an earlier text."""
    first = "2023-05-10 وكشفت البلدية عن مجمع لتعليب التمور في وادي سلوان بكلفة تقدر بنحو 640 مليون دولار."
    second = (
        "2023-07-01 وأقرت البلدية بأن كلفة مجمع تعليب التمور في وادي سلوان ارتفعت إلى 730 مليون دولار "
        "بعدما كانت مقدرة بـ640 مليونا."
    )
    assert [len(one.items) for one in told(first, second)] == [2]


def test_a_date_that_is_set_anew_is_told_as_moved() -> None:
    """Both times were to come, and the texts are of two days."""
    first = "2023-05-10 وتوقع الوزير أن تبدأ أعمال بناء مجمع التمور في وادي سلوان في مارس 2024."
    second = "2023-07-01 وقال الوزير إن بناء مجمع التمور في وادي سلوان سيبدأ في يونيو 2024."
    assert [one.topic.partition(":")[0] for one in told(first, second)] == ["تعديل الموعد"]
    assert [
        one.topic.partition(":")[0] for one in told(first, second.replace("2023-07-01", "2023-05-10"))
    ] == ["التاريخ"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('وقال سامي إن الأمر "نوقش ولم يحسم".', 'قال سامي إن الأمر "نوقش ولم يحسم"'),
        ("وعن الرسم قال إنه «لن يتجاوز الألف دولار", "وعن الرسم قال إنه لن يتجاوز الألف دولار"),
    ],
)
def test_a_topic_line_leaves_no_quotation_open(text: str, line: str) -> None:
    """Both marks stand, or none."""
    assert phrase(text, ARABIC) == line

"""Figures that somebody does not accept, right behind the clause that gives them."""

import pytest

from tests.disagree.test_disagree import told


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

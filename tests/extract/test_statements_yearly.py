"""A figure of a year that the sentence before it names."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

YEAR = "بلغت صادرات العسل في العالم 90 مليون دولار في عام 2011."


def stands_alone(text: str, before: str = YEAR) -> bool:
    """Whether a sentence behind another is told by itself."""
    made = statements(document(f"{before} {text}"), ARABIC)
    return any(one.text.rstrip(".") == text.rstrip(".") and not one.leans for one in made)


@pytest.mark.parametrize(
    "text",
    [
        "وتتصدر جزر القمر الدول المصدرة بصادرات قيمتها 40 مليون دولار.",
        "وبلغت مشتريات زنجبار من العسل 25 مليون دولار.",
        "وبلغت مبيعات النحالين في موروني 12 مليون دولار.",
        "ونجد زنجبار على رأس الدول التي اشترته بقيمة 17 مليون دولار، تليها مدغشقر بنحو 15 مليونا.",
    ],
)
def test_a_sum_without_its_year_is_not_told_alone(text: str) -> None:
    """It would be read as of today; where no year stands before it, or months ago, nothing is lost."""
    assert not stands_alone(text)
    assert stands_alone(text, "يربي أهل الجزر النحل في الجبال.")
    assert stands_alone(text, "زار الوزير المناحل في 12 مرفأ.")


@pytest.mark.parametrize(
    "text",
    [
        "وبلغت مشتريات زنجبار من العسل 25 مليون دولار في 2013.",
        "ولا تزال زنجبار تستقبل 62% من صادرات العسل.",
        "وتبلغ صادرات زنجبار من العسل 25 مليون دولار سنويا.",
        "وزار الوزير 12 منحلا في الجبال.",
        "وقاد النقيب على رأس 12 نحالا مسيرة في الجبال.",
    ],
)
def test_a_year_of_its_own_a_rate_and_what_is_no_sum_are_told(text: str) -> None:
    """They need no year from before."""
    assert stands_alone(text)

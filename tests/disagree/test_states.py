"""A demand, an offer, what was and what is are no rivals."""

import pytest

from brief.disagree import discrepancies
from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")


def differs(*lines: str) -> bool:
    """Whether articles of one line each disagree."""
    texts = [document(line, published="2023-05-10") for line in lines]
    evidence = [Evidence(document=text, datapoints=datapoints(text, ARABIC)) for text in texts]
    return bool(discrepancies(evidence, united(evidence, ARABIC), ARABIC))


AGREED = "اتفق الطرفان على رفع أجور عمال ميناء مومباسا إلى 700 دولار."


def test_two_reports_of_one_agreed_wage_differ() -> None:
    """Figures of one state are set side by side."""
    assert differs(AGREED, "ويقضي الاتفاق برفع أجور عمال ميناء مومباسا إلى 650 دولارا.")


@pytest.mark.parametrize(
    "other",
    [
        "وتطالب النقابة برفع أجور عمال ميناء مومباسا إلى 900 دولار.",
        "وكانت أجور عمال ميناء مومباسا قد رفعت من 500 دولار إلى 700 دولار.",
        "وترتفع أجور عمال ميناء مومباسا إلى 700 دولار بدلا من 500 دولار.",
        "ولن تبلغ أجور عمال ميناء مومباسا 900 دولار تطلبها النقابة.",
    ],
)
def test_a_demand_and_what_was_before_are_other_states(other: str) -> None:
    """What somebody wants, and what a wage was before it rose, is no other claim of what it is."""
    assert not differs(AGREED, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "وكشف الوزير أن حكومة كينيا تتفاوض مع مصرف التنمية على قرض للموانئ بقيمة 90 مليون دولار.",
            "ووافق مصرف التنمية على قرض للموانئ في كينيا بقيمة 110 ملايين دولار.",
        ),
        (
            "وأقر مصرف التنمية لموانئ كينيا حزمة بقيمة 115 مليون دولار، معظمها قرض لتعميق الأحواض.",
            "ووافق مصرف التنمية على قرض لموانئ كينيا بقيمة 105 ملايين دولار.",
        ),
        (
            "ينص عقد توريد القمح مع كينيا على مدة ثلاث سنوات قابلة للتمديد عامين.",
            "ووقعت كينيا عقد توريد القمح لثلاثة أعوام.",
        ),
        (
            "تنتظر 40 سفينة قمح قبالة ميناء مومباسا في كينيا.",
            "وتعبر ميناء مومباسا في كينيا 46 سفينة قمح يوميا.",
        ),
        (
            "وقف ثلاثة آلاف عامل أمام المصنع يسألون عن أجور آخر الشهر.",
            "وينص الاتفاق على ضمان وظائف 3200 عامل مدة 12 شهرا.",
        ),
        (
            "وتمنح مسودة قرار الصيد في كينيا صيادي البحيرة 31 قاربا جديدا.",
            "واعتمدت كينيا قرار الصيد الذي يمنح صيادي البحيرة 27 قاربا جديدا.",
        ),
        (
            "تسلمت بلدية كيسومو الكينية 31 قاربا لصيد البحيرة من أصل 60.",
            "واشترت بلدية كيسومو الكينية 60 قاربا لصيد البحيرة.",
        ),
        (
            "مدة رخصة الصيد الممنوحة للصيادين في بحيرة كينيا 90 يوما.",
            "ورخصة الصيد الممنوحة للصيادين في بحيرة كينيا قابلة للتمديد 60 يوما.",
        ),
    ],
    ids=[
        "a stage and its result",
        "a sum and its part",
        "what may be added",
        "each day",
        "another role",
        "a draft and what was adopted",
        "so many of so many",
        "more days that may be added",
    ],
)
def test_figures_of_other_things_are_no_rivals(one: str, other: str) -> None:
    """What is negotiated, a package, an extension, a daily count: none is the figure of the thing itself."""
    assert not differs(one, other)


def test_two_loans_that_were_granted_differ() -> None:
    """The rule above is of stages and sums: two results are set side by side."""
    assert differs(
        "ووافق مصرف التنمية على قرض لموانئ كينيا بقيمة 90 مليون دولار.",
        "وأقر مصرف التنمية لموانئ كينيا قرضا بقيمة 110 ملايين دولار.",
    )

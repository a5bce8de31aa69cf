"""What only looks as if it differed: a way of speaking, a day of speaking, two things side by side."""

import pytest

from tests.disagree.test_disagree import told


@pytest.mark.parametrize(
    "lines",
    [
        (
            "وقال الوزير إن قرار إغلاق الميناء في كينيا سيادي ويمس 40 بالمئة من حركة السفن.",
            "يقول الوزير إن قرار إغلاق الميناء في كينيا سيادي، ولنا أن نصدق نصف العبارة.",
        ),
        (
            "ونفت كينيا أن تكون تدخلت في اختيار المشرف الجديد للمرفأ.",
            "ويقال إن التسوية تدخل الشركة الجديدة من الباب الخلفي.",
        ),
        (
            "وما لا يختلف عليه الطرفان أن أي سفينة قمح لم تفرغ في مرفأ الشمال منذ يومين.",
            "وطلب وكيلان تحويل سفينة قمح كان مقررا أن ترسو في مرفأ الشمال إلى كينيا.",
        ),
        (
            (
                "وتقدر وزارة المالية قيمة الإعفاءات بنحو 48 مليون دولار سنويا، فيما تقول الشركة إنها سددت "
                "للخزانة ما مجموعه 410 ملايين دولار منذ التأسيس."
            ),
        ),
        (
            "قال مسؤولون في كينيا وأوغندا يوم الثلاثاء إن إضراب البحارة أدى إلى توقف العبّارات في البحيرة.",
            "ومنذ يوم الأحد توقفت العبّارات في البحيرة بين كينيا وأوغندا بسبب إضراب البحارة.",
        ),
        (
            "ويمر عبر ميناء مومباسا 29% من واردات أوغندا من القمح.",
            "ووصلت واردات أوغندا من القمح عبر ميناء مومباسا في الربع الأول.",
        ),
        (
            "ويمر عبر ميناء مومباسا 60% من واردات أوغندا من القمح.",
            "ويرى تجار القمح ميناء مومباسا نصف الحل لواردات أوغندا.",
        ),
        (
            "ونفت الشركة أن تكون السفينة الجديدة مستأجرة.",
            "ووصلت السفينة الجديدة إلى الرصيف.",
        ),
        (
            "ونفت البلدية وجود تشققات في السوق الجديدة.",
            "وظهرت تشققات في المدرسة الجديدة.",
        ),
    ],
    ids=[
        "half the words",
        "the new one",
        "nobody disputes",
        "two measures",
        "the day of saying",
        "the first quarter",
        "half the way",
        "a new ship",
        "two new houses",
    ],
)
def test_nothing_differs(lines: tuple[str, ...]) -> None:
    """No disagreement is told."""
    assert told(*lines) == ()


@pytest.mark.parametrize(
    "lines",
    [
        (
            "ويمر عبر ميناء مومباسا 29% من واردات أوغندا من القمح.",
            "ووصل ربع واردات أوغندا من القمح عبر ميناء مومباسا.",
        ),
        (
            "ونفت البلدية وجود تشققات في السوق الجديدة.",
            "وظهرت تشققات في جدران السوق الجديدة.",
        ),
    ],
    ids=["a quarter", "of one house"],
)
def test_beside_them_stands_what_differs(lines: tuple[str, ...]) -> None:
    """A quarter that is a share, cracks in the very house that is spoken of."""
    assert len(told(*lines)) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("وقد خشيت كينيا أمرين متناقضين في الظاهر: الجفاف والفيضان. ويقول خبراء إن السد يخفف الفيضان.",),
        ("وزير خارجية كينيا بيتر أوتينو وصل إلى نيروبي.", "الوزير الكيني بيتر أوتينو غادر نيروبي."),
    ],
    ids=["fears of one", "a short title"],
)
def test_one_partys_fears_and_a_short_title_are_no_accounts(lines: tuple[str, ...]) -> None:
    """Two fears are one party's; «the Kenyan minister» may be the minister of anything."""
    assert told(*lines) == ()

"""Figures and days that a later text sets anew, and lengths of time that are set against no other."""

import pytest

from tests.disagree.test_cases import told


@pytest.mark.parametrize(
    ("first", "second", "topic"),
    [
        (
            "2023-05-01 ويبلغ حجم ما تضخه البئر نحو 1.6 مليون متر مكعب يوميا من الماء العذب.",
            "2023-06-01 وقال المدير إن البئر تضخ 900 ألف متر مكعب منه، وليس 1.6 مليون كما أُعلن.",
            "المقدار",
        ),
        (
            "2023-05-01 وقالت النقابة إن متأخرات المسرح بلغت 312 مليون دينار.",
            "2023-06-01 أما متأخرات المسرح، فحددها المدقق بـ287 مليون دينار، بعدما كانت تطالب بـ312 مليونا.",
            "المراجعة",
        ),
        (
            "2023-05-01 وقال المدير إن عرض المسرحية سيبدأ في 20 مايو.",
            "2023-06-01 وكان من المفترض أن يبدأ عرض المسرحية في 20 مايو، إلا أن عطلا أرجأه إلى 27 مايو.",
            "تعديل الموعد",
        ),
        (
            "2023-05-01 ووقع 23 معلما عريضة تطالب بفتح مكتبة القرية.",
            "2023-05-09 وارتفع عدد الموقعين على عريضة مكتبة القرية إلى 41 معلما.",
            "المراجعة",
        ),
        (
            "2023-05-01 تقول البلدية إنها 312 مليون دينار، في حين لم يعترف مجلس النادي إلا بنحو 260 مليونا.",
            "2023-05-02 نص آخر عن الطقس.",
            "روايتان",
        ),
        (
            "2023-05-01 ويرى سكان أن للهدم سببا. فالبيت، وثمنه 90 ألف دينار، على البحر. وتنفي البلدية ذلك.",
            "2023-05-02 نص آخر عن الطقس.",
            "النفي: ويرى سكان",
        ),
    ],
    ids=["corrected", "set", "put off", "grown", "admitted", "a reason"],
)
def test_what_is_told_anew_stands_beside_what_was_told(first: str, second: str, topic: str) -> None:
    """Each is named for what it is: an amount, a revision, a new day."""
    (found,) = told(first, second)
    assert found.topic.startswith(topic)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "2023-05-04 قبل ستة أيام من الموعد المحدد لبدء عرض المسرحية في قلعة الضفة، بيعت التذاكر.",
            "2023-05-26 بعد تسعة أيام على بدء عرض المسرحية في قلعة الضفة، بيعت التذاكر.",
        ),
    ],
)
def test_what_lies_between_two_times_is_no_length_of_a_thing(texts: tuple[str, ...]) -> None:
    """Six days before it and nine days behind it are told by two texts of two days."""
    assert told(*texts) == ()

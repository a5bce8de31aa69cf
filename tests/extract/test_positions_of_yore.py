"""Stances that are no more, or are those of nobody who is told."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def taken(line: str) -> list[tuple[str, str, str | None]]:
    """The actors, stances and targets of an article of one line."""
    text = document(line, published="2023-05-10")
    return [
        (one.actor, one.stance.value, one.target) for one in positions(text, ARABIC, quotes(text, ARABIC))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "وقال إن النقابة ستمهل الإدارة حتى 30 سبتمبر، فإن لم تحصل على ضمانات فإنها «لا تستبعد الإضراب».",
        "واللافت أن كتلة «المرفأ» النيابية، التي كانت تؤيد السد سريعا، صارت تتحدث عن ضمانات.",
        "صادق مجلس البلدية الثلاثاء على العقد، وامتنع ثلاثة مستشارين عن التصويت.",
        "وقال متحدث باسم وزارة الصيد إن الوزارة طلبت معلومات، مضيفا أن ذلك لا يعني أن هناك مخالفة.",
        "التقينا أحد حراس المرفأ القديم، ولم يكن متفائلا. وقال: «لن ننتظر البلدية إلى الأبد».",
        "استقبلت كينيا، التي لم توقع اتفاقية البحار لعام 1951، عددا كبيرا من الصيادين.",
    ],
    ids=["who is given a term", "what was once", "a few", "a violation", "one of many", "long ago"],
)
def test_no_stance_is_taken(line: str) -> None:
    """Who is given a term, who stood so once, a few of some kind, and what was not signed long ago."""
    assert taken(line) == []


def test_what_breaks_a_ruling_is_opposed() -> None:
    """Who holds a thing to be against the law is against it."""
    line = "ويرى نواب مستقلون أن ربط الرسم بالمساحة مخالف لقرارات قضائية سابقة."
    assert taken(line) == [("نواب مستقلون", "oppose", "ربط الرسم")]


def test_a_name_between_straight_marks_is_whole() -> None:
    """The marks of a bloc's name are closed where the text closes them."""
    line = 'ورفضت كتلة "المرفأ للجميع" النيابية مشروع السد.'
    assert [actor.count('"') for actor, _, _ in taken(line)] == [2]

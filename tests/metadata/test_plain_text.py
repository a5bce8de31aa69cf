"""What a plain text of a few lines says of itself."""

import pytest

from brief.metadata import describe
from brief.metadata.opinion import is_opinion
from tests.builders import ARABIC, document

BODY = (
    "قال مدير مركز الحي الشرقي ماهر الزين إن مخزون الدواء نفد منذ أسبوع.",
    "وتقول الوزارة إن الشحنة الجديدة تأخرت بسبب خلل في المطار.",
)
TITLE = "المراكز الطبية تشكو وأهالي القرى ينتظرون حلا"


def test_the_only_line_of_the_form_of_a_title_is_one() -> None:
    """Though the article says none of its words again, and no line of a day stands beside it."""
    assert describe([TITLE], [], BODY, ARABIC).title == TITLE
    assert describe([TITLE, "صحيفة المنارة", "17 أكتوبر 2023"], [], BODY, ARABIC).title == TITLE


def test_on_a_page_a_line_is_no_title_by_its_form_alone() -> None:
    """Around a page's article any line may be the title of another."""
    assert describe([TITLE], ["حقوق الصفحة محفوظة"], BODY, ARABIC).title is None
    assert describe([TITLE, "سطر من الصفحة فيه خبر آخر بعيد"], [], BODY, ARABIC).title is None


def test_the_first_line_above_a_house_and_a_day_is_the_title() -> None:
    """Whatever note stands below the text; without the two beneath it, it may be any line of a page."""
    note = ["*باحث في شؤون الدواء، والمقال يعبر عن رأي كاتبه"]
    title = "حين يصبح الرف الفارغ سياسة"
    above = [title, "مجلة الساحل - رأي", "17 أكتوبر 2023", "بقلم: سليم بوعلام"]
    assert describe(above, note, BODY, ARABIC).title == title
    assert describe([title, "بقلم: سليم بوعلام", "17 أكتوبر 2023"], note, BODY, ARABIC).title != title
    assert describe([title, "مجلة الساحل - رأي"], note, BODY, ARABIC).title is None


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("وهران - وكالة الساحل للأنباء - 16 أكتوبر 2023", "وكالة الساحل للأنباء"),
        (
            "نشر في 16 أكتوبر 2023 - مركز الساحل الشرقي لدراسات البحر والموانئ القديمة",
            "مركز الساحل الشرقي لدراسات البحر والموانئ القديمة",
        ),
        ("تقرير - إذاعة المرفأ - 14/10/2023", "إذاعة المرفأ"),
        ("وهران - 16 أكتوبر 2023", None),
        ("صحيفة المنارة - وهران - من مراسلنا سليم بوعلام", "صحيفة المنارة"),
    ],
)
def test_a_house_may_stand_in_the_line_of_the_day_or_of_an_author(line: str, house: str | None) -> None:
    """Between dashes, told by the word of what kind of house it is; before an author it comes first."""
    said = describe([TITLE, line], [], BODY, ARABIC)
    assert (said.publisher, said.title) == (house, TITLE)


def test_a_house_before_its_author_is_no_title() -> None:
    """Nor does it keep the only line of that form from being the title."""
    line = "مركز المنارة للدراسات - تقدير موقف - د. نادية الزين"
    assert describe([TITLE, line, "17 أكتوبر 2023"], [], BODY, ARABIC).title == TITLE


def test_who_says_in_my_opinion_gives_an_opinion() -> None:
    """The author himself, not somebody he quotes."""
    assert is_opinion(document("في رأيي لن يصمد الاتفاق حتى الربيع."), ARABIC)
    assert not is_opinion(document('وقال النقيب: "في رأيي لن يصمد الاتفاق حتى الربيع".'), ARABIC)


def test_who_reported_from_where_is_no_title() -> None:
    """Places with reporters behind their colons, parted by a dash, stand between title and day."""
    reporters = "وهران: سليم بوعلام – المركز الصحي: نادية الزين"
    assert describe([TITLE, reporters, "17 أكتوبر 2023"], [], BODY, ARABIC).title == TITLE

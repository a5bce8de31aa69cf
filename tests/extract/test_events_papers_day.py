"""The day of the paper itself is the day of no act; what was done before something keeps its «before»."""

import pytest

from brief.extract.events import events
from tests.builders import ARABIC, document


def told(*lines: str) -> list[tuple[str, str]]:
    """The days of the events with their words; the articles appear on 17 March 2027."""
    paper = document(*lines, published="2027-03-17")
    return [(event.start, event.text) for event in events(paper, ARABIC)]


SIGNED = (
    "وقعت تونس والجزائر، اليوم الأربعاء، اتفاقا لبناء جسر جديد على وادي مجردة يصل البلدتين القديمتين "
    "قرب الحدود المشتركة بكلفة 30 مليون دينار تدفع على خمس سنوات."
)


def test_a_day_in_a_dateline_cuts_no_act_in_two() -> None:
    """The sentence has a day of its own."""
    found = told(f"تونس - 17 مارس 2027 - {SIGNED}")
    assert [day for day, _ in found] == ["2027-03-17"]
    assert "اتفاقا لبناء جسر" in found[0][1]


def test_the_only_day_of_a_sentence_may_stand_in_its_dateline() -> None:
    """Nothing else tells when it was."""
    found = told("تونس - 17 مارس 2027 - وقعت تونس والجزائر اتفاقا لبناء جسر جديد على وادي مجردة.")
    assert [day for day, _ in found] == ["2027-03-17"]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("مركز الوادي للدراسات - تقدير موقف - 12 مارس 2027", []),
        ("حصيلة انهيار سد الوادي الكبير وإجلاء سكانه - 12 مارس 2027 في العاصمة", ["2027-03-12"]),
        ("افتتحت بلدية سوسة متحفا بحريا في الحي القديم - 12 مارس 2027", ["2027-03-12"]),
    ],
)
def test_a_byline_is_no_event(line: str, days: list[str]) -> None:
    """A line without a verb that ends in a day behind a dash says who publishes."""
    assert [day for day, _ in told(line)] == days


def test_a_lower_line_is_no_byline() -> None:
    """Only what opens an article is one."""
    before = ("افتتحت بلدية سوسة متحفا في الحي القديم.", "وبقي المتحف مفتوحا.", "وشكر المدير الزوار.")
    assert told(*before, "افتتاح جسر الوادي الجديد - 12 مارس 2027")


def test_what_was_done_before_something_is_not_that() -> None:
    """Behind the comma stands what was done."""
    line = (
        "قبل أذان المغرب بساعة يوم الأحد الماضي، أُنزل العلم الأزرق الذي يحمل شعار «الوادي الكبير» عن مبنى "
        "الإدارة في محطة الحافلات، ووقّع مدير المحطة السويسري محضر التسليم بحضور والي الإقليم وممثلين عن "
        "هيئة النقل وكاتب عدل."
    )
    assert all(text.startswith("قبل أذان") for _, text in told(line) if "أذان" in text)
    assert told(line)

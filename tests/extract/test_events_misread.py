"""What only looks like a day of the week, or like one to come."""

import pytest

from brief.extract.events import events
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def told(*lines: str) -> list[tuple[str, str | None]]:
    """The days of the events of an article of these lines."""
    return [(one.start, one.end) for one in events(document(*lines, published=TODAY), ARABIC)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وقال مدرب الفريق إن اللاعبين الأحد عشر خاضوا المباراة بلا تدريب.", []),
        ("وقال مدرب الفريق الأحد إن اللاعبين خاضوا المباراة بلا تدريب.", ["2023-05-07"]),
        ("وسلمت البلدية الأسر الأحد عشر مفاتيح منازلها يوم الاثنين.", ["2023-05-08"]),
    ],
    ids=["eleven", "Sunday", "eleven on a Monday"],
)
def test_eleven_is_no_sunday(line: str, found: list[str]) -> None:
    """The first word of the number is spelled as the day."""
    assert [start for start, _ in told(line)] == found


@pytest.mark.parametrize(
    "line",
    [
        "كانت ليلة الأحد إلى الاثنين الأبرد في المدينة منذ عشر سنوات، وسقطت فيها ثلوج كثيفة.",
        "سقطت ثلوج كثيفة على المدينة ليل الأحد على الاثنين وأغلقت الطريق الجبلي.",
        "سقطت ثلوج كثيفة على المدينة ليل الأحد الاثنين وأغلقت الطريق الجبلي.",
    ],
    ids=["to", "upon", "bare"],
)
def test_a_night_between_two_days_is_one_event(line: str) -> None:
    """It is told for the day on which it begins."""
    assert told(line) == [("2023-05-07", None)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وبلغ عدد المرضى 40 في آخر حصيلة للمستشفى تعود إلى الخميس.", []),
        ("وتعود الرحلات إلى المطار الخميس بعد إصلاح المدرج.", ["2023-05-11"]),
        ("وتعود ملكية المصنع إلى عام 1987 حين اشترته البلدية من ورثة مؤسسه.", ["1987"]),
    ],
    ids=["a count", "flights", "a year"],
)
def test_a_count_of_a_day_is_no_event_to_come(line: str, found: list[str]) -> None:
    """«The last toll dates back to Thursday» tells of the last Thursday, and of no act."""
    assert [start for start, _ in told(line)] == found

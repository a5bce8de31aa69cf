"""What one passage tells of a month or week, and another of a day in it."""

import pytest

from brief.extract.events import events
from brief.extract.events.once import told_once
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def told(*articles: str) -> list[tuple[str, int]]:
    """The events of articles of a line each: their starts, and by how many passages they are told."""
    documents = [document(line, published=TODAY) for line in articles]
    found = (event for one in documents for event in events(one, ARABIC))
    return [(one.start, len(one.evidence)) for one in told_once(found, [], ARABIC)]


DAY = "ووقعت شيلي وبيرو اتفاقية الصيد المشتركة في ليما يوم 12 أبريل."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("ويعترض الصيادون على اتفاقية الصيد التي وقعتها شيلي وبيرو الشهر الماضي.", [("2023-04-12", 2)]),
        (
            "ويعترض الصيادون على اتفاقية النقل التي وقعها الوزيران الشهر الماضي.",
            [("2023-04", 1), ("2023-04-12", 1)],
        ),
        (
            "ويعترض الصيادون على اتفاقية الصيد التي وقعتها شيلي وبيرو في مارس.",
            [("2023-03", 1), ("2023-04-12", 1)],
        ),
    ],
    ids=["the same", "another accord", "another month"],
)
def test_what_is_dated_to_a_month_elsewhere_is_told_on_its_day(
    other: str, found: list[tuple[str, int]]
) -> None:
    """The passage of the month supports the line of the day."""
    assert told(DAY, other) == found


def test_a_happening_of_last_week_is_told_on_its_day() -> None:
    """So it is with a week that holds the day."""
    day = "وقعت شيلي وبيرو اتفاقية الصيد المشتركة في ليما يوم الأربعاء الماضي."
    week = "ويعترض الصيادون على اتفاقية الصيد التي وقعتها شيلي وبيرو الأسبوع الماضي."
    assert told(day, week) == [("2023-05-03", 2)]


def test_a_stretch_of_days_is_no_week() -> None:
    """What lasted from one day to another is not what happened on the last of them."""
    day = "وانتهى إضراب عمال الميناء في ليما يوم 23 أبريل باتفاق على الأجور."
    stretch = "وأضرب عمال الميناء في ليما بين 13 و23 أبريل احتجاجا على الأجور."
    assert len(told(day, stretch)) == 2


def test_what_a_day_only_mentions_is_not_told_on_it() -> None:
    """They signed an accord on the raid that closed the port: the raid was earlier."""
    day = "ووقعت شيلي وبيرو في ليما يوم 20 أبريل اتفاقا على التحقيق في الهجوم الذي عطل شبكة الميناء القديم."
    raid = "ويتحدث الصيادون عن الهجوم الذي عطل شبكة الميناء القديم الشهر الماضي."
    assert ("2023-04-20", 2) not in told(day, raid)


def test_what_came_first_has_the_date_behind_it() -> None:
    """The week is that of the finding, and not of the raising."""
    line = (
        "رفعت بلدية كالاو حصيلة غرق القارب إلى تسعة قتلى وثلاثة مفقودين في البحر، بعد العثور على جثتين قرب "
        "جزيرة الفنار الأسبوع الماضي."
    )
    (found,) = events(document(line, published=TODAY), ARABIC)
    assert found.text.startswith("العثور على جثتين")


def test_a_day_behind_it_may_be_that_of_both() -> None:
    """A day is left to the act of the sentence."""
    line = "ورفعت البلدية حصيلة الغرق إلى تسعة قتلى، بعد العثور على جثتين قرب جزيرة الفنار يوم الاثنين."
    (found,) = events(document(line, published=TODAY), ARABIC)
    assert found.text == line


def test_years_that_two_accounts_name_do_not_set_them_apart() -> None:
    """One tells since when the firm ran the port, the other until when it would have."""
    one = "وقضت المحكمة العليا في ليما يوم 3 مايو ببطلان تمديد امتياز الميناء الذي تديره الشركة منذ عام 2001."
    other = "وأبطلت المحكمة العليا في ليما يوم 3 مايو تمديد امتياز الميناء حتى 2041 لغياب المنافسة."
    assert ("2023-05-03", 2) in told(one, other)


def test_what_is_said_of_a_thing_by_its_happening_is_told_as_that() -> None:
    """«As for the pact, which came of the visit, on 12 May; …» names the visit with its day."""
    line = (
        "أما ميثاق البحيرة بين البلدين، والذي كان من نتائج زيارة الرئيس الكيني كمبالا، بين 12 و13 مايو 2022؛ "
        "فقد تكون له آثار بعيدة على الصيد في حوض البحيرة كله، في نظر كثيرين من خبراء المياه في المنطقة."
    )
    (found,) = events(document(line, published=TODAY), ARABIC)
    assert (found.start, found.text) == ("2022-05-12", "زيارة الرئيس الكيني كمبالا، بين 12 و13 مايو 2022")

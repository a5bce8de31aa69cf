"""The days in which most happened, drawn one by one."""

from datetime import date

import pytest
from msgspec import structs

from brief.model import Brief, Event
from brief.pages.days import MOST_BARS, SCALE_MM, densest
from brief.words import words
from tests.builders import event
from tests.check.issues import good

ARABIC = words("ar", "ar")
BEGIN = date(2023, 1, 1)
TEXT = "افتتح الوزير الجسر ثم زار السوق وسأل الباعة عن الأسعار والطرق والمدارس والمستشفيات"


def brief(*events: Event) -> Brief:
    """A brief with this timeline."""
    return structs.replace(good(), timeline=events)


def test_the_fullest_week_is_drawn() -> None:
    """A lonely day and a month are not among them; numbers are those of the list."""
    days = densest(
        brief(
            event("2023-01-05", TEXT),
            event("2023-03", TEXT),
            event("2023-03-14", TEXT),
            event("2023-03-15", TEXT, end="2023-03-16"),
            event("2023-03-18", TEXT),
        ),
        BEGIN,
        0.5,
        ARABIC,
    )
    assert days
    assert [day.name for day in days.days] == ["14 مارس", "15", "16", "17", "18"]
    assert days.days[0].weekday == "الثلاثاء"
    assert [bar.number for bar in days.bars] == [3, 4, 5]
    assert [(bar.at, bar.length) for bar in days.bars] == [(0.0, 33.2), (33.2, 66.4), (132.8, 33.2)]
    assert (days.start, days.end) == (36.0, 38.5)


def test_words_stand_where_there_is_room() -> None:
    """An early event has them behind its bar, a late one before it; a cut one ends in dots."""
    days = densest(
        brief(event("2023-03-14", TEXT), event("2023-03-15", TEXT), event("2023-03-18", "وصل الوفد")),
        BEGIN,
        0.5,
        ARABIC,
    )
    assert days
    first, _, last = days.bars
    assert (first.ahead, last.ahead) == (False, True)
    assert first.words.endswith("…")
    assert TEXT.startswith(first.words.rstrip("…"))
    assert last.words == "وصل الوفد"
    assert all(bar.words_at + bar.words_length <= SCALE_MM for bar in days.bars)


@pytest.mark.parametrize(
    "starts",
    [
        [],
        ["2023-03-14", "2023-03-15"],
        ["2023-03-14", "2023-03-14", "2023-03-14"],
        ["2023-03-14", "2023-05-15", "2023-07-16"],
        ["2022-03-14", "2022-03-15", "2022-03-16"],
    ],
)
def test_few_days_are_not_drawn(starts: list[str]) -> None:
    """Two events, one day, days far apart and days before the scale make no drawing."""
    assert densest(brief(*(event(start, TEXT) for start in starts)), BEGIN, 0.5, ARABIC) is None


def test_more_than_have_room_are_left_to_the_list() -> None:
    """The bars are the first of the days."""
    many = [event(f"2023-03-{14 + number // 3}", f"{TEXT} {number}") for number in range(12)]
    days = densest(brief(*many), BEGIN, 0.5, ARABIC)
    assert days
    assert [bar.number for bar in days.bars] == list(range(1, MOST_BARS + 1))

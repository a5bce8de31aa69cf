"""The days of an issue by its name, and the name by a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import UsageError
from brief.weeks import STARTS, first_day, interval, last_week, week_of

STARTING = st.sampled_from(sorted(STARTS))
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(DAYS, STARTING)
def test_a_day_lies_in_its_week(day: date, starts: str) -> None:
    """The week of a day holds it, has seven days, and starts on the weekday asked for."""
    week = week_of(day, starts)
    assert week.start <= day <= week.end
    assert week.end - week.start == timedelta(days=6)
    assert week.start.strftime("%A").lower() == starts


@given(DAYS, STARTING)
def test_weeks_follow_each_other(day: date, starts: str) -> None:
    """The week before begins seven days earlier and has another name."""
    week, before = week_of(day, starts), last_week(day, starts)
    assert before.end + timedelta(days=1) == week.start
    assert before.name != week.name
    assert interval(week.name, starts) == week


@given(DAYS, STARTING)
def test_a_week_shares_most_days_with_the_iso_week_of_its_name(day: date, starts: str) -> None:
    """At least five of its days lie in the ISO week that it is named after."""
    week = week_of(day, starts)
    iso = interval(week.name, "monday")
    days = [week.start + timedelta(days=number) for number in range(7)]
    assert sum(iso.start <= one <= iso.end for one in days) >= 5


@pytest.mark.parametrize(
    ("locale", "starts"),
    [("ar_EG", "saturday"), ("ar_SA", "sunday"), ("ar_LB", "monday"), ("ar_SY@numbers=arab", "saturday")],
)
def test_a_week_starts_where_the_country_starts_it(locale: str, starts: str) -> None:
    """CLDR says it, whatever digits the locale asks for."""
    assert first_day(locale) == starts


@pytest.mark.parametrize(("locale", "starts"), [("ar-EG", "saturday"), ("xx_YY", "monday"), ("", "monday")])
def test_a_locale_that_is_none_has_the_week_of_iso(locale: str, starts: str) -> None:
    """What is wrong with it is told where words are printed; a hyphen is as good as a stroke."""
    assert first_day(locale) == starts


def test_months_and_ranges_are_periods_too() -> None:
    """A month has its own length, a range its two days and a name that a folder can have."""
    assert interval("2024-02", "sunday").end == date(2024, 2, 29)
    found = interval("2024-06-01/2024-06-15", "sunday")
    assert (found.start, found.end) == (date(2024, 6, 1), date(2024, 6, 15))
    assert "/" not in found.name
    assert interval(found.name, "sunday") == found


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2024",
        "2024-W54",
        "2024-W00",
        "2024-13",
        "2024-06-15/2024-06-01",
        "../etc",
        "2024-06-31/2024-07-01",
        "٢٠٢٤-W٢٦",
    ],
)
def test_what_is_no_period_is_refused(name: str) -> None:
    """The error names what was written and what may be."""
    with pytest.raises(UsageError, match="2024-W26"):
        interval(name, "sunday")

"""The days an issue covers, by its name: a week («2024-W26»), a month («2024-06») or a range of days.

A week is named after the ISO week that it shares most of its days with; where it starts is the
country's matter (CLDR's first day of the week), Saturday or Sunday in much of the region.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from brief.errors import UsageError

# The first day of a week as an offset in days from the Monday of its ISO week.
STARTS = {"saturday": -2, "sunday": -1, "monday": 0}
ISO = "monday"
# One week has one name: digits of other scripts would give it a second.
_WEEK = re.compile(r"([1-9][0-9]{3})-W([0-9]{2})")
_MONTH = re.compile(r"([1-9][0-9]{3})-([0-9]{2})")
_RANGE = re.compile(r"([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})(?:/|--)([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})")


class Interval(Struct, frozen=True):
    """The days from `start` to `end`, both included, under the `name` of their issue."""

    name: str
    start: date
    end: date


def first_day(locale: str) -> str:
    """The day a week starts with in a locale, a key of `STARTS`; `ISO` where there is no such locale."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only a topic that does not say it asks

    try:
        number = Locale.parse(locale.replace("-", "_").partition("@")[0]).first_week_day
    except (UnknownLocaleError, ValueError):
        # `words` refuses it with a sentence, before anything is made.
        return ISO
    return {5: "saturday", 6: "sunday"}.get(number, "monday")


def interval(name: str, starts: str) -> Interval:
    """The days that `name` means: `2024-W26`, `2024-06` or `2024-06-01/2024-06-15`.

    `starts` is a key of `STARTS`. Raises `UsageError` where the name is none of the three or no such
    week, month or day exists.
    """
    try:
        if found := _WEEK.fullmatch(name):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            start = monday + timedelta(days=STARTS[starts])
            return Interval(name, start, start + timedelta(days=6))
        if found := _MONTH.fullmatch(name):
            year, month = int(found[1]), int(found[2])
            return Interval(name, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        if found := _RANGE.fullmatch(name):
            start, end = date.fromisoformat(found[1]), date.fromisoformat(found[2])
            if start <= end:
                # The stroke can be no part of a folder's name.
                return Interval(f"{start}--{end}", start, end)
    except (ValueError, OverflowError):
        pass
    raise UsageError(
        "--week: '%(name)s' is no period; write a week (2024-W26), a month (2024-06) "
        "or two days (2024-06-01/2024-06-15).",
        name=name,
    )


def form(name: str) -> str:
    """What kind of period a name is of, by its shape: weeks are of one form, months of another."""
    return re.sub("[0-9]", "0", name)


def week_of(day: date, starts: str) -> Interval:
    """The week that holds `day`."""
    # Seen from its first day, the week's Monday is a fixed number of days ahead.
    monday = day - timedelta(days=(day.weekday() - STARTS[starts]) % 7 + STARTS[starts])
    year, week, _ = monday.isocalendar()
    return interval(f"{year}-W{week:02}", starts)


def last_week(day: date, starts: str) -> Interval:
    """The week that was over when `day` began."""
    return week_of(day - timedelta(days=7), starts)

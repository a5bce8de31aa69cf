"""Arithmetic with ISO dates, months, quarters and years that are known only in part."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

FIRST_YEAR, LAST_YEAR = 1800, 2100
_HIJRI_YEARS = range(1343, 1501)  # what hijridate can convert


class When(Struct, frozen=True):
    """A stretch of time: `first` alone, or everything from `first` to `last`, both ISO.

    `precision` is the unit the text speaks in: day, week, month, quarter, year, or span.
    """

    first: str
    last: str | None
    precision: str


def day(year: int, month: int, number: int) -> When | None:
    """A day, or None where the calendar has no such day."""
    if not (
        1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= monthrange(year, month)[1]
    ):
        return None
    return When(f"{year:04}-{month:02}-{number:02}", None, "day")


def month(year: int, number: int) -> When:
    """A month; `number` may lie outside 1 to 12 and then carries into the years."""
    carry, index = divmod(number - 1, 12)
    return When(f"{year + carry:04}-{index + 1:02}", None, "month")


def quarter(year: int, number: int) -> When:
    """A quarter; `number` may lie outside 1 to 4."""
    carry, index = divmod(number - 1, 4)
    return When(f"{year + carry:04}-Q{index + 1}", None, "quarter")


def year(number: int) -> When:
    """A year."""
    return When(f"{number:04}", None, "year")


def between(first: When | None, last: When | None) -> When | None:
    """From the one to the other, or None where either is missing or they run backwards."""
    if first is None or last is None or first.first > last.first:
        return None
    return When(first.first, last.first, "span")


@lru_cache(maxsize=64)
def parse(reference: str | None) -> date | None:
    """The last day of an ISO date, month or quarter, the middle of a year; None for anything else.

    Of an article that is dated by its year alone, «next November» and «last May» are most
    likely months of that year, as they are from its middle.
    """
    if not reference or not reference[:4].isdecimal() or not FIRST_YEAR <= int(reference[:4]) <= LAST_YEAR:
        return None
    try:
        if "Q" in reference:
            return date(int(reference[:4]), 3 * int(reference[6]), 28)
        parts = [int(part) for part in reference[:10].split("-")]
        number = parts[1] if len(parts) > 1 else 6
        return date(parts[0], number, parts[2] if len(parts) > 2 else monthrange(parts[0], number)[1])
    except (ValueError, IndexError):
        return None


def in_months(when: When, *, last: bool = False) -> When:
    """A quarter as its first or last month; anything else as it is."""
    if when.precision != "quarter":
        return when
    return month(int(when.first[:4]), 3 * int(when.first[6]) - (0 if last else 2))


def follows(first: When, second: When) -> bool:
    """Whether a day or month comes right after another."""
    if first.precision == "day":
        return date.fromisoformat(first.first) + timedelta(days=1) == date.fromisoformat(second.first)
    return month(int(first.first[:4]), int(first.first[5:7]) + 1) == second


def month_length(whole: When) -> int:
    """How many days a month has."""
    return monthrange(int(whole.first[:4]), int(whole.first[5:7]))[1]


def later(when: When, today: date | None) -> bool:
    """Whether a time begins after today."""
    if today is None:
        return False
    if when.precision == "quarter":
        return (int(when.first[:4]), int(when.first[6])) > (today.year, (today.month + 2) // 3)
    return when.first > today.isoformat()[: len(when.first)]


def iso(moment: date) -> When:
    """A day as `When`."""
    return When(moment.isoformat(), None, "day")


def shifted(unit: str, offset: int, today: date) -> When:
    """The week, month, quarter, year, decade or century that lies `offset` of them from today's."""
    if unit == "week":  # the week of the region begins on Sunday
        start = today - timedelta(days=(today.weekday() + 1) % 7) + timedelta(weeks=offset)
        return When(start.isoformat(), (start + timedelta(days=6)).isoformat(), "week")
    if unit == "month":
        return month(today.year, today.month + offset)
    if unit == "quarter":
        return quarter(today.year, (today.month + 2) // 3 + offset)
    if unit == "year":
        return year(today.year + offset)
    width = {"decade": 10, "century": 100}[unit]
    begin = (today.year // width + offset) * width + (width == 100)
    return When(f"{begin:04}", f"{begin + width - 1:04}", "span")


def stretch(unit: str, count: int, sign: int, today: date) -> When:
    """The last (`sign` -1) or next (+1) `count` days, weeks, months, years or decades."""
    if unit in ("day", "week"):
        other = today + timedelta(days=sign * count * (7 if unit == "week" else 1))
        ends = sorted((today.isoformat(), other.isoformat()))
    elif unit == "month":
        ends = sorted(
            (month(today.year, today.month).first, month(today.year, today.month + sign * count).first)
        )
    else:
        ends = sorted(
            (f"{today.year:04}", f"{today.year + sign * count * (10 if unit == 'decade' else 1):04}")
        )
    return When(ends[0], ends[1], "span")


def weekday(number: int, offset: int | None, today: date) -> When:
    """The nearest such day (Monday is 0): on or before today, before it (-1), after it (+1).

    With -2 or +2 it is that of a week further away.
    """
    back = (today.weekday() - number) % 7
    if offset is not None and offset > 0:
        return iso(today + timedelta(days=7 * offset - back))
    before = timedelta(days=7) if offset is not None and offset < 0 and back == 0 else timedelta()
    return iso(today - timedelta(days=back + (7 if offset == -2 else 0)) - before)


def bare_month(number: int, offset: int | None, today: date) -> When:
    """The nearest such month: not after today's, before it (-1), after it (+1), of this year (0)."""
    if offset == 0:
        return month(today.year, number)
    if offset is not None and offset > 0:
        return month(today.year + (number <= today.month) + offset - 1, number)
    late = number > today.month or (offset is not None and number == today.month)
    return month(today.year - late - (offset == -2), number)


def part(name: str | None, whole: When) -> When:
    """A part of a year (start, early, middle, late, end); anything else stays whole."""
    if name is None or whole.precision != "year":
        return whole
    number = int(whole.first)
    if name in ("early", "late"):
        return quarter(number, 1 if name == "early" else 4)
    if name == "middle":
        return whole
    return month(number, 1 if name == "start" else 12)


def hijri(number: int, month_number: int | None, year_number: int) -> When | None:
    """A day of the Umm al-Qura calendar (day 0: the whole month, no month: the year)."""
    if year_number not in _HIJRI_YEARS or year_number == _HIJRI_YEARS[-1]:
        return None
    from hijridate import Hijri  # noqa: PLC0415 - few articles need it

    try:
        if month_number is None:
            first, after = Hijri(year_number, 1, 1), Hijri(year_number + 1, 1, 1)
        elif number == 0:
            carry, index = divmod(month_number, 12)
            first, after = Hijri(year_number, month_number, 1), Hijri(year_number + carry, index + 1, 1)
        else:
            return iso(_civil(Hijri(year_number, month_number, number)))
        return between(iso(_civil(first)), iso(_civil(after) - timedelta(days=1)))
    except (ValueError, OverflowError):
        return None


def near_hijri(number: int, month_number: int, offset: int, today: date) -> When | None:
    """The nearest such day or month before today (negative), after it (positive), or of this year (0)."""
    from hijridate import Gregorian  # noqa: PLC0415 - few articles need it

    try:
        now = Gregorian(today.year, today.month, today.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    year_number = now.year
    if offset < 0:
        year_number += offset + (month_number < now.month)
    elif offset:
        year_number += offset - (month_number > now.month)
    return hijri(number, month_number, year_number)


def _civil(moment: object) -> date:
    civil = moment.to_gregorian()  # type: ignore[attr-defined]
    return date(civil.year, civil.month, civil.day)

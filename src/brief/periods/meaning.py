"""What the words of a match come to, counted from the day of the article where they say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from brief.periods import calendars
from brief.periods.calendars import When
from brief.periods.words import Values, month_key


class Hit(Struct, frozen=True):
    """A time found in folded text; `relative` if it was counted from the day of the article."""

    start: int
    end: int
    when: When
    relative: bool = False


Groups = dict[str, str]
Found = tuple[When | None, bool]  # the time, and whether it was counted from today
Meaning = Callable[[Groups, Values, date | None], Found]


# Years, and what is a part of one -----------------------------------------------------------


def year(groups: Groups, values: Values, today: date | None) -> Found:
    """The year that `y` or `rel` names, or this year."""
    if "y" in groups:
        return calendars.year(int(groups["y"])), False
    if today is None:
        return None, True
    return calendars.year(today.year + values.relative.get(groups.get("rel", ""), 0)), True


def part_of_year(groups: Groups, values: Values, today: date | None) -> Found:
    """A year or the part of it that is named."""
    whole, relative = year(groups, values, today)
    return whole and calendars.part(values.parts.get(groups.get("part", "")), whole), relative


def years(groups: Groups, _: Values, __: date | None) -> Found:
    """From one year to another, which may be written with its last digits alone."""
    first = int(groups["y"])
    last = int(groups["y2"]) if "y2" in groups else first - first % 100 + int(groups["short"])
    if "short" in groups and last != first + 1:
        return None, False
    return calendars.between(calendars.year(first), calendars.year(last)), False


def year_in_words(groups: Groups, values: Values, _: date | None) -> Found:
    """A year from 1800 on, written out."""
    number = 2000 if "thousands" in groups else 1000 + values.year_words[groups["hundreds"]]
    rest = groups.get("rest", "")
    return calendars.year(number + (values.counts.get(rest) or values.year_words.get(rest, 0))), False


def season(groups: Groups, values: Values, _: date | None) -> Found:
    """The three months of a season that lies within one year."""
    number, first = int(groups["y"]), values.seasons[groups["season"]]
    return _months(number, first, first + 2), False


def quarter(groups: Groups, _: Values, __: date | None) -> Found:
    """«2024-Q1»."""
    return calendars.quarter(int(groups["y"]), int(groups["q"])), False


def share(groups: Groups, values: Values, today: date | None) -> Found:
    """A quarter, third or half of a year, or two of them that follow each other."""
    whole, relative = year(groups, values, today)
    parts = values.shares[groups["share"]]
    first = values.ordinals[groups["num"]] or parts
    last = values.ordinals[groups["num2"]] or parts if "num2" in groups else first
    if whole is None or last > parts:
        return None, relative
    number = int(whole.first)
    if parts == 4 and first == last:
        return calendars.quarter(number, first), relative
    return _months(number, (first - 1) * 12 // parts + 1, last * 12 // parts), relative


def first_months(groups: Groups, values: Values, today: date | None) -> Found:
    """«The first nine months of 2022», or its last ones."""
    whole, relative = year(groups, values, today)
    count = _count(groups, values)
    if whole is None or not 1 < count < 12:
        return None, relative
    first, last = (1, count) if "firsts" in groups else (13 - count, 12)
    return _months(int(whole.first), first, last), relative


def _months(number: int, first: int, last: int) -> When | None:
    return calendars.between(calendars.month(number, first), calendars.month(number, last))


# Months and days ----------------------------------------------------------------------------


def month(groups: Groups, values: Values, today: date | None) -> Found:
    """The month `m`: its year is said, or counted from today."""
    number = values.months.get(month_key(groups["m"]))
    if number is None:  # a month that is joined with itself
        return None, False
    if "y" in groups or "whose" in groups or "rel" in groups:
        whole, relative = year(groups, values, today)
        return whole and calendars.month(int(whole.first), number), relative
    if today is None:
        return None, True
    return calendars.bare_month(number, values.relative.get(groups.get("near", "")), today), True


def months(groups: Groups, values: Values, today: date | None) -> Found:
    """From the month `m1` to the month `m`, whose year is that of both unless it is the next one."""
    last, relative = month(groups, values, today)
    if last is None:
        return None, relative
    first = values.months.get(month_key(groups["m1"]))
    if first is None:
        return None, False
    opening = calendars.month(int(last.first[:4]), first)
    if opening.first > last.first:
        opening = calendars.month(int(last.first[:4]) - 1, first)
    return calendars.between(opening, last), relative


def up_to_year(groups: Groups, values: Values, today: date | None) -> Found:
    """From a month, or the day `d` of it, up to a year."""
    rest = {key: value for key, value in groups.items() if key != "y2"}
    first, _ = (day if "d" in groups else month)(rest, values, today)
    last = calendars.year(int(groups["y2"]))
    if first is None or first.first[:4] >= last.first:
        return None, False
    return When(first.first, last.first, "span"), False


def day(groups: Groups, values: Values, today: date | None) -> Found:
    """The day `d` (or `word`) of a month, or the days from it to `d2` (or `word2`)."""
    whole, relative = month(groups, values, today)
    if whole is None:
        return None, relative
    first = _in_month(whole, int(groups.get("d") or values.days[groups["word"]]))
    if "d2" not in groups and "word2" not in groups:
        return first, relative
    second = _in_month(whole, int(groups.get("d2") or values.days[groups["word2"]]))
    return calendars.between(first, second), relative


def _in_month(whole: When, number: int) -> When | None:
    return calendars.day(int(whole.first[:4]), int(whole.first[5:7]), number)


def part_of_month(groups: Groups, values: Values, today: date | None) -> Found:
    """A half or a numbered week of a month."""
    whole, relative = month(groups, values, today)
    number = values.ordinals[groups["num"]]
    if whole is None or number > (4 if "week" in groups else 2):
        return None, relative
    days = calendars.month_length(whole)
    if "week" in groups:
        first, last = (7 * number - 6, 7 * number) if number else (days - 6, days)
    else:
        first, last = (1, 15) if number == 1 else (16, days)
    return calendars.between(_in_month(whole, first), _in_month(whole, last)), relative


def numeric(groups: Groups, _: Values, __: date | None) -> Found:
    """A month or day as ISO writes it."""
    whole, number = int(groups["y"]), int(groups["mm"])
    if "d" in groups:
        return calendars.day(whole, number, int(groups["d"])), False
    return (calendars.month(whole, number) if 1 <= number <= 12 else None), False


def day_first(groups: Groups, _: Values, __: date | None) -> Found:
    """Day, month and year as the region writes them; month first where no month has such a number."""
    whole, first, second = (int(groups[name]) for name in ("y", "d", "mm"))
    return calendars.day(whole, second, first) or calendars.day(whole, first, second), False


# Counted from the day of the article ------------------------------------------------------------


def unit(groups: Groups, values: Values, today: date | None) -> Found:
    """This, the last, the next week, month, quarter, year, decade or century, or a part of it."""
    if today is None:
        return None, True
    offset = values.relative.get(groups.get("rel", ""), 0)
    whole = calendars.shifted(values.units[groups["unit"]], offset, today)
    return calendars.part(values.parts.get(groups.get("part", "")), whole), True


_HOURS = 24


def several(groups: Groups, values: Values, today: date | None) -> Found:
    """The last or next so many units; hours only where they make whole days."""
    if today is None:
        return None, True
    sign = values.signs.get(groups.get("sign", ""), -1)
    if "pair" in groups:
        return calendars.stretch(values.pairs[groups["pair"]], 2, sign, today), True
    count, name = _count(groups, values), values.several[groups["plural"]]
    if name == "hour":
        whole, rest = divmod(count, _HOURS)
        return (calendars.stretch("day", whole, sign, today) if whole and not rest else None), True
    return (calendars.stretch(name, count, sign, today) if count else None), True


_COUNTED_EXACTLY = 10  # more years, months or days than that are told in round numbers


def ago(groups: Groups, values: Values, today: date | None) -> Found:
    """So many days, weeks, months or years before today."""
    if today is None:
        return None, True
    if "plural" in groups:
        name, count = values.several[groups["plural"]], _count(groups, values)
    else:
        name, count = values.pairs[groups["pair"]], 2 if "two" in groups else 1
    if name not in ("day", "week", "month", "year") or count > _COUNTED_EXACTLY:
        return None, True
    if name == "day":
        return calendars.iso(today - timedelta(days=count)), True
    return calendars.shifted(name, -count, today), True


def _count(groups: Groups, values: Values) -> int:
    return values.counts.get(groups["n"]) or int(groups["n"])


def this_day(_: Groups, __: Values, today: date | None) -> Found:
    """The day of the article."""
    return (calendars.iso(today) if today else None), True


def weekday(groups: Groups, values: Values, today: date | None) -> Found:
    """The day of that name that lies nearest before today, or before the last or next one."""
    if today is None:
        return None, True
    near = values.relative.get(groups.get("near", ""))
    return calendars.weekday(values.weekdays[groups["w"]], near, today), True


def near_day(groups: Groups, values: Values, today: date | None) -> Found:
    """Yesterday, tomorrow; a stated weekday is surer than the date of the article."""
    offset = values.near_days[groups["by"]]
    if today is None:
        return None, True
    if "w" in groups and abs(offset) < 2:
        return calendars.weekday(values.weekdays[groups["w"]], offset or None, today), True
    return calendars.iso(today + timedelta(days=offset)), True

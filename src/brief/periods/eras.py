"""What decades, centuries and the other calendar come to."""

from __future__ import annotations

from datetime import date

from brief.periods import calendars
from brief.periods.calendars import When
from brief.periods.meaning import Found, Groups
from brief.periods.words import Values


def decade(groups: Groups, values: Values, today: date | None) -> Found:
    """«The nineties», of the century that is named, else of the twentieth."""
    century, relative = _century(groups, values, today) if "of" in groups else (19, False)
    if century is None:
        return None, relative
    first = 100 * century + values.decades[groups["decade"]]
    return calendars.between(calendars.year(first), calendars.year(first + 9)), relative


def decade_of(groups: Groups, values: Values, today: date | None) -> Found:
    """The first, second … last decade of a century, or its first two, or last two."""
    century, relative = _century(groups, values, today)
    if century is None:
        return None, relative
    if "num" in groups:
        first, width = (values.days.get(groups["num"], 10) - 1) * 10, 10
    else:
        first, width = (0, 20) if "firsts" in groups else (80, 20)
    first += 100 * century
    if not 0 <= first - 100 * century < 100:
        return None, relative
    return calendars.between(calendars.year(first), calendars.year(first + width - 1)), relative


def century(groups: Groups, values: Values, today: date | None) -> Found:
    """A century by its number, or a half of it, or two centuries."""
    number, relative = _century(groups, values, today)
    if number is None:
        return None, relative
    first, last = 100 * number + 1, 100 * number + 100
    if "word2" in groups:
        last = 100 * values.days[groups["word2"]]
    if "num" in groups:
        first, last = (first, first + 49) if values.ordinals[groups["num"]] == 1 else (first + 50, last)
    return calendars.between(calendars.year(first), calendars.year(last)), relative


def _century(groups: Groups, values: Values, today: date | None) -> tuple[int | None, bool]:
    """The hundreds of the years of a century."""
    if "word" in groups or "number" in groups:
        number = int(groups["number"]) if "number" in groups else values.days[groups["word"]]
        return (number - 1 if 1 <= number <= 21 else None), False
    if today is None:  # the last century of any living article
        return (19, False) if values.relative[groups["rel"]] == -1 else (None, True)
    return today.year // 100 + values.relative[groups["rel"]], values.relative[groups["rel"]] != -1


def hijri(groups: Groups, values: Values, today: date | None) -> Found:
    """A day, month or year of the Umm al-Qura calendar."""
    number = int(groups["hm"]) if "hm" in groups else values.hijri.get(groups.get("h", ""))
    first = int(groups.get("d") or values.days.get(groups.get("word", ""), 0))
    if "hy" in groups and "hy2" in groups:
        opening = calendars.hijri(0, None, int(groups["hy"]))
        closing = calendars.hijri(0, None, int(groups["hy2"]))
        if opening is None or closing is None or closing.last is None:
            return None, False
        return calendars.between(opening, When(closing.last, None, "day")), False
    if "hy" in groups:
        return calendars.hijri(first, number, int(groups["hy"])), False
    if today is None or number is None:
        return None, True
    return calendars.near_hijri(first, number, values.relative[groups["near"]], today), True

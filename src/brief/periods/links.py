"""Times that lean on another time of their sentence: «بين 7 أكتوبر و3 مارس», «قبل ذلك بعام»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.periods import calendars
from brief.periods.calendars import When
from brief.periods.rules import Hit

_JOINED = frozenset({"day", "month"})


class Links(Struct, frozen=True):
    """The patterns of one language.

    A range opens with `opens` and goes on with `to`, after `between` also with `joins`; `years`
    tell another year than the one named before, `apart` another time of whatever length.
    """

    between: re.Pattern[str]
    opens: re.Pattern[str]
    joins: re.Pattern[str]
    to: re.Pattern[str]
    years: tuple[tuple[re.Pattern[str], int, bool], ...]
    apart: re.Pattern[str]


class Linked(Struct, frozen=True):
    """A time that leans on the one before it; without `offset` nothing tells by how much.

    `whole` where a year is meant and not the same day or month of another year.
    """

    start: int
    end: int
    offset: int | None
    whole: bool = False


# Characters before a first date in which the words that open a range are looked for.
_OPENING = 40

# Ranges -----------------------------------------------------------------------------------


def ranges(hits: Sequence[Hit], text: str, links: Links) -> Iterator[Hit]:
    """Every two days or months of folded `text` that it joins to one stretch of time."""
    for first, second in pairwise(hits):
        gap = text[first.end : second.start]
        near = max(0, first.start - _OPENING)
        before = text[near : first.start]
        between = links.between.search(before)
        opened = between or links.opens.search(before)
        if opened is None or not (links.to.fullmatch(gap) or (between and links.joins.fullmatch(gap))):
            continue
        when = _from_to(first, second)
        if when is not None:
            yield Hit(near + opened.start("opening"), second.end, when, second.relative)


def _from_to(first: Hit, second: Hit) -> When | None:
    """The stretch between; a first day that names no year is the last one before the second."""
    if {first.when.precision, second.when.precision} - _JOINED or first.when.last or second.when.last:
        return None
    if first.when.precision != second.when.precision:
        return None
    if not first.relative or second.relative:
        return calendars.between(first.when, second.when)
    for back in (0, 1):
        opening = _in_year(first.when, int(second.when.first[:4]) - back)
        if opening is not None and opening.first <= second.when.first:
            return calendars.between(opening, second.when)
    return None


def _in_year(when: When, year: int) -> When | None:
    """The same day, month or quarter of another year."""
    if when.precision == "day":
        return calendars.day(year, int(when.first[5:7]), int(when.first[8:]))
    return When(f"{year:04}{when.first[4:]}", None, when.precision)


# Years that count from another ---------------------------------------------------------------


def linked(text: str, links: Links) -> tuple[Linked, ...]:
    """The places of folded `text` that tell a time by another one, none within another."""
    found = [
        Linked(match.start(), match.end(), offset, whole)
        for pattern, offset, whole in links.years
        for match in pattern.finditer(text)
    ]
    known = [(one.start, one.end) for one in found]
    open_ = [
        Linked(*match.span(), None)
        for match in links.apart.finditer(text)
        if not any(match.start() < end and start < match.end() for start, end in known)
    ]
    return tuple(sorted([*found, *open_], key=lambda one: one.start))


def counted(one: Linked, before: When) -> When | None:
    """The time that `one` tells where `before` is the time named before it; None for a stretch."""
    if one.offset is None or before.last is not None or not before.first[:4].isdigit():
        return None
    year = int(before.first[:4]) + one.offset
    return calendars.year(year) if one.whole else _in_year(before, year)


# The words --------------------------------------------------------------------------------


def _any(values: Iterable[str]) -> str:
    keys = sorted({fold(value) for value in values}, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in keys) + ")"


@cache
def lexicon(code: str) -> Links:
    """The patterns of `languages/<code>/periods.toml`, compiled once."""
    when = table(code, "periods")
    prefix, and_ = when["prefix"], fold(when["and"])
    day = rf"(?:\s+{_any(when['day'])})?"
    both, all_ = _any(when["range_before"][:2]), _any([*when["range_before"], *when["between"]])
    return Links(
        between=re.compile(rf"(?<!\w){prefix}(?P<opening>{both}){day}\s+(?:{when['article']})?$"),
        opens=re.compile(rf"(?<!\w){prefix}(?P<opening>{all_}){day}\s+$"),
        joins=re.compile(rf"\s*{and_}{day}\s*"),
        to=re.compile(rf"\s*(?:{and_}?{_any(when['to'])}{day}|[-\u2013\u2014])\s*"),
        years=tuple(_years(when)),
        apart=_apart(when),
    )


def _years(when: dict[str, Any]) -> Iterator[tuple[re.Pattern[str], int, bool]]:
    """Patterns of years told by the one before, with how many they lie apart."""
    data, year = when["linked"], _any(when["unit"]["year"])
    free = rf"(?!\w)(?!\s+{data['not_followed_by']})"
    for key, sign in (("before", -1), ("after", 1)):
        yield re.compile(rf"(?<!\w){when['prefix']}{year}\s+{_any(data[key])}{free}"), sign, True
    for key, sign in (("earlier", -1), ("later", 1)):
        for count in ("1", "2"):
            said = rf"{_any(data[key])}\s+{data['by']}{_any(data[count])}"
            yield re.compile(rf"(?<!\w){said}(?!\w)"), sign * int(count), False


def _apart(when: dict[str, Any]) -> re.Pattern[str]:
    """Another time than the one before, without a year that could be counted from it."""
    data, prefix = when["linked"], when["prefix"]
    around = rf"{_any(data['unit'])}(?:\s+\w+)?\s+{_any(data['relative'])}\s+{_any(data['around'])}\w{{0,2}}"
    counted_from = rf"{_any(data['unit'])}\s+{_any([*data['before'], *data['after']])}"
    same = rf"{_any(data['same'])}(?:\s+{_any(when['of'])}\s+(?:\w+\s+){{0,2}}\w+)?"
    ago = rf"{_any([*data['earlier'], *data['later']])}\s+{data['by']}\w+"
    return re.compile(rf"(?<!\w){prefix}(?:{around}|{counted_from}|{same}|{ago})(?!\w)")

"""Times that lean on another time of their sentence: «بين 7 أكتوبر و3 مارس», «قبل ذلك بعام»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain, pairwise
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.periods import calendars
from brief.periods.calendars import When
from brief.periods.meaning import Hit
from brief.periods.words import (
    DAY,
    YEAR,
    B,
    O,
    compiled,
    either,
    every,
    first_words,
    month_key,
    prefixes,
    values,
    words,
)

_JOINED = frozenset({"day", "month", "quarter", "year"})


class Links(Struct, frozen=True):
    """The patterns of one language.

    A range opens with `opens` and goes on with `to`, after `between` also with `joins`; `years`
    tell another year than the one named before, `apart` another time of whatever length. Only a
    sentence with one of `hints` holds either.
    """

    between: re.Pattern[str]
    opens: re.Pattern[str]
    joins: re.Pattern[str]
    to: re.Pattern[str]
    years: tuple[tuple[str, int, bool], ...]
    apart: str
    parts: str
    hints: frozenset[str]
    months: dict[str, int]
    kinds: dict[str, str]
    relative: dict[str, int]


class Linked(Struct, frozen=True):
    """A time that leans on the one before it; without `offset` nothing tells by how much.

    `whole` where a year is meant and not the same day or month of another year; `month` and
    `day` where they are said and only the year is the other one's. With `same` it is the same
    part (`any`, or a month or quarter) of the year `year`, which counts from today if `relative`.
    """

    start: int
    end: int
    offset: int | None
    whole: bool = False
    month: int | None = None
    day: int | None = None
    same: str | None = None
    year: int = 0
    relative: bool = False


# Characters before a first date in which the words that open a range are looked for.
_OPENING = 40
_GAP = 40

# Ranges -----------------------------------------------------------------------------------


def ranges(hits: Sequence[Hit], text: str, links: Links) -> Iterator[Hit]:
    """Every two times of folded `text` that it joins to one stretch of time."""
    for first, second in pairwise(hits):
        if second.start - first.end > _GAP:
            continue
        gap = text[first.end : second.start]
        to, joined = links.to.fullmatch(gap), links.joins.fullmatch(gap)
        if to is None and joined is None:
            continue
        before = text[max(0, first.start - _OPENING) : first.start]
        if not (links.between.search(before) or (to and links.opens.search(before))):
            continue
        when = _from_to(first, second)
        if when is not None:
            yield Hit(first.start, second.end, when, second.relative)


def _from_to(first: Hit, second: Hit) -> When | None:
    """The stretch between; a first day that names no year is the last one before the second."""
    if {first.when.precision, second.when.precision} - _JOINED or first.when.last or second.when.last:
        return None
    if not first.relative or second.relative:
        return calendars.between(calendars.in_months(first.when), calendars.in_months(second.when, last=True))
    if first.when.precision != second.when.precision or first.when.precision not in ("day", "month"):
        return None
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


_WORD = re.compile(r"\w+")


def linked(text: str, links: Links) -> tuple[Linked, ...]:
    """The places of folded `text` that tell a time by another one, none within another."""
    if links.hints.isdisjoint(_WORD.findall(text)):
        return ()
    found = [
        _linked(match, offset, links, whole=whole)
        for pattern, offset, whole in links.years
        for match in compiled(pattern).finditer(text)
    ]
    found += [_same_part(match, links) for match in compiled(links.parts).finditer(text)]
    open_ = [Linked(match.end("pre"), match.end(), None) for match in compiled(links.apart).finditer(text)]
    kept: list[Linked] = []
    for one in sorted([*found, *open_], key=lambda one: (one.start, one.offset is None, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _linked(match: re.Match[str], offset: int, links: Links, *, whole: bool) -> Linked:
    said = match.groupdict()
    start = match.end("pre") if "pre" in said else match.start()
    month = links.months[month_key(said["m"])] if said.get("m") else None
    return Linked(start, match.end(), offset, whole, month, int(said["d"]) if said.get("d") else None)


def _same_part(match: re.Match[str], links: Links) -> Linked:
    kind = links.kinds[" ".join(match["same"].split())]
    year = int(match["y"]) if match["y"] else links.relative[" ".join(match["rel"].split())]
    return Linked(match.end("pre"), match.end(), 0, same=kind, year=year, relative=not match["y"])


def counted(one: Linked, before: When, today: date | None) -> When | None:
    """The time that `one` tells where `before` is the time named before it; None for a stretch.

    A stretch of one year («in spring 2022») tells which year it is, and no more.
    """
    if one.same is not None:
        return _part_of(one, before, today)
    if one.offset is None or not before.first[:4].isdigit():
        return None
    named = one.whole or one.month is not None
    if before.last is not None and not (named and before.last[:4] == before.first[:4]):
        return None
    year = int(before.first[:4]) + one.offset
    if one.month is not None:
        return calendars.day(year, one.month, one.day) if one.day else calendars.month(year, one.month)
    return calendars.year(year) if one.whole else _in_year(before, year)


def _part_of(one: Linked, before: When, today: date | None) -> When | None:
    """The same months, quarter or days of another year as those named before."""
    if (one.relative and today is None) or len(before.first) == len("2024"):
        return None
    if one.same not in ("any", before.precision) or (before.last or before.first)[:4] != before.first[:4]:
        return None
    year = one.year + today.year if one.relative and today else one.year
    first = _in_year(When(before.first, None, _unit(before.first)), year)
    if first is None or before.last is None:
        return first
    last = _in_year(When(before.last, None, _unit(before.last)), year)
    if last is None:
        return None
    return When(first.first, last.first, before.precision)


def _unit(iso: str) -> str:
    return "day" if len(iso) == len("2024-01-01") else "month"


# The words --------------------------------------------------------------------------------


@cache
def lexicon(code: str) -> Links:
    """The patterns of `languages/<code>/periods.toml`, compiled once."""
    when, prefix = table(code, "periods"), words(code).letters
    and_ = fold(when["and"])
    day = rf"(?:{B}{either([*when['day'], *when['month'], *when['years']])})?"
    before = [*when["range_before"], *when["between"]]
    both = [*when["range_before"][:2], *when["range_before"][-2:]]
    return Links(
        between=re.compile(rf"(?<!\w){prefix}{either(both)}{day}{B}(?:{when['article']})?$"),
        opens=re.compile(rf"(?<!\w){prefix}{either(before)}{day}{B}$"),
        joins=re.compile(rf"{B}{and_}(?:{either(when['day'])}{B})?"),
        to=re.compile(rf"(?:{B}{and_}?{either(when['to'])}{day}{B}|{O}[-\u2013\u2014]{O})"),
        years=tuple(_years(when, code)),
        apart=_apart(when, prefix),
        hints=_hints(when),
        parts=_parts(when, code),
        months=values(code).months,
        kinds={fold(word): kind for kind, group in when["linked"]["same_time"].items() for word in group},
        relative=values(code).relative,
    )


def _hints(when: dict[str, Any]) -> frozenset[str]:
    data = when["linked"]
    names = ("before", "after", "same", "same_before", "relative", "earlier", "later")
    said = {*chain.from_iterable(data[name] for name in names), *every(data["same_time"])}
    last = {fold(word).split()[-1] for word in said}
    return frozenset(prefix + word for word in first_words(said) | last for prefix in prefixes(when))


def _years(when: dict[str, Any], code: str) -> Iterator[tuple[str, int, bool]]:
    """Patterns of years told by the one before, with how many they lie apart."""
    data, year, w = when["linked"], either(when["unit"]["year"]), words(code)
    free = rf"(?!\w)(?!{B}{data['not_followed_by']})"
    day = rf"(?:(?P<d>{DAY}){B}{w.of_day}?)?"
    part = rf"(?<!\w)(?P<pre>{w.letters})(?:{day}{w.month_word}{w.month}{B}{w.of}?)?"
    for key, sign in (("before", -1), ("after", 1), ("same", 0)):
        yield rf"{part}{year}{B}{either(data[key])}{free}", sign, True
    yield rf"{part}{either(data['same_before'])}{B}{year}{free}", 0, True
    for key, sign in (("earlier", -1), ("later", 1)):
        for count in ("1", "2"):
            said = rf"{either(data[key])}{B}{data['by']}{either(data[count])}"
            yield rf"(?<!\w){said}(?!\w)", sign * int(count), False


def _parts(when: dict[str, Any], code: str) -> str:
    """The same part of another year: «the same quarter of last year»."""
    w, same = words(code), either(every(when["linked"]["same_time"]))
    year = rf"(?:{w.year}{B})?(?P<y>{YEAR})(?!\d){w.mark}?|{w.the_year}{B}(?P<rel>{w.rel})"
    return rf"(?<!\w)(?P<pre>{w.letters})(?P<same>{same}){B}{w.of}(?:{year})(?!\w)"


def _apart(when: dict[str, Any], prefix: str) -> str:
    """Another time than the one before, without a year that could be counted from it."""
    data = when["linked"]
    around = (
        rf"{either(data['unit'])}(?:{B}\w+)?{B}{either(data['relative'])}{B}{either(data['around'])}\w{{0,2}}"
    )
    counted_from = rf"{either(data['unit'])}{B}{either([*data['before'], *data['after']])}"
    same = rf"{either(every(data['same_time']))}(?:{B}{either(when['of'])}{B}(?:\w+{B}){{0,2}}\w+)?"
    ago = rf"{either([*data['earlier'], *data['later']])}{B}{data['by']}\w+"
    return rf"(?<!\w)(?P<pre>{prefix})(?:{around}|{counted_from}|{same}|{ago})(?!\w)"

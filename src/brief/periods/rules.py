"""How a language writes times: its word lists compiled into rules, once per language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.periods import calendars
from brief.periods.calendars import When


class Hit(Struct, frozen=True):
    """A time found in folded text."""

    start: int
    end: int
    when: When
    relative: bool = False


class Lexicon(Struct, frozen=True):
    """The words of one language and what they stand for, keys folded."""

    hint: re.Pattern[str]
    until: re.Pattern[str]
    future: re.Pattern[str]
    rules: tuple[Rule, ...]
    months: dict[str, int]
    hijri: dict[str, int]
    days: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    several: dict[str, int]
    counts: dict[str, int]
    pairs: dict[str, str]
    plurals: dict[str, str]
    units: dict[str, str]
    parts: dict[str, str]
    quarters: dict[str, int]
    decades: dict[str, int]


Rule = Callable[[str, Lexicon, date | None], Iterable[Hit]]
_Groups = dict[str, str]
_Found = tuple[When | None, bool]  # the time, and whether it was counted from today
_Resolver = Callable[[_Groups, Lexicon, date | None], _Found]


# What the words of a match come to ------------------------------------------------------


def _year(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    """The year that `y` or `rel` names, or this year."""
    if "y" in groups:
        return calendars.year(int(groups["y"])), False
    if today is None:
        return None, True
    return calendars.year(today.year + words.relative.get(groups.get("rel", ""), 0)), True


def _part_of_year(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    whole, relative = _year(groups, words, today)
    return whole and calendars.part(words.parts.get(groups.get("part", "")), whole), relative


def _month(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    """The month `m`: its year is said, or counted from today."""
    number = words.months[groups["m"]]
    if "y" in groups or "whose" in groups:
        whole, relative = _year(groups, words, today)
        return whole and calendars.month(int(whole.first), number), relative
    if today is None:
        return None, True
    return calendars.bare_month(number, words.relative.get(groups.get("near", "")), today), True


def _day(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    """The day `d` (or `word`) of a month, or the days from `d` to `d2`."""
    whole, relative = _month(groups, words, today)
    if whole is None:
        return None, relative
    year, month = (int(piece) for piece in whole.first.split("-"))
    first = calendars.day(year, month, int(groups.get("d") or words.days[groups["word"]]))
    if "d2" in groups:
        return calendars.between(first, calendars.day(year, month, int(groups["d2"]))), relative
    return first, relative


def _numeric(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    year, month = int(groups["y"]), int(groups["mm"])
    if "d" in groups:
        return calendars.day(year, month, int(groups["d"])), False
    return (calendars.month(year, month) if 1 <= month <= 12 else None), False


def _day_first(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    """Day, month and year as the region writes them; month first where no month has such a number."""
    year, first, second = (int(groups[name]) for name in ("y", "d", "mm"))
    return calendars.day(year, second, first) or calendars.day(year, first, second), False


def _quarter(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    number = words.quarters.get(groups["q"]) or int(groups["q"][-1])
    whole, relative = _year(groups, words, today)
    return whole and calendars.quarter(int(whole.first), number), relative


def _half(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    number = words.quarters[groups["q"]]
    whole, relative = _year(groups, words, today)
    if whole is None or number > 2:
        return None, relative
    year = int(whole.first)
    return calendars.between(
        calendars.month(year, 6 * number - 5), calendars.month(year, 6 * number)
    ), relative


def _years(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    return calendars.between(calendars.year(int(groups["y"])), calendars.year(int(groups["y2"]))), False


def _unit(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    if today is None:
        return None, True
    whole = calendars.shifted(
        words.units[groups["unit"]], words.relative.get(groups.get("rel", ""), 0), today
    )
    return calendars.part(words.parts.get(groups.get("part", "")), whole), True


def _several(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    if today is None:
        return None, True
    sign = words.several[groups["rels"]]
    if "pair" in groups:
        return calendars.stretch(words.pairs[groups["pair"]], 2, sign, today), True
    count = words.counts.get(groups["n"]) or min(int(groups["n"]), 100)
    return calendars.stretch(words.plurals[groups["plural"]], count, sign, today), True


def _weekday(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    if today is None or "no" in groups:
        return None, True
    return calendars.weekday(
        words.weekdays[groups["w"]], words.relative.get(groups.get("near", "")), today
    ), True


def _near_day(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    sign = -1 if "past" in groups else 1
    if today is None:
        return None, True
    if "w" in groups:  # a stated weekday is surer than the date of the article
        return calendars.weekday(words.weekdays[groups["w"]], sign, today), True
    return calendars.iso(today + timedelta(days=sign)), True


def _decade(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    first = 1900 + words.decades[groups["decade"]]
    return calendars.between(calendars.year(first), calendars.year(first + 9)), False


def _hijri(groups: _Groups, words: Lexicon, today: date | None) -> _Found:
    month = int(groups["hm"]) if "hm" in groups else words.hijri.get(groups.get("h", ""))
    return calendars.hijri(int(groups.get("d", 0)), month, int(groups["hy"])), False


# From patterns to rules -----------------------------------------------------------------


def _rule(pattern: str, resolve: _Resolver) -> Rule:
    """Every match of `pattern` as a hit; group `whole` narrows its span where present."""
    compiled = re.compile(pattern)
    group = "whole" if "whole" in compiled.groupindex else 0

    def run(text: str, words: Lexicon, today: date | None) -> Iterator[Hit]:
        for match in compiled.finditer(text):
            groups = {name: " ".join(value.split()) for name, value in match.groupdict().items() if value}
            when, relative = resolve(groups, words, today)
            if when is not None:
                start = match.start(group) if group else match.end("pre")
                yield Hit(start, match.end(group), when, relative)

    return run


def _listed(pattern: str) -> Rule:
    """«عامي 2017 و2019»: every year of the group `list` is a hit of its own."""
    compiled, single = re.compile(pattern), re.compile(r"\d{4}")

    def run(text: str, words: Lexicon, today: date | None) -> Iterator[Hit]:
        for match in compiled.finditer(text):
            start = match.end("pre")
            for year in single.finditer(text, *match.span("list")):
                yield Hit(min(start, year.start()), year.end(), calendars.year(int(year[0])))
                start = len(text)

    return run


class _Words(Struct, frozen=True):
    """Pieces of patterns, each an alternation of folded words or a small expression."""

    month: str
    months: str
    year: str
    the_year: str
    rel: str
    of: str
    this: str
    part: str
    tail: str
    month_word: str
    weekday: str  # before a date, if at all
    weekdays: str
    number: str  # the border before a number, and what may be written to it
    word: str  # the same before a word


_YEAR = r"(?:1[89]\d\d|20\d\d|2100)"
_DAY = r"0?[1-9]|[12]\d|3[01]"


def _any(values: Iterable[str]) -> str:
    """An alternation of folded words, the longest first, blanks of any width."""
    keys = sorted({fold(value) for value in values}, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", r"\s+") for key in keys) + ")"


def _some(groups: dict[str, list[str]]) -> str:
    return _any(word for words in groups.values() for word in words)


def _pieces(when: dict[str, Any], names: dict[str, Any]) -> _Words:
    month, rel, year = (
        _any(chain.from_iterable(names["gregorian"])),
        _some(when["relative"]),
        _any(when["year"]),
    )
    the_year, of, this = _any(when["unit"]["year"]), rf"(?:{_any(when['of'])}\s*)", _any(when["this"])
    mark, comma = fold(when["gregorian_mark"]), when["comma"]
    whose = rf"(?P<whose>{this}\s+{the_year}|{the_year}\s+(?P<rel>{rel}))(?!\w)"
    said = rf"[\s,{comma}]*{of}?(?:{year}\s+)?(?P<y>{_YEAR})(?!\d)(?:\s?{mark}(?!\w))?"
    month_word = rf"(?:{_any(when['month'])}\s+)?"
    return _Words(
        month=rf"(?P<m>{month})(?:\s*[/(]\s*{month}\)?)?(?!\w)",
        months=month,
        year=year,
        the_year=the_year,
        rel=rel,
        of=of,
        this=this,
        part=rf"(?:(?P<part>{_some(when['part'])})\s+)",
        tail=rf"(?:{said}|\s+(?P<near>{rel})(?!\w)|\s+{of}?{whose})",
        month_word=month_word,
        weekday=rf"(?:(?:{_any(when['day'])}\s+)?{_any(names['weekdays'])}[\s,{comma}]+)?",
        weekdays=rf"(?:{_any([*when['day'], *names['weekdays']])})",
        number=rf"(?<![\w.,/:\u066b-])(?P<pre>{when['number_prefix']})",
        word=rf"(?<!\w)(?P<pre>{when['prefix']})",
    )


def _rules(when: dict[str, Any], names: dict[str, Any]) -> Iterator[Rule]:
    """All rules of a language, in no order: the longest match wins."""
    words = _pieces(when, names)
    yield from _day_rules(words, when, names)
    yield from _month_rules(words, when)
    yield from _year_rules(words, when)
    yield from _relative_rules(words, when)
    yield from _name_rules(words, when, names)


def _day_rules(w: _Words, when: dict[str, Any], names: dict[str, Any]) -> Iterator[Rule]:
    to = rf"\s*(?:{_any([*when['to'], when['and']])}\s*|[-\u2013\u2014])\s*"
    lead = rf"(?:{_any(when['between'])}\s+)?"
    day, tail = rf"(?P<d>{_DAY})", f"{w.tail}?"
    start = (
        rf"(?<![\w.,/:\u066b-])(?P<pre>{when['prefix']}(?={w.weekdays})|{when['number_prefix']}){w.weekday}"
    )
    yield _rule(
        rf"{start}{day}(?:\s*[/-]\s*|\s+{w.of}?{w.month_word}){w.month}(?:\s*[/-]\s*(?={_YEAR}))?{tail}", _day
    )
    yield _rule(rf"{w.word}{lead}{day}{to}(?P<d2>{_DAY})\s+{w.of}?{w.month_word}{w.month}{tail}", _day)
    word = rf"(?P<word>{_any(names['days'])})"
    yield _rule(rf"{w.word}{w.weekday}{word}\s+{w.of}\s*{w.month_word}{w.month}{tail}", _day)
    yield _rule(
        rf"{start}{w.month}\s+{day}\s*[,{when['comma']}]\s*(?P<y>{_YEAR})(?!\d)", _day
    )  # as Latin sites print it: «June 20, 2024»
    yield _rule(rf"{start}(?P<y>{_YEAR})[-/](?P<mm>\d\d)(?![\d/-])", _numeric)
    number, sep = r"\d{1,2}", r"(?P<sep>\s?[-/.]\s?)"
    yield _rule(rf"{start}(?P<y>{_YEAR}){sep}(?P<mm>{number})(?P=sep)(?P<d>{number})(?![\d/-])", _numeric)
    yield _rule(rf"{start}(?P<d>{number}){sep}(?P<mm>{number})(?P=sep)(?P<y>{_YEAR})(?!\d)", _day_first)


def _month_rules(w: _Words, when: dict[str, Any]) -> Iterator[Rule]:
    yield _rule(rf"{w.word}{w.part}?{w.month_word}{w.month}{w.tail}", _month)
    yield _rule(rf"{w.word}{_any(when['month_after'])}\s+(?P<whole>{w.month})", _month)
    yield _rule(rf"{w.word}{w.part}?(?P<m>{w.months})\s*/\s*{w.months}(?!\w)", _month)


def _year_rules(w: _Words, when: dict[str, Any]) -> Iterator[Rule]:
    mark, comma = fold(when["gregorian_mark"]), when["comma"]
    end = rf"(?!\d|[.,\u066b]\d|\s*[%\u066a])(?:{mark}(?!\w))?"
    year, year2 = rf"(?P<y>{_YEAR}){end}", rf"(?P<y2>{_YEAR}){end}"
    bare = rf"(?P<whole>(?!\d\d00)(?P<y>{_YEAR}){end})"
    yield _rule(rf"{w.word}{w.part}?{w.year}\s+{year}", _part_of_year)
    yield _rule(rf"{w.word}{w.part}(?!\d\d00){year}", _part_of_year)
    yield _rule(rf"{w.word}{_any(when['year_after'])}\s+{bare}", _year)
    yield _rule(rf"{w.number}(?P<y>{_YEAR}){mark}(?!\w)", _year)
    yield _rule(rf"\((?P<whole>{year})\)", _year)
    years = rf"(?:(?:{_any([*when['years'], *when['year']])})\s+)?"
    to = rf"\s*(?:[-\u2013\u2014/]|{_any(when['to'])}\s+{years})\s*"
    yield _rule(rf"{w.word}(?:{_any(when['range_before'])}\s+)?{years}(?!\d\d00){year}{to}{year2}", _years)
    both = rf"{_any(when['range_before'][:2])}\s+{years}{year}\s+{when['and']}\s*{years}{year2}"
    yield _rule(rf"{w.word}{both}", _years)
    more = rf"(?:\s*[,{comma}]?\s*{when['and']}?\s*{_YEAR}{mark}?(?!\d))*"
    yield _listed(rf"{w.word}{_any(when['years'])}\s+(?P<list>{_YEAR}{mark}?(?!\d){more})")


def _relative_rules(w: _Words, when: dict[str, Any]) -> Iterator[Rule]:
    units = rf"(?P<unit>{_some(when['unit'])})"
    yield _rule(rf"{w.word}{w.part}?{units}\s+(?P<rel>{w.rel})(?!\w)", _unit)
    yield _rule(rf"{w.word}{w.part}?{w.this}\s+{units}(?!\w)", _unit)
    yield _rule(rf"{w.word}{w.part}{w.the_year}(?!\w)", _part_of_year)
    quarter = {key: value for key, value in when["quarter"].items() if key.isdigit()}
    year = rf"{w.this}\s+{w.the_year}|{w.the_year}(?:\s+(?P<rel>{w.rel}))?"
    whose = rf"{w.of}?(?:(?:{w.year}\s+)?(?P<y>{_YEAR})|{year})"
    number = rf"(?P<q>{_some(quarter)})\s+{whose}(?!\w)"
    yield _rule(rf"{w.word}{_any(when['quarter']['word'])}\s+{number}", _quarter)
    yield _rule(rf"{w.word}{_any(when['quarter']['half'])}\s+{number}", _half)
    yield _rule(rf"{w.number}(?P<y>{_YEAR})-(?P<q>q[1-4])(?!\w)", _quarter)
    several = when["several"]
    rels = rf"(?P<rels>{_any([*several['past'], *several['coming']])})(?!\w)"
    count = rf"(?:{when['article']})?(?P<n>{_some(several['count'])}|\d{{1,3}})"
    plural = rf"(?P<plural>{_some(several['plural'])})"
    yield _rule(rf"{w.word}(?P<pair>{_some(several['pair'])})\s+{rels}", _several)
    yield _rule(rf"{w.word}{plural}\s+{count}\s+{rels}", _several)
    yield _rule(rf"{w.word}{count}\s+{plural}\s+{rels}", _several)


def _name_rules(w: _Words, when: dict[str, Any], names: dict[str, Any]) -> Iterator[Rule]:
    not_before = rf"(?:(?P<no>{_any(names['not_before_weekday'])})\s+)?"
    weekday = rf"(?P<w>{_any(names['weekdays'])})(?:\s+(?P<near>{w.rel}))?(?!\w)"
    yield _rule(
        rf"(?<!\w){not_before}(?P<pre>{when['prefix']})(?:{_any(when['day'])}\s+)?{weekday}", _weekday
    )
    near = rf"(?:(?P<past>{_any(when['yesterday'])})|{_any(when['tomorrow'])})"
    yield _rule(rf"{w.word}{near}(?:\s+(?P<w>{_any(names['weekdays'])}))?(?!\w)", _near_day)
    decade = {key: value for key, value in when["decade"].items() if key.isdigit()}
    not_life = rf"(?!\s+{_any(when['decade']['not_before'])})"
    century = rf"(?:\s+{_any(when['decade']['century'])})?"
    yield _rule(rf"{w.word}(?P<decade>{_some(decade)})(?!\w){not_life}{century}", _decade)
    mark, year = fold(when["hijri_mark"]), r"(?P<hy>1[345]\d\d)(?!\d)"
    month = rf"(?P<h>{_any(chain.from_iterable(names['hijri']))})"
    yield _rule(
        rf"{w.number}(?:(?P<d>{_DAY})\s+{w.of}?{w.month_word})?{month}\s+(?:{w.year}\s+)?{year}(?:\s*{mark}(?!\w))?",
        _hijri,
    )
    yield _rule(rf"{w.word}{w.year}\s+{year}\s*{mark}(?!\w)", _hijri)
    number = r"(?P<sep>[-/])(?P<hm>\d{1,2})(?P=sep)"
    yield _rule(rf"{w.number}(?P<hy>1[345]\d\d){number}(?P<d>{_DAY})\s*{mark}(?!\w)", _hijri)
    yield _rule(rf"{w.number}(?P<d>{_DAY}){number}(?P<hy>1[345]\d\d)\s*{mark}(?!\w)", _hijri)


# The word lists, folded -----------------------------------------------------------------


def _keyed(groups: dict[str, list[str]]) -> dict[str, str]:
    return {fold(word): key for key, words in groups.items() for word in words}


def _valued(groups: dict[str, list[str]]) -> dict[str, int]:
    """The words of the groups whose key is a number."""
    return {fold(word): int(key) for key, words in groups.items() if key.isdigit() for word in words}


def _numbered(rows: Iterable[list[str]]) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(rows, 1) for name in names}


_OFFSETS = {"past": -1, "present": 0, "coming": 1}


def _offsets(groups: dict[str, Any]) -> dict[str, int]:
    return {fold(word): _OFFSETS[key] for key, words in groups.items() if key in _OFFSETS for word in words}


@cache
def lexicon(code: str) -> Lexicon:
    """The rules and words of `languages/<code>/`, compiled once."""
    when, names = table(code, "periods"), table(code, "months")
    return Lexicon(
        hint=_hint(when, names),
        until=re.compile(rf"(?<!\w){when['prefix']}{_any(when['until'])}\s+$"),
        future=re.compile(rf"(?<!\w){when['prefix']}{_any(when['future'])}\s+(?:\w+\s+)?$"),
        rules=tuple(_rules(when, names)),
        months=_numbered(names["gregorian"]),
        hijri=_numbered(names["hijri"]),
        days=_numbered([name] for name in names["days"]),
        weekdays={fold(name): number for number, name in enumerate(names["weekdays"])},
        relative=_offsets(when["relative"]),
        several=_offsets(when["several"]),
        counts=_valued(when["several"]["count"]),
        pairs=_keyed(when["several"]["pair"]),
        plurals=_keyed(when["several"]["plural"]),
        units=_keyed(when["unit"]),
        parts=_keyed(when["part"]),
        quarters=_valued(when["quarter"]),
        decades=_valued(when["decade"]),
    )


def _hint(when: dict[str, Any], names: dict[str, Any]) -> re.Pattern[str]:
    """A digit or any word that some rule needs: a text without one names no time."""
    decades = [word for key, words in when["decade"].items() if key.isdigit() for word in words]
    words = [
        *chain.from_iterable(names["gregorian"]),
        *names["weekdays"],
        *when["yesterday"],
        *when["tomorrow"],
        *decades,
    ]
    words += [*when["unit"]["year"], *when["several"]["past"], *when["several"]["coming"], *when["this"]]
    return re.compile(rf"\d|{_any(words)}|{_some(when['relative'])}")

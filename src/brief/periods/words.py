"""The words of a language that tell when: what they stand for, and the patterns they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, permutations, product
from typing import Any

from msgspec import Struct

from brief.cues import alternatives
from brief.language import fold, table

# Blanks between two words, and around a sign; bounded, so that no run of them is read over and over.
B, O = r"\s{1,3}", r"\s{0,3}"  # noqa: E741 - optional
YEAR = r"(?:1[89]\d\d|20\d\d|2100)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
DASH = r"[-\u2013\u2014]"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, made ready when it is first tried: few articles need them all."""
    return re.compile(pattern)


class Values(Struct, frozen=True):
    """What the folded words of one language stand for."""

    months: dict[str, int]
    hijri: dict[str, int]
    days: dict[str, int]
    weekdays: dict[str, int]
    near_days: dict[str, int]
    relative: dict[str, int]
    signs: dict[str, int]
    counts: dict[str, int]
    several: dict[str, str]
    pairs: dict[str, str]
    units: dict[str, str]
    parts: dict[str, str]
    shares: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    seasons: dict[str, int]
    year_words: dict[str, int]
    not_after: frozenset[str]


class Words(Struct, frozen=True):
    """Lists of words as the data file has them, and patterns that several rules share.

    `when` and `names` are the tables `periods` and `months`.
    """

    when: dict[str, Any]
    names: dict[str, Any]
    prefixes: tuple[str, ...]
    letters: str  # what may be written to a word
    word: str  # the same as the group `pre`
    number: str  # the border before a number, and what may be written to it
    year: str
    the_year: str
    rel: str
    of: str
    of_day: str  # between a day and its month
    part: str
    month: str
    month_word: str
    count: str
    mark: str
    end: str  # what a year ends with, and what must not follow it
    tail: str  # the year that a month or day belongs to
    own: str  # the same, or nothing where no other year is meant
    whose: str  # the year that a quarter or half belongs to


def either(values: Iterable[str]) -> str:
    """An alternation of folded words, the longest first, blanks of any width.

    After the preposition that swallows it, the article may be missing.
    """
    keys = sorted({fold(value) for value in values}, key=lambda key: (-len(key), key))
    return f"(?:{alternatives(map(_pattern, keys))})"


def _pattern(key: str) -> str:
    return re.escape(key).replace(r"\ ", B)


def every(groups: Mapping[str, Any]) -> list[str]:
    """All words of all groups."""
    return [word for words in groups.values() if isinstance(words, list) for word in words]


def first_words(values: Iterable[str]) -> set[str]:
    """The folded first word of each."""
    return {fold(value).split()[0] for value in values}


@cache
def words(code: str) -> Words:
    """The words of `languages/<code>/`, as patterns."""
    when, names = table(code, "periods"), table(code, "months")
    before, year, of = f"(?:{when['prefix']})", either(when["year"]), rf"(?:{either(when['of'])}{O})"
    the_year, rel, this = either(when["unit"]["year"]), either(every(when["relative"])), either(when["this"])
    mark, comma = rf"(?:{O}{either(when['gregorian_mark'])}(?!\w))", when["comma"]
    other = either([*when["fiscal"], *other_years(when)])
    fiscal = rf"(?!{B}{other})"
    not_year = rf"(?!{B}{either([*when['counted'], *when['before_christ']])}(?!\w))"
    whose = rf"(?:{this}{B}{the_year}|{the_year}{B}(?P<rel>{rel}))(?!\w)"
    adjective = rf"(?:{B}{either(when['calendar'])})?"
    said = rf"[\s,{comma}]{{0,3}}{of}?(?:{year}{adjective}{B})?(?P<y>{YEAR})(?!\d){mark}?"
    near = rf"{B}(?P<near>{either([*every(when['relative']), *every(when['relative_pair'])])})(?!\w)"
    tail = rf"(?:{said}|{near}|{B}{of}?{whose})"
    several, linked = when["several"], either(when["linked"]["same_before"])
    # The other name of the month: what is said of the year stands behind both.
    second = rf"(?:{O}[/(]{O}{either(chain.from_iterable(names['gregorian']))}(?!\w)\)?)"
    return Words(
        when=when,
        names=names,
        prefixes=prefixes(when),
        letters=before,
        word=rf"(?P<pre>{before})",
        number=rf"(?<![\w.,/:\u066b-])(?P<pre>{before})(?:{when['article']}(?=\d))?",
        year=rf"(?:{year}{adjective})",
        the_year=the_year,
        rel=rel,
        of=of,
        of_day=rf"(?:{either(when['of_day'])}{O})",
        part=rf"(?:(?P<part>{either(every(when['part']))}){B})",
        month=rf"(?P<m>{_months(names['gregorian'])})(?!\w)",
        month_word=rf"(?:{either(when['month'])}{B})?",
        count=rf"(?:{when['article']})?(?P<n>{_count(several, when)}|\d{{1,3}}(?!\d))",
        mark=mark,
        end=rf"(?!\d|[.,\u066b]\d|{O}[%\u066a]){mark}?{not_year}",
        tail=tail,
        own=rf"(?:{tail}|(?!{second}?{B}{of}?(?:{the_year}{B}{other}|{linked}{B})))",
        whose=(
            rf"{of}?(?:(?:{year}{adjective}{B})?(?P<y>{YEAR})(?!\d){mark}?"
            rf"|(?:{this}{B}{the_year}|{the_year}(?:{B}(?P<rel>{rel}))?){fiscal})(?!\w)"
        ),
    )


def other_years(when: Mapping[str, Any]) -> list[str]:
    """Words that make a year the one named before or beside it, and not the one of the article."""
    linked = when["linked"]
    return [*linked["same"], *linked["before"], *linked["after"]]


def prefixes(when: Mapping[str, Any]) -> tuple[str, ...]:
    """Everything that may be written to a word, the empty one first."""
    prepositions = ["", *when["prepositions"], when["article_after_l"]]
    return tuple(fold(a + b) for a, b in product(["", *when["conjunctions"]], prepositions))


def _months(rows: Iterable[list[str]]) -> str:
    """A month by one name, or by two of its names: «May (Ayyar)»."""
    sign = rf"(?:\s?(?:[/\\(]|{DASH})\s?|\s)"
    return "|".join(rf"{either(row)}(?:{sign}{either(row)}(?!\w)\)?)?" for row in rows)


def month_key(said: str) -> str:
    """A month as `Values.months` has it: its first name or both, without signs."""
    return " ".join(re.split(r"[\s/\\()\u2013\u2014-]+", said)).strip()


def _count(several: Mapping[str, Any], when: Mapping[str, Any]) -> str:
    """The numbers of `counts`, put together from their words."""
    groups = {int(key): group for key, group in several["count"].items()}
    ones = either(word for key, group in groups.items() if key < 10 for word in group)
    tens = either(word for key, group in groups.items() if key >= 20 for word in group)
    whole = either(word for key, group in groups.items() if key >= 10 for word in group)
    more = rf"{B}(?:{either(groups[10])}(?!\w)|{when['and']}(?:{when['article']})?{tens})"
    return rf"(?:{ones}(?:{more})?|{whole})(?!\w)"


def counts(several: Mapping[str, Any], when: Mapping[str, Any]) -> dict[str, int]:
    """The folded words of the numbers from 3 to 99, without the article."""
    known = {fold(word): int(key) for key, group in several["count"].items() for word in group}
    ones = {word: value for word, value in known.items() if value < 10}
    ten = [word for word, value in known.items() if value == 10]
    tens = {word: value for word, value in known.items() if value >= 20}
    teens = {f"{one} {word}": value + 10 for one, value in ones.items() for word in ten}
    article = when["article"]
    more = {
        f"{one} {when['and']}{definite}{many}": value + tens[many]
        for (one, value), many, definite in product(ones.items(), tens, ("", article))
    }
    return known | teens | more


# What the words stand for -----------------------------------------------------------------


def _keyed(groups: Mapping[str, Any]) -> dict[str, str]:
    return {fold(word): key for key, group in groups.items() if isinstance(group, list) for word in group}


def _valued(groups: Mapping[str, Any]) -> dict[str, int]:
    """The words of the groups whose key is a number."""
    return {word: int(key) for word, key in _keyed(groups).items() if key.lstrip("-").isdigit()}


def _numbered(rows: Iterable[Iterable[str]]) -> dict[str, int]:
    return {fold(name): number for number, names in enumerate(rows, 1) for name in names}


def _with_pairs(rows: Iterable[list[str]]) -> dict[str, int]:
    """Every name of a month, and every two of them."""
    known = [list(row) + [f"{a} {b}" for a, b in permutations(row, 2)] for row in rows]
    return _numbered(known)


def _definite(known: dict[str, Any], article: str) -> dict[str, Any]:
    """The words, and what a preposition leaves of those with the article."""
    return {word.removeprefix(article): value for word, value in known.items()} | known


@cache
def values(code: str) -> Values:
    """What the words of `languages/<code>/` stand for."""
    when, names = table(code, "periods"), table(code, "months")
    article, several = when["article"], when["several"]
    return Values(
        months=_with_pairs(names["gregorian"]),
        hijri=_numbered(names["hijri"]),
        days=_numbered(names["days"]) | {fold(word): 1 for word in names["first_of_month"]},
        weekdays=_definite({fold(name): number for number, name in enumerate(names["weekdays"])}, article),
        near_days=_valued(when["near_day"]),
        relative=_valued(when["relative"]) | _valued(when["relative_pair"]),
        signs=_valued(several["sign"]),
        counts=counts(several, when),
        several=_definite(_keyed(several["plural"]), article),
        pairs=_definite(_keyed(several["pair"]) | _keyed(when["ago"]["single"]), article),
        units=_definite(_keyed(when["unit"]), article),
        parts=_keyed(when["part"]),
        shares=_definite(_valued(when["share"]) | _valued(when["share"]["pair"]), article),
        ordinals=_valued(when["ordinal"]) | dict.fromkeys(map(fold, when["ordinal"]["last"]), 0),
        decades=_definite(_valued(when["decade"]), article),
        seasons=_valued(when["season"]),
        year_words=_valued(when["year_in_words"]["hundreds"]) | _valued(when["year_in_words"]["ones"]),
        not_after=frozenset(map(fold, [*names["not_before_weekday"], *when["names_of_days"]])),
    )


def strong(code: str) -> frozenset[str]:
    """Words of which every time holds one, if it holds no year in digits; without what is written to them."""
    when, names = table(code, "periods"), table(code, "months")
    several, article = when["several"], when["article"]
    decades = every({key: group for key, group in when["decade"].items() if key.isdigit()})
    definite = first_words([*every(when["unit"]), *names["weekdays"], *decades])
    known = chain(
        chain.from_iterable([*names["gregorian"], *names["hijri"]]),
        chain.from_iterable(map(every, (several["pair"], several["plural"]))),
        when["year"],
        when["century"]["words"],
    )
    bare = {word.removeprefix(article) for word in definite}
    return frozenset(definite | bare | first_words(known) | _days_near(when))


def _days_near(when: Mapping[str, Any]) -> set[str]:
    """A word of every name of a day near today: the whole, one that is a name by itself, or the last."""
    names = [fold(name).split() for name in [*every(when["near_day"]), when["today"]["word"]]]
    alone = {name[0] for name in names if len(name) == 1}
    return alone | {name[-1] for name in names if alone.isdisjoint(name)}

"""Rules that are tried where a word begins: a pattern, what it means, and the words it begins with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import accumulate, islice

from msgspec import Struct

from brief.periods import calendars
from brief.periods.calendars import When
from brief.periods.meaning import Groups, Hit, Meaning
from brief.periods.words import Values, Words, compiled, first_words

# What a match comes to: mostly one time.
Reading = Callable[[re.Match[str], Values, date | None], Iterable[Hit]]


class Rule(Struct, frozen=True):
    """`pattern` is tried at words that begin with one of `starts`, and at numbers of such lengths."""

    pattern: str
    read: Reading
    starts: frozenset[str]
    lengths: frozenset[int]


LONG, FOUR, SHORT = frozenset({3}), frozenset({4}), frozenset({1, 2})


def rule(
    pattern: str, meaning: Meaning, starts: Iterable[str] = (), lengths: frozenset[int] = frozenset()
) -> Rule:
    """A rule for one time; group `whole` narrows its span where present."""
    group = "whole" if "(?P<whole>" in pattern else 0

    def read(match: re.Match[str], values: Values, today: date | None) -> Iterator[Hit]:
        when, relative = meaning(groups(match), values, today)
        if when is not None:
            start = match.start(group) if group else match.end("pre")
            yield Hit(start, match.end(group), when, relative)

    return Rule(pattern, read, frozenset(first_words(starts)), lengths)


def groups(match: re.Match[str]) -> Groups:
    """The named groups that took part, blanks made one."""
    return {name: " ".join(value.split()) for name, value in match.groupdict().items() if value}


def listed(pattern: str, starts: Iterable[str]) -> Rule:
    """«عامي 2017 و2019»: every year of the group `list` is a time of its own."""
    single = re.compile(r"\d{4}")

    def read(match: re.Match[str], _: Values, __: date | None) -> Iterator[Hit]:
        start = match.end("pre") if "years" in match.groupdict() and match["years"] else len(match.string)
        for year in single.finditer(match.string, *match.span("list")):
            yield Hit(min(start, year.start()), year.end(), calendars.year(int(year[0])))
            start = len(match.string)

    return Rule(pattern, read, frozenset(first_words(starts)), frozenset())


def both(
    pattern: str,
    meaning: Meaning,
    names: tuple[str, str],
    *,
    starts: Iterable[str] = (),
    lengths: frozenset[int] = frozenset(),
) -> Rule:
    """«3 و7 مارس»، «مارس ويونيو 2021»: two times that share their end; two in a row are one stretch.

    `names` are the groups of the two; `meaning` reads either under its own name.
    """
    one, other = names
    shared = min(names, key=len)

    def read(match: re.Match[str], values: Values, today: date | None) -> Iterator[Hit]:
        said = groups(match)
        rest = {key: value for key, value in said.items() if key not in names}
        first, relative = meaning({**rest, shared: said[one]}, values, today)
        second, _ = meaning({**rest, shared: said[other]}, values, today)
        if first is None or second is None:
            return
        if calendars.follows(first, second):
            yield Hit(match.start(one), match.end(), When(first.first, second.first, "span"), relative)
            return
        yield Hit(*match.span(one), first, relative)
        yield Hit(match.start(other), match.end(), second, relative)

    return Rule(pattern, read, frozenset(first_words(starts)), lengths)


class Rules(Struct, frozen=True):
    """The rules of a language by the word, written as it stands, or the length of number they begin with."""

    starts: dict[str, tuple[Rule, ...]]
    lengths: dict[int, tuple[Rule, ...]]
    hints: frozenset[str]


_WORD, _DIGITS, _LONGEST = re.compile(r"(\w+)"), re.compile(r"\d+"), 5
_LETTERS, _YEAR = re.compile(r"[^\W\d_]+"), re.compile(r"(?:1[34589]|2[01])\d\d")


def arranged(rules: Iterable[Rule], words: Words, hints: Iterable[str]) -> Rules:
    """The rules, to be looked up by words with everything that may be written to them."""
    starts: dict[str, list[Rule]] = {}
    lengths: dict[int, list[Rule]] = {}
    for one in rules:
        for word in one.starts:
            for form in _forms(word, words):
                starts.setdefault(form, []).append(one)
        for length in one.lengths:
            lengths.setdefault(length, []).append(one)
    return Rules(
        starts={word: tuple(dict.fromkeys(found)) for word, found in starts.items()},
        lengths={length: tuple(found) for length, found in lengths.items()},
        hints=frozenset(form for word in hints for form in _forms(word, words)),
    )


def _forms(word: str, words: Words) -> Iterator[str]:
    """A word with each of the prefixes; the article is swallowed by one of them."""
    article, swallowed = words.when["article"], words.when["article_after_l"]
    for prefix in words.prefixes:
        yield prefix + word
        if prefix.endswith(swallowed) and word.startswith(article):
            yield prefix + word.removeprefix(article)


def hinted(text: str, rules: Rules, *, years: bool = True) -> bool:
    """Whether folded `text` holds a year in digits, if these count, or a word that every other time holds."""
    return (years and _YEAR.search(text) is not None) or not rules.hints.isdisjoint(_LETTERS.findall(text))


def applied(text: str, rules: Rules, values: Values, today: date | None) -> Iterator[Hit]:
    """Whatever the rules find in folded `text`, one within another too."""
    starts, before = rules.starts, ""
    pieces = _WORD.split(text)  # by turns what stands before a word, and the word
    places = accumulate(map(len, pieces))
    for word, at in zip(pieces[1::2], islice(places, 0, None, 2), strict=False):
        tried = starts.get(word) or (() if word.isalpha() else _of_number(word, rules))
        for one in tried:
            match = compiled(one.pattern).match(text, at)
            if match is not None:
                found = one.read(match, values, today)
                yield from (hit for hit in found if not (hit.relative and before in values.not_after))
        before = word


def _of_number(word: str, rules: Rules) -> tuple[Rule, ...]:
    digits = _DIGITS.search(word)
    if digits is None:
        return ()
    return rules.lengths.get(min(digits.end() - digits.start(), _LONGEST), ())

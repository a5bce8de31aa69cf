"""Dates that their own sentence shows to be misprinted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Any

from msgspec import Struct

from brief.language import Language, View, fold, table
from brief.periods import Mention
from brief.periods.words import B, either, values

# Years by which «thirty years after» may miss, told in whole years, in tens, or as about so many.
_MISS, _MISS_ROUND, _MISS_ABOUT = 1, 2, 4


class _Ages(Struct, frozen=True):
    """How long ago something was, in words, and the numbers of anniversaries."""

    counted: re.Pattern[str]
    anniversary: re.Pattern[str]
    stop: re.Pattern[str]
    joint: re.Pattern[str]
    ordinals: dict[str, int]


def backwards(mentions: Sequence[Mention], seen: View, language: Language) -> frozenset[Mention]:
    """The years of stretches that end before they begin."""
    if len(mentions) < _TWO:
        return frozenset()
    joint = _ages(language.code).joint
    found: set[Mention] = set()
    for one, other in pairwise(mentions):
        if one.precision == other.precision == "year" and other.first < one.first:
            at = seen.position(one.start)
            stretch = seen.text[max(0, at - _NEAR) : seen.position(one.end)]
            if joint.search(stretch + "|" + seen.text[seen.position(one.end) : seen.position(other.start)]):
                found |= {one, other}
    return frozenset(found)


_TWO = 2
_NEAR = 12  # characters before a year in which a word that opens a stretch is looked for


def contradicts(
    mention: Mention, mentions: Sequence[Mention], seen: View, published: str | None, language: Language
) -> bool:
    """Whether the years that a sentence counts since a date behind them miss the article's year.

    `mentions` are all times of the sentence: where one names another year, the years may count
    from there, and nothing is said.
    """
    year = int(mention.first[:4])
    if not published or mention.relative or any(int(one.first[:4]) != year for one in mentions):
        return False
    ages, at = _ages(language.code), seen.position(mention.start)
    for match in chain(ages.counted.finditer(seen.text, 0, at), ages.anniversary.finditer(seen.text, 0, at)):
        age, miss = _age(match, ages, language)
        behind = ages.stop.search(seen.text, match.end(), at) is None
        if age and behind and abs(int(published[:4]) - year - age) > miss:
            return True
    return False


def _age(match: re.Match[str], ages: _Ages, language: Language) -> tuple[int, int]:
    """How many years are told, and by how many they may be rounded."""
    said = {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}
    if "ordinal" in said:
        return ages.ordinals.get(said["ordinal"]) or int(said["ordinal"]), _MISS
    known = values(language.code)
    unit = known.several[said["plural"]] if "plural" in said else known.pairs[said["pair"]]
    count = (known.counts.get(said["n"]) or int(said["n"])) if "n" in said else 2
    if unit not in ("year", "decade"):
        return 0, 0
    years = count * (10 if unit == "decade" else 1)
    return years, _MISS_ABOUT if "about" in said else _MISS_ROUND if years % 10 == 0 else _MISS


@cache
def _ages(code: str) -> _Ages:
    data: dict[str, Any] = table(code, "events")["ages"]
    when = table(code, "periods")
    several = when["several"]
    count = rf"(?P<n>{either(values(code).counts)}|\d{{1,3}})"
    plural = rf"(?P<plural>{either([*several['plural']['year'], *several['plural']['decade']])})"
    pair = rf"(?P<pair>{either([*several['pair']['year'], *several['pair']['decade']])})"
    ordinals = {fold(word): int(number) for number, words in data["ordinals"].items() for word in words}
    number = rf"(?:{either(data['number_mark'])}\s?)?(?P<ordinal>{either(ordinals)}|(?<!\d)\d{{1,3}})"
    about = rf"(?:(?P<about>{either(data['about'])}){B}(?:{either(data['than'])}{B})?)?"
    since = rf"(?<!\w){either(data['since'])}{B}{about}"
    return _Ages(
        counted=re.compile(rf"{since}(?:{count}{B}{plural}|{pair})(?!\w){B}{either(data['from'])}(?!\w)"),
        anniversary=re.compile(rf"(?<!\w){either(data['anniversary'])}{B}{number}(?!\w)"),
        stop=re.compile(rf"[{when['comma']},;:.()\u061b]"),
        ordinals=ordinals,
        joint=re.compile(
            rf"(?<!\w){either(when['range_before'][:2])}(?!\w).*\|\s*{when['and']}\s*$"
            rf"|(?<!\w){either(when['range_before'][:4])}(?!\w).*\|\s*{either(when['to'])}\s*$|\|\s*[-\u2013]\s*$"
        ),
    )

"""Months without a year in a paragraph that goes on from «in March of that year»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct, structs

from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Sentence
from brief.periods import Mention

_YEAR, _MONTH = len("2024"), len("2024-01")


class YearTold(Struct, frozen=True):
    """The last time of «that year» in a paragraph."""

    paragraph: int
    first: str


def year_told(
    mentions: Sequence[Mention], sentence: Sentence, before: YearTold | None, language: Language
) -> YearTold | None:
    """The time that a sentence gives as one of «that year», or what stood before in its paragraph."""
    text = sentence.anchor.text
    that = _that_year(language)
    named = [
        one
        for one in mentions
        if that.match(fold(text[one.end :])) or that.search(fold(text[one.start : one.end]))
    ]
    if named:
        return YearTold(sentence.paragraph, named[-1].first)
    return before if before is not None and before.paragraph == sentence.paragraph else None


def in_year_before(
    mentions: Sequence[Mention],
    sentence: Sentence,
    year: YearTold | None,
    published: str | None,
    language: Language,
) -> tuple[Mention, ...]:
    """The times of a sentence, a bare month in the year that its paragraph goes on from.

    Not where that would lie before what was told, or behind the article.
    """
    if year is None or year.paragraph != sentence.paragraph or len(year.first) < _MONTH:
        return tuple(mentions)
    text = sentence.anchor.text
    return tuple(_moved(one, text, year, published, language) for one in mentions)


def _moved(mention: Mention, text: str, year: YearTold, published: str | None, language: Language) -> Mention:
    named = fold(text[mention.start : mention.end])
    bare = mention.relative and mention.precision in ("day", "month") and not mention.last
    if not bare or _month(language.code).search(named) is None or _near(language.code).search(named):
        return mention
    first = f"{year.first[:_YEAR]}{mention.first[_YEAR:]}"
    if first < year.first or first > (published or "")[: len(first)]:
        return mention
    return structs.replace(mention, first=first, relative=False)


@cache
def _that_year(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s+{either(table(language.code, 'events')['scoped']['that_year'])}(?!\w)")


@cache
def _month(code: str) -> re.Pattern[str]:
    names = table(code, "months")
    months = [fold(name) for group in (*names["gregorian"], *names["hijri"]) for name in group]
    return re.compile(rf"(?<!\w){either(months)}(?!\w)")


@cache
def _near(code: str) -> re.Pattern[str]:
    """Words that tell which month or year is meant: «last», «next»."""
    when = table(code, "periods")["relative"]
    words = [
        fold(word) for group in when.values() for word in (group if isinstance(group, list) else [group])
    ]
    return re.compile(rf"(?<!\w){either(words)}(?!\w)")

"""Whether two passages that name one day may tell of the same: by the stems that tell events apart."""

from __future__ import annotations

import re
from functools import cache

from brief.language import Language, fold, table
from brief.similarity import MIN_STEM, stem

# Passages of one day may tell of the same where they share so many stems, or two that are so large a
# part of the shorter one's.
_SHARED, _SHARE = 3, 0.5
_WORD = re.compile(r"\w+")


def stems(text: str, language: Language) -> frozenset[str]:
    """The stems of folded words, without numbers and the words of dates and those that join others."""
    empty = _empty(language)
    found = (word for word in _WORD.findall(text) if not word.isdigit() and word not in empty)
    bare = (stem(word, language) for word in found)
    return frozenset(word for word in bare if len(word) >= MIN_STEM and word not in empty)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether stems of two passages of one day show them to be of one matter."""
    shared = len(one & other)
    return shared >= _SHARED or (shared > 1 and shared >= _SHARE * min(len(one), len(other)))


@cache
def _empty(language: Language) -> frozenset[str]:
    """The words of dates and those that join others: they tell no events apart."""
    data, names, when = (table(language.code, name) for name in ("events", "months", "periods"))
    words = {word for row in (*names["gregorian"], *names["hijri"], *names["days"]) for word in row}
    words |= {*names["weekdays"], *when["year"], *when["month"], *when["day"], *data["empty"]}
    return frozenset(part for word in words for part in fold(word).split())

"""What bears out that two passages tell one claim: how many things both tell, and which.

A fixed phrase is one thing; a figure, a day and a rare name are worth more than common words,
and without any of them the words have to be many.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from brief.language import Language, fold, table
from brief.model import Qualifier
from brief.same.aligned import Alignment
from brief.same.closer import TIMES, Close, Figure
from brief.same.told import stem_of

# What of a figure is a rounding: «some 1.2» for 1.24.
_ROUNDED = 0.1
# A bound may lie that far from what another source counts.
_BOUND = 1.25
_LEAST_OF = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_MOST_OF = (Qualifier.AT_MOST, Qualifier.LESS_THAN)
_TEN = 10
_COUNTS = {"count", "persons"}
# What a closer look may make up for in a pair that falls short.
MADE_UP = 0.8
# From which weight on a match or a name is evidence; what one of a root counts, and one of a fixed phrase.
_TELLING = 1.5
_ROOT, _PHRASE = 0.5, 0.35
# With these the keys of roots and sides begin; with these and that of synonyms what a word only resembles.
_ROOTS, _RESEMBLING = "%^", "%^~"
# So many things both must tell; from more on, they need no name or figure that is known to be rare, and
# names that only one of them has weigh nothing.
LEAST, _SOME, _MANY = 1.8, 2.0, 2.75
# What bears out that two passages tell one claim, and what speaks against it.
_FULL = 0.15
_FIGURE, _MOST, _NAME, _STRANGE, _UNLIKE, _RETIMED = 0.4, 2, 0.3, 0.25, 0.75, 0.5
# Of so many figures a passage is made of figures: who tells none of them tells little of it.
_OF_FIGURES, _UNCOUNTED = 3, 0.75
# What is asked of passages that share common words and no figure or name; or only names of everybody.
_UNANCHORED, _COMMON = 0.7, 0.2
# The words of the topic stand in every article: one match is as rare as that, or such a part is shared.
_RARE, _PART, _UNTELLING = 3.4, 0.3, 0.4
# What somebody says is his claim: who names neither him nor any speaker tells something of his own.
_UNSAID = 1.0
_KNOWN, _LITTLE, _TOGETHER = 1.0, 0.3, 2
_FEW_TIMES = re.compile(rf"#\d-\d(?:{'|'.join(TIMES)})")


def of_one_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures measure alike; a bare count may be one of persons."""
    return one.base == other.base or {one.base, other.base} <= _COUNTS


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures may be one: equal, or one rounds the other or bounds it."""
    if not of_one_unit(one, other):
        return False
    if max(one.low, other.low) <= min(one.high, other.high):
        return True
    return _covers(one, other) or _covers(other, one)


def _covers(one: Figure, other: Figure) -> bool:
    """Whether what is said of the first figure holds for the second: it is rounded, or a bound."""
    if one.bound is Qualifier.APPROX:
        return abs(one.low - other.low) <= min(_ROUNDED * one.high, _last_place(one.high) / 2)
    if one.bound in _LEAST_OF:
        return one.low <= other.low <= _BOUND * one.low
    return one.bound in _MOST_OF and one.high / _BOUND <= other.high <= one.high


def _last_place(value: float) -> float:
    """What the last digit of a figure that is not nought stands for: of 2400 it is 100."""
    place = 1.0 if value == int(value) else 0.1 ** len(f"{value:f}".rstrip("0").partition(".")[2])
    while value and value % (place * _TEN) == 0:
        place *= _TEN
    return place


def support(
    one: Close, other: Close, met: Alignment, things: float, weights: Callable[[str], float]
) -> float:
    """What is added to how much tells that two passages tell the same, or taken off it.

    `things` is how many things both tell, `weights` tells how telling a name is. Common words alone,
    with no name or figure that both tell, have to be many, and words of the whole topic tell little.
    """
    known_figures = agreeing(one, other)
    days = {day for _, day in one.days} & {day for _, day in other.days}
    shared = one.names & other.names
    known = max(map(weights, shared), default=0.0)
    firm = bool(known_figures or days or known >= _KNOWN)
    total = (
        _FIGURE * min(_MOST, known_figures)
        + _FIGURE * bool(days)
        + _FULL * (things >= _MANY)
        + _NAME * (known >= _TELLING and things >= _SOME)
        - _STRANGE * _strangers(one, other) * (things < _MANY)
        - _RETIMED * _other_years(one, other)
        - _UNCOUNTED * _is_uncounted(one, other) * (1 + _is_one_phrase(met))
        - _UNTELLING * (met.share < _PART and not _has_rare(met))
        - _UNSAID * (_is_unsaid(one, other) or _is_unsaid(other, one))
    )
    if not firm and len(shared) < _TOGETHER and known < _LITTLE:
        return total - _UNANCHORED
    return total if firm or things >= _MANY else total - _COMMON


def unlike(one: Close, other: Close) -> float:
    """What figures of which no two agree take off it, unless they are known to count one thing."""
    return _UNLIKE * (bool(one.telling) and bool(other.telling) and not agreeing(one, other))


def _is_uncounted(one: Close, other: Close) -> bool:
    """Whether one passage is made of figures, and the other has none."""
    fewest, most = sorted((len(one.telling), len(other.telling)))
    return fewest == 0 and most >= _OF_FIGURES


def _is_one_phrase(met: Alignment) -> bool:
    """Whether both tell no more than names and one phrase: nothing that is done or said."""
    words = sorted((match.one, match.other) for match in met.matches if match.key[0] not in "@&#")
    return all((one + 1, other + 1) == after for (one, other), after in pairwise(words))


def _is_unsaid(one: Close, other: Close) -> bool:
    """Whether the first passage quotes somebody whom the other does not name, nor anybody who says it."""
    if not one.spoken or other.says:
        return False
    persons = ({name.key for name in close.told.names if name.kind == "person"} for close in (one, other))
    return not frozenset.intersection(*map(frozenset, persons))


def _has_rare(met: Alignment) -> bool:
    return any(match.weight >= _RARE and match.key[0] not in "@&" for match in met.matches)


def agreeing(one: Close, other: Close) -> int:
    """How many figures of one passage, but for those of every article, the other tells too."""
    return sum(any(agree(a, b) for b in other.telling) for a in one.telling)


def _strangers(one: Close, other: Close) -> int:
    """How many names each has that the other lacks."""
    return min(len(one.names - other.names), len(other.names - one.names))


def _other_years(one: Close, other: Close) -> bool:
    mine, theirs = one.told.years, other.told.years
    return bool(mine and theirs) and not mine & theirs


def evidence(met: Alignment, language: Language) -> float:
    """How many things both tell: words and figures of weight, a fixed phrase and its words as one.

    A place by its name («port …», «the … sea») is none: it only tells where.
    """
    total, before = 0.0, (-9, -9)
    named = _place_names(met, language)
    words = {match.other for match in met.matches if match.key[0] not in _RESEMBLING}
    for match in met.matches:
        if match.key[0] == "&" or match.weight < _TELLING or _is_small(match.key):
            continue
        # A word that is met by itself is no second thing by its root.
        if match.key[0] in _RESEMBLING and match.other in words:
            continue
        worth = _ROOT if match.key[0] in _ROOTS else 1.0
        beside = abs(match.one - before[0]) == 1 and abs(match.other - before[1]) == 1
        total += min(worth, _PHRASE) if beside or match.one in named else worth
        before = (match.one, match.other)
    return total


def _place_names(met: Alignment, language: Language) -> frozenset[int]:
    """Where in the first passage the noun of a place stands, and at once behind it in both its name."""
    nouns = _place_nouns(language)
    behind = {(match.one, match.other) for match in met.matches}
    return frozenset(
        match.one
        for match in met.matches
        if match.key in nouns and (match.one + 1, match.other + 1) in behind
    )


@cache
def _place_nouns(language: Language) -> frozenset[str]:
    nouns = table(language.code, "sameness")["place_nouns"]
    return frozenset(stem_of(fold(noun), language) for noun in nouns)


def _is_small(key: str) -> bool:
    """Whether a key is that of a few days, months or years."""
    return key[0] == "#" and _FEW_TIMES.match(key) is not None

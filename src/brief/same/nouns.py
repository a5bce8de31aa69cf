"""What two passages share are nouns that lie scattered: both speak of the same things, and of two acts.

A common name, a river, a company tell no claim; a verb, the noun of an act, a figure or a phrase may.
"""

from __future__ import annotations

from itertools import combinations

from brief import cues
from brief.same.aligned import NAMES, Alignment, Match
from brief.same.closer import Close, Figure

# Of so many words in common an account is told by its nouns alone.
_MOST = 3
# Two words so near each other in both are a phrase or a list.
_BESIDE = 2
# A name that weighs as much is more than a word of the topic.
_TELLING_NAME = 1.0
# So few persons are in every article: only with whom they are does their number tell anything.
_FEW = 10


def scattered(one: Close, other: Close, met: Alignment) -> bool:
    """Whether all that both tell, names left out, are a few nouns that form no phrase in both."""
    told = met.told()
    if len(told) > _MOST or any(_is_more(match, one, other) for match in told):
        return False
    nouns = [(match.one, match.other) for match in met.matches if match.key[0] != "#" and _is_telling(match)]
    return not any(
        abs(after[0] - before[0]) <= _BESIDE and abs(after[1] - before[1]) <= _BESIDE
        for before, after in combinations(nouns, 2)
    )


def _is_telling(match: Match) -> bool:
    """Whether a match is no name of which the whole topic speaks."""
    return match.key[0] not in NAMES or match.weight >= _TELLING_NAME


def _is_more(match: Match, one: Close, other: Close) -> bool:
    """Whether a match is a figure of one thing, or a word that may be a verb or the noun of an act."""
    if match.key[0] == "#":
        return not _is_of_two(one.figure_at(match.one), other.figure_at(match.other))
    acts = cues.expression(one.language, "sameness", "closer", "acts")
    return acts.fullmatch(match.key) is not None or not (
        one.is_noun(match.one) and other.is_noun(match.other)
    )


def _is_of_two(one: Figure | None, other: Figure | None) -> bool:
    """Whether two equal figures, of a few only, count two things."""
    if one is None or other is None or one.high >= _FEW or one.base not in ("count", "persons"):
        return False
    return bool(one.nouns and other.nouns) and one.nouns.isdisjoint(other.nouns)

"""How far two passages tell the same, by the words, names and figures that stand close together in both.

A claim is a few words of a sentence: the best window of either passage decides, so a clause
may meet a whole sentence. A word weighs by how rare it is among all passages.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from brief.same.told import Told, Unit

WINDOW = 14
# No word weighs more than one that is so rare, as a share of what a word of a single passage would weigh.
_RAREST = 0.72
_HEAVIEST = 4.0
# Among fewer passages than that nothing tells which words are rare.
_FEW = 30
# What a match is worth by its key: a name, a person, a figure, a root, a line, a side; the word itself 1.
_WORTH = {"@": 0.5, "&": 0.75, "#": 1.2, "%": 0.7, "~": 0.75, "^": 0.75}
# The second of two words that stand side by side in both passages is half a fixed phrase.
_PHRASE = 0.5
# So much is added to what the shorter passage could hold, so that few words are no high share.
_SMALL = 8.0


class Match(Struct, frozen=True):
    """A unit that stands in both passages: what it weighs, its places and its key."""

    weight: float
    one: int
    other: int
    key: str


class Alignment(Struct, frozen=True):
    """The matches of the best windows of two passages, and how much of them they share.

    `weight` is that of the window, `words` its weight without names, `whole` that of all matches;
    `share` is what of the shorter passage's heaviest window is met.
    """

    matches: tuple[Match, ...]
    weight: float
    words: float
    whole: float
    share: float

    def span(self, *, other: bool = False) -> range:
        """The places of the window in the first passage, or in the other."""
        places = [match.other if other else match.one for match in self.matches]
        return range(min(places), max(places) + 1)


class Weighed(Struct, frozen=True):
    """A passage with what each of its words weighs.

    `units` are the places of its units with their keys and weights, the heaviest key first; `places`
    finds the places of a key; `most` is what the heaviest window of the passage holds.
    """

    told: Told
    units: tuple[tuple[int, tuple[tuple[float, str], ...]], ...]
    places: dict[str, tuple[int, ...]]
    most: float


class Weights:
    """How telling every word of many passages is."""

    def __init__(self, passages: Sequence[Told]) -> None:
        seen = Counter(key for told in passages for key in {key for unit in told.units for key in unit.keys})
        number = max(len(passages), _FEW) + 1
        top = _RAREST * math.log(number)
        self._weights = {
            key: _WORTH.get(key[0], 1.0)
            * _HEAVIEST
            * min(1.0, max(0.0, math.log(number / (count + 0.5))) / top)
            for key, count in seen.items()
        }

    def weigh(self, told: Told) -> Weighed:
        """A passage with its weights."""
        units = tuple((unit.place, tuple(sorted(self._keys(unit), reverse=True))) for unit in told.units)
        places: dict[str, list[int]] = {}
        for unit in told.units:
            for key in unit.keys:
                places.setdefault(key, []).append(unit.place)
        heaviest = [(place, keys[0][0]) for place, keys in units]
        most = max(
            (
                sum(weight for place, weight in heaviest if first <= place < first + WINDOW)
                for first, _ in heaviest
            ),
            default=0.0,
        )
        return Weighed(told, units, {key: tuple(many) for key, many in places.items()}, most)

    def _keys(self, unit: Unit) -> Iterator[tuple[float, str]]:
        """The keys of a unit with their weights: no key outweighs the word itself.

        The word weighs half by its form, half by what it means: a form may be rare where its
        root, or the line of its synonyms, is everywhere.
        """
        own = self._weights.get(unit.keys[0], 0.0)
        bare = (self._weights.get(key, 0.0) / _WORTH.get(key[0], 1.0) for key in unit.keys[1:])
        itself = (own + min(own, min(bare, default=own))) / 2
        yield itself, unit.keys[0]
        for key in unit.keys[1:]:
            yield min(self._weights.get(key, 0.0), itself), key


def align(one: Weighed, other: Weighed) -> Alignment | None:
    """The windows of two passages that share most; None where they share nothing."""
    pairs = list(_pairs(one, other))
    if not pairs:
        return None
    best, weight = _best(pairs)
    least = min(one.most, other.most)
    return Alignment(
        matches=best,
        weight=weight,
        words=sum(match.weight for match in best if not match.key.startswith("@")),
        whole=sum({key: weight for weight, _, _, key in pairs}.values()),
        share=weight / (least + _SMALL),
    )


_Pair = tuple[float, int, tuple[int, ...], str]


def _pairs(one: Weighed, other: Weighed) -> Iterator[_Pair]:
    """Each unit of the first passage by its best key in the other, with all its places there."""
    theirs = other.places
    for place, keys in one.units:
        for weight, key in keys:
            if key in theirs:
                yield weight, place, theirs[key], key
                break


def _best(pairs: Sequence[_Pair]) -> tuple[tuple[Match, ...], float]:
    best: tuple[Match, ...] = ()
    most = -1.0
    for _, first, _, _ in pairs:
        within = [pair for pair in pairs if first <= pair[1] < first + WINDOW]
        if sum(pair[0] for pair in within) <= most:
            continue
        for second in sorted({place for pair in within for place in pair[2]}):
            matches = _matches(within, second)
            weight = _weight(matches)
            if weight > most:
                best, most = matches, weight
    return best, most


def _matches(within: Sequence[_Pair], second: int) -> tuple[Match, ...]:
    """The matches whose other place lies in the window from `second`, each key once."""
    found: dict[str, Match] = {}
    for weight, place, others, key in within:
        other = next((at for at in others if second <= at < second + WINDOW), None)
        if other is not None and key not in found:
            found[key] = Match(weight, place, other, key)
    return tuple(sorted(found.values(), key=lambda match: match.one))


def _weight(matches: Sequence[Match]) -> float:
    """The weight of matches; words side by side in both are one phrase, its lighter word counts less."""
    total, before = 0.0, None
    for match in matches:
        total += match.weight
        if before and match.one - before.one == 1 and match.other - before.other == 1:
            total -= _PHRASE * min(match.weight, before.weight)
        before = match
    return total

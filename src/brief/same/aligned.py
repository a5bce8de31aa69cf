"""How far two passages tell the same, by the words, names and figures that stand close together in both.

A claim is a few words of a sentence: the best window of either passage decides, so a clause
may meet a whole sentence. A word weighs by how rare it is among all passages.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from brief.same.told import Told

WINDOW = 14
# No word weighs more than one that is so rare, as a share of what a word of a single passage would weigh.
_RAREST = 0.72
_HEAVIEST = 4.0
# Among fewer passages than that nothing tells which words are rare.
_FEW = 30
# What a match is worth by its key: a name, a person, a figure, a root, a line, a side; the word itself 1.
_WORTH = {"@": 0.5, "&": 0.75, "#": 1.2, "%": 0.7, "~": 0.75, "^": 0.75}
# With these the keys of names begin.
NAMES = frozenset("@&")
# The second of two words that stand side by side in both passages is half a fixed phrase.
_PHRASE = 0.5
# So much is added to what the shorter passage could hold, so that few words are no high share.
_SMALL = 8.0


class Match(Struct, frozen=True, gc=False):
    """A unit that stands in both passages: what it weighs, its places and its key."""

    weight: float
    one: int
    other: int
    key: str


class Alignment(Struct, frozen=True, gc=False):
    """The matches of the best windows of two passages, in the order of the first, and what they share.

    `weight` is that of the window, `words` its weight without names, `whole` that of all matches;
    `share` is what of the shorter passage's heaviest window is met; `windows` are the places from
    the first match to the last, in the first passage and in the other.
    """

    matches: tuple[Match, ...]
    weight: float
    words: float
    whole: float
    share: float
    windows: tuple[range, range]

    def told(self) -> list[Match]:
        """What both tell but the names."""
        return [match for match in self.matches if match.key[0] not in NAMES]

    def span(self, *, other: bool = False) -> range:
        """The places of the window in the first passage, or in the other."""
        return self.windows[other]


# The keys of a unit with what each weighs, the heaviest first.
_Keys = tuple[tuple[float, str], ...]


# Passages are many and none is equal to another one: each is known by itself.
class Weighed(Struct, frozen=True, eq=False, gc=False):
    """A passage with what each of its words weighs.

    `keys` are those of each of its units with their weights, the heaviest key first; `most` is what the
    heaviest window of the passage holds.
    """

    told: Told
    keys: tuple[_Keys, ...]
    most: float


# They take more room than the passage; pairs are asked about in the order of their second passage.
@lru_cache(maxsize=64)
def _places(passage: Weighed) -> dict[str, tuple[int, ...]]:
    """The places of each key of a passage."""
    places: dict[str, tuple[int, ...]] = {}
    for unit in passage.told.units:
        for key in unit.keys:
            places[key] = (*places.get(key, ()), unit.place)
    return places


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
        self._known: dict[tuple[str, ...], _Keys] = {}

    def of_name(self, key: str) -> float:
        """What a name weighs, as who says something or as who does it."""
        return max(self._weights.get(f"@{key}", 0.0), self._weights.get(f"&{key}", 0.0))

    def weigh(self, told: Told) -> Weighed:
        """A passage with its weights."""
        keys = tuple(self._keys(unit.keys) for unit in told.units)
        return Weighed(told, keys, _most(told, keys))

    def _keys(self, keys: tuple[str, ...]) -> _Keys:
        known = self._known.get(keys)
        if known is None:
            known = self._known[keys] = tuple(sorted(self._weighed(keys), reverse=True))
        return known

    def _weighed(self, keys: tuple[str, ...]) -> Iterator[tuple[float, str]]:
        """The keys of a unit with their weights: no key outweighs the word itself.

        The word weighs half by its form, half by what it means: a form may be rare where its
        root, or the line of its synonyms, is everywhere.
        """
        own = self._weights.get(keys[0], 0.0)
        bare = (self._weights.get(key, 0.0) / _WORTH.get(key[0], 1.0) for key in keys[1:])
        itself = (own + min(own, min(bare, default=own))) / 2
        yield itself, keys[0]
        for key in keys[1:]:
            yield min(self._weights.get(key, 0.0), itself), key


def _most(told: Told, keys: Sequence[_Keys]) -> float:
    """The weight of the heaviest window of a passage."""
    places = [unit.place for unit in told.units]
    weights = [one[0][0] for one in keys]
    windows = ((bisect_left(places, place), bisect_left(places, place + WINDOW)) for place in places)
    return max((sum(weights[start:end]) for start, end in windows), default=0.0)


def align(one: Weighed, other: Weighed) -> Alignment | None:
    """The windows of two passages that share most; None where they share nothing."""
    pairs = _pairs(one, _places(other))
    if not pairs:
        return None
    best, weight = _best(pairs)
    least = min(one.most, other.most)
    others = [match.other for match in best]
    return Alignment(
        matches=best,
        weight=weight,
        words=sum(match.weight for match in best if not match.key.startswith("@")),
        whole=sum({key: weight for weight, _, _, key in pairs}.values()),
        share=weight / (least + _SMALL),
        windows=(range(best[0].one, best[-1].one + 1), range(min(others), max(others) + 1)),
    )


_Pair = tuple[float, int, tuple[int, ...], str]


def _pairs(one: Weighed, theirs: dict[str, tuple[int, ...]]) -> list[_Pair]:
    """Each unit of the first passage by its best key in the other, with all its places there."""
    found: list[_Pair] = []
    known = theirs.keys()
    for unit, keys in zip(one.told.units, one.keys, strict=True):
        if known.isdisjoint(unit.keys):  # four words of five: this test is a third of the loop
            continue
        for weight, key in keys:
            if key in theirs:
                found.append((weight, unit.place, theirs[key], key))
                break
    return found


def _best(pairs: Sequence[_Pair]) -> tuple[tuple[Match, ...], float]:
    """The matches of the two windows that share most, and their weight."""
    simple = _are_simple(pairs)
    # Four in five are met in one window on either side, and no other window holds more than that.
    if simple and (first := _one_window(pairs)) is not None:
        return _matches(pairs, first), _weight(pairs, first)
    best, most = (pairs, 0), -1.0
    places = [place for _, place, _, _ in pairs]
    reached = 0
    for first in places:
        end = bisect_left(places, first + WINDOW)
        # Where each match has one place, a window that holds but a part of another one shares no more.
        if simple and end == reached:
            continue
        reached, within = end, pairs[bisect_left(places, first) : end]
        if sum(pair[0] for pair in within) <= most:
            continue
        for second in _seconds(within, simple=simple):
            weight = _weight(within, second)
            if weight > most:
                best, most = (within, second), weight
    return _matches(*best), most


def _are_simple(pairs: Sequence[_Pair]) -> bool:
    """Whether no key stands twice in either passage."""
    return len({pair[3] for pair in pairs}) == len(pairs) and all(len(pair[2]) == 1 for pair in pairs)


def _one_window(pairs: Sequence[_Pair]) -> int | None:
    """Where the window of the other passage begins that holds all matches, if one does on either side.

    Each key has one place in the other passage.
    """
    if pairs[-1][1] - pairs[0][1] >= WINDOW:
        return None
    others = [pair[2][0] for pair in pairs]
    first = min(others)
    return first if max(others) - first < WINDOW else None


def _seconds(within: Sequence[_Pair], *, simple: bool) -> Iterator[int]:
    """Where the window of the other passage may begin."""
    places = sorted({place for pair in within for place in pair[2]})
    reached = 0
    for place in places:
        end = bisect_left(places, place + WINDOW)
        if not simple or end > reached:
            yield place
        reached = end


def _weight(within: Sequence[_Pair], second: int) -> float:
    """The weight of the matches whose other place lies in the window from `second`, each key once.

    Words side by side in both passages are one phrase, its lighter word counts less.
    """
    total, stop, seen = 0.0, second + WINDOW, set[str]()
    before, last, last_other = 0.0, -2, -2
    for weight, place, others, key in within:
        if key in seen:
            continue
        for other in others:
            if second <= other < stop:
                break
        else:
            continue
        seen.add(key)
        total += weight
        if place - last == 1 and other - last_other == 1:
            total -= _PHRASE * (min(before, weight))
        before, last, last_other = weight, place, other
    return total


def _matches(within: Sequence[_Pair], second: int) -> tuple[Match, ...]:
    """The matches whose other place lies in the window from `second`, each key once."""
    found: dict[str, Match] = {}
    for weight, place, others, key in within:
        if key in found:
            continue
        for other in others:
            if second <= other < second + WINDOW:
                found[key] = Match(weight, place, other, key)
                break
    return tuple(found.values())

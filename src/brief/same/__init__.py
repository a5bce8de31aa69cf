"""Whether two passages of different sources tell the same claim.

Near in wording is not enough, and far is not too much: two outlets rarely share half of their
words. What counts is how much of a few words that stand close together is told in both
(`aligned`), next to how much either has in common with what it is *not* about; what must
differ for a claim to be another one keeps passages apart (`barred`). Measured in findings on
pairs of real articles, decided here by numbers that hold for topics of any size.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief import names
from brief.language import Language
from brief.same.aligned import Alignment, Weighed, Weights, align
from brief.same.barred import barred, renamed
from brief.same.borne_out import LEAST, MADE_UP, agreeing, evidence, support, unlike
from brief.same.closer import Close, closer
from brief.same.quoted import other_words
from brief.same.told import Told, families, tell
from brief.same.upheld import NOTHING, OTHERWISE, TOGETHER, apart
from brief.similarity import Near

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Floats = NDArray[np.float32]
else:
    Ids = Floats = Any

# How many neighbours of a passage are asked about, and how many of them tell how crowded it is there;
# among very many passages so many are asked about in all, so that the cost grows with their number.
ASKED = 20
CROWD = 10
_MOST_ASKED = 160_000
# From this on two passages tell one claim; the confidence is a half there.
SAME = 2.2
_STEEP = 1.6
# What of the crowd around two passages is taken off what they share.
_CROWDED = 0.6
# What the kinds of evidence count: fitted on two topics by a logistic model, then rounded.
_SHARE, _WORDS, _WHOLE, _COSINE, _NAMES, _RENAMED, _ORDER, _FIGURE, _COUNT = (
    2.0,
    0.1,
    0.05,
    3.5,
    0.7,
    0.35,
    0.15,
    0.4,
    0.1,
)
_MOST_COUNTED = 5
# So many passages that were read closely are kept: pairs come in the order of their second one.
_CLOSE = 16_384
# What so many pairs share is kept from the first look to the closer one: some ninety megabytes. Where there
# are so many times as many pairs that saves hardly any time, and the room is needed.
_MET, _MANY_TIMES = 65_536, 4
_UNKNOWN = 0.5  # the share of names where one passage names nobody
_TELLING = 1.5  # the weight from which a match is evidence by itself
_LEAST_TELLING, _LEAST = 2, 3
_WEAK = 1.0
# Below these two passages are hardly ever the same, however lonely they are.
_LEAST_SHARE, _LEAST_COSINE = 0.18, 0.12


class Candidate(Struct, frozen=True, order=True, gc=False):
    """Two passages by their numbers, the lesser first, with how near they are in wording (0 to 1)."""

    one: int
    other: int
    cosine: float


class Candidates(Struct, frozen=True):
    """Candidates in their order: pair n is of `ones[n]` and `others[n]`; a large topic has millions."""

    ones: Ids
    others: Ids
    cosines: Floats

    def __len__(self) -> int:
        return len(self.ones)

    def __getitem__(self, at: int) -> Candidate:
        return Candidate(int(self.ones[at]), int(self.others[at]), float(self.cosines[at]))

    def __iter__(self) -> Iterator[Candidate]:
        return map(self.__getitem__, range(len(self)))


class Verdict(Struct, frozen=True, order=True, gc=False):
    """Two passages that tell the same claim, with how sure that is (0.5 to 1).

    `differs` where one tells it otherwise: another count or day of the same act, a condition.
    """

    one: int
    other: int
    confidence: float
    differs: bool = False


def candidates(sources: Sequence[str], near: Near) -> Candidates:
    """The pairs of passages worth asking about: the nearest of other sources, each pair once.

    `sources` names the source of each passage, `near` holds its neighbours, the nearest first.
    """
    import numpy as np  # noqa: PLC0415 - read only when passages are compared

    asked = max(CROWD, min(ASKED, _MOST_ASKED // max(1, len(near))))
    numbers: dict[str, int] = {}
    of = np.array([numbers.setdefault(source, len(numbers)) for source in sources], dtype=np.int32)
    texts = np.repeat(np.arange(len(near), dtype=np.int32), np.diff(near.bounds))
    apart = of[texts] != of[near.indices] if len(of) else np.zeros(0, dtype=bool)
    texts, met, cosines = texts[apart], near.indices[apart], near.cosines[apart]
    nearest = np.arange(len(texts)) - np.searchsorted(texts, texts) < asked
    texts, met, cosines = texts[nearest], met[nearest], cosines[nearest]
    ones, others = np.minimum(texts, met), np.maximum(texts, met)
    _, first = np.unique(ones.astype(np.int64) * len(near) + others, return_index=True)
    return Candidates(ones[first], others[first], cosines[first])


def same(texts: Sequence[str], pairs: Candidates, language: Language) -> tuple[Verdict, ...]:
    """Those of `pairs` that tell the same claim, in their order; all texts together weigh the words."""
    read = _Read(texts, language, _MET if len(pairs) <= _MANY_TIMES * _MET else 0)
    values, due = array("d", bytes(8 * len(pairs))), bytearray(len(pairs))
    order = pairs.others.argsort(kind="stable")
    for at in map(int, order):
        pair = pairs[at]
        if not other_words(texts[pair.one], texts[pair.other], language):
            values[at], due[at] = read.score(pair)
    crowds = _crowds(pairs, values, len(texts))

    def lead(at: int) -> float:
        one, other = int(pairs.ones[at]), int(pairs.others[at])
        return values[at] - _CROWDED * (crowds[one] + crowds[other]) / 2

    # A large topic has hundreds of thousands of them: they are kept in the least room.
    asked = array("i", (at for at in map(int, order) if due[at] and lead(at) >= SAME - MADE_UP))
    told = array("d", bytes(8 * len(pairs)))
    for at in asked:
        whole = read.whole(pairs[at], lead(at))
        told[at] = whole if whole >= SAME else 0.0
    for at in read.held(pairs, (at for at in asked if told[at]), asked):
        told[at] = SAME
    return tuple(_verdict(pairs[at], whole, read) for at, whole in enumerate(told) if whole)


def kept_apart(
    texts: Sequence[str], pairs: Iterable[tuple[int, int]], language: Language
) -> dict[tuple[int, int], str]:
    """Why each of some pairs, which somebody sees as one, does not tell one claim in one way (`upheld`).

    The reason is empty where nothing keeps a pair apart; all texts together weigh the words.
    """
    asked = list(pairs)
    if not asked:
        return {}
    read = _Read(texts, language)
    return {pair: read.apart(*pair) for pair in asked}


def _verdict(pair: Candidate, lead: float, read: _Read) -> Verdict:
    sure = 1 / (1 + math.exp(_STEEP * (SAME - lead)))
    return Verdict(pair.one, pair.other, sure, read.reason(pair) in OTHERWISE)


class _Read:
    """The passages as they are compared; the few that seem to tell one claim are read closely, once."""

    def __init__(self, texts: Sequence[str], language: Language, most_met: int = 0) -> None:
        self.texts, self.language, self.most_met = texts, language, most_met
        self.weights, self.passages = _weighed(texts, language)
        self._close = lru_cache(maxsize=_CLOSE)(self._closely)
        self.reasons: dict[Candidate, str] = {}
        self._met: dict[tuple[int, int], Alignment] = {}

    def score(self, pair: Candidate) -> tuple[float, bool]:
        """How much tells that a pair tells the same, and whether a closer look may change that."""
        one, other = self.passages[pair.one], self.passages[pair.other]
        met = align(one, other)
        if met is None or barred(one.told, other.told, met, pair.cosine):
            return 0.0, False
        value = score(one.told, other.told, met, pair.cosine)
        due = met.share >= _LEAST_SHARE and pair.cosine >= _LEAST_COSINE
        if due and len(self._met) < self.most_met:
            self._met[pair.one, pair.other] = met
        return value, due

    def whole(self, pair: Candidate, lead: float) -> float:
        """What tells that a pair tells the same, its `lead` over its crowd and what a closer look adds to it.

        Nothing where the pair is apart, or falls short.
        """
        met = self._met.pop((pair.one, pair.other), None) or align(
            self.passages[pair.one], self.passages[pair.other]
        )
        if met is None or (things := evidence(met, self.language)) < LEAST - 1:
            return 0.0
        one, other = self._close(pair.one), self._close(pair.other)
        if not any(match.key[0] == "#" for match in met.matches):
            things += min(1, agreeing(one, other))
        if things < LEAST:
            return 0.0
        gain = support(one, other, met, things, self.weights.of_name)
        if lead + gain < SAME:
            return 0.0
        reason = apart(one, other, met)
        if reason not in TOGETHER:
            return 0.0
        if reason:
            self.reasons[pair] = reason
        return lead + (gain if reason else gain - unlike(one, other))

    def held(self, pairs: Candidates, told: Iterable[int], asked: Iterable[int]) -> list[int]:
        """Those of the pairs that are asked about where one passage holds a clause that tells the other's.

        `told` are those that tell the same. What keeps the whole and the other passage apart counts
        all the same.
        """
        # Few each, and of nearly every passage of a large topic: a set of them takes six times the room.
        partners: defaultdict[int, array[int]] = defaultdict(partial(array, "i"))
        for pair in map(pairs.__getitem__, told):
            partners[pair.one].append(pair.other)
            partners[pair.other].append(pair.one)
        return [at for at in asked if self._is_held(pairs[at], partners)]

    def _is_held(self, pair: Candidate, partners: Mapping[int, Collection[int]]) -> bool:
        one, other = pair.one, pair.other
        mine, theirs = partners.get(one, ()), partners.get(other, ())
        if other in mine or not (self._holds(one, theirs) or self._holds(other, mine)):
            return False
        reason = self.apart(one, other)
        if reason in OTHERWISE:
            self.reasons[pair] = reason
        return reason in TOGETHER

    def apart(self, one: int, other: int) -> str:
        """Why two passages, read closely, are not told in one way; empty where they are."""
        met = align(self.passages[one], self.passages[other])
        return apart(self._close(one), self._close(other), met) if met else NOTHING

    def _holds(self, whole: int, clauses: Iterable[int]) -> bool:
        return any(self.texts[clause] in self.texts[whole] for clause in clauses)

    def reason(self, pair: Candidate) -> str:
        """Why a pair that tells the same does not tell it in one way; empty where it does."""
        return self.reasons.get(pair, "")

    def _closely(self, index: int) -> Close:
        return closer(self.texts[index], self.passages[index].told, self.language)


def _weighed(texts: Sequence[str], language: Language) -> tuple[Weights, list[Weighed]]:
    named = [names.find(text, language) for text in texts]
    persons = families(named)
    told = [tell(text, language, own, persons) for text, own in zip(texts, named, strict=True)]
    weights = Weights(told)
    return weights, [weights.weigh(one) for one in told]


def _crowds(pairs: Candidates, values: array[float], number: int) -> array[float]:
    """How near each of so many passages is to what surrounds it: the mean of its highest scores.

    A passage of the words that everybody uses is near to many and the same as few.
    """
    import numpy as np  # noqa: PLC0415 - read only when passages are compared

    passages = np.concatenate((pairs.ones, pairs.others))
    around = np.maximum(np.frombuffer(values), 0)[np.argsort(passages, kind="stable") % max(1, len(pairs))]
    ends = np.cumsum(np.bincount(passages, minlength=number)).tolist()
    rows = (sorted(around[start:end].tolist(), reverse=True) for start, end in pairwise([0, *ends]))
    return array("d", (sum(row[:CROWD]) / CROWD for row in rows))


def score(one: Told, other: Told, met: Alignment, cosine: float) -> float:
    """How much tells that two passages tell the same, by what both tell (`met`) and how near they are."""
    words = {match.key for match in met.matches if match.key[0] not in "@#"}
    return (
        _SHARE * met.share
        + _WORDS * met.words
        + _WHOLE * met.whole
        + _COSINE * cosine
        + _NAMES * _shared_names(one, other)
        - _RENAMED * renamed(one, other, met)
        + _ORDER * _in_order(met)
        + _FIGURE * sum(match.key[0] == "#" for match in met.matches)
        + _COUNT * min(len(words), _MOST_COUNTED)
        - _WEAK * _is_weak(met)
    )


def _is_weak(met: Alignment) -> bool:
    """Whether too few matches are telling: one rare word is no evidence."""
    telling = sum(match.weight >= _TELLING for match in met.matches)
    return telling < _LEAST_TELLING or len(met.matches) < _LEAST


def _shared_names(one: Told, other: Told) -> float:
    """What share of the states and bodies of the passage that names fewer the other names too."""
    if not one.names or not other.names:
        return _UNKNOWN
    mine, theirs = (
        {name.key for name in told.names if name.kind in {"country", "organisation"}} for told in (one, other)
    )
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else _UNKNOWN


def _in_order(met: Alignment) -> float:
    """The share of neighbouring matches that stand in one order in both passages."""
    places = [match.other for match in met.matches]
    steps = list(pairwise(places))
    return sum(first < second for first, second in steps) / max(1, len(steps))

"""How near texts are in wording: sparse TF-IDF vectors and the nearest among them.

Vectors are of character 3- to 5-grams inside words, which bear Arabic clitics better than
whole words do; candidates share a rare stem, so the cost stays near-linear in the number
of texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.language import Language, fold, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Weights = NDArray[np.float32]
else:
    Ids = Weights = Any

GRAMS = (3, 4, 5)
# A stem in more texts than this share (or number) brings no candidates: it tells nothing apart.
COMMON_SHARE = 0.12
COMMON_COUNT = 60
MIN_STEM = 3
# So many of the texts that share rare stems with one are compared with it: few texts with nearly all,
# many with fewer, so that the cost stays near-linear and the memory bounded.
SHORTLIST, LEAST_LISTED, MOST_PAIRS = 200, 16, 400_000


class Neighbour(Struct, frozen=True, order=True):
    """A text near another one: cosine (0 to 1), its index, and how many rare stems they share."""

    cosine: float
    index: int
    shared: int


class Vectors(Struct, frozen=True):
    """The texts as unit vectors, and the rare stems of each.

    The features of text n are `features[bounds[n] : bounds[n + 1]]`, ascending, with their `weights`;
    there are `width` features in all.
    """

    bounds: tuple[int, ...]
    features: Ids
    weights: Weights
    width: int
    stems: tuple[frozenset[str], ...]

    def cosine(self, one: int, other: int) -> float:
        """The cosine of two texts, 0 (nothing shared) to 1."""
        return float(self.cosines(one, [other])[0])

    def cosines(self, one: int, others: Sequence[int]) -> Weights:
        """The cosines of a text with some others, in their order."""
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        row = np.zeros(self.width + 1, dtype=np.float32)
        mine = slice(self.bounds[one], self.bounds[one + 1])
        row[self.features[mine]] = self.weights[mine]
        return self._with(row, others)

    def _with(self, row: Weights, others: Sequence[int]) -> Weights:
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        rows = [slice(self.bounds[other], self.bounds[other + 1]) for other in others]
        features = np.concatenate([self.features[one] for one in rows])
        weights = np.concatenate([self.weights[one] for one in rows])
        ends = np.cumsum([one.stop - one.start for one in rows])
        sums = np.concatenate(([0.0], np.cumsum(row[features] * weights, dtype=np.float64)))
        starts = np.concatenate(([0], ends[:-1]))
        near: Weights = np.clip(sums[ends] - sums[starts], 0, 1).astype(np.float32)
        return near


@cache
def _affixes(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = table(language.code, "stems")
    long = "|".join(lists["prefixes"])
    short = "|".join(rf"{prefix}(?=\w{{4}})" for prefix in lists["short_prefixes"])
    return re.compile(rf"^(?:{long}|{short})"), re.compile(rf"(?:{'|'.join(lists['suffixes'])})$")


def stem(word: str, language: Language) -> str:
    """A folded word without article, proclitics and the commonest endings; never under three letters."""
    prefix, suffix = _affixes(language)
    bare = prefix.sub("", word)
    bare = bare if len(bare) >= MIN_STEM else word
    shorter = suffix.sub("", bare)
    return shorter if len(shorter) >= MIN_STEM else bare


def stems(text: str, language: Language) -> list[str]:
    """The stems of the words of `text`, in order."""
    return [stem(word, language) for word in re.findall(r"\w+", fold(text))]


def vectors(texts: Sequence[str], language: Language) -> Vectors:
    """Unit TF-IDF vectors of `texts` and the stems that few of them share."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    rooted = [stems(text, language) for text in texts]
    common = _too_common([frozenset(words) for words in rooted], len(texts))
    rare = tuple(
        frozenset(word for word in words if len(word) >= MIN_STEM and word not in common) for words in rooted
    )
    grams = _Grams()
    rows = [np.unique(grams.of(words), return_counts=True) for words in rooted]
    width = len(grams.numbers)
    seen = np.zeros(width)
    for features, _ in rows:
        seen[features] += 1
    weigh = np.log((1 + len(texts)) / (1 + seen)) + 1
    weighted = [(1 + np.log(counts)) * weigh[features] for features, counts in rows]
    lengths = (float(np.sqrt((row * row).sum())) or 1.0 for row in weighted)
    units = [(row / length).astype(np.float32) for row, length in zip(weighted, lengths, strict=True)]
    return Vectors(
        bounds=(0, *accumulate(len(row) for row in units)),
        features=np.concatenate([np.zeros(0, np.int32), *(features for features, _ in rows)]),
        weights=np.concatenate([np.zeros(0, np.float32), *units]),
        width=width,
        stems=rare,
    )


def _too_common(words: Sequence[frozenset[str]], number: int) -> frozenset[str]:
    seen = Counter(word for one in words for word in one)
    limit = min(COMMON_COUNT, max(3, round(number * COMMON_SHARE)))
    return frozenset(word for word, count in seen.items() if count > limit)


class _Grams:
    """Numbers for character n-grams, in the order in which they are first met; each word is cut once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._words: dict[str, list[int]] = {}

    def of(self, words: Sequence[str]) -> Ids:
        """The grams of some words, each as often as it stands there."""
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        return np.array([number for word in words for number in self._word(word)], dtype=np.int32)

    def _word(self, word: str) -> list[int]:
        known = self._words.get(word)
        if known is None:
            known = [self.numbers.setdefault(gram, len(self.numbers)) for gram in _grams(word)]
            self._words[word] = known
        return known


def _grams(word: str) -> list[str]:
    marked = f"<{word}>"
    return [marked[i : i + size] for size in GRAMS for i in range(max(1, len(marked) - size + 1))]


def neighbours(vectors: Vectors, minimum: float) -> tuple[tuple[Neighbour, ...], ...]:
    """For each text, the others that share a rare stem and reach `minimum`, the nearest first.

    Only those that share the most stems are looked at, the fewer the more texts there are.
    """
    listed = max(LEAST_LISTED, min(SHORTLIST, MOST_PAIRS // max(1, len(vectors.stems))))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(vectors.stems):
        for word in words:
            holders[word].append(index)
    near: list[list[Neighbour]] = [[] for _ in vectors.stems]
    for index, words in enumerate(vectors.stems):
        shared = Counter(other for word in words for other in holders[word] if other > index)
        others = [other for other, _ in shared.most_common(listed)]
        if not others:
            continue
        for other, cosine in zip(others, vectors.cosines(index, others).tolist(), strict=True):
            if cosine >= minimum:
                near[index].append(Neighbour(cosine, other, shared[other]))
                near[other].append(Neighbour(cosine, index, shared[other]))
    return tuple(tuple(sorted(found, key=lambda n: (-n.cosine, n.index))) for found in near)

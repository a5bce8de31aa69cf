"""How near texts are in wording: sparse TF-IDF vectors and the nearest among them.

Vectors are of character 3- to 5-grams inside words, which bear Arabic clitics better than
whole words do; candidates share a rare stem, or two stems of a large topic, so the cost stays
near-linear in the number of texts.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.language import Language, fold, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Ids = NDArray[np.int32]
    Weights = NDArray[np.float32]
else:
    Places = Ids = Weights = Any

GRAMS = (3, 4, 5)
# A stem in more texts than this share (or number) brings no candidates: it tells nothing apart.
COMMON_SHARE = 0.12
COMMON_COUNT = 60
MIN_STEM = 3
# In a large topic the words of what many tell are all common: there two of the rarest such stems of a
# text bring candidates too, and of the many texts that hold both each meets those that follow it.
PAIRED, MOST_MET = 6, 30
_MOST_OFTEN = 255  # times that a feature is counted in one text
# So many of the texts that share rare stems with one are compared with it: few texts with nearly all,
# many with fewer, so that the cost stays near-linear and the memory bounded.
SHORTLIST, LEAST_LISTED, MOST_PAIRS = 200, 16, 400_000


class Neighbour(Struct, frozen=True, order=True, gc=False):
    """A text near another one: cosine (0 to 1) and its index."""

    cosine: float
    index: int


class Near(Struct, frozen=True):
    """The neighbours of each of many texts, the nearest first.

    Those of text n are `indices[bounds[n] : bounds[n + 1]]`, with their `cosines`: large topics have
    millions of neighbours.
    """

    bounds: Places
    indices: Ids
    cosines: Weights

    @classmethod
    def of(cls, found: Iterable[Sequence[Neighbour]]) -> Near:
        """The neighbours that are found for each text, in this order."""
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        rows = list(found)
        return cls(
            np.cumsum([0, *map(len, rows)]),
            np.array([one.index for row in rows for one in row], dtype=np.int32),
            np.array([one.cosine for row in rows for one in row], dtype=np.float32),
        )

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def among(self, kept: Sequence[bool]) -> Near:
        """The neighbours where only the texts that are `kept` count; the others have none."""
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        counts = np.array(kept, dtype=bool)
        texts = np.repeat(np.arange(len(self)), np.diff(self.bounds))
        both = counts[texts] & counts[self.indices]
        bounds = np.concatenate(([0], np.cumsum(np.bincount(texts[both], minlength=len(self)))))
        return Near(bounds, self.indices[both], self.cosines[both])

    def __iter__(self) -> Iterator[tuple[Neighbour, ...]]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> tuple[Neighbour, ...]:
        """The neighbours of a text, the nearest first."""
        row = slice(self.bounds[index], self.bounds[index + 1])
        return tuple(map(Neighbour, self.cosines[row].tolist(), self.indices[row].tolist()))


class Vectors(Struct, frozen=True):
    """The texts as unit vectors, and what brings each together with others.

    The features of text n are `features[bounds[n] : bounds[n + 1]]`, ascending, with their `weights`;
    there are `width` features in all. Its marks, which are rare stems and pairs of stems by their
    numbers, stand in `marks` likewise.
    """

    bounds: Places
    features: Ids
    weights: Weights
    width: int
    mark_bounds: Places
    marks: Ids

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def cosine(self, one: int, other: int) -> float:
        """The cosine of two texts, 0 (nothing shared) to 1."""
        import numpy as np  # noqa: PLC0415 - read only when texts are compared

        row = np.zeros(self.width + 1, dtype=np.float32)
        return float(self.cosines(one, [other], row)[0])

    def cosines(self, one: int, others: Sequence[int], row: Weights) -> Weights:
        """The cosines of a text with some others, in their order; `row` is `width` zeros, and stays so."""
        mine = slice(self.bounds[one], self.bounds[one + 1])
        row[self.features[mine]] = self.weights[mine]
        near = self._with(row, others)
        row[self.features[mine]] = 0
        return near

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


# Texts of one topic have few words, each of them in many texts.
@lru_cache(maxsize=100_000)
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

    grams, numbers = _Grams(), dict[str, int]()
    bounds, features, counts = array("q", [0]), array("i"), array("B")
    stem_bounds, stemmed = array("q", [0]), array("i")
    for text in texts:
        words = stems(text, language)
        row, often = np.unique(grams.of(words), return_counts=True)
        features.frombytes(row.tobytes())
        counts.frombytes(np.minimum(often, _MOST_OFTEN).astype(np.uint8).tobytes())
        bounds.append(len(features))
        long = dict.fromkeys(word for word in words if len(word) >= MIN_STEM)
        stemmed.extend(numbers.setdefault(word, len(numbers)) for word in long)
        stem_bounds.append(len(stemmed))
    mark_bounds, marks = _marked(np.frombuffer(stem_bounds, np.int64), np.frombuffer(stemmed, np.int32))
    made = Vectors(
        bounds=np.frombuffer(bounds, np.int64),
        features=np.frombuffer(features, np.int32),
        weights=np.frombuffer(counts, np.uint8).astype(np.float32),
        width=len(grams.numbers),
        mark_bounds=mark_bounds,
        marks=marks,
    )
    _weigh(made)
    return made


def _weigh(counted: Vectors) -> None:
    """Put in the place of how often each feature stands in a text what it weighs there."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    seen = np.bincount(counted.features, minlength=counted.width)
    telling = np.log((1 + len(counted)) / (1 + seen)) + 1
    for index in range(len(counted)):
        place = slice(counted.bounds[index], counted.bounds[index + 1])
        row = (1 + np.log(counted.weights[place].astype(np.float64))) * telling[counted.features[place]]
        counted.weights[place] = row / (float(np.sqrt((row * row).sum())) or 1.0)


def _marked(bounds: Places, stems: Ids) -> tuple[Places, Ids]:
    """The stems of each text that are not in too many texts and, in a large topic, pairs of the others.

    Stems are given, and marks told, as `Vectors` has them.
    """
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    number, seen = len(bounds) - 1, np.bincount(stems, minlength=1)
    limit = min(COMMON_COUNT, max(3, round(number * COMMON_SHARE)))
    rare = seen[stems] <= limit
    texts = np.repeat(np.arange(number), np.diff(bounds))
    holders, marks = texts[rare], stems[rare].astype(np.int64)
    if limit == COMMON_COUNT:
        more, pairs = _paired(texts[~rare], stems[~rare], seen)
        holders, marks = np.concatenate((holders, more)), np.concatenate((marks, pairs))
        order = np.argsort(holders, kind="stable")
        holders, marks = holders[order], marks[order]
    ends = np.cumsum(np.bincount(holders, minlength=number))
    numbered = np.unique(marks, return_inverse=True)[1].astype(np.int32)
    return np.concatenate((np.zeros(1, np.int64), ends[:number])), numbered


def _paired(texts: Places, stems: Ids, seen: Places) -> tuple[Places, Places]:
    """The pairs of the rarest stems of each text, each with its text; numbers beyond those of the stems."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    order = np.lexsort((stems, seen[stems], texts))
    texts, stems = texts[order], stems[order].astype(np.int64)
    first = np.searchsorted(texts, texts)
    kept = np.arange(len(texts)) - first < PAIRED
    texts, stems = texts[kept], stems[kept]
    pairs = [(texts[:0], stems[:0])]
    for apart in range(1, PAIRED):
        both = texts[apart:] == texts[:-apart]
        one, other = stems[:-apart][both], stems[apart:][both]
        mark = np.minimum(one, other) * len(seen) + np.maximum(one, other) + len(seen)
        pairs.append((texts[apart:][both], mark))
    return np.concatenate([one for one, _ in pairs]), np.concatenate([mark for _, mark in pairs])


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


def neighbours(vectors: Vectors, minimum: float) -> Near:
    """For each text, the others that share a mark and reach `minimum`, the nearest first.

    Only those that share the most marks are looked at, the fewer the more texts there are.
    """
    pairs, number = _pairs(vectors, minimum), len(vectors)
    # In a large topic there is no room for the vectors beside what follows.
    del vectors
    return _both_ways(*pairs, number)


def _pairs(vectors: Vectors, minimum: float) -> tuple[Ids, Ids, Weights]:
    """Each text with those after it that are near to it, and their cosines."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    ones, others, cosines = array("i"), array("i"), array("f")
    row = np.zeros(vectors.width + 1, dtype=np.float32)
    for index, met in _sharing(vectors):
        found = vectors.cosines(index, met.tolist(), row)
        near = found >= minimum
        others.frombytes(met[near].astype(np.int32).tobytes())
        cosines.frombytes(found[near].tobytes())
        ones.extend([index] * (len(others) - len(ones)))
    return np.frombuffer(ones, np.int32), np.frombuffer(others, np.int32), np.frombuffer(cosines, np.float32)


def _sharing(vectors: Vectors) -> Iterator[tuple[int, Ids]]:
    """Each text with those after it that share the most marks with it."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    number, bounds, marks = len(vectors), vectors.mark_bounds, vectors.marks
    listed = max(LEAST_LISTED, min(SHORTLIST, MOST_PAIRS // max(1, number)))
    order = np.argsort(marks, kind="stable")
    holders = np.repeat(np.arange(number, dtype=np.int32), np.diff(bounds))[order]
    seen = np.bincount(marks, minlength=1)
    after = np.empty(len(marks), dtype=np.int64)
    after[order] = np.arange(1, len(marks) + 1)
    until = np.cumsum(seen)[marks]
    until = np.where(seen[marks] > COMMON_COUNT, np.minimum(until, after + MOST_MET), until)
    for index in range(number):
        mine = slice(bounds[index], bounds[index + 1])
        met = [holders[one:end] for one, end in zip(after[mine].tolist(), until[mine].tolist(), strict=True)]
        if met:
            others, shared = np.unique(np.concatenate(met), return_counts=True)
            if len(others):
                yield index, others[np.argsort(-shared, kind="stable")[:listed]]


def _both_ways(ones: Ids, others: Ids, cosines: Weights, number: int) -> Near:
    """Pairs of texts, each of which is the other's neighbour."""
    import numpy as np  # noqa: PLC0415 - read only when texts are compared

    texts, indices = np.concatenate((ones, others)), np.concatenate((others, ones))
    near = np.concatenate((cosines, cosines))
    order = np.lexsort((indices, -near, texts))
    bounds = np.concatenate(([0], np.cumsum(np.bincount(texts, minlength=number))))
    return Near(bounds, indices[order], near[order])

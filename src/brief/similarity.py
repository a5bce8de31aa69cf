"""How near texts are in wording: sparse TF-IDF vectors and the nearest among them.

Vectors are of character 3- to 5-grams inside words, which bear Arabic clitics better than
whole words do; candidates share a rare stem, so the cost stays near-linear in the number
of texts.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from brief.language import Language, fold, table

GRAMS = (3, 4, 5)
# A stem in more texts than this share (or number) brings no candidates: it tells nothing apart.
COMMON_SHARE = 0.12
COMMON_COUNT = 60
MIN_STEM = 3


class Neighbour(Struct, frozen=True, order=True):
    """A text near another one: cosine (0 to 1), its index, and how many rare stems they share."""

    cosine: float
    index: int
    shared: int


class Vectors(Struct, frozen=True):
    """The texts as unit vectors, and the rare stems of each."""

    grams: tuple[dict[str, float], ...]
    stems: tuple[frozenset[str], ...]

    def cosine(self, one: int, other: int) -> float:
        """The cosine of two texts, 0 (nothing shared) to 1."""
        small, large = sorted((self.grams[one], self.grams[other]), key=len)
        return sum(weight * large[gram] for gram, weight in small.items() if gram in large)


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
    rooted = [stems(text, language) for text in texts]
    common = _too_common([frozenset(words) for words in rooted], len(texts))
    rare = tuple(
        frozenset(word for word in words if len(word) >= MIN_STEM and word not in common) for words in rooted
    )
    counts = [Counter(gram for word in words for gram in _grams(word)) for words in rooted]
    seen = Counter(gram for count in counts for gram in count)
    weigh = {gram: math.log((1 + len(texts)) / (1 + number)) + 1 for gram, number in seen.items()}
    return Vectors(tuple(_unit(count, weigh) for count in counts), rare)


def _too_common(words: Sequence[frozenset[str]], number: int) -> frozenset[str]:
    seen = Counter(word for one in words for word in one)
    limit = min(COMMON_COUNT, max(3, round(number * COMMON_SHARE)))
    return frozenset(word for word, count in seen.items() if count > limit)


def _grams(word: str) -> list[str]:
    marked = f"<{word}>"
    return [marked[i : i + size] for size in GRAMS for i in range(max(1, len(marked) - size + 1))]


def _unit(count: Counter[str], weigh: dict[str, float]) -> dict[str, float]:
    raw = {gram: (1 + math.log(number)) * weigh[gram] for gram, number in count.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {gram: value / length for gram, value in raw.items()}


def neighbours(vectors: Vectors, minimum: float) -> tuple[tuple[Neighbour, ...], ...]:
    """For each text, the others that share a rare stem and reach `minimum`, the nearest first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(vectors.stems):
        for word in words:
            holders[word].append(index)
    near: list[list[Neighbour]] = [[] for _ in vectors.stems]
    for index, words in enumerate(vectors.stems):
        shared = Counter(other for word in words for other in holders[word] if other > index)
        for other, number in shared.items():
            cosine = vectors.cosine(index, other)
            if cosine >= minimum:
                near[index].append(Neighbour(cosine, other, number))
                near[other].append(Neighbour(cosine, index, number))
    return tuple(tuple(sorted(found, key=lambda n: (-n.cosine, n.index))) for found in near)

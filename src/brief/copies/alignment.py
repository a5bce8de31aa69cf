"""Two versions of an article -> their sentences side by side, near-linear in their number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from brief.language import fold
from brief.model import Sentence

# Of the words of two sentences that are laid side by side: of the shorter, and of the longer.
SAME_OF_SHORT, SAME_OF_LONG = 0.7, 0.5
# A word in more sentences than this brings none of them together.
MOST_HOLDERS = 12
_WORD = re.compile(r"\w+")


def aligned(originals: Sequence[Sentence], copied: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Each sentence of a copy with the one it comes from; those that are equal are left out."""
    ours = {number: _words(sentence) for number, sentence in enumerate(originals)}
    theirs = {number: _words(sentence) for number, sentence in enumerate(copied)}
    same = set(ours.values()) & set(theirs.values())
    ours = {number: words for number, words in ours.items() if words not in same}
    holders = _holders(ours)
    for number, words in theirs.items():
        nearest = _nearest(words, number, ours, holders) if words not in same else None
        if nearest is not None:
            del ours[nearest]
            yield originals[nearest], copied[number]


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(sentence.anchor.text)))


def _holders(sentences: Mapping[int, Sequence[str]]) -> dict[str, list[int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in sentences.items():
        for word in dict.fromkeys(words):
            holders[word].append(number)
    return {word: found for word, found in holders.items() if len(found) <= MOST_HOLDERS}


def _nearest(
    words: Sequence[str],
    place: int,
    sentences: Mapping[int, Sequence[str]],
    holders: Mapping[str, Sequence[int]],
) -> int | None:
    """The sentence that shares most words, of several the one that stands nearest, of two the first."""
    held = (holders.get(word, ()) for word in dict.fromkeys(words))
    shared = Counter(number for numbers in held for number in numbers if number in sentences)
    nearest = min(shared, key=lambda number: (-shared[number], abs(number - place), number), default=None)
    return nearest if nearest is not None and _alike(words, sentences[nearest]) else None


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sentences have nearly the same words, figures aside."""
    short, long = sorted((_spoken(one), _spoken(other)), key=len)
    same = len(short & long)
    return bool(same) and same >= SAME_OF_SHORT * len(short) and same >= SAME_OF_LONG * len(long)


def _spoken(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word[0].isdigit())

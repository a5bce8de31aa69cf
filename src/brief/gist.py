"""What a passage is about: the stems of its words that bear meaning, and the names in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from brief import names, quantities
from brief.language import Language, fold, table, view
from brief.model import Anchor, Document
from brief.morphology import morphology
from brief.quantities import Quantity
from brief.rivals import COUNTED
from brief.similarity import stem

_WORD = re.compile(r"\w+")
_SHORTEST = 3
_APART = re.compile(r"[^\w\s\"\u00ab\u00bb\u201c\u201d]")


class Gist(Struct, frozen=True):
    """The stems of a passage, the keys of its names, and which stems its words govern.

    `followers` are the stems right after a word; one that stands in the accusative governs none.
    """

    stems: frozenset[str]
    names: frozenset[str]
    followers: dict[str, frozenset[str]]


class _Word(Struct, frozen=True):
    """A word by its stem, whether it bears meaning and whether it can govern the next one."""

    stem: str
    tells: bool
    governs: bool


# A passage of several figures is asked about once for each of them.
@lru_cache(maxsize=4096)
def gist(text: str, language: Language) -> Gist:
    """What `text` is about; numbers, units and small words are about nothing, names stand apart."""
    named = names.find(text, language)
    words = list(_words(text, named, language))
    after: defaultdict[str, set[str]] = defaultdict(set)
    for head, word in pairwise(words):
        if head.governs and word.tells:
            after[head.stem].add(word.stem)
    return Gist(
        stems=frozenset(word.stem for word in words if word.tells),
        names=frozenset(name.key for name in named),
        followers={head: frozenset(found) for head, found in after.items()},
    )


def _words(text: str, named: Sequence[names.Name], language: Language) -> Iterator[_Word]:
    """The words of a text; one that says nothing stands for each name, number and stop."""
    small, seen, last = small_words(language.code), view(text), 0
    silent = [(name.start, name.end) for name in named]
    silent += [_number(figure, text) for figure in quantities.find(text, language)]
    for match in _WORD.finditer(seen.text):
        if _APART.search(seen.text[last : match.start()]):
            yield _NOTHING
        last = match.end()
        start, end = seen.span(*match.span())
        word = match.group()
        if word[0].isdigit() or any(first < end and start < last for first, last in silent):
            yield _NOTHING
        else:
            tells = word not in small and len(word) >= _SHORTEST
            yield _Word(stem_of(word, language), tells, not _accusative(word, language))


def _number(figure: Quantity, text: str) -> tuple[int, int]:
    """Where a figure stands with its unit, what it counts left out."""
    at = text.find(figure.noun, figure.start, figure.end) if figure.noun and figure.unit in COUNTED else -1
    return (figure.start, figure.end if at < 0 else at)


_NOTHING = _Word("", tells=False, governs=False)


def _accusative(word: str, language: Language) -> bool:
    return len(word) > _SHORTEST and word.endswith(morphology(language).accusative)


def stem_of(word: str, language: Language) -> str:
    """The stem of a word, its accusative ending («اتفاقًا») taken off too."""
    folded = fold(word)
    return stem(folded[:-1] if _accusative(folded, language) else folded, language)


def diverge(one: Gist, other: Gist) -> bool:
    """Whether one word goes on differently in two passages: «قرية الزيتون» and «قرية النخيل»."""
    if one.names and other.names and not nested(one.names, other.names):
        return True
    return any(
        not mine & theirs and not mine & other.stems and not theirs & one.stems
        for head in one.followers.keys() & other.followers.keys()
        for mine, theirs in [(one.followers[head], other.followers[head])]
    )


def nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of two sets holds the other."""
    return one <= other or other <= one


def sentence_of(document: Document, passage: Anchor) -> Anchor:
    """The sentence that a passage begins in."""
    sentences = document.sentences
    at = bisect_right(sentences, passage.start, key=lambda sentence: sentence.anchor.start) - 1
    return sentences[at].anchor if at >= 0 else passage


def telling(text: str, language: Language) -> frozenset[str]:
    """The stems of all words of `text` that bear meaning, those of names among them."""
    small = small_words(language.code)
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(
        stem_of(word, language)
        for word in words
        if len(word) >= _SHORTEST and word not in small and not word[0].isdigit()
    )


@cache
def small_words(code: str) -> frozenset[str]:
    """The folded words that two passages may share and be about different things."""
    listed = [*table(code, "disagreement")["measures"], *table(code, "polarity")["function_words"]]
    return frozenset(map(fold, listed))

"""The forms under which a word is kept and asked for: «فيتنام» and «الفيتنامية» meet in one of them.

The script of the site does the same with what a reader types: it is given `folding`, made of the same
data of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from brief.language import Language, fold, table
from brief.morphology import morphology

# The letters that are left of a word, and those that are left behind a particle of a single letter.
LEAST, LEAST_BARE = 3, 4
# What a reader may type and a text may hold that is not its own key: Latin and Arabic letters, their
# marks, what is not seen, and the forms of letters that old programs write.
_TYPED = (range(0x80, 0x250), range(0x600, 0x700), range(0x2000, 0x2070), range(0xFB50, 0xFF00))


class Folding(Struct, frozen=True):
    """What the script needs to know: the keys of letters that have another one, and what words wear."""

    keys: dict[str, str]
    articles: tuple[str, ...]
    particles: tuple[str, ...]
    endings: tuple[str, ...]
    least: int = LEAST
    least_bare: int = LEAST_BARE


@cache
def folding(language: Language) -> Folding:
    """What may be taken off the words of a language, the longest first."""
    lists, letters = table(language.code, "stems"), morphology(language)
    return Folding(
        keys={letter: fold(letter) for letter in _typed() if fold(letter) != letter.lower()},
        articles=_longest_first(lists["prefixes"]),
        particles=_longest_first(lists["short_prefixes"]),
        endings=_longest_first([*lists["suffixes"], letters.accusative, letters.feminine]),
    )


def _typed() -> Iterator[str]:
    # A blank of any kind parts words by itself.
    return (chr(code) for codes in _TYPED for code in codes if not chr(code).isspace())


def _longest_first(affixes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(affixes), key=lambda affix: (-len(affix), affix)))


def words(text: str) -> list[str]:
    """The words of `text`, folded."""
    return re.findall(r"\w+", fold(text))


# Issues of one topic tell of the same things in the same words.
@lru_cache(maxsize=100_000)
def forms(word: str, language: Language) -> tuple[str, ...]:
    """A folded word as it stands, then with ever less written onto it, each form once.

    Forms of the same length are in the order in which they are found.
    """
    told = folding(language)
    found = [form for head in _headless(word, told) for form in _endless(head, told)]
    return tuple(sorted(dict.fromkeys(found), key=lambda form: -len(form)))


def _headless(word: str, told: Folding) -> Iterator[str]:
    """The word, and without one article or particle after another."""
    head: str | None = word
    while head is not None:
        yield head
        head = next(_beheaded(head, told), None)


def _beheaded(word: str, told: Folding) -> Iterator[str]:
    for affixes, least in ((told.articles, told.least), (told.particles, told.least_bare)):
        for affix in affixes:
            if word.startswith(affix) and len(word) - len(affix) >= least:
                yield word.removeprefix(affix)


def _endless(word: str, told: Folding) -> Iterator[str]:
    """The word, and without one ending after another."""
    tail: str | None = word
    while tail is not None:
        yield tail
        tail = next((one for one in _shortened(tail, told) if len(one) >= told.least), None)


def _shortened(word: str, told: Folding) -> Iterator[str]:
    return (word.removesuffix(ending) for ending in told.endings if word.endswith(ending))

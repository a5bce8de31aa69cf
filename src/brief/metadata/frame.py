"""The frame of a page as its readers need it: lines above and below an article, folded once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from brief.language import Language, fold, table

# A longer article says no more about its title.
READ = 5000
# Of a longer frame its two ends are read; a longer line of it is neither title nor name.
EDGE, LONGEST = 150, 400
SHORT = 3  # letters: shorter words are grammar

_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")


class Entry(Struct, frozen=True):
    """A line of the frame with its matching key."""

    text: str
    key: str

    @property
    def words(self) -> list[str]:
        """The folded words of the line, marks left out."""
        return _WORD.findall(self.key)


class Frame(Struct, frozen=True, dict=True):
    """The lines of a page around an article, those above and those below, and its opening."""

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    body: tuple[str, ...]
    language: Language

    @cached_property
    def known(self) -> frozenset[str]:
        """The stems of the article's first words."""
        return frozenset(stems(self.opening, self.language))

    @cached_property
    def opening(self) -> str:
        """The folded beginning of the article."""
        return fold(self.raw)

    @cached_property
    def raw(self) -> str:
        """The beginning of the article as it stands."""
        return "\n".join(self.body)[:READ]


def framed(before: Sequence[str], after: Sequence[str], body: Sequence[str], language: Language) -> Frame:
    """A frame of these lines, blanks within them made single."""
    return Frame(_entries(before), _entries(after), tuple(body), language)


def _entries(lines: Sequence[str]) -> tuple[Entry, ...]:
    if len(lines) > 2 * EDGE:
        lines = (*lines[:EDGE], *lines[-EDGE:])
    texts = (_SPACES.sub(" ", line).strip() for line in lines if len(line) <= LONGEST)
    return tuple(Entry(text, fold(text)) for text in texts)


@cache
def words(code: str, name: str) -> dict[str, tuple[str, ...]]:
    """The folded lists of the table `name` in `imprint.toml`."""
    return {key: tuple(map(fold, listed)) for key, listed in table(code, "imprint")[name].items()}


@cache
def furniture(code: str, name: str) -> tuple[str, ...]:
    """A folded list of `furniture.toml`."""
    return tuple(map(fold, table(code, "furniture")[name]))


def opens(key: str, phrases: tuple[str, ...]) -> str | None:
    """The longest of `phrases` that the folded line opens with, as whole words."""
    found = openings(phrases).match(key)
    return found[0] if found else None


@cache
def openings(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases, the longest first, not within a word."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def stems(key: str, language: Language) -> list[str]:
    """The words of a folded line that say something, particles and article taken off."""
    return [_stem(word, language) for word in _WORD.findall(key) if len(word) > SHORT]


# The words of one article return in the next.
@lru_cache(maxsize=1 << 14)
def _stem(word: str, language: Language) -> str:
    return _prefix(language).sub("", word)


@cache
def _prefix(language: Language) -> re.Pattern[str]:
    affixes = table(language.code, "morphology")["folded"]
    definite = "|".join(map(re.escape, sorted(map(fold, affixes["definite"]), key=len, reverse=True)))
    return re.compile(rf"\A(?:{definite}|[{language.proclitics}])(?=\w{{{SHORT}}})")

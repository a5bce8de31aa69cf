"""Passages that quote: two different sayings are two claims, whoever says them."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.language import Language
from brief.similarity import MIN_STEM, stems

# A passage may end within them.
_QUOTED = re.compile(r"[«\"“”]([^«»\"“”]+)(?:[»\"“”…]|\Z)")
_LEAST_WORDS = 4
# Two quotations share at least this part of the words of the shorter where they are one saying.
_LEAST_SHARED = 0.25
# Most passages quote nothing: one set serves them all.
_NOTHING: frozenset[str] = frozenset()


def other_words(one: str, other: str, language: Language) -> bool:
    """Whether both passages quote, and what they quote has hardly a word in common."""
    mine, theirs = _quoted(one, language), _quoted(other, language)
    if not mine or not theirs:
        return False
    return len(mine & theirs) < _LEAST_SHARED * min(len(mine), len(theirs))


def found(text: str) -> list[re.Match[str]]:
    """Where a passage quotes a saying, the words as the first group; a quoted term of few words is none."""
    return [match for match in _QUOTED.finditer(text) if len(match[1].split()) >= _LEAST_WORDS]


def quotations(text: str) -> list[str]:
    """The sayings that a passage quotes."""
    return [match[1] for match in found(text)]


@lru_cache(maxsize=2**15)
def _quoted(text: str, language: Language) -> frozenset[str]:
    """The stems of the sayings that a passage quotes."""
    said = (stem for words in quotations(text) for stem in stems(words, language))
    return frozenset(stem for stem in said if len(stem) >= MIN_STEM) or _NOTHING

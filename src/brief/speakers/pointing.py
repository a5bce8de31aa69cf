"""Whether an office tells by a pronoun whose it is, so that nobody who reads it alone knows."""

from __future__ import annotations

from brief.language import Language, fold
from brief.subjects.words import Words, unowned, words_of

_PAIR = 2  # words of an office on which its owner is written


def points(office: str, language: Language) -> bool:
    """Whether an office is somebody's who is not told: «المتحدث باسمه», «أمينه العام»."""
    words = words_of(language)
    return any(fold(word) in words.own or _has_owner(word, words) for word in office.split()[:_PAIR])


def _has_owner(written: str, words: Words) -> bool:
    """Whether a pronoun is written onto an office: «أمينه», not «أمينة»."""
    word = fold(written)
    ends = word.endswith(words.letters.possessive) and not written.endswith(words.letters.nominal[0])
    return ends and (unowned(word, words) is not None or word in words.heads)

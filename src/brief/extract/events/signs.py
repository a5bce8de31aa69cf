"""The words of a clause that tell whether something happened, is due, or is only named."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntFlag
from functools import cache, lru_cache

from brief.extract.events.cues import Cues, cues
from brief.language import Language

_WORD = re.compile(r"\w+")
# Words after «was» in which a verb of the present or future tells of the past.
_REACH = 4


class Kind(IntFlag):
    """What a word tells; a word may tell several things."""

    PAST = 1
    PRESENT = 2
    NOUN = 4
    AHEAD = 8
    DEAL = 16
    WAS = 32
    OPENING = 64
    GONE = PAST | WAS
    DUE = PRESENT | AHEAD
    HAPPENING = PAST | PRESENT | NOUN


class Told:
    """A folded clause with its telling words: the place of each, its end, and its kind."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.signs = _signs(text, language)

    def has(self, kind: Kind, start: int = 0) -> bool:
        """Whether a word of such a kind stands behind `start`."""
        return any(at >= start and found & kind for at, _, found in self.signs)

    def last(self, kind: Kind, start: int, end: int) -> tuple[int, int] | None:
        """Where the last such word between two places begins and ends."""
        inside = ((at, stop) for at, stop, found in reversed(self.signs) if found & kind)
        return next(((at, stop) for at, stop in inside if at >= start and stop <= end), None)

    def first(self, kind: Kind, start: int) -> int | None:
        """Where the first such word behind `start` begins."""
        return next((at for at, _, found in self.signs if found & kind and at >= start), None)


def _signs(text: str, language: Language) -> tuple[tuple[int, int, Kind], ...]:
    kinds = _kinds(language)
    found: list[tuple[int, int, Kind]] = []
    was, before = -_REACH - 1, ""
    for order, match in enumerate(_WORD.finditer(text)):
        word = match[0]
        kind = kinds(word, before)
        before = word
        if not kind:
            continue
        if not order and kind & Kind.OPENING:
            kind |= Kind.PAST
        if kind & Kind.WAS:
            was = order
        elif kind & Kind.DUE and 0 < order - was <= _REACH:
            was, kind = order, (kind & ~Kind.DUE) | Kind.WAS
        found.append((*match.span(), kind))
    return tuple(found)


@cache
def _kinds(language: Language) -> Callable[[str, str], Kind]:
    """The kind of a folded word behind another one."""
    words = cues(language)

    @lru_cache(maxsize=100_000)
    def alone(word: str) -> Kind:
        return _kind(word, words)

    def kind(word: str, before: str) -> Kind:
        found = alone(word)
        if before in words.led and word.endswith(words.objects):
            found &= ~(Kind.PAST | Kind.PRESENT)
        if f"{before} {word}" in words.was_pairs:
            return found | Kind.WAS
        if before in words.fathers:
            return found & ~Kind.DUE
        open_ = words.imperfect.fullmatch(word) is not None
        if before in words.was_not and found & Kind.DUE:
            return (found & ~Kind.DUE) | Kind.WAS
        if before in words.maybe and open_:
            return found | Kind.AHEAD
        return found | Kind.PAST if before in words.done and not open_ else found

    return kind


def _kind(word: str, words: Cues) -> Kind:
    kind = Kind(0)
    for pattern, one in (
        (words.past, Kind.PAST),
        (words.present, Kind.PRESENT),
        (words.noun, Kind.NOUN),
        (words.ahead, Kind.AHEAD),
        (words.deal, Kind.DEAL),
        (words.was, Kind.WAS),
        (words.opening, Kind.OPENING),
    ):
        if pattern.fullmatch(word):
            kind |= one
    return kind

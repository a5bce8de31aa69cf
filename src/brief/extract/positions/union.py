"""Positions of several documents -> each stance of an actor on a target once, with all its passages."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief.language import Language, fold
from brief.model import Position, Stance
from brief.morphology import Morphology, morphology

_LIKE = 0.5  # share of the words of both targets that two wordings of one have in common
_STEM = 3  # letters of a word at least


def united(positions: Sequence[Position], language: Language) -> tuple[Position, ...]:
    """The positions in their order, those of one actor and stance on one target made one.

    Targets are one where they share half of their words, articles and particles aside; positions without a
    target stay apart. `actor` must have one spelling for each actor by then.
    """
    letters = morphology(language)
    found: list[Position] = []
    known: dict[tuple[str, Stance], list[tuple[int, frozenset[str]]]] = {}
    for one in positions:
        words = _words(one.target or "", letters)
        alike = known.setdefault((fold(one.actor), one.stance), [])
        same = next((place for place, other in alike if _are_one(words, other)), None)
        if same is None:
            alike.append((len(found), words))
            found.append(one)
        else:
            found[same] = _both(found[same], one)
    return tuple(found)


def _both(first: Position, second: Position) -> Position:
    more = tuple(anchor for anchor in second.evidence if anchor not in first.evidence)
    return structs.replace(first, evidence=(*first.evidence, *more))


def _are_one(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= _LIKE * len(one | other)


def _words(target: str, letters: Morphology) -> frozenset[str]:
    return frozenset(stem for word in fold(target).split() if len(stem := _stem(word, letters)) >= _STEM)


def _stem(word: str, letters: Morphology) -> str:
    """A word without the article and the particles before it."""
    opened = next(
        (one for one in sorted(letters.definite, key=len, reverse=True) if word.startswith(one)), ""
    )
    return word[len(opened) :] if len(word) > len(opened) + 1 else word

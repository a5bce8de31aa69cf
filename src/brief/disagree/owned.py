"""Whose a figure is by the words beside its measure: «the cost of the deal», «a stadium whose cost …»."""

from __future__ import annotations

import re

from brief.gist import small_words, stem_of
from brief.language import Language, fold
from brief.model import Datapoint
from brief.morphology import Morphology, morphology

_WORD = re.compile(r"\w+")
_MARKS = ' .,:;()"«»“”\u060c\u061b'
_LEAST = 3  # letters of a measure, and of whose it is
_NEAR = 2  # words before «its cost» in which the thing stands, with what describes it


def owners_fit(one: Datapoint, other: Datapoint, language: Language) -> bool:
    """Whether two figures of one measure may be of one thing: not where each names another."""
    first, second = (owners(point, language) for point in (one, other))
    return not first or not second or bool(first & second)


def owners(point: Datapoint, language: Language) -> frozenset[str]:
    """The stems of the words that tell whose the measure of a figure is; none where its words do not say."""
    measure = {stem_of(word, language) for word in _WORD.findall(fold(point.measure or ""))[:1]}
    written = point.anchor.text.split()
    words = [fold(word).strip(_MARKS) for word in written]
    letters = morphology(language)
    for place, word in enumerate(words):
        ends = () if written[place].strip(_MARKS).endswith(letters.nominal[0]) else letters.possessive
        owned = next((end for end in ends if word.endswith(end)), "")
        if owned and stem_of(_unowned(word, owned, letters), language) in measure:
            return _told(words[max(0, place - _NEAR) : place], language)
        if stem_of(word, language) in measure and not owned:
            return _behind(words[place + 1 :], letters, language)
    return frozenset()


def _unowned(word: str, owned: str, letters: Morphology) -> str:
    """A noun without its pronoun: «كلفته» is of «كلفة»."""
    bare = word.removesuffix(owned)
    return (
        bare[: -len(letters.feminine)] + fold(letters.nominal[0]) if bare.endswith(letters.feminine) else bare
    )


def _behind(words: list[str], letters: Morphology, language: Language) -> frozenset[str]:
    """Whose it is behind the measure: the word after «of», behind words that only describe the measure."""
    described = next(
        (at for at, word in enumerate(words) if not word.startswith(letters.article)), len(words)
    )
    owner = words[described : described + 1]
    return _told([word.removeprefix(letters.to) for word in owner if word.startswith(letters.to)], language)


def _told(words: list[str], language: Language) -> frozenset[str]:
    small = small_words(language.code)
    return frozenset(stem_of(word, language) for word in words if len(word) >= _LEAST and word not in small)

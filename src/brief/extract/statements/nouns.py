"""What words may name: nouns without article, particles and endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.language import Language
from brief.morphology import morphology

_WORD = re.compile(r"[^\W\d]+")


def nouns(key: str, language: Language) -> frozenset[str]:
    """The nouns that words of folded text may be, whatever is written onto them."""
    letters = morphology(language)
    return frozenset(
        stem_of(form.removeprefix(begins), language)
        for word in _WORD.findall(key)
        for form in _forms(word, language)
        for begins in ("", letters.article, letters.to * 2)
    )


def indefinite(key: str, language: Language) -> frozenset[str]:
    """Those of them that stand without the article."""
    article = morphology(language).article
    words = (word for word in _WORD.findall(key) if not word.startswith(article))
    return frozenset(stem_of(form, language) for word in words for form in _forms(word, language))


def stem_of(noun: str, language: Language) -> str:
    """A folded noun without the ending that its number or case gives it."""
    feminine, accusative = morphology(language).possessive[0], morphology(language).accusative
    return noun.removesuffix(accusative).removesuffix(feminine)


def _forms(word: str, language: Language) -> Iterator[str]:
    """A word as it is, and without a particle that may be written onto it."""
    yield word
    if word[0] in language.proclitics:
        yield word[1:]

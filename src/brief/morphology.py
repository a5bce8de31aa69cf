"""What a language writes onto its words: article, particles and endings, from `morphology.toml`."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec import Struct

from brief.language import Language, fold, table


class Morphology(Struct, frozen=True, forbid_unknown_fields=True):
    """The letters that carry grammar; `morphology.toml` says of each what it is.

    A plain string is one affix, or (`joining`, `prepositions`, `imperfect`, `ourselves`, `nominal`) a set of
    single letters. The last five are compared with the text as printed, the others with
    folded words.
    """

    article: str
    conjunction: str
    joining: str
    by: str
    to: str
    prepositions: str
    definite: tuple[str, ...]
    bound: tuple[str, ...]
    future: str
    imperfect: str
    ourselves: str
    feminine: str
    accusative: str
    plural: tuple[str, ...]
    dual: str
    participle: str
    adjective: tuple[str, ...]
    possessive: tuple[str, ...]
    nominal: str
    hamza: str
    dotted_ya: str
    undotted_ya: str
    tatweel: str

    def attach(self, clitic: str, word: str) -> str:
        """`word` with a particle written onto it; after l- the article loses its alif."""
        if clitic.endswith(self.to) and word.startswith(self.article):
            return clitic + word[1:]
        return clitic + word


@cache
def morphology(language: Language) -> Morphology:
    """The letters of `language` that carry grammar; raises `msgspec.ValidationError` where one lacks."""
    data = table(language.code, "morphology")
    folded = {key: _folded(value) for key, value in data["folded"].items()}
    return msgspec.convert({**folded, **data["written"]}, Morphology)


def _folded(value: str | list[str]) -> str | list[str]:
    return fold(value) if isinstance(value, str) else [fold(one) for one in value]

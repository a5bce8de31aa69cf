"""Offices that are told by whose they are: «أمينها العام», «وزير خارجيته», «متحدثة باسمه»."""

from __future__ import annotations

from msgspec import structs

from brief.language import Language, fold
from brief.subjects.free import standing
from brief.subjects.lines import Actor, Line
from brief.subjects.words import unowned, words_of

_FAR = 60  # words
_HOUSES = frozenset({"country", "organisation"})


def is_owned(where: Line, found: Actor, language: Language) -> bool:
    """Whether the words of an office carry a pronoun that means whose it is, and no name tells it."""
    words = words_of(language)
    first, last = where.index(found.start), where.index(found.end)
    if found.kind != "role" or any(place in where.names for place in range(first, last)):
        return False
    return any(word in words.own or unowned(word, words) for word in where.words(first, last))


def owner_before(where: Line, end: int, language: Language) -> Actor | None:
    """The house that such an office at word `end` belongs to.

    It is the only one that stands free in the nearest part of the sentence, cut by its punctuation, that
    has any.
    """
    furthest = max(0, end - _FAR)
    while end > furthest:
        start = end - 1
        while start > furthest and where.tokens[start].joined:
            start -= 1
        near = standing(where, start, end, language, strict=True)
        houses = {one.key: one for one in near if is_house(one, language) and not _are_two(one, language)}
        if houses:
            return next(iter(houses.values())) if len(houses) == 1 else None
        end = start
    return None


def _are_two(one: Actor, language: Language) -> bool:
    """Whether a body is two, as an object is told: nobody speaks in their name alone («حث الطرفين»)."""
    letters, first = words_of(language).letters, fold(one.text).split()[0]
    return one.kind == "role" and first.startswith(letters.article) and first.endswith(letters.plural[1])


def owned(found: Actor, owner: Actor) -> Actor:
    """The house that speaks through such an office."""
    return structs.replace(
        found, text=owner.text, label=owner.label, key=owner.key, kind=owner.kind, role=found.text
    )


def is_house(one: Actor, language: Language) -> bool:
    """Whether an actor is a state or a body rather than a person or an office."""
    words, first = words_of(language), fold(one.text).split()[0]
    body = one.kind == "role" and first in words.bodies and first not in words.offices
    return one.kind in _HOUSES or body

"""Who does it: the actor that stands as the subject of a verb, with name and office.

A noun phrase is followed from its head (an office, a body, a country, a person) as far as
definite words, nations and the small words of titles reach.
"""

from __future__ import annotations

from brief.language import Language, fold
from brief.subjects.bare import crowd_after, definite_after, definite_at, people_after, spelled
from brief.subjects.free import first, standing
from brief.subjects.lines import Actor, Line, line
from brief.subjects.owners import is_house, is_owned, owned, owner_before
from brief.subjects.phrases import actor
from brief.subjects.words import Words, words_of

__all__ = [
    "Actor",
    "Line",
    "actor",
    "after",
    "before",
    "clause_start",
    "crowd_after",
    "definite_after",
    "definite_at",
    "first",
    "is_house",
    "is_owned",
    "is_plural",
    "line",
    "owned",
    "owner_before",
    "people_after",
    "spelled",
    "standing",
]

_LONGEST_ASIDE = 4
_LONGEST_CLAUSE = 60


def after(where: Line, index: int, language: Language, *, strict: bool = False) -> Actor | None:
    """The subject that follows the verb at `index`, small asides skipped; `strict` as for `actor`."""
    words = words_of(language)
    if where.tokens[index].word in words.addressing and _follows_subject(where, index, words):
        return None
    place = index + 1
    strict = strict or where.tokens[index].word in words.transitive
    for _ in range(_LONGEST_ASIDE):
        if place >= len(where.tokens) or where.tokens[place].word in words.oblique:
            return None
        found = actor(where, place, language, strict=strict)
        if found:
            return found
        skipped = _aside(where, place, words.asides)
        if not skipped:
            return None
        place += skipped
    return None


def _follows_subject(where: Line, index: int, words: Words) -> bool:
    """Whether the word before a verb shows that its subject went before: «البرنامج قد حث الدول».

    Behind an aside it does so, too: «كان البرنامج، الذي …، قد حث الدول».
    """
    if index <= 1 or where.tokens[index - 1].word not in words.subject_before:
        return False
    return where.tokens[index - 1].joined or where.tokens[index - 1].comma


def _aside(where: Line, place: int, asides: frozenset[str]) -> int:
    """How many words an aside takes at `place`: «من جانبه», «أمس»."""
    for length in (3, 2, 1):
        if " ".join(where.words(place, place + length)) in asides:
            return length
    return 0


def before(where: Line, index: int, language: Language) -> Actor | None:
    """The first actor of the clause that the verb at `index` stands in, not after a preposition."""
    return first(where, clause_start(where, index, language), index, language)


def clause_start(where: Line, index: int, language: Language) -> int:
    """The first word of the clause around the word `index`, or of as much as is looked back at."""
    openers = words_of(language).openers
    place, furthest = index, max(0, index - _LONGEST_CLAUSE)
    while place > furthest and where.tokens[place].joined and where.tokens[place - 1].word not in openers:
        place -= 1
    return place


def is_plural(one: Actor, language: Language) -> bool:
    """Whether the actor is a group of people: «محللون», «الخبراء»."""
    words = words_of(language)
    first = fold(one.text).split()[0].removeprefix(words.letters.article)
    several = first.endswith(words.letters.plural)
    if several and first in words.offices:  # many an office of one ends so, too
        stems = (first.removesuffix(one) for one in words.letters.plural if first.endswith(one))
        several = any(stem in words.offices for stem in stems)
    return one.kind == "role" and (several or first in words.plurals)

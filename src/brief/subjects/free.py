"""Actors that can be subjects: those that no preposition governs."""

from __future__ import annotations

from collections.abc import Iterator

from brief.language import Language
from brief.subjects.lines import Actor, Line
from brief.subjects.phrases import actor
from brief.subjects.words import Words, words_of


def first(where: Line, start: int, end: int, language: Language, *, strict: bool = False) -> Actor | None:
    """The first actor from word `start` up to `end` that follows no preposition; `strict` as for `actor`."""
    return next(standing(where, start, end, language, strict=strict), None)


def standing(
    where: Line, start: int, end: int, language: Language, *, strict: bool = False
) -> Iterator[Actor]:
    """The actors from word `start` up to `end` that follow no preposition; `strict` as for `actor`."""
    words = words_of(language)
    for place in range(start, end):
        found = actor(where, place, language, strict=strict)
        if found and _free(where, place, start, words):
            yield found


def _free(where: Line, place: int, start: int, words: Words) -> bool:
    if place in where.names and where.names[place][0].clitic.strip(words.letters.joining):
        return False
    previous = where.tokens[place - 1].word if place > start else ""
    return previous not in words.governing and not _is_completing(where, place, start, words)


def _is_completing(where: Line, place: int, start: int, words: Words) -> bool:
    """Whether an actor completes a noun that a preposition governs: «عن نهج السلطات»."""
    if place < start + 2 or not (where.tokens[place].joined and where.tokens[place - 1].joined):
        return False
    noun, led = where.tokens[place - 1].word, where.tokens[place - 2].word
    bare = not noun.startswith(words.definite) and place - 1 not in where.names
    small = (words.nameless, words.openers, words.times, words.asides, words.governing)
    return led in words.governing and bare and not any(noun in some for some in small)

"""Lines begin with a word of their own, without the «and» that ties it to the sentence before.

Arabic writes «and» and «so» onto the next word, so the passage of such a line begins behind that letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import chain
from typing import TypeVar

from msgspec import structs

from brief import cues
from brief.language import Language, fold, table
from brief.model import Document, Event, Item, Section
from brief.morphology import morphology

_WORD = re.compile(r"[\w\u064b-\u0652]+")
# A letter with its vowel marks.
_LETTER = re.compile(r"\w[\u064b-\u0652]*")
# No word begins with a doubled letter: what stands before it belongs to the word.
_DOUBLED = re.compile(r"[\u064b-\u0652]*\w[\u064b-\u0650]*\u0651")
# Where words stand that lines often begin with.
_LISTS = ("speech", "statements", "stances", "events", "facets")
# A noun with its article has at least so many letters.
_DEFINITE = 5
Told = TypeVar("Told", Item, Event)


def unjoined(
    sections: Sequence[Section], events: Sequence[Event], documents: Iterable[Document], language: Language
) -> tuple[tuple[Section, ...], tuple[Event, ...]]:
    """The lines and events, each without the conjunction that its first word bears.

    A letter counts as one only where the rest is a word for sure: it stands alone in a document that is
    cited or in the language's lists, or its shape tells.
    """
    lines: list[Item | Event] = [*chain.from_iterable(section.items for section in sections), *events]
    cited = {anchor.source for one in lines for anchor in one.evidence[:1]}
    texts = (document.text for document in documents if document.id in cited)
    known = {fold(word) for text in texts for word in _WORD.findall(text)}
    bare = tuple(
        structs.replace(section, items=tuple(_bare(one, known, language) for one in section.items))
        for section in sections
    )
    return bare, tuple(_bare(one, known, language) for one in events)


def _bare(one: Told, known: Collection[str], language: Language) -> Told:
    """A line and its passage without the letter; as it is where its first word bears none."""
    first = _WORD.match(one.text)
    if not first or not one.evidence or not is_joined(first[0], known, language):
        return one
    own, letter = one.evidence[0], _LETTER.match(first[0])
    place = next((word.start() for word in _WORD.finditer(own.text) if word[0] == first[0]), None)
    if place is None or letter is None:
        return one
    behind = place + letter.end()
    cut = structs.replace(own, start=own.start + behind, text=own.text[behind:])
    evidence = (cut, *one.evidence[1:])
    joint = own.text[place:behind]
    return structs.replace(one, text=one.text[letter.end() :], evidence=evidence, joint=joint)


def is_joined(word: str, known: Collection[str], language: Language) -> bool:
    """Whether `word` is «and» or «so» and another word, which could open a line; `known` are folded words."""
    letters, folded = morphology(language), fold(word)
    rest = folded[1:]
    if not folded.startswith(tuple(letters.joining)) or folded in _kept(language) or _DOUBLED.match(word, 1):
        return False
    return rest in known or rest in _words(language) or _is_shaped(word[1:], language)


def _is_shaped(rest: str, language: Language) -> bool:
    """Whether letters can only be a word: a definite noun, one that begins with hamza, a verb by its form."""
    letters = morphology(language)
    definite = len(rest) >= _DEFINITE and rest.startswith(letters.article)
    own = cues.expression(language, "statements", "own_word").fullmatch(fold(rest)) is not None
    return definite or rest.startswith(tuple(letters.hamza)) or own


@cache
def _words(language: Language) -> frozenset[str]:
    """The single words of the language's lists."""
    lists = chain.from_iterable(table(language.code, name).values() for name in _LISTS)
    words = chain.from_iterable(one for one in lists if isinstance(one, list))
    return frozenset(fold(word) for word in words if isinstance(word, str) and _WORD.fullmatch(word))


@cache
def _kept(language: Language) -> frozenset[str]:
    """Words that begin with the letter themselves, and those that could not open a line without it."""
    data = table(language.code, "statements")
    conjunctions = morphology(language).joining
    tied = (letter + word for letter in conjunctions for word in data["never_first"])
    return frozenset(map(fold, (*data["rooted"], *data["no_explaining"], *tied)))

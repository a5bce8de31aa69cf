"""A passage with the words of its sentence around it, and how far it is from the quote before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from brief import names, subjects
from brief.language import Language
from brief.marks import Passage
from brief.model import Document
from brief.speakers.words import Words, words_of
from brief.subjects import Actor, Line

BACK = 4
# Characters of the sentence that are looked at before and after a passage: about a hundred words.
_REACH = 600
_NOTHING = re.compile(r"[ .\u00a0\t\n]*")
_BLANK = re.compile(r"\s*")


class Context(Struct, frozen=True):
    """A passage with the words of its sentence near it, before and after.

    `floor` is where the quote before it ends, 0 where there is none.
    `opens` where nothing stands before it, `same` where a quote of its sentence does, `next` where one
    of the sentence before does, `follows` where a quote ends a few sentences before it, in its paragraph
    or the one before.
    """

    passage: Passage
    floor: int
    before: Line
    after: Line
    opens: bool
    same: bool
    next: bool
    follows: bool


class Told(Struct, frozen=True):
    """Who speaks in a sentence, by which of its verbs; nobody where that is not told."""

    actor: Actor | None
    verb: str


class Reading(Struct, frozen=True):
    """What is needed to read one document's quotes.

    `speaking` keeps who speaks in a sentence, by its number, once that was asked for; `families` the first
    name of each family name behind an office, and where it stands.
    """

    document: Document
    language: Language
    names: tuple[names.Name, ...]
    words: Words
    starts: tuple[int, ...]
    speaking: dict[int, Told]
    families: dict[str, tuple[str, int]]


def read(document: Document, language: Language) -> Reading:
    """The document made ready for asking who says what in it."""
    return Reading(
        document=document,
        language=language,
        names=names.named(document, language),
        words=words_of(language),
        starts=tuple(sentence.anchor.start for sentence in document.sentences),
        speaking={},
        families={},
    )


def context(reading: Reading, passage: Passage, floor: int) -> Context:
    """What stands around a passage in its sentence; `floor` is where the quote before it ends."""
    text = reading.document.text
    start = max(_sentence_start(reading, passage.start), passage.paragraph)
    end = _sentence_end(reading, passage.end)
    opening = max(passage.paragraph, floor if floor <= passage.start else 0)
    start = floor if start < floor <= passage.start else start
    blank = _NOTHING.fullmatch(text, opening, passage.start) or _BLANK.fullmatch(text, start, passage.start)
    first, last = _backward(text, start, passage.start), _forward(text, passage.end, end)
    return Context(
        passage=passage,
        floor=floor,
        before=subjects.line(text[first : passage.start], first, reading.names, reading.language),
        after=subjects.line(text[passage.end : last], passage.end, reading.names, reading.language),
        opens=blank is not None,
        same=start == floor,
        next=number_at(reading, passage.start) - number_at(reading, floor - 1) == 1,
        follows=_follows(reading, passage.start, floor),
    )


def _backward(text: str, start: int, end: int) -> int:
    """Where the words begin that are looked at before `end`, not before `start`."""
    near = end - _REACH
    return start if near <= start else max(near, text.find(" ", near, end))


def _forward(text: str, start: int, end: int) -> int:
    """Where the words end that are looked at after `start`, not after `end`."""
    near = start + _REACH
    if near >= end:
        return end
    blank = text.rfind(" ", start, near)
    return blank if blank >= 0 else near


def _follows(reading: Reading, place: int, floor: int) -> bool:
    """Whether a quote that ends at `floor` is near enough for the words at `place` to go on with it."""
    here, there = number_at(reading, place), number_at(reading, floor - 1)
    sentences = reading.document.sentences
    return here - there <= BACK and sentences[here].paragraph - sentences[there].paragraph <= 1


def number_at(reading: Reading, place: int) -> int:
    """The number of the sentence that stands at a place, or last before it."""
    return max(bisect_right(reading.starts, place) - 1, 0)


def _sentence_start(reading: Reading, place: int) -> int:
    return reading.starts[number_at(reading, place)]


def _sentence_end(reading: Reading, place: int) -> int:
    return max(reading.document.sentences[number_at(reading, place - 1)].anchor.end, place)


def length(reading: Reading, place: Context) -> int:
    """How many words stand between the marks of a passage."""
    return len(reading.document.text[slice(*place.passage.inner)].split())


def lines_before(reading: Reading, index: int, most: int) -> Iterator[tuple[int, Line]]:
    """The sentences before that of number `index`, in its paragraph, the last first, with their numbers."""
    sentences = reading.document.sentences
    for number in range(index - 1, max(index - 1 - most, -1), -1):
        anchor = sentences[number].anchor
        if sentences[number].paragraph != sentences[index].paragraph:
            return
        yield number, subjects.line(anchor.text, anchor.start, reading.names, reading.language)

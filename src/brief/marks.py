"""Passages between quotation marks: nested, over paragraphs, with a mark missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Literal

from msgspec import Struct

from brief.language import Language
from brief.model import Document
from brief.morphology import morphology

Role = Literal["open", "close", "both"]

# The marks that open a passage, each with the one that closes it.
PAIRS = {"\u00ab": "\u00bb", "\u201c": "\u201d"}
STRAIGHT = '"'
MARKS = frozenset((*PAIRS, *PAIRS.values(), STRAIGHT))
_MARK = re.compile('["\u00ab\u00bb\u201c\u201d\u201e\u2033]')
_OPENING = "\u00ab\u201e"
_CLOSING = "\u00bb"
_STRAIGHT = '"\u201c\u201d\u2033'
_BEFORE_OPEN = " \t\u00a0([{:،,\u2013\u2014-\u200f\u202b\n"
_AFTER_CLOSE = re.compile(r"[\s.,:;!?،؛؟)\]}\u2013\u2014\-\u2026/]|$")
_MOST_PARAGRAPHS = 3


class Passage(Struct, frozen=True):
    """A passage with its marks, `text[start:end]`, and the words inside them.

    `paragraph` is where the paragraph of its first word begins.
    """

    start: int
    end: int
    inner: tuple[int, int]
    paragraph: int


class _Mark(Struct, frozen=True):
    place: int
    character: str
    role: Role
    paragraph: int


class _Paragraph(Struct, frozen=True):
    start: int
    end: int


def passages(document: Document, language: Language) -> tuple[Passage, ...]:
    """What stands between quotation marks in the article, outermost marks only, in order."""
    paragraphs = _paragraphs(document)
    particle = _particle(language)
    marks = [
        mark for number, one in enumerate(paragraphs) for mark in _marks(document.text, one, number, particle)
    ]
    return tuple(_paired(document.text, marks, paragraphs))


@cache
def _particle(language: Language) -> re.Pattern[str]:
    """Particles written onto the mark that follows, with or without tatweel."""
    return re.compile(rf"(?:^|[\s(])[{language.proclitics}]{{1,2}}{morphology(language).tatweel}?$")


def _paragraphs(document: Document) -> list[_Paragraph]:
    """The paragraphs of the article; furniture between them is left out."""
    grouped = groupby(document.sentences, key=lambda sentence: sentence.paragraph)
    spans = [[sentence.anchor for sentence in group] for _, group in grouped]
    return [_Paragraph(anchors[0].start, anchors[-1].end) for anchors in spans]


def _marks(text: str, paragraph: _Paragraph, number: int, particle: re.Pattern[str]) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        place = match.start()
        role = _role(text, place, paragraph, particle)
        if role:
            yield _Mark(place, match.group(), role, number)


def _role(text: str, place: int, paragraph: _Paragraph, particle: re.Pattern[str]) -> Role | None:
    """What a mark does, by its letters or, for straight and mixed-up marks, its neighbours."""
    character = text[place]
    if character in _OPENING:
        return "open"
    if character in _CLOSING:
        return "close"
    head = text[max(paragraph.start, place - 3) : place]
    opens = not head or head[-1] in _BEFORE_OPEN or particle.search(head) is not None
    closes = (
        bool(head) and not head[-1].isspace() and bool(_AFTER_CLOSE.match(text, place + 1, paragraph.end))
    )
    if opens and closes:
        return "open" if head[-1:] == ":" else "both"
    loose = _AFTER_CLOSE.match(text, place + 1, paragraph.end)
    if opens:
        return "both" if loose and text[place - 1 : place] != ":" else "open"
    return "close" if closes else "both"


def _paired(text: str, marks: Sequence[_Mark], paragraphs: Sequence[_Paragraph]) -> Iterator[Passage]:
    opened: _Mark | None = None
    depth = done = 0
    for mark in marks:
        if opened and _is_lost(opened, mark):
            yield _unclosed(text, opened, paragraphs)
            opened = None
        if opened is None and mark.role == "close":
            yield from _unopened(text, done, mark, paragraphs)
            done = mark.place + 1
        elif opened is None:
            opened, depth = mark, 1
        elif _same(opened, mark):
            depth += 1 if mark.role == "open" else -1
        if opened and not depth:
            done = mark.place + 1
            yield _between(text, opened.place, done, (1, 1), paragraphs[opened.paragraph])
            opened = None
    if opened:
        yield _unclosed(text, opened, paragraphs)


def _same(first: _Mark, second: _Mark) -> bool:
    """Whether two marks are of one kind, straight or angled."""
    return (first.character in _STRAIGHT) == (second.character in _STRAIGHT)


def _is_lost(opened: _Mark, mark: _Mark) -> bool:
    """Whether an open passage is no longer to be closed: too far back, or another one opens after it."""
    apart = mark.paragraph - opened.paragraph
    return apart >= _MOST_PARAGRAPHS or (apart > 0 and mark.role == "open" and _same(opened, mark))


def _between(text: str, start: int, end: int, marked: tuple[int, int], paragraph: _Paragraph) -> Passage:
    first, last = start + marked[0], end - marked[1]
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Passage(start, end, (first, last), paragraph.start)


def _unclosed(text: str, mark: _Mark, paragraphs: Sequence[_Paragraph]) -> Passage:
    paragraph = paragraphs[mark.paragraph]
    return _between(text, mark.place, paragraph.end, (1, 0), paragraph)


def _unopened(text: str, done: int, mark: _Mark, paragraphs: Sequence[_Paragraph]) -> Iterator[Passage]:
    """The words before a closing mark whose opening one is missing.

    They begin after the last colon, or with the paragraph, or where the passage before ends (`done`).
    """
    paragraph = paragraphs[mark.paragraph]
    first = max(paragraph.start, done)
    colon = text.rfind(":", first, mark.place)
    start = colon + 1 if colon >= 0 else first
    while start < mark.place and text[start].isspace():
        start += 1
    if start < mark.place:
        yield _between(text, start, mark.place + 1, (0, 1), paragraph)

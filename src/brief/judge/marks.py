"""Marks by which a filled form finds again what it asks about, when its topic has changed a little.

A mark is made of words alone. It has no letters: the words behind it give their line its direction.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from brief.judge.questions import BodyOf, FacetsOf, Matters, Question, Related, Told, digest
from brief.printed import plain

_DIGITS = 9
# Where a statement stands, and its words.
Key = tuple[str, int, int, str]


def key(told: Told) -> Key:
    """What makes a statement itself, whichever question shows it."""
    return told.source, told.start, told.end, told.text


def statements(questions: Iterable[Question]) -> dict[Key, str]:
    """A mark for each statement of articles that `questions` show, in the order of the articles."""
    kinds = FacetsOf, Matters, Related
    return _marked(told for one in questions if isinstance(one, kinds) for told in one.statements)


def lines(questions: Iterable[Question]) -> dict[Key, str]:
    """A mark for each line of a page that `questions` show, in the order of the pages."""
    return _marked(told for one in questions if isinstance(one, BodyOf) for told in one.statements)


def question(asked: Question) -> str:
    """The mark of a question that stands by itself."""
    return _digits(digest(asked))


def _marked(shown: Iterable[Told]) -> dict[Key, str]:
    """The marks in order; of statements with the same words each later one has its number behind it."""
    found = dict.fromkeys(map(key, shown))
    sources = dict.fromkeys(source for source, *_ in found)
    rank = {source: place for place, source in enumerate(sources)}
    seen = Counter[str]()
    marks = {}
    for one in sorted(found, key=lambda one: (rank[one[0]], one)):
        name = _digits(hashlib.sha256(plain(one[3]).encode()).hexdigest())
        seen[name] += 1
        marks[one] = name if seen[name] == 1 else f"{name}.{seen[name]}"
    return marks


def _digits(hexadecimal: str) -> str:
    return f"{int(hexadecimal, 16) % 10**_DIGITS:0{_DIGITS}}"

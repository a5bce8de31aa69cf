"""A toll that a later source tells higher, of the same people and place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from brief import cues, quantities
from brief.extract.events.alike import stems
from brief.language import Language, fold, table
from brief.model import Document
from brief.overtaken.of_its_day import names_year
from brief.overtaken.passages import Overtaking, Passage, day

# The number stands within so many characters of what it counts.
_NEAR = 45
# How what counts heads is measured.
_HEADS = {"count", "persons"}
_WORD = re.compile(r"\w+")


class _Toll(Struct, frozen=True):
    """How many of a kind in places of these stems, told on a day."""

    kind: str
    number: Decimal
    places: frozenset[str]
    day: str


def overtaken(passages: Sequence[Passage], documents: Iterable[Document], language: Language) -> Overtaking:
    """The passages that tell a toll which a later source, whatever of it is a statement, tells higher.

    Words that name a year tell of another time, words that name no place of no one in particular.
    """
    told: defaultdict[str, list[_Toll]] = defaultdict(list)
    for document in documents:
        if day(document) and not document.background:
            for sentence in document.sentences:
                for toll in _tolls(sentence.anchor.text, day(document), language):
                    told[toll.kind].append(toll)
    for one in passages:
        days = [
            later.day
            for toll in (_tolls(one.anchor.text, one.day, language) if one.day else ())
            for later in told.get(toll.kind, ())
            if later.day > toll.day and later.number > toll.number and later.places & toll.places
        ]
        if days:
            yield one.anchor, min(days)


def _tolls(text: str, written: str, language: Language) -> Iterator[_Toll]:
    """The tolls that a text tells: each number of heads with the kind it stands beside."""
    key = fold(text)
    signs = {kind: cues.expression(language, "overtaken", "toll", kind, "sign") for kind in _kinds(language)}
    if names_year(key, language) or not any(sign.search(key) for sign in signs.values()):
        return
    places = _places(key, language)
    for one in quantities.find(text, language) if places else ():
        if one.unit in _HEADS and one.value is not None:
            around = fold(text[max(0, one.start - _NEAR) : one.end + _NEAR])
            for kind in (kind for kind, sign in signs.items() if sign.search(around)):
                yield _Toll(kind, one.value, places, written)


def _places(key: str, language: Language) -> frozenset[str]:
    """The stems of what folded words name as a place, without what kind of place it is."""
    place = cues.expression(language, "overtaken", "toll_place", "sign")
    named = (_WORD.search(key, found.end()) for found in place.finditer(key))
    return frozenset(stem for name in named if name for stem in stems(name[0], language))


@cache
def _kinds(language: Language) -> tuple[str, ...]:
    return tuple(table(language.code, "overtaken")["toll"])

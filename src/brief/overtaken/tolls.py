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
from brief.model import Anchor, Document
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


def raised(passages: Sequence[Passage], language: Language) -> Iterator[Anchor]:
    """The passages that say of a toll that it rose, where an earlier source tells a lower one of its kind."""
    sign = cues.expression(language, "overtaken", "toll_raised", "sign")
    rising = [one for one in passages if one.day and sign.search(one.text)]
    if not rising:
        return
    lower = [(one, _highest(one.anchor.text, language)) for one in passages if one.day]
    for new in rising:
        own = _highest(new.anchor.text, language)
        before = (told for one, told in lower if new.is_after(one))
        if any(told.get(kind, number) < number for told in before for kind, number in own.items()):
            yield new.anchor


def _highest(text: str, language: Language) -> dict[str, Decimal]:
    """The highest number of each kind that a text tells: of the dead all, not the two found last."""
    found: dict[str, Decimal] = {}
    for kind, number in _numbers(text, language):
        found[kind] = max(found.get(kind, number), number)
    return found


def _numbers(text: str, language: Language) -> Iterator[tuple[str, Decimal]]:
    """How many heads of each kind a text tells."""
    signs = _signs_in(fold(text), language)
    for one in quantities.find(text, language) if signs else ():
        if one.unit in _HEADS and one.value is not None:
            around = fold(text[max(0, one.start - _NEAR) : one.end + _NEAR])
            yield from ((kind, one.value) for kind, sign in signs.items() if sign.search(around))


def _signs_in(key: str, language: Language) -> dict[str, re.Pattern[str]]:
    """The signs of the kinds of toll that folded words tell of."""
    signs = {kind: cues.expression(language, "overtaken", "toll", kind, "sign") for kind in _kinds(language)}
    return {kind: sign for kind, sign in signs.items() if sign.search(key)}


def _tolls(text: str, written: str, language: Language) -> Iterator[_Toll]:
    """The tolls that a text tells: each number of heads with the kind it stands beside."""
    key = fold(text)
    if names_year(key, language) or not _signs_in(key, language):
        return
    places = _places(key, language)
    for kind, number in _numbers(text, language) if places else ():
        yield _Toll(kind, number, places, written)


def _places(key: str, language: Language) -> frozenset[str]:
    """The stems of what folded words name as a place, without what kind of place it is."""
    place = cues.expression(language, "overtaken", "toll_place", "sign")
    named = (_WORD.search(key, found.end()) for found in place.finditer(key))
    return frozenset(stem for name in named if name for stem in stems(name[0], language))


@cache
def _kinds(language: Language) -> tuple[str, ...]:
    return tuple(table(language.code, "overtaken")["toll"])

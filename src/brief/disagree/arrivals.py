"""One person's arrival in one country, on days that differ from text to text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from brief import names
from brief.disagree.vocabulary import Vocabulary, told_apart, vocabulary
from brief.language import Language, fold
from brief.model import Anchor, Discrepancy, Event, Evidence

_MOST_APART = 3
_CROWD = 24
_PERSON = "person:"
_DAY = len("2024-06-20")
_MONTH = len("2024-06")
_WORD = re.compile(r"\w+")


class _Dated(Struct, frozen=True):
    """An event with its passage and the names in it."""

    event: Event
    anchor: Anchor
    keys: frozenset[str]


def arrivals(evidence: Sequence[Evidence], language: Language) -> Iterator[Discrepancy]:
    """Dates of one arrival that differ by a few days between two sources."""
    found: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for each in evidence:
        for dated in _arrivals(each, vocabulary(language.code), language):
            for person, place in _stays(dated.keys):
                found[person, place].append(dated)
    for (_, place), many in sorted(found.items()):
        for one, other in combinations(many[:_CROWD], 2):
            if _differ_by_days(one, other):
                label, sides = names.canonical(place, language), ((one.anchor,), (other.anchor,))
                yield told_apart(language, "differ: date of %(what)s", label, "precision", sides)


def _arrivals(evidence: Evidence, words: Vocabulary, language: Language) -> Iterator[_Dated]:
    """The dated arrivals and visits of a document, with who and where stand in the clause."""
    dated = [
        event
        for event in evidence.events
        if len(event.start) >= _DAY and _is_arrival(event.evidence[0].text, words)
    ]
    known = names.named(evidence.document, language) if dated else ()
    for event in dated:
        anchor = event.evidence[0]
        inside = (name for name in known if anchor.start <= name.start < anchor.end and not name.adjective)
        yield _Dated(event, anchor, frozenset(name.key for name in inside))


def _stays(keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Every person with every place of a passage."""
    persons = sorted(key for key in keys if key.startswith(_PERSON))
    return ((person, place) for person in persons for place in sorted(keys) if not place.startswith(_PERSON))


def _is_arrival(text: str, words: Vocabulary) -> bool:
    return any(word in words.arrivals or word[1:] in words.arrivals for word in _WORD.findall(fold(text)))


def _differ_by_days(one: _Dated, other: _Dated) -> bool:
    if one.anchor.source == other.anchor.source or one.event.start[:_MONTH] != other.event.start[:_MONTH]:
        return False
    return 0 < abs(int(one.event.start[-2:]) - int(other.event.start[-2:])) <= _MOST_APART

"""The idea that it matters who speaks about whose act: those whose matter it is, others, those touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief import subjects
from brief.facets.seen import Seen, Signs
from brief.subjects import Actor

# A party is told of nearly as often as the one told of most; the first statements say whom it is about.
PARTY_SHARE = 0.5
OPENING_STATEMENTS = 2
OPENING_WEIGHT = 2
_SPEAKING = frozenset({"saying", "more"})
_JUDGING = frozenset({"judging", "feeling", "warning"})
_ACTING = frozenset({"signing", "agreeing", "deciding", "talks"})


def signs(document: Sequence[Seen]) -> list[Signs]:
    """Who speaks, judges or acts in each statement, by how they stand to what the document is about."""
    parties = participants(document)
    return [{f"voices.{name}": 1.0 for name in _voices(one, parties)} for one in document]


def participants(document: Sequence[Seen]) -> frozenset[str]:
    """The keys of those whom the document is about."""
    told: Counter[str] = Counter()
    for place, one in enumerate(document):
        for key in one.parties:
            told[key] += OPENING_WEIGHT if place < OPENING_STATEMENTS else 1
    most = max(told.values(), default=0)
    return frozenset(key for key, count in told.items() if count >= max(2, PARTY_SHARE * most))


def _voices(one: Seen, parties: frozenset[str]) -> Iterator[str]:
    for does, groups in (("says", _SPEAKING), ("judges", _JUDGING), ("acts", _ACTING)):
        place = next((cue.place for cue in one.cues() if cue.group in groups), None)
        if place is not None:
            yield f"{does}_{_side(one, place, parties)}"
    yield from sorted(one.groups("voices"))
    if one.parties and one.parties.isdisjoint(parties):
        yield "others_only"
    if len(one.parties & parties) > 1:
        yield "parties_together"
    there = _place(one)
    if there:
        yield "there_party" if there in parties else "there_other"


def _place(one: Seen) -> str | None:
    """The key of the place with which a statement opens («في باريس …», «ومن باكو …»), if any."""
    cues = one.cues("places")
    if not cues or cues[0].place != 0 or 1 not in one.line.names:
        return None
    return one.line.names[1][0].key


def _side(one: Seen, place: int, parties: frozenset[str]) -> str:
    """How the subject of the verb at `place` stands to the matter."""
    who = subjects.after(one.line, place, one.language) or subjects.before(one.line, place, one.language)
    if who is None:
        return "somebody"
    keys = _keys(one, who)
    if not keys:
        return "unnamed"
    return "other" if keys.isdisjoint(parties) else "party"


def _keys(one: Seen, who: Actor) -> frozenset[str]:
    """All that is named within the phrase of an actor."""
    inside = (name.key for name, _ in one.line.names.values() if who.start <= name.start < who.end)
    return frozenset(inside)

"""Two figures of one measure, of one subject against one counterpart, in one period."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from brief import measures
from brief.disagree.states import States
from brief.disagree.vocabulary import MOST_ITEMS, Vocabulary, harm, told_apart, vocabulary
from brief.gist import diverge, gist, sentence_of
from brief.language import Language, fold
from brief.measures import Measure
from brief.model import Anchor, Datapoint, Discrepancy, Evidence, Qualifier
from brief.rivals import relation, worst
from brief.words import words

_SHARED = 3
_WORD = re.compile(r"\w+")


class _Figure(Struct, frozen=True):
    """A figure with its measure and the sentence that it stands in."""

    point: Datapoint
    measure: Measure
    sentence: Anchor


def measured(
    evidence: Sequence[Evidence], points: Sequence[Datapoint], states: States, language: Language
) -> Iterator[Discrepancy]:
    """Each measure for which the sources give several figures of one party in one period.

    Only known measures with a stated party and period: what else differs may differ rightly.
    A part or a change is not set against a whole, nor a forecast against a fact; of people
    struck down there are many each day (see `counts`).
    """
    documents = {each.document.id: each.document for each in evidence}
    groups: dict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for point in points:
        known = measures.known_as(point.measure, language)
        key = _key(point, known, language) if known else None
        if known and key:
            sentence = sentence_of(documents[point.anchor.source], point.anchor)
            groups[key].append(_Figure(point, known, sentence))
    for figures in groups.values():
        told = _rivals(figures, states, language)
        if 1 < len(told) <= MOST_ITEMS:
            what, sides = _what(told[0], language), [point.evidence for point in told]
            yield told_apart(language, "differ: amount of %(what)s", what, worst(told), sides)


def _key(point: Datapoint, known: Measure, language: Language) -> tuple[object, ...] | None:
    """What two figures must have in common to be rivals; nothing where it is not all known."""
    if point.subject is None or point.period is None:
        return None
    words = vocabulary(language.code)
    if _is_part(point.anchor.text, words) or harm(point, words, language):
        return None
    forecast = point.qualifier is Qualifier.FORECAST
    return point.unit, point.measure, _sides(point, known), point.period, forecast


def _sides(point: Datapoint, known: Measure) -> object:
    """Whose figure it is; of two equal parties in any order."""
    sides = (point.subject, point.counterpart)
    return frozenset(sides) if known.bilateral else sides


def _is_part(text: str, words: Vocabulary) -> bool:
    """Whether a passage tells a part of something («منها …») or by how much it changed."""
    said = [fold(word) for word in _WORD.findall(text)]
    return bool(said) and (said[0] in words.parts or not words.changes.isdisjoint(said))


def _rivals(figures: Sequence[_Figure], states: States, language: Language) -> list[Datapoint]:
    """The figures that differ, the first of each."""
    told: list[_Figure] = []
    for figure in figures:
        if all(
            _rival(figure, other, language) and states.comparable(figure.point, other.point) for other in told
        ):
            told.append(figure)
    return [figure.point for figure in told]


def _rival(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether two figures differ and speak of one thing: of the trade of two states there is but one."""
    mine, theirs = one.point, other.point
    if relation(mine, theirs) is None or one.sentence == other.sentence:
        return False
    if one.measure.bilateral and mine.anchor.source != theirs.anchor.source:
        return True
    first, second = (gist(figure.point.anchor.text, language) for figure in (one, other))
    shared = len(first.stems & second.stems) + len(first.names & second.names)
    return (one.measure.national or shared >= _SHARED) and not diverge(first, second)


def _what(point: Datapoint, language: Language) -> str:
    """The measure with its parties."""
    said = words(language.frame, language.frame)
    sides = (said.word(side) for side in (point.subject, point.counterpart) if side)
    parties = said.say("list separator").join(sides)
    return f"{point.measure} ({parties})"

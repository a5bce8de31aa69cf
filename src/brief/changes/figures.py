"""Figures that a later source gives otherwise: of one thing, not rounded, from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from brief import cues, measures, periods
from brief.changes.sides import Side, Sides
from brief.dating import DAY
from brief.disagree.vocabulary import harm, spoken, vocabulary
from brief.figure_words import lexicon
from brief.gist import diverge, gist, nested, stem_of, telling
from brief.language import Language, fold
from brief.model import Anchor, Certainty, Datapoint, Qualifier, Revision
from brief.rivals import COUNTED, ends, high, low, relation
from brief.same.roots import root
from brief.segment import sentence_spans

# What two sentences must share to speak of one thing, and how far apart its figures may be.
_SHARED, _FACTOR = 3, Decimal(3)
_SHARES = {"percent", "percentage_point"}


_Kind = tuple[str, tuple[str, ...]]


class _Point(Struct, frozen=True):
    """A figure with what it is of and its place in the record."""

    point: Datapoint
    of: tuple[str, ...]
    order: int


class _Figure(Struct, frozen=True):
    """A figure with what it is of, the sentence that tells it, its day and its place in the record.

    `period` is its time, without the day on which somebody only told of it.
    """

    point: Datapoint
    of: tuple[str, ...]
    passage: Anchor
    sentence: str
    day: str
    period: str | None
    order: int


def revised(sides: Sides, language: Language) -> Iterator[Revision]:
    """The figures of the earlier issue that a source which was not there gives otherwise, on a later day.

    Of several figures of one thing the last counts on either side. A figure that the earlier issue
    had, too, is no news; a forecast, a demand and a denial revise nothing but their like. What was
    only to be expected is revised by what is told as it is, where nothing else was told before.
    """
    new = [
        _placed(point, sides.after, sides, language)
        for point in _points(sides.after, language)
        if all(map(sides.is_new, point.point.evidence))
    ]
    # An issue of many articles holds figures by the thousand: only those of one kind are compared.
    kinds = {_kind(one) for one in new}
    old: defaultdict[_Kind, list[_Figure]] = defaultdict(list)
    for point in _points(sides.before, language):
        if _kind(point) in kinds:
            old[_kind(point)].append(_placed(point, sides.before, sides, language))
    last: dict[int, tuple[_Figure, _Figure]] = {}
    for after in sorted(new, key=_when):
        rivals = _alike([one for one in old[_kind(after)] if _is_one_thing(one, after, language)], after)
        told = {ends(one.point) for one in rivals}
        before = max(rivals, key=_when, default=None)
        if before and ends(after.point) not in told and _is_revised(before, after):
            last[before.order] = before, after
    yield from (Revision(*(one.point for one in pair)) for pair in _ranked(last.values(), sides))


def _alike(rivals: Sequence[_Figure], after: _Figure) -> Sequence[_Figure]:
    """Those as sure as the later figure; where it is sure, and only they are there, those it makes good."""
    guess = _is_guess(after.point)
    found = [one for one in rivals if _is_guess(one.point) is guess]
    return found or [one for one in rivals if not guess and _is_made_good(one, after)]


def _is_made_good(before: _Figure, after: _Figure) -> bool:
    """Whether an expected figure is of the time that is told now; a share without its time is of any."""
    return before.period == after.period and (before.period is not None or after.point.unit not in _SHARES)


def _when(figure: _Figure) -> tuple[str, int]:
    return figure.day, figure.order


def _ranked(pairs: Iterable[tuple[_Figure, _Figure]], sides: Sides) -> Sequence[tuple[_Figure, _Figure]]:
    """Key figures of this issue first, then those of the earlier one, each in its order."""
    keys = (*sides.after.brief.key_figures, *sides.before.brief.key_figures)
    places = {name: place for place, name in reversed(list(enumerate(keys)))}

    def rank(pair: tuple[_Figure, _Figure]) -> tuple[int, int]:
        named = (places.get(one.point.id, len(keys)) for one in pair)
        return min(named), pair[1].order

    return sorted(pairs, key=rank)


def _points(side: Side, language: Language) -> Iterator[_Point]:
    """The figures of a side that can be revised: told as they are, and of something."""
    for order, point in enumerate(side.brief.datapoints):
        of = _of(point, language)
        if (
            of
            and point.certainty is not Certainty.DENIED
            and low(point) > 0
            and not _is_wanted(point, language)
        ):
            yield _Point(point, of, order)


def _kind(figure: _Point | _Figure) -> _Kind:
    """What figures of one thing have alike: the unit and what they are of."""
    return figure.point.unit, figure.of


def _placed(told: _Point, side: Side, sides: Sides, language: Language) -> _Figure:
    """A figure with its sentence and its day."""
    passage = told.point.anchor
    sentence = _sentence(passage, side, sides, language)
    period = None if _is_day_of_telling(told.point, side, sides, language) else told.point.period
    return _Figure(told.point, told.of, passage, sentence, sides.day(passage), period, told.order)


def _is_day_of_telling(point: Datapoint, side: Side, sides: Sides, language: Language) -> bool:
    """Whether the time of a figure is only the day on which somebody told it: named before all he said."""
    if point.said_by is None or len(point.period or "") != DAY:
        return False
    named = False
    for passage in point.evidence:
        day = sides.day(passage) or None
        if _names(passage.text, point.period, day, language):
            return False
        before, _, _ = _sentence(passage, side, sides, language).partition(passage.text)
        named |= _names(before, point.period, day, language)
    return named


def _names(text: str, time: str | None, day: str | None, language: Language) -> bool:
    return any(one.first == time for one in periods.find(text, language, day))


def _of(point: Datapoint, language: Language) -> tuple[str, ...]:
    """What a figure is of: its known measure, what befell whom it counts, or the noun it counts."""
    if point.measure and measures.known_as(point.measure, language):
        return "measure", point.measure
    words = vocabulary(language.code)
    if befell := harm(point, words, language):
        return "harm", befell[0]
    noun = next(iter(spoken(point, words)), None) if point.unit in COUNTED else point.measure
    if not noun or fold(noun) in words.vague:
        return ()
    return "noun", root(stem_of(noun.split()[0], language), language)


def _sentence(passage: Anchor, side: Side, sides: Sides, language: Language) -> str:
    """The sentence that a passage begins in, the passage itself where its text is not at hand."""
    text = side.text(sides.entries[passage.source])
    start = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    spans = sentence_spans(text, start, end if end >= 0 else len(text), language)
    found = (text[one:other] for one, other in spans if one <= passage.start < other)
    return max(next(found, ""), passage.text, key=len)


def _is_wanted(point: Datapoint, language: Language) -> bool:
    """Whether somebody only asks for a figure."""
    return bool(cues.of(language, "disagreement", "states", "wanted").search(fold(point.anchor.text)))


def _is_one_thing(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether two figures of one kind are of one party, at one time and about one thing."""
    mine, theirs = one.point, other.point
    if not _is_of_one(mine, theirs, language) or not _is_one_time(one, other, language):
        return False
    if low(mine) * _FACTOR < high(theirs) or low(theirs) * _FACTOR < high(mine):
        return False
    return _is_about_one(one, other, language)


def _is_of_one(mine: Datapoint, theirs: Datapoint, language: Language) -> bool:
    """Whether the parties of two figures are the same; what lies between two has no first and no second."""
    known = measures.known_as(mine.measure, language)
    sides = ((mine.subject, theirs.subject), (mine.counterpart, theirs.counterpart))
    if known and known.bilateral and all((*sides[0], *sides[1])):
        return {mine.subject, mine.counterpart} == {theirs.subject, theirs.counterpart}
    return not any(a and b and a != b for a, b in sides)


def _is_guess(point: Datapoint) -> bool:
    return point.qualifier is Qualifier.FORECAST or point.certainty is Certainty.HEDGED


def _is_one_time(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether periods are equal, or unsaid, or days up to which a thing that grows is counted."""
    mine, theirs = one.period, other.period
    if not mine or not theirs or mine == theirs:
        return True
    change = lexicon(language).change
    grows = change.any.search(fold(other.sentence)) is not None
    return grows and len(mine) == len(theirs) == DAY and mine < theirs


def _is_about_one(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether words and names speak of one thing."""
    mine, theirs = (gist(figure.sentence, language) for figure in (one, other))
    passages = (gist(figure.point.anchor.text, language) for figure in (one, other))
    if (mine.names and theirs.names and not nested(mine.names, theirs.names)) or diverge(*passages):
        return False
    words = [telling(figure.sentence, language) for figure in (one, other)]
    parties = {one.point.subject, one.point.counterpart} & {other.point.subject, other.point.counterpart}
    return len(words[0] & words[1]) + len(parties - {None}) >= _SHARED


def _is_revised(before: _Figure, after: _Figure) -> bool:
    """Whether the later figure is of no earlier day, and more than another rounding of the other."""
    if before.day and after.day and before.day > after.day:
        return False
    return relation(before.point, after.point) == "conflict"

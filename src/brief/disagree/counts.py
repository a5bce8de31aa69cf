"""Counts and amounts of one thing that differ, by the noun they count and the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from brief import cues, names, periods, quantities
from brief.disagree.states import States
from brief.disagree.vocabulary import MOST_ITEMS, Vocabulary, harm, spoken, told_apart, vocabulary
from brief.gist import diverge, gist, sentence_of, stem_of, telling
from brief.language import Language, fold, view
from brief.model import Anchor, Datapoint, Discrepancy, Document, Evidence
from brief.morphology import morphology
from brief.rivals import COUNTED, of_one_time, relation, two_sides, worst
from brief.same.roots import root

_AMOUNTS = frozenset({"usd", "eur", "tonne", "bcm", "bcm_per_year", "barrel_per_day", "km"})
_SHARED = 3
_FACTOR = Decimal(3)
_SOME = 2  # times as many as some of them are all of them, at least
_CROWD = 24
_DAY = len("2024-06-20")
_WORD = re.compile(r"\w+")
_MARKS = re.compile("[\u064b-\u0652]")
_NUMBER = re.compile(r"[\d.,\u066b\u066c]+")


class _Figure(Struct, frozen=True):
    """A figure with the thing it counts, the words and names around it and its sentence.

    A toll counts people killed, hurt or driven out, whatever noun it stands with.
    """

    point: Datapoint
    value: Decimal
    head: str
    noun: str
    toll: bool
    stems: frozenset[str]
    keys: frozenset[str]
    sentence: Anchor


def counts(
    evidence: Sequence[Evidence], points: Sequence[Datapoint], states: States, language: Language
) -> Iterator[Discrepancy]:
    """Each thing that is counted or measured differently; equal figures are one side."""
    documents = {each.document.id: each.document for each in evidence}
    published = {id_: document.published for id_, document in documents.items()}
    groups: dict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for point in points:
        figure = _figure(point, documents, language)
        if figure:
            groups[(point.unit if not figure.toll else "", figure.head)].append(figure)
    for figures in groups.values():
        unit = figures[0].point.unit
        template = "differ: number of %(what)s" if unit in COUNTED else "differ: amount of %(what)s"
        for family in _families(figures[:_CROWD], published, states, language):
            told = [figure.point for figure in family[:MOST_ITEMS]]
            sides = [point.evidence for point in told]
            grown = _have_grown(told, published, language)
            kind = "differ: revision of %(what)s" if grown else template
            yield told_apart(language, kind, _topic(family[0], language), worst(told), sides)


def _figure(point: Datapoint, documents: Mapping[str, Document], language: Language) -> _Figure | None:
    value, words = point.value, vocabulary(language.code)
    if value is None or value <= 1 or point.unit not in COUNTED | _AMOUNTS:
        return None
    befell = harm(point, words, language)
    noun = befell[1] if befell else _counted(point, words)
    if noun is None or (befell is None and fold(noun) in words.vague):
        return None
    sentence = sentence_of(documents[point.anchor.source], point.anchor)
    text = sentence.text if len(telling(point.anchor.text, language)) < _SHARED else point.anchor.text
    return _Figure(
        point=point,
        value=value,
        head=befell[0] if befell else root(stem_of(noun, language), language),
        noun=noun,
        toll=befell is not None,
        stems=telling(text, language) - _spans(language),
        keys=frozenset(name.key for name in names.find(text, language)),
        sentence=sentence,
    )


@cache
def _spans(language: Language) -> frozenset[str]:
    """Stems of time and order: «نهاية الشهر» and «12 شهرا» are nothing in common."""
    return frozenset(stem_of(word, language) for word in vocabulary(language.code).vague)


def _topic(figure: _Figure, language: Language) -> str:
    """What is counted by its noun; by what it measures where the word there only leads to a time."""
    text, point = figure.point.anchor.text, figure.point
    at = text.rfind(figure.noun) + len(figure.noun)
    led = any(not text[at : time.start].strip() for time in periods.find(text, language) if time.start >= at)
    return point.measure if led and point.measure else _plain(figure.noun, language)


def _plain(noun: str, language: Language) -> str:
    """A noun without the ending that it has behind a number: «منتجا» is «منتج»."""
    bare, ending = _MARKS.sub("", noun), morphology(language).accusative
    return bare.removesuffix(ending) if len(bare) > len(ending) + _SHARED else bare


def _counted(point: Datapoint, words: Vocabulary) -> str | None:
    """The noun that a figure counts: the first word of its measure, or the one after «من»."""
    if point.unit in COUNTED:
        return next(iter(spoken(point, words)), None)
    seen = view(point.anchor.text)
    for match in re.finditer(r"\d", seen.text):
        for token in _WORD.finditer(seen.text, match.end()):
            word = token.group()
            if word not in words.measures and not _NUMBER.fullmatch(word):
                start, end = seen.span(token.start(), token.end())
                return point.anchor.text[start:end]
    return None


def _families(
    figures: Sequence[_Figure], published: Mapping[str, str | None], states: States, language: Language
) -> Iterator[list[_Figure]]:
    """Figures of one thing that differ: the first of each value, in the order of the sources."""
    used: set[int] = set()
    for first, one in enumerate(figures):
        if first in used:
            continue
        family = [one]
        for second in range(first + 1, len(figures)):
            other = figures[second]
            if second not in used and any(
                _clash(member, other, published, language) and states.comparable(member.point, other.point)
                for member in family
            ):
                family.append(other)
                used.add(second)
        if len(family) > 1:
            yield family


def _have_grown(told: Sequence[Datapoint], published: Mapping[str, str | None], language: Language) -> bool:
    """Whether the figure of the latest day, later than all others, is said to have risen or fallen to it."""
    days = sorted((published.get(point.anchor.source) or "", at) for at, point in enumerate(told))
    (before, _), (day, last) = days[-2:]
    sign = cues.expression(language, "disagreement", "revised", "grown")
    return "" < before < day and sign.search(fold(told[last].anchor.text)) is not None


def _clash(one: _Figure, other: _Figure, published: Mapping[str, str | None], language: Language) -> bool:
    """Whether two figures count one thing and differ."""
    mine, theirs = one.point, other.point
    if relation(mine, theirs) is None or mine.anchor == theirs.anchor:
        return False
    if mine.anchor.source == theirs.anchor.source and not two_sides(mine, theirs):
        return False
    if mine.period and theirs.period and mine.period[:4] != theirs.period[:4]:
        return False
    some = not one.toll and (_is_some_of(one, other, language) or _is_some_of(other, one, language))
    if some or _on_other_days(mine, theirs) or _between_others(mine, theirs):
        return False
    if one.toll and not _of_one_strike(one, other, published, language):
        return False
    return _are_lost(one, language) == _are_lost(other, language) and _alike(one, other)


def _is_some_of(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether one figure counts some of what the other counts: «seven of the standards», of twenty."""
    if one.value * _SOME > other.value:
        return False
    text = one.point.anchor.text
    some = cues.expression(language, "disagreement", "some_of", "behind")
    mine = (each for each in quantities.find(text, language) if each.value == one.value)
    return any(some.match(fold(text[each.start :])) for each in mine)


def _are_lost(figure: _Figure, language: Language) -> bool:
    """Whether those who are counted lose their place."""
    words = cues.of(language, "disagreement", "losing", "words")
    return words.search(fold(figure.point.anchor.text)) is not None


def _on_other_days(one: Datapoint, other: Datapoint) -> bool:
    """Whether two figures are each told of a day, and not of one."""
    days = {point.period for point in (one, other) if point.period and len(point.period) == _DAY}
    return bool(one.period and other.period and one.period[:_DAY] != other.period[:_DAY] and len(days) > 1)


def _between_others(one: Datapoint, other: Datapoint) -> bool:
    """Whether two figures each lie between two known parties, and not between the same two."""
    mine, theirs = ({point.subject, point.counterpart} - {None} for point in (one, other))
    return len(mine) == len(theirs) == 2 and mine != theirs


def _of_one_strike(
    one: _Figure, other: _Figure, published: Mapping[str, str | None], language: Language
) -> bool:
    """Whether two tolls are of one day and nothing says that they are of two places."""
    around = (gist(figure.sentence.text, language) for figure in (one, other))
    at_once = of_one_time(one.point, other.point, published) or _of_two_voices(one, other, published)
    return at_once and not diverge(*around)


def _of_two_voices(one: _Figure, other: _Figure, published: Mapping[str, str | None]) -> bool:
    """Whether two parties give a toll on the same day, and no text says that it has grown."""
    days = {published.get(figure.point.anchor.source) for figure in (one, other)}
    return two_sides(one.point, other.point) and len(days) == 1


def _alike(one: _Figure, other: _Figure) -> bool:
    """Whether names and words speak of one thing, and the figures are not too far apart for it."""
    if one.keys and other.keys and not one.keys & other.keys:
        return False
    low, high = sorted((one.value, other.value))
    near = len(one.stems & other.stems)
    if high > low * _FACTOR:
        return two_sides(one.point, other.point) and near >= _SHARED
    return near >= _SHARED or (near >= _SHARED - 1 and low * 2 > high)

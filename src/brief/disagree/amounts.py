"""Amounts, lengths, costs and shares of one thing that differ, by the words around them.

What `counts` and `measured` do not meet: figures without a stated party or period, and shares
told as fractions («قرابة ثلثي الواردات»).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues, measures, quantities
from brief.disagree.owned import owners_fit
from brief.disagree.passages import PERSON, Corpus, Passage, content, diverge, in_order
from brief.disagree.states import States
from brief.disagree.stretches import lie_elsewhere
from brief.disagree.vocabulary import MOST_ITEMS, phrase, told_apart, vague_stems, vocabulary
from brief.extract.datapoints.phrase import TIMES
from brief.gist import nested
from brief.language import Language, fold, table
from brief.measures import Measure
from brief.model import Anchor, Datapoint, Discrepancy, Qualifier
from brief.rivals import COUNTED, high, low, relation, two_sides, worst

_CROWD, _PAIR = 24, 2
_YEAR = len("2030")
_TOLD = 6  # words from which on a passage tells what it speaks of
_FEWEST, _BACK = 3, 3  # words of a clause that need no help, clauses before it that give some
# What two passages must share, the more the further apart their figures are.
_NEARNESS = ((Decimal("1.6"), 3.0), (Decimal(3), 4.5))
_PERCENT, _RISE = "percent", "measure:rise"
# That something rises, or lasts, tells nothing of what it is.
_OF_ANYTHING = (_RISE, "measure:lasting")
_DIMENSION = "measure:"
_SHARED = 2
_RARE, _COMMON, _MEASURE = 1.5, 0.5, 2.5
_WORD = re.compile(r"\w+")


class _Figure(Struct, frozen=True):
    """A figure with its clause and known measure, the words and places around it.

    `change` says that it tells by how much something changed, `of` what a share is of,
    `few` that its clause has too few words, so that those before it are taken in.
    """

    point: Datapoint
    passage: Passage
    measure: Measure | None
    change: bool
    of: frozenset[str]
    few: bool
    stems: frozenset[str]
    names: frozenset[str]


def amounts(points: Sequence[Datapoint], corpus: Corpus, states: States) -> Iterator[Discrepancy]:
    """Each thing that two texts measure differently."""
    figures = [*_measured(points, corpus), *_fractions(corpus)]
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, figure in enumerate(figures):
        for word in {stem for stem in figure.stems if corpus.is_rare(stem)} | figure.names:
            groups[figure.point.unit, word].append(number)
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in sorted({pair for some in groups.values() for pair in combinations(some[:_CROWD], 2)}):
        if _clash(figures[one], figures[other], corpus) and states.comparable(
            figures[one].point, figures[other].point
        ):
            rivals[one].append(other)
    used: set[int] = set()
    for first in sorted(rivals):
        family = [first, *(other for other in rivals[first] if other not in used)][:MOST_ITEMS]
        if first not in used and len(family) > 1:
            used.update(family)
            told = [figures[number].point for number in family]
            what = _what([figures[number] for number in family], corpus.language)
            sides = [_shown(figures[number], corpus) for number in family]
            passages = [figures[one].passage for one in family]
            changed = len(family) == _PAIR and _is_decided(passages, corpus)
            kind = "differ: revision of %(what)s" if changed else "differ: amount of %(what)s"
            # What was decided anew is told no less exactly.
            yield told_apart(corpus.language, kind, what, "conflict" if changed else worst(told), sides)


def _is_decided(passages: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether the later of two passages tells a change that somebody decided: no other account."""
    first, last = sorted(passages, key=lambda passage: corpus.published(passage) or "")
    sign = cues.expression(corpus.language, "disagreement", "revised", "decided")
    later = (corpus.published(last) or "") > (corpus.published(first) or "")
    return later and sign.search(last.folded) is not None


def _shown(figure: _Figure, corpus: Corpus) -> tuple[Anchor, ...]:
    """The passages of a figure; where its clause is the figure alone, with the clause before it."""
    first, *others = figure.point.evidence
    if len(first.text.split()) >= _TOLD:
        return (first, *others)
    before = corpus.back(figure.passage, 1).anchor
    start = min(before.start, first.start)
    return (corpus.documents[figure.passage.document].anchor(start, first.end), *others)


def _what(told: Sequence[_Figure], language: Language) -> str:
    """The measure where it is a known one, else the first words of the passage."""
    label = next((one.point.measure for one in told if one.measure and one.point.measure), None)
    return label or phrase(max((one.point.anchor.text for one in told), key=_words), language)


def _words(text: str) -> int:
    return min(len(text.split()), _TOLD)


def _measured(points: Sequence[Datapoint], corpus: Corpus) -> Iterator[_Figure]:
    words = vocabulary(corpus.language.code)
    for point in points:
        said = [fold(word) for word in _WORD.findall(point.anchor.text)]
        part = bool(said) and said[0] in words.parts
        passage = corpus.at(point.anchor)
        if passage and point.unit not in COUNTED and not part and low(point) > 0:
            rise = point.unit == _PERCENT and _RISE in passage.stems
            yield _figure(point, passage, corpus, change=rise or not words.changes.isdisjoint(said))


def _figure(point: Datapoint, passage: Passage, corpus: Corpus, *, change: bool = False) -> _Figure:
    """A figure with the words of its passage, and of the clauses before it where those are few."""
    anchor = point.anchor
    words = corpus.words(passage.document, anchor)
    few = len(words) < _FEWEST
    if few:
        start = corpus.back(passage, _BACK).anchor.start
        anchor = corpus.documents[passage.document].anchor(min(start, anchor.start), anchor.end)
        words = corpus.words(passage.document, anchor)
    return _Figure(
        point=point,
        passage=passage,
        measure=measures.known_as(point.measure, corpus.language),
        change=change,
        of=_of(point, passage, corpus),
        few=few,
        # «Months» are the unit of both, and no thing that both speak of.
        stems=words - vague_stems(corpus.language) if point.unit in TIMES else words,
        names=_places(passage.document, anchor, corpus),
    )


def _of(point: Datapoint, passage: Passage, corpus: Corpus) -> frozenset[str]:
    """The first word behind a share: what it is a share of."""
    if point.unit != _PERCENT:
        return frozenset()
    text = passage.folded
    told = next((one for one in quantities.find(text, corpus.language) if one.value == point.value), None)
    fraction = cues.of(corpus.language, "disagreement", "fractions", "words").search(text)
    end = told.end if told else fraction.end() if fraction else None
    return frozenset(in_order(text[end:], corpus.language)[:1] if end is not None else [])


def _places(document: int, anchor: Anchor, corpus: Corpus) -> frozenset[str]:
    return frozenset(key for key in corpus.names_at(document, anchor) if not key.startswith(PERSON))


def _fractions(corpus: Corpus) -> Iterator[_Figure]:
    """Shares told in words: a half, a third, two thirds."""
    values = _values(corpus.language)
    pattern = cues.of(corpus.language, "disagreement", "fractions", "words")
    for passage in corpus.cued("fractions", "words"):
        match = pattern.search(passage.folded)
        if (
            match is None
            or _PERCENT in passage.stems
            or _is_of_row(passage.folded[match.end("cue") :], corpus.language)
            or _is_figurative(passage.folded[match.end("cue") :], corpus.language)
        ):
            continue
        point = Datapoint(
            id="",
            measure=None,
            subject=None,
            counterpart=None,
            value=values[match["cue"]],
            low=None,
            high=None,
            unit=_PERCENT,
            qualifier=Qualifier.APPROX,
            period=None,
            evidence=(passage.anchor,),
        )
        yield _figure(point, passage, corpus)


def _is_of_row(behind: str, language: Language) -> bool:
    """Whether a fraction is one of a row: «the first quarter» is a time."""
    following = _WORD.findall(behind)[:1]
    return not _ordinals(language).isdisjoint(following)


def _is_figurative(behind: str, language: Language) -> bool:
    """Whether a fraction is of words or of a way: «half of the truth» measures nothing."""
    return cues.of(language, "disagreement", "fractions", "figurative").match(behind.lstrip()) is not None


@cache
def _ordinals(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "disagreement")["rows"]["ordinals"]))


@cache
def _values(language: Language) -> dict[str, Decimal]:
    listed = table(language.code, "disagreement")["fractions"]["percent"]
    return {fold(word): Decimal(str(value)) for word, value in listed.items()}


def _clash(one: _Figure, other: _Figure, corpus: Corpus) -> bool:
    """Whether two figures of two texts, or of two sides, differ and speak of one thing."""
    mine, theirs = one.point, other.point
    if relation(mine, theirs) is None:
        return False
    alone = one.few or other.few or not two_sides(mine, theirs)
    if one.passage.document == other.passage.document and alone:
        return False
    if not all(fit(one, other) for fit in (_periods_fit, _measures_fit, _places_fit, _shares_fit)):
        return False
    owned = owners_fit(mine, theirs, corpus.language)
    if not owned or _is_regained(one, other, corpus.language) or lie_elsewhere(mine, theirs, corpus.language):
        return False
    ratio = max(high(mine), high(theirs)) / min(low(mine), low(theirs))
    needed = next((least for most, least in _NEARNESS if ratio <= most), None)
    if needed is None or _alike(one, other, corpus) < needed:
        return False
    return not diverge(mine.anchor.text, theirs.anchor.text, corpus.language)


def _is_regained(one: _Figure, other: _Figure, language: Language) -> bool:
    """Whether one passage tells what was lost and the other how much was got back."""
    regained, lost = (
        cues.expression(language, "disagreement", "revised", key) for key in ("regained", "lost")
    )
    texts = (fold(one.point.anchor.text), fold(other.point.anchor.text))
    return any(
        regained.search(mine) is not None
        and regained.search(theirs) is None
        and lost.search(theirs) is not None
        for mine, theirs in (texts, texts[::-1])
    )


def _periods_fit(one: _Figure, other: _Figure) -> bool:
    """Whether two figures may be of one year, and both are told, both aimed at or both changes."""
    mine, theirs = one.point, other.point
    if one.change is not other.change or _is_aim(mine) is not _is_aim(theirs):
        return False
    return not mine.period or not theirs.period or mine.period[:_YEAR] == theirs.period[:_YEAR]


def _shares_fit(one: _Figure, other: _Figure) -> bool:
    """Whether two shares may be of one thing: what they are of is named alike, or much else is."""
    mine, theirs = one.point, other.point
    if mine.unit != _PERCENT or one.of & other.of or (mine.measure and mine.measure == theirs.measure):
        return True
    if one.of and other.of and (one.few or other.few):  # the words in common are not beside the shares
        return False
    return len(one.stems & other.stems) + len(one.names & other.names) > _SHARED


def _places_fit(one: _Figure, other: _Figure) -> bool:
    """Whether two passages may speak of one party; shares are of all the places that are named."""
    mine, theirs = one.point.subject, other.point.subject
    if mine and theirs and mine != theirs:
        return False
    if not one.names or not other.names:
        return True
    if one.point.unit == _PERCENT:
        return nested(one.names, other.names)
    return bool(one.names & other.names)


def _is_aim(point: Datapoint) -> bool:
    """Whether a figure is set or foreseen for a year that is named."""
    return point.qualifier is Qualifier.FORECAST and len(point.period or "") == _YEAR


def _measures_fit(one: _Figure, other: _Figure) -> bool:
    """Whether the measures of two figures may be one; of one of a state's the party must be known."""
    known = [figure.measure for figure in (one, other) if figure.measure]
    if len(known) > 1 and known[0] != known[1]:
        return False
    if any(measure.national or measure.bilateral for measure in known):
        return one.point.subject is not None and one.point.subject == other.point.subject
    return True


def _alike(one: _Figure, other: _Figure, corpus: Corpus) -> float:
    """How much two passages share; nothing where it is one word, or few and only one names a party."""
    shared = one.stems & other.stems
    least = _SHARED + (bool(one.names) is not bool(other.names)) - bool(one.names & other.names)
    kind = any(stem.startswith(_DIMENSION) and stem not in _OF_ANYTHING for stem in shared)
    same = (one.measure is not None and one.measure == other.measure) or kind
    rare = sum(map(corpus.is_rare, shared))
    if len(shared) < least or ((one.few or other.few) and not same and rare <= _SHARED):
        return 0
    alike = _RARE * rare + _COMMON * (len(shared) - rare) + len(one.names & other.names)
    alike += _RARE * bool(one.of & other.of)
    return alike + _MEASURE * same + _of_whom(one, other, corpus)


def _of_whom(one: _Figure, other: _Figure, corpus: Corpus) -> int:
    """How much of the party and the name of the measure is the same in both."""
    mine, theirs = one.point, other.point
    labels = (content(point.measure or "", corpus.language) for point in (mine, theirs))
    return (mine.subject is not None and mine.subject == theirs.subject) + bool(
        frozenset.intersection(*labels)
    )

"""Figures of all documents -> each figure once, with every passage that tells it.

The same number is not the same figure: two passages tell one figure where nothing that is
known of both differs and their words speak of one thing, the more of them the rounder the
number. Precision comes before recall, as in `merge`. Figures meet through an index of their
values and stems, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from msgspec import Struct, structs

from brief import measures
from brief.gist import diverge, gist, nested, sentence_of
from brief.language import Language
from brief.measures import Catalogue, Kind, Measure
from brief.model import Anchor, Certainty, Datapoint, Evidence, Qualifier
from brief.rivals import COUNTED

# What a source adds without changing the value; with any other word it is another figure.
_COLOURS = frozenset({None, Qualifier.APPROX, Qualifier.ONLY, Qualifier.RECORD})
# A stem that more figures of one value share brings no pairs.
_CROWD = 24
_EXACT, _PLAIN = 3, 2  # digits that make a number rare, or at least not round
# What two passages must share, by those digits; counts of people and things are the least telling.
_SHARED_EXACT, _SHARED_PLAIN, _SHARED_ROUND, _SHARED_COUNT = 1, 2, 3, 3
_HALF = 0.5


class _Told(Struct, frozen=True):
    """A figure with its known measure, how it tells it and the sentence that it stands in."""

    point: Datapoint
    measure: Measure | None
    kind: Kind
    sentence: Anchor
    order: int


def united(evidence: Sequence[Evidence], language: Language) -> tuple[Datapoint, ...]:
    """The figures of all documents in their order, each once.

    A figure is told by the first of its passages; who and when are taken from the others where
    that one leaves them out. Which figures are one does not depend on the order of the documents.
    """
    told = list(_told(evidence, language))
    groups: defaultdict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for one in told:
        groups[_value(one.point)].append(one)
    whole = [family for group in groups.values() for family in _families(group, language)]
    return tuple(_one(family) for family in sorted(whole, key=lambda family: family[0].order))


def _told(evidence: Sequence[Evidence], language: Language) -> Iterator[_Told]:
    known = measures.lexicon(language)
    order = 0
    for each in evidence:
        for point in each.datapoints:
            measure = measures.known_as(point.measure, language)
            kind = _kind(point.measure or "", known)
            yield _Told(point, measure, kind, sentence_of(each.document, point.anchor), order)
            order += 1


def _kind(label: str, known: Catalogue) -> Kind:
    """How a figure tells its measure, by the form of its name."""
    for kind, template in known.templates.items():
        before, _, after = template.partition("%s")
        if label.startswith(before) and label.endswith(after):
            return Kind(kind)
    return Kind.LEVEL


def _value(point: Datapoint) -> tuple[object, ...]:
    """What must be equal: a forecast is no fact, a bound no value, a denial no claim."""
    word = None if point.qualifier in _COLOURS else point.qualifier
    denied = point.certainty is Certainty.DENIED
    return point.unit, point.value, point.low, point.high, word, denied


def _one(family: Sequence[_Told]) -> Datapoint:
    """The figure of a family: that of its first passage, completed from the others."""
    points = [one.point for one in family]
    if len(points) == 1:
        return points[0]
    return structs.replace(
        points[0],
        **_sides(points),
        period=_first(point.period for point in points),
        evidence=tuple(dict.fromkeys(anchor for point in points for anchor in point.evidence)),
    )


def _sides(points: Sequence[Datapoint]) -> dict[str, str | None]:
    """Whose figure it is, by the passage that names most of it."""
    best = max(points, key=lambda point: sum(1 for side in (point.subject, point.counterpart) if side))
    return {"subject": best.subject, "counterpart": best.counterpart}


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


# Which figures of one value are one -----------------------------------------------------


def _families(group: Sequence[_Told], language: Language) -> Iterator[list[_Told]]:
    """Figures of one value that are one, in order.

    Where a chain of them holds two that differ, the passages that leave something out are not
    ascribed to either, and only those that say the same of everything stay together.
    """
    if len(group) == 1:
        yield [group[0]]
        return
    pairs = [pair for pair in _meeting(group, language) if _same(*pair, language)]
    for chain in _chains(group, pairs):
        if _agree(chain):
            yield chain
        else:
            inside = {one.order for one in chain}
            close = [pair for pair in pairs if pair[0].order in inside and _equally_told(*pair)]
            for family in _chains(chain, close):
                yield from [family] if _agree(family) else [[one] for one in family]


def _meeting(group: Sequence[_Told], language: Language) -> list[tuple[_Told, _Told]]:
    """The pairs that share all that is known of them, or a stem or name that not too many share."""
    holders: defaultdict[object, list[_Told]] = defaultdict(list)
    for one in group:
        holders[_key(one)].append(one)
    pairs = {(a.order, b.order): (a, b) for told in holders.values() for a, b in pairwise(told)}
    rare: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in group:
        about = gist(one.point.anchor.text, language)
        for word in about.stems | about.names | _parties(one.point):
            rare[word].append(one)
    for told in rare.values():
        if len(told) <= _CROWD:
            pairs.update({(a.order, b.order): (a, b) for a, b in combinations(told, 2)})
    return [pair for _, pair in sorted(pairs.items(), key=lambda entry: entry[0])]


def _key(one: _Told) -> object:
    """All that is known of a figure; alone where that is too little to tell it from others.

    Two states have one trade and a state one inflation in a year, but many deals and many dead.
    """
    point = one.point
    if one.measure is None or point.subject is None or point.period is None:
        return one.order
    if point.unit in COUNTED or not (one.measure.bilateral or one.measure.national):
        return one.order
    return point.measure, _parties(point), point.period


def _chains(group: Sequence[_Told], pairs: Iterable[tuple[_Told, _Told]]) -> list[list[_Told]]:
    """The figures that pairs join, directly or through others."""
    root = {one.order: one.order for one in group}

    def find(order: int) -> int:
        while root[order] != order:
            root[order] = root[root[order]]
            order = root[order]
        return order

    for one, other in pairs:
        first, second = sorted((find(one.order), find(other.order)))
        root[second] = first
    chains: defaultdict[int, list[_Told]] = defaultdict(list)
    for one in group:
        chains[find(one.order)].append(one)
    return list(chains.values())


def _agree(chain: Sequence[_Told]) -> bool:
    """Whether no two of some figures differ in what is known of them."""
    if len({one.sentence for one in chain}) < len(chain):
        return False
    periods = {one.point.period for one in chain} - {None}
    return len(periods) < 2 and all(_fit(one, other) for one, other in combinations(_kinds(chain), 2))


def _kinds(chain: Sequence[_Told]) -> list[_Told]:
    """One figure for each measure with its parties: the others of a long chain say nothing new."""
    seen = {(one.point.measure, one.point.subject, one.point.counterpart): one for one in chain}
    return list(seen.values())


def _equally_told(one: _Told, other: _Told) -> bool:
    same = one.point.period == other.point.period and one.measure == other.measure
    return same and _parties(one.point) == _parties(other.point)


def _parties(point: Datapoint) -> frozenset[str]:
    return frozenset(filter(None, (point.subject, point.counterpart)))


# Whether two figures of one value are one -------------------------------------------------


def _same(one: _Told, other: _Told, language: Language) -> bool:
    if one.sentence == other.sentence or not _fit(one, other):
        return False
    mine, theirs = one.point.period, other.point.period
    if mine and theirs and mine != theirs:
        return False
    return _key(one) == _key(other) or _one_thing(one, other, language)


def _fit(one: _Told, other: _Told) -> bool:
    """Whether measure and parties may be the same, each where both are known."""
    if one.kind != other.kind or (one.measure and other.measure and not _measures_fit(one, other)):
        return False
    mine, theirs = one.point, other.point
    if one.measure and one.measure.bilateral and other.measure:
        return nested(_parties(mine), _parties(theirs))
    sides = ((mine.subject, theirs.subject), (mine.counterpart, theirs.counterpart))
    return all(a == b or not a or not b for a, b in sides)


def _measures_fit(one: _Told, other: _Told) -> bool:
    """Whether two known measures are one, of the same goods where both name them."""
    if one.measure is None or one.measure != other.measure:
        return False
    return one.point.measure == other.point.measure or one.measure.label in (
        one.point.measure,
        other.point.measure,
    )


def _one_thing(one: _Told, other: _Told, language: Language) -> bool:
    """Whether two passages speak of one thing, the surer the rounder their number is."""
    mine, theirs = (gist(told.point.anchor.text, language) for told in (one, other))
    if mine.names and theirs.names and not mine.names & theirs.names:
        return False
    digits, words = _digits(one.point), len(mine.stems & theirs.stems)
    shared = words + len(mine.names & theirs.names) + _known_alike(one, other)
    if digits >= _EXACT:
        return shared >= _SHARED_EXACT
    if one.point.unit in COUNTED:
        around = (gist(told.sentence.text, language) for told in (one, other))
        return words >= _SHARED_COUNT + (digits < _PLAIN) and not diverge(*around)
    if diverge(mine, theirs):
        return False
    if digits >= _PLAIN:
        return shared >= _SHARED_PLAIN
    half = _HALF * min(len(mine.stems), len(theirs.stems))
    return words > _SHARED_ROUND or (words == _SHARED_ROUND and words >= half)


def _known_alike(one: _Told, other: _Told) -> int:
    """What of measure and parties is known and the same in both."""
    measured = one.measure is not None and one.point.measure == other.point.measure
    return int(measured) + len(_parties(one.point) & _parties(other.point))


def _digits(point: Datapoint) -> int:
    """How many digits of a figure tell something: 1.24 billion has three, 300 has one."""
    ends = [end for end in (point.value, point.low, point.high) if end is not None]
    return sum(len(Decimal(end).normalize().as_tuple().digits) for end in ends)

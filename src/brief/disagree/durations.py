"""How long one strike, session or truce lasted, told otherwise elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues, periods, quantities
from brief.disagree.passages import Corpus, Passage, happenings, in_order, kind_of
from brief.disagree.vocabulary import MOST_ITEMS, Kind, phrase, told_apart
from brief.gist import nested
from brief.language import Language, table
from brief.model import Discrepancy
from brief.quantities import Quantity

_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_DAY = len("2024-06-20")
_NEAR = 14  # characters before a span of time in which a word turns it to something else
_REACH = 40  # characters between «lasted» and the span
_FACTOR = 3
_ROUNDED = 1.25  # two units may tell one length so far apart
_BESIDE = 1  # words between what lasts and how long
_SHARED = 3


class _Lasted(Struct, frozen=True):
    """A clause with how many hours something lasted; `least` where it had lasted so long by then."""

    passage: Passage
    kinds: frozenset[str]
    hours: int
    unit: str
    least: bool


def durations(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each thing that lasts, with the lengths that are told of it."""
    orders = {order for kind in _kinds(corpus.language) for order in corpus.holders.get(kind, ())}
    told = [one for order in sorted(orders) for one in _lasted(corpus.passages[order], corpus)]
    for kind in sorted({kind for one in told for kind in one.kinds}):
        family: list[_Lasted] = []
        for one, other in combinations([one for one in told if kind in one.kinds], 2):
            if _differ(one, other, kind, corpus):
                family += [each for each in (one, other) if each not in family]
        if family:
            passages = [(one.passage.anchor,) for one in family[:MOST_ITEMS]]
            what = phrase(family[0].passage.text, corpus.language)
            yield told_apart(corpus.language, "differ: length of %(what)s", what, _kind(family), passages)


def _kind(family: list[_Lasted]) -> Kind:
    low, *_, high = sorted(one.hours for one in family)
    return "precision" if high <= low * _ROUNDED else "conflict"


def _lasted(passage: Passage, corpus: Corpus) -> Iterator[_Lasted]:
    kinds = happenings(passage) & _kinds(corpus.language)
    if not kinds:
        return
    for figure in quantities.find(passage.text, corpus.language):
        if figure.value and figure.unit in _HOURS and _is_length(figure, passage, corpus.language):
            yield _Lasted(passage, kinds, int(figure.value * _HOURS[figure.unit]), figure.unit, least=False)
        elif figure.value and figure.unit == "ordinal" and _is_day(figure, passage, corpus.language):
            yield _Lasted(passage, kinds, int(figure.value) * _HOURS["day"], "day", least=True)
    for mention in periods.find(passage.text, corpus.language, corpus.published(passage)):
        last = mention.last or ""
        if len(mention.first) == len(last) == _DAY:
            days = (date.fromisoformat(last) - date.fromisoformat(mention.first)).days + 1
            yield _Lasted(passage, kinds, days * _HOURS["day"], "day", least=False)


def _is_length(figure: Quantity, passage: Passage, language: Language) -> bool:
    """Whether a span of time is how long the happening lasted, not how long ago it was."""
    place = passage.seen.position(figure.start)
    before = passage.folded[:place]
    turned = cues.of(language, "disagreement", "durations", "not_lasted").search(before, place - _NEAR)
    lasted = cues.of(language, "disagreement", "durations", "lasted").search(before, max(0, place - _REACH))
    words = in_order(" ".join(before.split()[-_BESIDE - 1 :]), language)
    beside = not _kinds(language).isdisjoint(words)
    return turned is None and (lasted is not None or beside)


def _is_day(figure: Quantity, passage: Passage, language: Language) -> bool:
    place = passage.seen.position(figure.start)
    pattern = cues.of(language, "disagreement", "durations", "ordinal")
    return pattern.search(passage.folded, max(0, place - _NEAR), place) is not None


@cache
def _kinds(language: Language) -> frozenset[str]:
    return frozenset(map(kind_of, table(language.code, "disagreement")["durations"]["kinds"]))


def _differ(one: _Lasted, other: _Lasted, kind: str, corpus: Corpus) -> bool:
    """Whether two lengths are of one happening and cannot both be told of it."""
    low, high = sorted((one.hours, other.hours))
    if low == high or (one.least and other.least) or one.passage.order == other.passage.order:
        return False
    least = next((each for each in (one, other) if each.least), None)
    if least and least.hours < high:
        return False
    mine, theirs = one.passage, other.passage
    if mine.document == theirs.document:
        return least is not None
    near = one.unit != other.unit and high <= low * _ROUNDED
    if high > low * _FACTOR or near or not corpus.agree(mine, theirs):
        return False
    places = [corpus.names(passage) for passage in (mine, theirs)]
    if all(places) and not nested(*places):
        return False
    main = kind in corpus.opening(mine.document) & corpus.opening(theirs.document)
    return main or len(mine.stems & theirs.stems) >= _SHARED

"""Evidence of all documents -> what they tell differently, set side by side.

Only rules that were precise: counts and amounts of one thing, dates of one event, spans of
years that cannot be, a bound and an approximation on one figure, «last year» read from
texts of different years. Passages meet through an index of head nouns, never all with all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Literal

from msgspec import Struct

from brief import names, periods
from brief.language import Language, fold, table, view
from brief.messages import catalogue
from brief.model import Account, Anchor, Datapoint, Discrepancy, Document, Event, Evidence
from brief.morphology import morphology
from brief.similarity import stem

Kind = Literal["conflict", "precision", "typo"]

_COUNTED = frozenset({"count", "persons"})
_AMOUNTS = frozenset({"usd", "eur", "tonne", "bcm", "bcm_per_year", "barrel_per_day", "km"})
_SHARED = 3
_FACTOR = Decimal(3)
_MOST_APART = 3
_MOST_ITEMS = 4
_CROWD = 24
_PERSON = "person:"
_DAY = len("2024-06-20")
_MONTH = len("2024-06")
_WORD = re.compile(r"\w+")
_SHORTEST = 4
_NUMBER = re.compile(r"[\d.,\u066b\u066c]+")


class _Words(Struct, frozen=True):
    measures: frozenset[str]
    small: frozenset[str]
    vague: frozenset[str]
    longest: dict[str, int]
    imprecise: re.Pattern[str]
    relative: re.Pattern[str]
    arrivals: frozenset[str]


class _Figure(Struct, frozen=True):
    """A figure with the thing it counts and the words and names around it."""

    datapoint: Datapoint
    value: Decimal
    head: str
    noun: str
    stems: frozenset[str]
    keys: frozenset[str]


class _Dated(Struct, frozen=True):
    """An event with its time as text, its nouns and the names in it."""

    event: Event
    anchor: Anchor
    keys: frozenset[str]


def discrepancies(evidences: tuple[Evidence, ...], language: Language) -> tuple[Discrepancy, ...]:
    """What the documents say differently; each has two or more passages, or one that errs.

    The order is that of the rules, then of the documents; nothing is judged right or wrong.
    """
    words = _words(language.code)
    rules: tuple[Callable[[], Iterator[Discrepancy]], ...] = (
        lambda: _figures(evidences, words, language),
        lambda: _dates(evidences, words, language),
        lambda: _long_terms(evidences, words, language),
        lambda: _imprecise(evidences, words, language),
        lambda: _relative_years(evidences, words, language),
    )
    return tuple(_unique([one for rule in rules for one in rule()]))


def _unique(found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Each set of passages once."""
    seen: set[frozenset[Anchor]] = set()
    for one in found:
        passages = frozenset(anchor for item in one.items for anchor in item.evidence)
        if passages not in seen:
            seen.add(passages)
            yield one


@cache
def _words(code: str) -> _Words:
    data = table(code, "disagreement")

    def either(key: str) -> str:
        return "|".join(sorted(map(fold, data["words"][key]), key=len, reverse=True))

    return _Words(
        measures=frozenset(map(fold, data["measures"])),
        small=frozenset(map(fold, [*data["measures"], *table(code, "polarity")["function_words"]])),
        vague=frozenset(map(fold, data["vague"])),
        longest={fold(noun): years for noun, years in data["longest_years"].items()},
        imprecise=re.compile(
            rf"\b(?:{either('bounds')})\s+(?:[^\s،.]+\s+){{1,5}}?(?:{either('approximate')})\b"
        ),
        relative=re.compile(rf"\b(?:{either('relative_years')})\b"),
        arrivals=frozenset(map(fold, data["words"]["arrivals"])),
    )


def _difference(
    language: Language, template: str, what: str, kind: Kind, anchors: Sequence[Anchor]
) -> Discrepancy:
    topic = catalogue(language.code).gettext(template) % {"what": what}
    return Discrepancy(
        topic=topic, kind=kind, items=tuple(Account(anchor.text, (anchor,)) for anchor in anchors)
    )


# Counts and amounts of one thing -------------------------------------------------------


def _figures(evidences: Sequence[Evidence], words: _Words, language: Language) -> Iterator[Discrepancy]:
    groups: dict[tuple[str, str], list[_Figure]] = defaultdict(list)
    for evidence in evidences:
        for datapoint in evidence.datapoints:
            figure = _figure(datapoint, words, language)
            if figure:
                groups[(datapoint.unit, figure.head)].append(figure)
    for (unit, _), figures in groups.items():
        template = "differ: number of %(what)s" if unit in _COUNTED else "differ: amount of %(what)s"
        for family in _families(figures[:_CROWD]):
            anchors = [figure.datapoint.anchor for figure in family[:_MOST_ITEMS]]
            yield _difference(language, template, family[0].noun, "conflict", anchors)


def _figure(datapoint: Datapoint, words: _Words, language: Language) -> _Figure | None:
    value = datapoint.value
    if value is None or value <= 1 or datapoint.unit not in _COUNTED | _AMOUNTS:
        return None
    noun = _counted(datapoint, words)
    if noun is None or fold(noun) in words.vague:
        return None
    text = datapoint.anchor.text
    return _Figure(
        datapoint=datapoint,
        value=value,
        head=_stem(noun, language),
        noun=noun,
        stems=frozenset(_telling(text, words, language)),
        keys=frozenset(name.key for name in names.find(text, language)),
    )


def _stem(noun: str, language: Language) -> str:
    """The stem of a counted noun, its accusative ending («اتفاقًا») taken off too."""
    folded = fold(noun)
    ends = folded.endswith(morphology(language).accusative) and len(folded) > _SHORTEST
    return stem(folded[:-1] if ends else folded, language)


def _telling(text: str, words: _Words, language: Language) -> Iterator[str]:
    """The stems of the words that bear meaning: no numbers, measures or small words."""
    for word in _WORD.findall(text):
        one = fold(word)
        if len(one) >= _SHORTEST - 1 and one not in words.small and not one[0].isdigit():
            yield _stem(word, language)


def _counted(datapoint: Datapoint, words: _Words) -> str | None:
    """The noun that a figure counts: the first word of its measure, or the one after «من»."""
    if datapoint.unit in _COUNTED:
        spoken = _WORD.findall(datapoint.measure or "")
        return spoken[0] if spoken else None
    seen = view(datapoint.anchor.text)
    for match in re.finditer(r"\d", seen.text):
        for token in _WORD.finditer(seen.text, match.end()):
            word = token.group()
            if word not in words.measures and not _NUMBER.fullmatch(word):
                start, end = seen.span(token.start(), token.end())
                return datapoint.anchor.text[start:end]
    return None


def _families(figures: Sequence[_Figure]) -> Iterator[list[_Figure]]:
    """Figures of one thing that differ: the first of each value, in the order of the sources."""
    used: set[int] = set()
    for first, one in enumerate(figures):
        if first in used:
            continue
        family = [one]
        for second in range(first + 1, len(figures)):
            if second not in used and any(_clash(member, figures[second]) for member in family):
                family.append(figures[second])
                used.add(second)
        if len(family) > 1:
            yield family


def _clash(one: _Figure, other: _Figure) -> bool:
    """Whether two figures count one thing and differ."""
    low, high = sorted((one.value, other.value))
    if low == high or high > low * _FACTOR or one.datapoint.anchor == other.datapoint.anchor:
        return False
    if (
        one.datapoint.period
        and other.datapoint.period
        and one.datapoint.period[:4] != other.datapoint.period[:4]
    ):
        return False
    if one.datapoint.anchor.source == other.datapoint.anchor.source:
        return False
    if one.keys and other.keys and not one.keys & other.keys:
        return False
    near = len(one.stems & other.stems)
    return near >= _SHARED or (near >= _SHARED - 1 and low * 2 > high)


# Dates of one event --------------------------------------------------------------------


def _dates(evidences: Sequence[Evidence], words: _Words, language: Language) -> Iterator[Discrepancy]:
    """One person's arrival in one country, on days that differ from text to text."""
    arrivals: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for evidence in evidences:
        for dated in _arrivals(evidence, words, language):
            for person, place in _stays(dated.keys):
                arrivals[person, place].append(dated)
    for (_, place), many in sorted(arrivals.items()):
        for one, other in combinations(many[:_CROWD], 2):
            if _differ_by_days(one, other):
                label = names.canonical(place, language)
                yield _difference(
                    language, "differ: date of %(what)s", label, "precision", (one.anchor, other.anchor)
                )


def _arrivals(evidence: Evidence, words: _Words, language: Language) -> Iterator[_Dated]:
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


def _is_arrival(text: str, words: _Words) -> bool:
    return any(word in words.arrivals or word[1:] in words.arrivals for word in _WORD.findall(fold(text)))


def _differ_by_days(one: _Dated, other: _Dated) -> bool:
    if one.anchor.source == other.anchor.source or one.event.start[:_MONTH] != other.event.start[:_MONTH]:
        return False
    return 0 < abs(int(one.event.start[-2:]) - int(other.event.start[-2:])) <= _MOST_APART


# What cannot be as it stands -----------------------------------------------------------


def _long_terms(evidences: Sequence[Evidence], words: _Words, language: Language) -> Iterator[Discrepancy]:
    """Years of a term that no term lasts, or that run backwards."""
    for evidence in evidences:
        document = evidence.document
        for sentence in document.sentences:
            text = sentence.anchor.text
            for mention in periods.find(text, language, document.published):
                found = _too_long(text, mention, words)
                if found:
                    start, noun = found
                    anchor = _passage(document, sentence.anchor, start, mention.end)
                    yield _difference(language, "differ: years of %(what)s", noun, "typo", (anchor,))


def _too_long(text: str, mention: periods.Mention, words: _Words) -> tuple[int, str] | None:
    """Where the noun of a term begins whose years are too many, with the noun."""
    if not mention.last or mention.relative:
        return None
    years = int(mention.last[:4]) - int(mention.first[:4])
    seen = view(text)
    before = seen.text[: seen.position(mention.start)]
    for match in reversed(list(_WORD.finditer(before))[-12:]):
        longest = words.longest.get(match.group())
        if longest and not 0 <= years <= longest:
            start, end = seen.span(match.start(), match.end())
            return start, text[start:end]
    return None


def _passage(document: Document, sentence: Anchor, start: int, end: int) -> Anchor:
    """From `start` of a sentence to `end`, a closing bracket included."""
    while end < len(sentence.text) and sentence.text[end] in ")]":
        end += 1
    return document.anchor(sentence.start + start, sentence.start + end)


def _imprecise(evidences: Sequence[Evidence], words: _Words, language: Language) -> Iterator[Discrepancy]:
    """«أكثر من … تقريبا»: one figure both bounded and approximate."""
    for evidence in evidences:
        for sentence in evidence.document.sentences:
            seen = view(sentence.anchor.text)
            for match in words.imprecise.finditer(seen.text):
                start, end = seen.span(match.start(), match.end())
                anchor = _passage(
                    evidence.document, sentence.anchor, start, periods.word_end(sentence.anchor.text, end)
                )
                yield _difference(
                    language, "differ: wording of %(what)s", anchor.text, "precision", (anchor,)
                )


# «Last year» in texts of different years -----------------------------------------------


def _relative_years(
    evidences: Sequence[Evidence], words: _Words, language: Language
) -> Iterator[Discrepancy]:
    """One relative year beside figures of one unit that means another year in another text."""
    groups: dict[tuple[str, str], dict[str, tuple[str, Anchor]]] = defaultdict(dict)
    for evidence in evidences:
        for datapoint in evidence.datapoints:
            match = words.relative.search(fold(datapoint.anchor.text))
            if match and datapoint.period:
                group = groups[(match.group(), datapoint.unit)]
                group.setdefault(evidence.document.id, (datapoint.period[:4], datapoint.anchor))
    for group in groups.values():
        if len({year for year, _ in group.values()}) > 1:
            anchors = [anchor for _, anchor in list(group.values())[:_MOST_ITEMS]]
            said = words.relative.search(view(anchors[0].text).text)
            if said:
                start, end = view(anchors[0].text).span(said.start(), said.end())
                what = anchors[0].text[start:end]
                yield _difference(language, "differ: year meant by %(what)s", what, "precision", anchors)

"""A change told in percent that the two figures it is a change of do not make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import permutations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import Kind, phrase, told_apart
from brief.language import Language, fold, table
from brief.model import Datapoint, Discrepancy, Qualifier

_HUNDRED = Decimal(100)
_CROWD = 24
_PERCENT = "percent"
_EXACT, _ROUGH = Decimal("1.0"), Decimal("0.1")


class _Change(Struct, frozen=True):
    """Two figures of one thing in one sentence, the first and the last, and the change they make."""

    passage: Passage
    first: Decimal
    last: Decimal
    percent: Decimal
    unit: str

    @property
    def falls(self) -> bool:
        """Whether the last of the two is the smaller."""
        return self.last < self.first


class _Sentence(Struct, frozen=True):
    """The figures of a sentence with their clauses."""

    figures: tuple[tuple[Passage, Datapoint], ...]

    def of(self, unit: str) -> list[Decimal]:
        """The values in a unit, in order."""
        return [point.value for _, point in self.figures if point.unit == unit and point.value is not None]

    def makes(self, percent: Decimal) -> bool:
        """Whether two of its own figures make a change in percent: it is of them that it tells."""
        values = [(point.unit, point.value) for _, point in self.figures if point.unit != _PERCENT]
        pairs = ((a, b) for (unit, a), (same, b) in permutations(values, 2) if unit == same and a and b)
        return any(abs(abs(b - a) / a * _HUNDRED - percent) <= _EXACT for a, b in pairs)


def arithmetic(points: Sequence[Datapoint], corpus: Corpus) -> Iterator[Discrepancy]:
    """Each change in percent that differs from the one that its two figures make."""
    sentences = _sentences(points, corpus)
    holders: defaultdict[tuple[str, Decimal], list[_Sentence]] = defaultdict(list)
    for sentence in sentences:
        for _, point in sentence.figures:
            if point.value is not None:
                holders[point.unit, point.value].append(sentence)
    for sentence in sentences:
        for change in _changes(sentence, corpus):
            near = [*holders[change.unit, change.first], *holders[change.unit, change.last]]
            found = next((one for other in near[:_CROWD] for one in _wrong(change, other, corpus)), None)
            if found:
                passage, kind = found
                apart = passage.order != change.passage.order
                sides = [(change.passage.anchor,), *([(passage.anchor,)] if apart else [])]
                what = phrase(change.passage.text, corpus.language)
                yield told_apart(corpus.language, "differ: change of %(what)s", what, kind, sides)


def _sentences(points: Sequence[Datapoint], corpus: Corpus) -> list[_Sentence]:
    found: defaultdict[tuple[int, int], list[tuple[Passage, Datapoint]]] = defaultdict(list)
    for point in points:
        for anchor in point.evidence:
            passage = corpus.at(anchor)
            if passage and point.value:
                found[passage.document, passage.sentence].append((passage, point))
    return [_Sentence(tuple(figures)) for _, figures in sorted(found.items(), key=lambda entry: entry[0])]


def _changes(sentence: _Sentence, corpus: Corpus) -> Iterator[_Change]:
    """The change of two figures of one clause that «instead of» or «from … to» makes one of the other."""
    for passage, point in sentence.figures[:1]:
        values = sentence.of(point.unit) if point.unit != _PERCENT else []
        text = passage.folded
        back = cues.of(corpus.language, "disagreement", "change", "back").search(text)
        onward = _onward(corpus.language).search(text)
        if len(values) == 2 and values[0] != values[1] and (back or onward):
            first, last = reversed(values) if back else values
            yield _Change(passage, first, last, abs(last - first) / first * _HUNDRED, point.unit)


@cache
def _onward(language: Language) -> re.Pattern[str]:
    """«From» a number «to» a number, in one clause."""
    words = table(language.code, "disagreement")["change"]
    from_, to = ("|".join(map(fold, words[key])) for key in ("from", "to"))
    return re.compile(rf"(?<!\w)(?:{from_})\s[^\d]*\d[^،]*\s(?:{to})\s[^\d]*\d")


def _wrong(change: _Change, sentence: _Sentence, corpus: Corpus) -> Iterator[tuple[Passage, Kind]]:
    """The clauses of a sentence that tell the change, and tell it wrong or less exactly."""
    if not {change.first, change.last} & set(sentence.of(change.unit)):
        return
    pattern = cues.of(corpus.language, "disagreement", "change", "told")
    turned = cues.of(corpus.language, "disagreement", "states", "rises" if change.falls else "falls")
    for passage, point in sentence.figures:
        if point.unit != _PERCENT or point.value is None or not pattern.search(passage.folded):
            continue
        if turned.search(passage.folded) or sentence.makes(point.value):
            continue
        apart = abs(point.value - change.percent)
        if apart > max(_EXACT, _ROUGH * change.percent):
            yield passage, "conflict"
        elif apart > _EXACT and point.qualifier in {None, Qualifier.APPROX}:
            yield passage, "precision"

"""In what state a figure tells its thing: as it was before a change, as somebody wants it, as it is.

A demand, an offer and an outcome are states of one quantity, a price before its rise and after it
too: only figures of one state can disagree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

from brief import cues, quantities
from brief.disagree.passages import Corpus, content
from brief.disagree.vocabulary import YEAR, vocabulary
from brief.language import Language, fold, table, view
from brief.model import Anchor, Certainty, Datapoint, Qualifier
from brief.morphology import morphology
from brief.rivals import COUNTED, low, relation

State = Literal["was", "is", "wanted", "more", "expected", "limit"]

_PRICE, _COST = "measure:price", "measure:cost"
_NEAR = 12  # characters between a word of a state and its figure
_SHARED = 2
_ONE_ISSUE = 1  # days within which two texts tell of one day of a market
_DIGITS = len("2030")
_FIGURE = re.compile(r"(?<![\d.,])\d+(?![\d.,]*\d)")
_BEHIND = 30  # characters behind «signed» in which its year stands


class States:
    """The states of the figures of a topic; each is worked out when it is asked for."""

    def __init__(self, points: Sequence[Datapoint], corpus: Corpus) -> None:
        self._corpus = corpus
        self._told: dict[tuple[str, Anchor, Decimal], State] = {}
        self._steps: defaultdict[Decimal, list[tuple[Decimal, frozenset[str]]]] = defaultdict(list)
        for before, after in self._changes(points):
            stems = self._around(before)
            self._steps[low(before)].append((low(after), stems))
            self._steps[low(after)].append((low(before), stems))

    def comparable(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether two figures tell their things in one state, neither being a part or a sum of the other."""
        if self._of(one) != self._of(other) or one.anchor == other.anchor or self._is_sum(one, other):
            return False
        if self._is_rate(one) is not self._is_rate(other) or self._is_of_part(one, other):
            return False
        priced = self._is_price_of_cost(one, other) or self._is_price_of_cost(other, one)
        if priced or self._is_draft_of(one, other) or self._is_draft_of(other, one):
            return False
        if self._holds(one, other) or self._holds(other, one) or self._moves(one, other):
            return False
        guess = (_is_guess(one) or _is_guess(other)) and not _is_bound(one) and not _is_bound(other)
        if guess and relation(one, other) == "precision":
            return False
        around = self._around(one) | self._around(other) if low(one) in self._steps else frozenset()
        return low(other) not in self._chain(low(one), around)

    def _holds(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether the clause of one figure tells the other too: «52 of 97» is not at odds with 97."""
        passage = self._corpus.at(one.anchor)
        told = _FIGURE.findall(passage.folded) if passage else []
        value = other.value
        return value is not None and value != one.value and any(Decimal(each) == value for each in told)

    def _is_price_of_cost(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether one figure is what a thing sells at, and the other what it costs to make."""
        mine, theirs = (self._corpus.at(point.anchor) for point in (one, other))
        if mine is None or theirs is None or _COST in mine.kept or _PRICE in theirs.kept:
            return False
        return _PRICE in mine.kept and _COST in theirs.kept

    def _moves(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether two figures are of what each day has another of: a price on a market, «the new» ceiling.

        Of one day they can be at odds.
        """
        mine, theirs = self._corpus.at(one.anchor), self._corpus.at(other.anchor)
        if mine is None or theirs is None or self._corpus.at_once(mine, theirs, _ONE_ISSUE):
            return False
        passages = (mine, theirs)
        texts = [fold(self._corpus.sentence_at(each.document, each.anchor.start).text) for each in passages]
        markets = cues.of(self._corpus.language, "disagreement", "states", "traded")
        new = cues.of(self._corpus.language, "disagreement", "states", "new")
        traded = any(markets.search(text) for text in texts)
        return traded or all(new.search(each.folded) for each in passages)

    def _changes(self, points: Sequence[Datapoint]) -> Iterator[tuple[Datapoint, Datapoint]]:
        """The figures of one sentence of which one was left for the other."""
        for one, other in pairwise(points):
            passages = [self._corpus.at(point.anchor) for point in (one, other)]
            places = {(passage.document, passage.sentence) for passage in passages if passage}
            states = {self._of(one), self._of(other)} if len(places) == 1 and one.unit == other.unit else ()
            if len(states) == 2 and "was" in states:
                yield (one, other) if self._of(one) == "was" else (other, one)

    def _chain(self, value: Decimal, around: frozenset[str]) -> set[Decimal]:
        """The values that changes of one thing lead to from a value, or come from."""
        found: set[Decimal] = set()
        reached = [value]
        while reached:
            near = self._steps.get(reached.pop(), ())
            new = {after for after, stems in near if after not in found and len(stems & around) >= _SHARED}
            found |= new
            reached += sorted(new)
        return found

    def _around(self, point: Datapoint) -> frozenset[str]:
        """The stems of the sentence of a figure."""
        passage = self._corpus.at(point.anchor)
        anchor = self._corpus.whole(passage) if passage else point.anchor
        return content(anchor.text, self._corpus.language)

    def _of(self, point: Datapoint) -> State:
        key = (point.anchor.source, point.anchor, low(point))
        if key not in self._told:
            self._told[key] = self._read(point)
        return self._told[key]

    def _read(self, point: Datapoint) -> State:
        text, language = point.anchor.text, self._corpus.language
        seen, figures = view(text), quantities.find(text, language)
        mine = (one.start for one in figures if (one.value, one.low) == (point.value, point.low))
        start = next(mine, len(text))
        later = [seen.position(one.start) for one in figures if one.start > start]
        place = seen.position(start)
        if _was(seen.text, place, later, language) or self._is_earlier(point):
            return "was"
        if cues.of(language, "disagreement", "states", "expected").search(seen.text[:place]):
            return "expected"
        if cues.expression(language, "disagreement", "states", "limit").search(seen.text[:place]):
            return "limit"
        added = list(cues.of(language, "disagreement", "states", "extending").finditer(seen.text[:place]))
        if added and place - added[-1].end() <= _NEAR:
            return "more"
        behind = cues.of(language, "disagreement", "states", "wanted_behind").search(seen.text[place:])
        return "wanted" if behind or self._is_wanted(point, seen.text[:place]) else "is"

    def _is_earlier(self, point: Datapoint) -> bool:
        """Whether a figure is a term of an agreement of an earlier year.

        Its sentence or the one before tells when that was made.
        """
        passage = self._corpus.at(point.anchor)
        year = (self._corpus.published(passage) or "")[:_DIGITS] if passage else ""
        terms = cues.of(self._corpus.language, "disagreement", "states", "terms")
        if passage is None or not year or terms.search(passage.folded) is None:
            return False
        here = self._corpus.sentence_at(passage.document, passage.anchor.start)
        before = self._corpus.sentence_at(passage.document, max(here.start - 2, 0))
        signed = cues.of(self._corpus.language, "disagreement", "states", "signed")
        for text in (fold(here.text), fold(before.text)):
            made = signed.search(text)
            told = YEAR.search(text, made.end(), made.end() + _BEHIND) if made else None
            if told and told.group() < year:
                return True
        return False

    def _is_wanted(self, point: Datapoint, before: str) -> bool:
        """Whether a demand stands before a figure, or before a clause that goes on with it («وبرفع …»)."""
        language = self._corpus.language
        wanted = cues.of(language, "disagreement", "states", "wanted")
        staged = cues.of(language, "disagreement", "states", "staged")
        if wanted.search(before) or staged.search(before):
            return True
        passage = self._corpus.at(point.anchor) if _goes_on(language).match(before) else None
        first = self._corpus.back(passage, 2) if passage else None
        return first is not None and wanted.search(first.folded) is not None

    def _is_rate(self, point: Datapoint) -> bool:
        """Whether a count is of each day or a mean: «34 سفينة يوميا» is not set against ships that wait."""
        rates = cues.of(self._corpus.language, "disagreement", "states", "rates")
        return point.unit in COUNTED and rates.search(fold(point.anchor.text)) is not None

    def _is_draft_of(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether a draft gives one of two figures, and the other is of what was adopted."""
        drafted, adopted = (
            cues.of(self._corpus.language, "disagreement", "states", key) for key in ("drafted", "adopted")
        )
        texts = fold(one.anchor.text), fold(other.anchor.text)
        return drafted.search(texts[0]) is not None and adopted.search(texts[1]) is not None

    def _is_of_part(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether one of two figures is of a part of the other: «حزمة بقيمة 125، معظمها قرض» and a loan."""
        return any(self._parts(each) & self._own(rest) for each, rest in ((one, other), (other, one)))

    def _parts(self, point: Datapoint) -> frozenset[str]:
        """The stems of what the clause behind a figure calls a part of it, but those of its own clause."""
        passage = self._corpus.at(point.anchor)
        behind = self._corpus.passages[passage.order + 1 : passage.order + 2] if passage else ()
        for part in behind:
            same = passage is not None and (part.document, part.sentence) == (
                passage.document,
                passage.sentence,
            )
            if same and part.folded.split()[0] in vocabulary(self._corpus.language.code).parts:
                return part.stems - self._own(point)
        return frozenset()

    def _own(self, point: Datapoint) -> frozenset[str]:
        return content(point.anchor.text, self._corpus.language)

    def _is_sum(self, one: Datapoint, other: Datapoint) -> bool:
        """Whether only one of two figures is that of several together."""
        together = cues.of(self._corpus.language, "disagreement", "states", "together")
        return (together.search(fold(one.anchor.text)) is None) is not (
            together.search(fold(other.anchor.text)) is None
        )


def _is_guess(point: Datapoint) -> bool:
    """Whether a figure is foreseen or feared by somebody: one that fits another is not at odds with it."""
    return point.qualifier is Qualifier.FORECAST or point.certainty is Certainty.HEDGED


def _is_bound(point: Datapoint) -> bool:
    return point.qualifier is not None and point.qualifier.is_bound


def _was(text: str, place: int, later: Sequence[int], language: Language) -> bool:
    """Whether the figure at `place` is the first of a change: «from» it «to» another, «instead of» it."""
    before = text[:place]
    if cues.opening(language, "disagreement", "states", "then").match(before):
        return True
    marks = list(cues.of(language, "disagreement", "states", "before").finditer(before))
    if marks and place - marks[-1].end() <= _NEAR:
        return True
    from_, to = _change(language)
    return from_.search(before) is not None and any(to.search(text[place:one]) for one in later)


@cache
def _change(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«From» and «to» right before numbers."""
    words = table(language.code, "disagreement")["change"]
    from_, to = ("|".join(map(fold, words[key])) for key in ("from", "to"))
    behind = r"\s+(?:\w+\s+)?$"
    return re.compile(rf"(?<!\w)(?:{from_}){behind}"), re.compile(rf"(?<!\w)(?:{to}){behind}")


@cache
def _goes_on(language: Language) -> re.Pattern[str]:
    """«And» with a preposition on one word: a second object of the verb before it."""
    letters = morphology(language)
    return re.compile(rf"\s*[{letters.joining}][{letters.prepositions}]\w")

"""Ranked claims -> the claims that the brief prints, within the budget of items and words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence

from brief.language import Language
from brief.model import Claim, Facet
from brief.similarity import stems

# A claim that repeats this share of its words from a chosen one is not printed again.
SAID_BEFORE = 0.6
# Each facet has this share of the items first, if it has so many claims; none starves.
LEAST_SHARE = 0.08
# No facet takes more than this share of the items before the others had theirs.
FACET_SHARE = 0.35
# A claim of a lower score is not worth a line, even where the budget has room.
WORTH = -0.2
# What words said already cost a claim.
REPEAT_COST = 0.6


def choose(
    claims: Sequence[Claim],
    items: int,
    words: int,
    language: Language,
    pinned: Collection[str] = frozenset(),
) -> tuple[Claim, ...]:
    """The best claims, at most `items` and `words` together, in the order of `claims`.

    Those whose ids are `pinned` come first, even beyond the budget. No other claim repeats
    another. A facet first takes no more than its share; what the others leave over goes to the
    best that remain.
    """
    shelf = _Shelf(claims, items, words, language)
    for index, claim in enumerate(claims):
        if claim.id in pinned:
            shelf.take(index)
    for cap in (math.ceil(items * LEAST_SHARE), math.ceil(items * FACET_SHARE), items):
        while (best := shelf.best(cap)) is not None:
            shelf.take(best)
    return tuple(claims[index] for index in sorted(shelf.chosen))


class _Shelf:
    """What has been chosen so far, and what is left of the budget."""

    def __init__(self, claims: Sequence[Claim], items: int, words: int, language: Language) -> None:
        self.claims, self.items, self.words = claims, items, words
        self.stems = [frozenset(stems(claim.statement.text, language)) for claim in claims]
        self.repeats = [0.0] * len(claims)
        self.chosen: set[int] = set()
        self.filled: Counter[Facet] = Counter()

    def best(self, cap: int) -> int | None:
        """The claim that adds most now, of a facet that holds fewer than `cap`; None when none fits."""
        if len(self.chosen) >= self.items:
            return None
        fitting = (index for index in range(len(self.claims)) if self._fits(index, cap))
        return max(fitting, key=lambda index: (self._value(index), -index), default=None)

    def take(self, index: int) -> None:
        """Put the claim on the shelf; what it says again elsewhere is worth less from now on."""
        self.chosen.add(index)
        self.words -= len(self.claims[index].statement.text.split())
        self.filled[facet_of(self.claims[index])] += 1
        said = self.stems[index]
        for other, told in enumerate(self.stems):
            share = len(told & said) / max(1, min(len(told), len(said)))
            self.repeats[other] = max(self.repeats[other], share)

    def _fits(self, index: int, cap: int) -> bool:
        claim = self.claims[index]
        return (
            index not in self.chosen
            and claim.score >= WORTH
            and self.repeats[index] < SAID_BEFORE
            and self.filled[facet_of(claim)] < cap
            and len(claim.statement.text.split()) <= self.words
        )

    def _value(self, index: int) -> float:
        return self.claims[index].score * (1 - REPEAT_COST * self.repeats[index])


def facet_of(claim: Claim) -> Facet:
    """The facet under which a claim is printed: its surest."""
    return claim.statement.facets[0][0] if claim.statement.facets else Facet.CONTEXT

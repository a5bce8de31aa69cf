"""Ranked claims -> the claims that the brief prints, within the budget of items and words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from brief.language import Language
from brief.model import Claim, Facet
from brief.similarity import stems

# A claim that repeats this share of its words from a chosen one is not printed again.
SAID_BEFORE = 0.6
# No facet takes more than this share of the items while others still have claims.
FACET_SHARE = 0.32
# Long statements must be worth their words.
WORD_COST = 0.35


def choose(claims: Sequence[Claim], items: int, words: int, language: Language) -> tuple[Claim, ...]:
    """The best claims, at most `items` and `words` together, in the order of `claims`.

    No claim repeats another, and no facet starves the rest.
    """
    chosen: list[int] = []
    said: list[frozenset[str]] = []
    spent = 0
    filled: Counter[Facet] = Counter()
    for index in sorted(range(len(claims)), key=lambda i: (-_worth(claims[i]), i)):
        claim = claims[index]
        length = len(claim.statement.text.split())
        facet = facet_of(claim)
        told = frozenset(stems(claim.statement.text, language))
        if len(chosen) >= items or spent + length > words or filled[facet] >= math.ceil(items * FACET_SHARE):
            continue
        if any(len(told & other) >= SAID_BEFORE * min(len(told), len(other)) for other in said):
            continue
        chosen.append(index)
        said.append(told)
        spent += length
        filled[facet] += 1
    return tuple(claims[index] for index in sorted(chosen))


def facet_of(claim: Claim) -> Facet:
    """The facet under which a claim is printed: its surest."""
    return claim.statement.facets[0][0] if claim.statement.facets else Facet.CONTEXT


def _worth(claim: Claim) -> float:
    return claim.score / max(12, len(claim.statement.text.split())) ** WORD_COST

"""Ranked claims -> the claims that the brief prints, within the budget of items and words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from brief.language import Language
from brief.model import Anchor, Claim, Facet
from brief.similarity import stems
from brief.voices import Voice

# A claim that repeats this share of its words from a chosen one is not printed again.
SAID_BEFORE = 0.6
# Each facet has this share of the items first, if it has so many claims; none starves.
LEAST_SHARE = 0.06
# No facet takes more than this share of the items before the others had theirs, as far as they score so much.
FACET_SHARE, HAD = 0.21, -0.1
# One that repeats this share is not printed beside a line that holds or cites its passage: two passages
# are the same that have so much of the longer one in common.
AGAIN, SAME = 0.35, 0.8
# A claim of a lower score is not worth a line, even where the budget has room.
WORTH = -0.2
# Nor is one that no longer holds, and beside which nothing tells what does: a plan of before, mostly.
STALE = 0.2
# What words said already cost a claim.
REPEAT_COST = 1.0
# What each line of one actor costs his next one, where lines are told actor by actor.
ANOTHER = 0.1
BY_ACTOR = {Facet.MOTIVES, Facet.REACTIONS}


def choose(  # noqa: PLR0913, PLR0917 - who pins and who speaks is optional
    claims: Sequence[Claim],
    items: int,
    words: int,
    language: Language,
    pinned: Collection[str] = frozenset(),
    voice: Voice = lambda _claim: None,
) -> tuple[Claim, ...]:
    """The best claims, at most `items` and `words` together, in the order of `claims`.

    Those whose ids are `pinned` come first, even beyond the budget. No other claim repeats
    another; but what is known already, the lines of background sources, silences no news. A facet
    first takes no more than its share; what the others leave over goes to the best that remain. Motives
    and reactions are shared over those whose `voice` they are, unless a judge weighed them.
    """
    shelf = _Shelf(claims, items, words, language, voice)
    for index, claim in enumerate(claims):
        if claim.id in pinned:
            shelf.take(index)
    rounds = (LEAST_SHARE, -math.inf), (FACET_SHARE, HAD), (1, -math.inf)
    for share, least in rounds:
        while (best := shelf.best(math.ceil(items * share), least)) is not None:
            shelf.take(best)
    return tuple(claims[index] for index in sorted(shelf.chosen))


class _Shelf:
    """What has been chosen so far, and what is left of the budget."""

    def __init__(
        self, claims: Sequence[Claim], items: int, words: int, language: Language, voice: Voice
    ) -> None:
        self.claims, self.items, self.words, self.language = claims, items, words, language
        self.voice = voice
        worthy = (index for index, claim in enumerate(claims) if claim.score >= _least(claim))
        self.ranked = sorted(worthy, key=lambda index: (-claims[index].score, index))
        self.known = {index for index, claim in enumerate(claims) if _is_known(claim)}
        # What is said by all lines, and by those of the news alone.
        self.said: list[frozenset[str]] = []
        self.news: list[frozenset[str]] = []
        self.told: dict[int, _Repeated] = {}
        self.chosen: set[int] = set()
        self.filled: Counter[Facet] = Counter()
        self.actors: dict[int, str | None] = {}
        self.heard: Counter[tuple[Facet, str]] = Counter()

    def best(self, cap: int, least: float) -> int | None:
        """The claim of at `least` a score that adds most, of a facet below its `cap`; None if none fits.

        No claim adds more than its score, so that of many claims only the first few are looked at.
        """
        if len(self.chosen) >= self.items:
            return None
        found: tuple[float, int] | None = None
        for index in self.ranked:
            if self.claims[index].score < least or (found and max(self.claims[index].score, 0.0) < found[0]):
                break
            if self._fits(index, cap):
                found = max(found or (-math.inf, 0), (self._value(index), -index))
        return -found[1] if found else None

    def take(self, index: int) -> None:
        """Put the claim on the shelf; what it says again elsewhere is worth less from now on."""
        self.chosen.add(index)
        self.words -= len(self.claims[index].statement.text.split())
        self.filled[facet_of(self.claims[index])] += 1
        self.heard.update(self._heard(index))
        self.said.append(self._stems(index))
        if index not in self.known:
            self.news.append(self.said[-1])

    def _fits(self, index: int, cap: int) -> bool:
        claim = self.claims[index]
        return (
            index not in self.chosen
            and self.filled[facet_of(claim)] < cap
            and len(claim.statement.text.split()) <= self.words
            and self._repeats(index) < SAID_BEFORE
            and not (
                self._repeats(index) >= AGAIN and any(_stands(claim, self.claims[one]) for one in self.chosen)
            )
        )

    def _value(self, index: int) -> float:
        others = sum(self.heard[one] for one in self._heard(index))
        return self.claims[index].score * (1 - REPEAT_COST * self._repeats(index)) - ANOTHER * others

    def _heard(self, index: int) -> Iterator[tuple[Facet, str]]:
        """Whose line a claim is, where its facet is told actor by actor and no judge has weighed it."""
        facet = facet_of(self.claims[index])
        if facet in BY_ACTOR and self.claims[index].by_rule is None:
            if index not in self.actors:
                self.actors[index] = self.voice(self.claims[index])
            if actor := self.actors[index]:
                yield facet, actor

    def _repeats(self, index: int) -> float:
        """The share of a claim's words that a chosen one says, or of that one's that it says.

        Of news only other news counts.
        """
        known = self.told.get(index) or _Repeated(self._stems(index))
        others = self.said if index in self.known else self.news
        shares = (
            len(known.stems & said) / max(1, min(len(known.stems), len(said)))
            for said in others[known.asked :]
        )
        share = max(known.share, *shares) if known.asked < len(others) else known.share
        self.told[index] = _Repeated(known.stems, len(others), share)
        return share

    def _stems(self, index: int) -> frozenset[str]:
        return frozenset(stems(self.claims[index].statement.text, self.language))


class _Repeated(NamedTuple):
    """The stems of a claim, and how much of it the first so many chosen claims say."""

    stems: frozenset[str]
    asked: int = 0
    share: float = 0.0


def _least(claim: Claim) -> float:
    """The score from which on a claim is worth a line."""
    return STALE if claim.overtaken and not claim.contrary else WORTH


def _is_known(claim: Claim) -> bool:
    """Whether a claim is told by a source that explains and gives no news."""
    return any(name == "background" for name, _ in claim.reasons)


def _stands(claim: Claim, chosen: Claim) -> bool:
    """Whether words of a claim's passage are printed by a chosen one, or its passage tells that one too."""
    mine, theirs = claim.evidence[0], chosen.evidence[0]
    return mine.shares(theirs) or (
        facet_of(claim) is facet_of(chosen)
        and any(_is(mine, one) for one in chosen.evidence if one not in chosen.contrary)
    )


def _is(one: Anchor, other: Anchor) -> bool:
    """Whether two passages are one but for a few words."""
    return one.common(other) >= SAME * max(one.end - one.start, other.end - other.start)


def facet_of(claim: Claim) -> Facet:
    """The facet under which a claim is printed: its surest."""
    return claim.statement.facets[0][0] if claim.statement.facets else Facet.CONTEXT

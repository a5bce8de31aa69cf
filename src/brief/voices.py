"""Whose words or position a claim tells: what its lines are grouped by, and shared over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from brief.model import Anchor, Claim, Pool

Voice = Callable[[Claim], str | None]


def voices(pool: Pool) -> Voice:
    """Who speaks or takes a position in a claim first, else whom it names first; None where nobody does."""
    told = defaultdict[str, list[tuple[Anchor, str]]](list)
    for passage, actor in _told(pool):
        told[passage.source].append((passage, actor))

    def voice(claim: Claim) -> str | None:
        own = claim.evidence[0]
        spoken = [(passage.start, actor) for passage, actor in told[own.source] if own.shares(passage)]
        named = claim.statement.actors
        return min(spoken, default=(0, named[0] if named else None))[1]

    return voice


def _told(pool: Pool) -> Iterator[tuple[Anchor, str]]:
    yield from ((passage, one.actor) for one in pool.positions for passage in one.evidence)
    yield from ((one.evidence, one.speaker) for one in pool.quotes if one.speaker)

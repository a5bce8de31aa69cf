"""Lines that follow one another in a source stay together: the second often leans on the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from brief.model import Claim

# No more than a short sentence, in code points, lies between two lines that are read as one account.
NEAR = 160


def side_by_side(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order, each followed at once by those that its source tells right behind it.

    A run of them stands where its first one in the order does, and is told as in the source.
    """
    runs = {claim.id: run for run in _runs(claims) for claim in run}
    told: dict[str, Claim] = {}
    for claim in claims:
        told.update((one.id, one) for one in runs[claim.id])
    return list(told.values())


def _runs(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims as their sources tell them, cut where much lies between two."""
    ordered = sorted(claims, key=lambda claim: claim.evidence[0])
    run = ordered[:1]
    for before, claim in pairwise(ordered):
        if not _follows(before, claim):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _follows(before: Claim, claim: Claim) -> bool:
    first, second = before.evidence[0], claim.evidence[0]
    return first.source == second.source and second.start - first.end <= NEAR

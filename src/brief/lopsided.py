"""Signs that a judge was led astray: one source fills the brief, another is left out whole.

A source may give orders to whoever judges. All that it can reach is a choice among what the sources
say, and where the choice looks like that the reader is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief.model import Claim, Document, Note

# A source fills the brief with this share of its lines, if that is so many times its share of all claims.
FILLS, TIMES = 0.6, 2.0
# A source is missed from so many lines on that would be its share.
MISSED = 3.0


def notes(claims: Sequence[Claim], chosen: Sequence[Claim], documents: Sequence[Document]) -> Iterator[Note]:
    """A note on each source that fills the brief, or is missing from it, where others than the rules weigh.

    `claims` are all that there are, `chosen` those that are printed.
    """
    if not any(name == "judge" for claim in claims for name, _ in claim.reasons):
        return
    offered = Counter(claim.evidence[0].source for claim in claims)
    printed = Counter(claim.evidence[0].source for claim in chosen)
    cited = {anchor.source for claim in chosen for anchor in claim.evidence}
    for document in documents:
        share, lines = offered[document.id] / len(claims), printed[document.id] / max(1, len(chosen))
        if lines >= max(FILLS, TIMES * share):
            yield Note("judge_fills", document.path, document.id)
        elif document.id not in cited and not document.background and share * len(chosen) >= MISSED:
            yield Note("judge_misses", document.path, document.id)

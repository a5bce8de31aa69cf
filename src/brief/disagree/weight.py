"""Which disagreements matter most: what cannot both be true, told by many, near the head of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.gist import sentence_of
from brief.model import Discrepancy, Evidence

# A topic of hundreds of articles has hundreds of disagreements; nobody reads more of them than these.
MOST_TOLD = 40
_KINDS = {"conflict": 3.0, "typo": 1.0, "precision": 1.0}
_SOURCE, _MOST_SOURCES = 0.5, 4
_HEAD, _OPENING = 1.5, 4  # what a side among so many first sentences adds


def weighed(found: Iterable[Discrepancy], evidence: Sequence[Evidence]) -> list[Discrepancy]:
    """Disagreements, the weightiest first; of equal ones the earlier found first."""
    documents = {one.document.id: one.document for one in evidence}
    heads = {
        id_: frozenset(one.anchor for one in document.sentences[:_OPENING])
        for id_, document in documents.items()
    }

    def weight(one: Discrepancy) -> float:
        anchors = [anchor for account in one.items for anchor in account.evidence]
        sources = min(len({anchor.source for anchor in anchors}), _MOST_SOURCES)
        head = any(
            sentence_of(documents[anchor.source], anchor) in heads[anchor.source] for anchor in anchors
        )
        return _KINDS[one.kind] + _SOURCE * sources + _HEAD * head

    return sorted(found, key=weight, reverse=True)

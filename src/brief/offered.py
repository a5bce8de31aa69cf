"""What all documents offer together, and what is noted about them: derived, nothing chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.disagree import discrepancies
from brief.language import Language
from brief.model import Claim, Document, Evidence, Note, Pool, SourceEntry


def pool(evidence: Sequence[Evidence], claims: Sequence[Claim], language: Language) -> Pool:
    """The evidence of all documents in their order, events by date, with the claims chosen for print."""
    events = (event for one in evidence for event in one.events)
    return Pool(
        claims=tuple(claims),
        datapoints=tuple(point for one in evidence for point in one.datapoints),
        quotes=tuple(quote for one in evidence for quote in one.quotes),
        events=tuple(sorted(events, key=lambda event: (event.start, event.evidence[0]))),
        positions=tuple(position for one in evidence for position in one.positions),
        discrepancies=discrepancies(tuple(evidence), language),
    )


def notes(set_aside: Sequence[SourceEntry], documents: Sequence[Document]) -> Iterator[Note]:
    """What the reader should know of the sources: set aside, undated, for background, lines removed."""
    for entry in set_aside:
        yield Note("set_aside", f"{entry.path} {entry.reason}", entry.id)
    for document in documents:
        if document.published is None:
            yield Note("undated", document.path, document.id)
        if document.background:
            yield Note("background", document.path, document.id)
    removed = sum(len(document.furniture) for document in documents)
    if removed:
        yield Note("furniture", str(removed))

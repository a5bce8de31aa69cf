"""What all documents offer together, and what is noted about them: derived, nothing chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import structs

from brief.copies.altered import alterations
from brief.disagree import discrepancies
from brief.language import Language
from brief.model import Claim, Copy, Discrepancy, Document, Evidence, Note, Pool, SourceEntry
from brief.united import united


def pool(
    evidence: Sequence[Evidence], claims: Sequence[Claim], copies: Sequence[Copy], language: Language
) -> Pool:
    """The evidence of all documents in their order, with the claims chosen for print.

    Each figure stands once, with all its passages; events stand by their dates.

    Copies offer nothing but what they tell otherwise than their originals.
    """
    events = (event for one in evidence for event in one.events)
    points = united(evidence, language)
    return Pool(
        claims=tuple(claims),
        datapoints=points,
        quotes=tuple(quote for one in evidence for quote in one.quotes),
        events=tuple(sorted(events, key=lambda event: (event.start, event.evidence[0]))),
        positions=tuple(position for one in evidence for position in one.positions),
        discrepancies=(
            *discrepancies(evidence, points, language),
            *alterations(copies, evidence, language),
        ),
    )


def cited(copies: Sequence[Copy], discrepancies: Collection[Discrepancy], after: int) -> dict[str, int]:
    """The numbers of the copies that tell something otherwise, by their ids: those `after` the sources'."""
    told = {
        anchor.source for doubt in discrepancies for account in doubt.items for anchor in account.evidence
    }
    ids = (copy.document.id for copy in copies if copy.document.id in told)
    return {id_: number for number, id_ in enumerate(ids, after + 1)}


def as_copy(entry: SourceEntry, original: SourceEntry, number: int | None) -> SourceEntry:
    """How the list of sources tells that one of them is a copy of another."""
    return structs.replace(
        entry,
        number=number,
        status="set_aside",
        reason=f"is a copy of {original.path}; it counts as one source with it.",
        reason_kind="copy",
        copy_of=original.id,
    )


def notes(set_aside: Sequence[SourceEntry], documents: Sequence[Document]) -> Iterator[Note]:
    """What the reader should know of the sources: set aside, undated, background, mended, lines removed."""
    for entry in set_aside:
        yield Note("set_aside", f"{entry.path} {entry.reason}", entry.id)
    for document in documents:
        if document.published is None:
            yield Note("undated", document.path, document.id)
        if document.background:
            yield Note("background", document.path, document.id)
        if document.mended:
            yield Note("mended", document.path, document.id)
    removed = sum(len(document.furniture) for document in documents)
    if removed:
        yield Note("furniture", str(removed))

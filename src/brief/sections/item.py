"""A claim as a line of the brief."""

from __future__ import annotations

from brief.model import Claim, Item


def item(claim: Claim) -> Item:
    """The line that tells `claim`; its words are those of its first passage."""
    statement = claim.statement
    return Item(
        id=claim.id,
        label=statement.label.text if statement.label else None,
        label_evidence=statement.label,
        text=statement.text,
        actors=statement.actors,
        certainty=statement.certainty,
        standing=statement.standing,
        evidence=claim.evidence,
        score=claim.score,
        reasons=claim.reasons,
    )

"""A claim as a line of the brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from brief.language import Language
from brief.model import Claim, Item
from brief.similarity import stems


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


def labelled_once(items: Iterable[Item], language: Language) -> Iterator[Item]:
    """The items, each label on the first that it fits: one that takes up a word of it."""
    seen: set[str] = set()
    for one in items:
        fits = one.label and set(stems(one.label, language)) & set(stems(one.text, language))
        if one.label and (not fits or one.label in seen):
            yield structs.replace(one, label=None, label_evidence=None)
        else:
            seen.add(one.label or "")
            yield one

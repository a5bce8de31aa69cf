"""A claim as a line of the brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from brief.identity import identifier
from brief.language import Language
from brief.model import Certainty, Claim, Item, Judgement
from brief.similarity import stems


def item(claim: Claim) -> Item:
    """The line that tells `claim`; its words are those of its first passage."""
    statement = claim.statement
    return Item(
        id=claim.id,
        label=claim.label or (statement.label.text if statement.label else None),
        label_evidence=None if claim.label else statement.label,
        text=statement.text,
        actors=statement.actors,
        certainty=statement.certainty,
        standing=statement.standing,
        evidence=claim.evidence,
        contrary=claim.contrary,
        as_of=claim.as_of,
        view=statement.view,
        score=claim.score,
        reasons=claim.reasons,
    )


def labelled_once(items: Iterable[Item], language: Language) -> Iterator[Item]:
    """The items, each label on the first that it fits: one that takes up a word of it.

    A label of the analyst's own, which has no passage, fits wherever she put it.
    """
    seen: set[str] = set()
    for one in items:
        own = one.label_evidence is None
        fits = own or (one.label and set(stems(one.label, language)) & set(stems(one.text, language)))
        if one.label and (not fits or one.label in seen):
            yield structs.replace(one, label=None, label_evidence=None)
        else:
            seen.add(one.label or "")
            yield one


def judged(judgement: Judgement) -> Item:
    """The line of an analyst's own judgement, under her name."""
    return Item(
        id="a" + identifier("judgement", judgement.section, judgement.text),
        label=None,
        text=judgement.text,
        actors=(),
        certainty=Certainty.STATED,
        standing=None,
        evidence=(),
        kind="analyst",
        analyst=judgement.analyst,
    )

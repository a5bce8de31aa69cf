"""The five sections that hold the claims of one facet each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brief.language import load
from brief.model import Claim, Facet, Item, Pool
from brief.sections.actors import by_actor, grouped
from brief.sections.item import item, labelled_once
from brief.sections.side_by_side import side_by_side
from brief.sections.when import NO_DAYS, Days, happened, said
from brief.select import facet_of
from brief.voices import voices


def facet_section(facet: Facet) -> Callable[[Pool, str, str, Days], tuple[Item, ...]]:
    """The builder of the section of `facet`, in an order that can be followed.

    Context goes from what is always so to what came last; motives stand actor by actor;
    reactions by who speaks, then in the order of time; else the weightiest come first, as they
    do among equals. What follows one another in a source does here, too.
    """

    def build(pool: Pool, issued: str, language: str, days: Days = NO_DAYS) -> tuple[Item, ...]:
        claims = [claim for claim in pool.claims if facet_of(claim) is facet]
        claims.sort(key=lambda claim: (-claim.score, claim.id))
        if facet is Facet.CONTEXT:
            claims.sort(key=lambda claim: happened(claim, pool, issued, days))
        claims = _by_voice(claims, pool, issued, days) if facet is Facet.REACTIONS else side_by_side(claims)
        items = tuple(labelled_once(map(item, claims), load(language)))
        if facet is Facet.MOTIVES:
            items = tuple(one for group in by_actor(items) for one in group.items)
        return items

    return build


def _by_voice(claims: Sequence[Claim], pool: Pool, issued: str, days: Days) -> list[Claim]:
    groups = grouped(claims, voices(pool))
    return [
        claim
        for _, told in groups
        for claim in side_by_side(sorted(told, key=lambda claim: said(claim, pool, issued, days)))
    ]

"""The five sections that hold the claims of one facet each."""

from __future__ import annotations

from collections.abc import Callable

from brief.language import load
from brief.model import Facet, Item, Pool
from brief.sections.actors import by_actor
from brief.sections.item import item, labelled_once
from brief.select import facet_of


def facet_section(facet: Facet) -> Callable[[Pool, str, str], tuple[Item, ...]]:
    """The builder of the section of `facet`: its claims, the weightiest first; motives actor by actor."""

    def build(pool: Pool, issued: str, language: str) -> tuple[Item, ...]:
        claims = [claim for claim in pool.claims if facet_of(claim) is facet]
        claims.sort(key=lambda claim: (-claim.score, claim.id))
        items = tuple(labelled_once(map(item, claims), load(language)))
        if facet is Facet.MOTIVES:
            items = tuple(one for group in by_actor(items) for one in group.items)
        return items

    return build

"""The five sections that hold the claims of one facet each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import structs

from brief.language import Language, load
from brief.messages import catalogue
from brief.model import Facet, Item, Pool, Section
from brief.sections.item import item
from brief.select import facet_of
from brief.similarity import stems


def _labelled_once(items: Iterable[Item], language: Language) -> Iterator[Item]:
    """The items, each label on the first that it fits: one that takes up a word of it."""
    seen: set[str] = set()
    for one in items:
        fits = one.label and set(stems(one.label, language)) & set(stems(one.text, language))
        if one.label and (not fits or one.label in seen):
            yield structs.replace(one, label=None, label_evidence=None)
        else:
            seen.add(one.label or "")
            yield one


def facet_section(facet: Facet) -> Callable[[Pool, str, str], Section | None]:
    """The builder of the section of `facet`: its claims, the weightiest first."""

    def build(pool: Pool, issued: str, language: str) -> Section | None:
        claims = [claim for claim in pool.claims if facet_of(claim) is facet]
        if not claims:
            return None
        claims.sort(key=lambda claim: (-claim.score, claim.id))
        title = catalogue(language).gettext(facet.value.capitalize())
        return Section(facet.value, title, tuple(_labelled_once(map(item, claims), load(language))))

    return build

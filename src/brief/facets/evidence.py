"""The idea that what follows a claim supports it: evidence belongs to the motive before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief.facets.seen import Seen, Signs
from brief.model import Facet

# What a statement before passes on, halved with each one between.
FADING = 0.5


def inherited(document: Sequence[Seen], own: Sequence[Mapping[Facet, float]]) -> list[Signs]:
    """What the statements before, in its paragraph or list item, told by their own signs."""
    found: list[Signs] = []
    passed: dict[Facet, float] = {}
    for number, one in enumerate(document):
        if number and not _goes_on(document[number - 1], one):
            passed = {}
        found.append({f"evidence.{facet}": share for facet, share in passed.items()})
        passed = {facet: FADING * passed.get(facet, 0.0) + own[number].get(facet, 0.0) for facet in Facet}
    return found


def beside(document: Sequence[Seen], own: Sequence[Mapping[Facet, float]]) -> list[Signs]:
    """What the nearest statements under the same heading told by their own signs."""
    found: list[Signs] = []
    for number, one in enumerate(document):
        signs: Signs = {}
        for side, other in (("before", number - 1), ("after", number + 1)):
            if 0 <= other < len(document) and document[other].told.heading == one.told.heading:
                signs.update({f"flow.{side}_{facet}": share for facet, share in own[other].items()})
        found.append(signs)
    return found


def _goes_on(before: Seen, one: Seen) -> bool:
    """Whether a statement stands in the paragraph, or the list item, of the one before it."""
    if before.told.lead is not None or one.told.lead is not None:
        return before.told.lead == one.told.lead and before.told.heading == one.told.heading
    return before.told.paragraph == one.told.paragraph

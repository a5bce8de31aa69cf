"""The first page: five to seven claims that stand alone, taken from the other sections."""

from __future__ import annotations

from collections import Counter

from brief import cues
from brief.language import Language, fold, load, table
from brief.messages import catalogue
from brief.model import Certainty, Claim, Facet, Pool, Section
from brief.sections.item import item
from brief.select import facet_of

ITEMS = 7
# What came of it, before why, who said what, what may follow and the background.
_ORDER = (Facet.OUTCOMES, Facet.MOTIVES, Facet.REACTIONS, Facet.IMPLICATIONS, Facet.CONTEXT)
# One facet may not fill the summary, and a line of it is read at a glance.
PER_FACET = 2
MAX_WORDS = 45


def summary(pool: Pool, issued: str, language: str) -> Section | None:
    """The weightiest claims of different facets that need nothing said before them, in page order."""
    taken: Counter[Facet] = Counter()
    chosen: list[Claim] = []
    words = load(language)
    for claim in sorted(pool.claims, key=lambda claim: (-claim.score, claim.id)):
        if len(chosen) < ITEMS and taken[facet_of(claim)] < PER_FACET and _stands_alone(claim, words):
            taken[facet_of(claim)] += 1
            chosen.append(claim)
    if not chosen:
        return None
    chosen.sort(key=lambda claim: (_ORDER.index(facet_of(claim)), -claim.score))
    return Section("summary", catalogue(language).gettext("Summary"), tuple(map(item, chosen)))


def _stands_alone(claim: Claim, language: Language) -> bool:
    opening = cues.opening(table(language.code, "statements")["weak_openings"])
    leans = any(name == "demonstrative" for name, _ in claim.reasons)
    return (
        not leans
        and not opening.match(fold(claim.statement.text))
        and len(claim.statement.text.split()) <= MAX_WORDS
        and claim.statement.certainty is not Certainty.DENIED
    )

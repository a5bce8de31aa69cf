"""The first page: five to seven claims that stand alone, taken from the other sections."""

from __future__ import annotations

from collections import Counter

from brief import cues
from brief.language import Language, fold, load, table
from brief.model import Certainty, Claim, Facet, Pool, Section, Standing
from brief.sections.item import item, labelled_once
from brief.sections.title import title
from brief.select import facet_of

ITEMS = 7
# A line of the summary is read at a glance.
MAX_WORDS = 45
# What is signed or announced tells a decision-maker more than what was merely talked about.
SETTLED = 0.4


def summary(pool: Pool, issued: str, language: str) -> Section | None:
    """The weightiest claim of each facet that needs nothing said before it, then the next ones.

    They stand in the order of the sections: what happened comes first, once.
    """
    words = load(language)
    able = sorted((claim for claim in pool.claims if _stands_alone(claim, words)), key=_rank)
    taken: Counter[Facet] = Counter()
    chosen: list[Claim] = []
    for most in (1, 2):
        for claim in able:
            facet = facet_of(claim)
            room = 1 if facet is Facet.CONTEXT else most
            if len(chosen) < ITEMS and claim not in chosen and taken[facet] < room:
                taken[facet] += 1
                chosen.append(claim)
    if not chosen:
        return None
    order = list(Facet)
    chosen.sort(key=lambda claim: (order.index(facet_of(claim)), *_rank(claim)))
    return Section("summary", title("summary", language), tuple(labelled_once(map(item, chosen), words)))


def _rank(claim: Claim) -> tuple[float, str]:
    settled = claim.statement.standing in (Standing.SIGNED, Standing.ANNOUNCED)
    return -(claim.score + SETTLED * settled), claim.id


def _stands_alone(claim: Claim, language: Language) -> bool:
    opening = cues.opening(table(language.code, "statements")["weak_openings"])
    leans = any(name in ("demonstrative", "background") for name, _ in claim.reasons)
    return (
        not leans
        and not opening.match(fold(claim.statement.text))
        and len(claim.statement.text.split()) <= MAX_WORDS
        and claim.statement.certainty is not Certainty.DENIED
    )

"""Evidence of all documents -> what they tell differently, set side by side.

Only rules that were precise, one in each file: two figures of one measure, counts and amounts
of one thing, dates of one event, spans of years that cannot be, a bound and an approximation
on one figure, «last year» read from texts of different years. Passages meet through an index
of measures and head nouns, never all with all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.disagree.arrivals import arrivals
from brief.disagree.counts import counts
from brief.disagree.measured import measured
from brief.disagree.phrasing import phrasing
from brief.disagree.relative_years import relative_years
from brief.disagree.terms import terms
from brief.language import Language
from brief.model import Anchor, Datapoint, Discrepancy, Evidence


def discrepancies(
    evidence: Sequence[Evidence], points: Sequence[Datapoint], language: Language
) -> tuple[Discrepancy, ...]:
    """What the documents say differently; each has two or more passages, or one that errs.

    `points` are the figures of all documents, each once. The order is that of the rules, then
    of the documents; nothing is judged right or wrong.
    """
    found = [
        *counts(evidence, points, language),
        *measured(evidence, points, language),
        *arrivals(evidence, language),
        *terms(evidence, language),
        *phrasing(evidence, language),
        *relative_years(evidence, language),
    ]
    return tuple(_unique(found))


def _unique(found: Sequence[Discrepancy]) -> Iterator[Discrepancy]:
    """Each set of passages once, also where one rule finds more of them than another."""
    seen: list[frozenset[Anchor]] = []
    for one in found:
        passages = frozenset(item.evidence[0] for item in one.items)
        if not any(passages <= other for other in seen):
            seen.append(passages)
            yield one

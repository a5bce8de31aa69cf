"""Signs that a judge was led astray: one source fills the brief, another is left out whole.

A source may give orders to whoever judges. All that it can reach is a choice among what the sources
say; where that is far from the choice that the rules would have made, the reader is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief.model import Anchor, Claim, Document, Note

# A source fills the brief with this share of its lines, if that is so many times its share by the rules.
FILLS, TIMES = 0.5, 2.0
# A source of which the rules would print so many lines is missed where not one is printed or cited.
MISSED = 2


def notes(chosen: Sequence[Claim], by_rule: Sequence[Claim], documents: Sequence[Document]) -> Iterator[Note]:
    """A note on each source that fills the brief, or is missing from it, unlike in the rules' own choice.

    `chosen` are the claims that are printed, `by_rule` those that would be if nobody else had weighed them.
    """
    printed, meant = (Counter(one.evidence[0].source for one in some) for some in (chosen, by_rule))
    cited = {anchor.source for anchor in _cited(chosen)}
    for document in documents:
        lines, usual = printed[document.id] / max(1, len(chosen)), meant[document.id] / max(1, len(by_rule))
        if lines >= max(FILLS, TIMES * usual):
            yield Note("judge_fills", document.path, document.id)
        elif meant[document.id] >= MISSED and document.id not in cited:
            yield Note("judge_misses", document.path, document.id)


def _cited(claims: Sequence[Claim]) -> Iterator[Anchor]:
    for claim in claims:
        yield from claim.evidence

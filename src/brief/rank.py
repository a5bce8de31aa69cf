"""Claims -> claims with a score and its reasons; the choice itself is made in `select`.

What counts: how central a statement is among all that the sources write, how many sources
tell it, the figures and actors it names, where it stands in its article, how sure its
facet is. What costs: words, leaning demonstratives, background sources.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from brief.cues import pattern
from brief.language import Language, fold, table
from brief.model import Claim, Document, Statement
from brief.similarity import Neighbour

DAMPING = 0.85
ROUNDS = 30
# Weights of the reasons, set by hand and checked on four topics of different subjects.
CENTRAL, SOURCES, FIGURES, ACTORS, LEADING, SURE = 1.0, 0.45, 0.25, 0.2, 0.25, 0.3
DEMONSTRATIVE, BACKGROUND, LENGTHY = -0.15, -0.3, -0.2
LONG_STATEMENT = 45


def rank(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    near: Sequence[Sequence[Neighbour]],
    documents: Mapping[str, Document],
    language: Language,
) -> tuple[Claim, ...]:
    """The claims with scores and reasons, in the order they came.

    `statements` and `near` are those of all documents; `documents` are found by id.
    """
    weights = centrality(near)
    central = {statement.anchor: weight for statement, weight in zip(statements, weights, strict=True)}
    names = Counter(name for statement in statements for name in statement.actors)
    main = {name for name, _ in names.most_common(6)}
    return tuple(
        _scored(claim, central[claim.statement.anchor], main, documents, language) for claim in claims
    )


def centrality(near: Sequence[Sequence[Neighbour]]) -> tuple[float, ...]:
    """How central each text is among all, 0 to 1, the most central is 1.

    PageRank over cosines, after Erkan and Radev, LexRank (JAIR 22, 2004).
    """
    number = len(near)
    totals = [sum(n.cosine for n in found) for found in near]
    weights = [1.0] * number
    for _ in range(ROUNDS):
        received = [
            sum(weights[n.index] * n.cosine / totals[n.index] for n in found if totals[n.index])
            for found in near
        ]
        weights = [1 - DAMPING + DAMPING * value for value in received]
    highest = max(weights, default=1.0)
    return tuple(weight / highest for weight in weights)


def _scored(
    claim: Claim, central: float, main: set[str], documents: Mapping[str, Document], language: Language
) -> Claim:
    statement = claim.statement
    document = documents[statement.anchor.source]
    figures = len(set(re.findall(r"\d+(?:[.,]\d+)?", fold(statement.text))))
    sources = len({anchor.source for anchor in claim.evidence})
    known = len(main & set(statement.actors))
    place = 1 - statement.sentence.position / max(1, len(document.sentences))
    reasons = (
        ("central", CENTRAL * central),
        ("sources", SOURCES * (sources - 1)),
        ("figures", FIGURES * min(figures, 2)),
        ("actors", ACTORS * min(known, 2)),
        ("place", LEADING * max(place, _opens_paragraph(statement, document))),
        ("facet", SURE * (statement.facets[0][1] if statement.facets else 0)),
        ("demonstrative", DEMONSTRATIVE * bool(_demonstratives(language).search(fold(statement.text)[:40]))),
        ("background", BACKGROUND * document.background),
        ("length", LENGTHY * (len(statement.text.split()) > LONG_STATEMENT)),
    )
    told = tuple((name, round(value, 3)) for name, value in reasons if value)
    return msgspec.structs.replace(claim, score=round(sum(value for _, value in told), 3), reasons=told)


def _opens_paragraph(statement: Statement, document: Document) -> float:
    """1 for the first sentence of a paragraph with a run-in heading, less for other openings."""
    position = statement.sentence.position
    before = document.sentences[position - 1] if position else None
    opens = before is None or before.paragraph != statement.sentence.paragraph
    return (1.0 if statement.sentence.lead else 0.6) if opens else 0.0


@cache
def _demonstratives(language: Language) -> re.Pattern[str]:
    return pattern(table(language.code, "statements")["demonstratives"], language.proclitics)

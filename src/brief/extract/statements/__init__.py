"""Statements: sentences, or clauses of long sentences, that make sense alone."""

from __future__ import annotations

from brief.extract.statements.alone import MAX_WORDS, MIN_WORDS, Span, self_contained
from brief.extract.statements.clauses import clauses
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.wording import printed
from brief.facets import certainty, facets, standing
from brief.language import Language
from brief.model import Document, Facet, Statement

__all__ = ["MAX_WORDS", "MIN_WORDS", "statements"]

LABEL_WORDS = 7
ACTORS = 3


def statements(document: Document, language: Language) -> tuple[Statement, ...]:
    """All statements of a document in reading order; none leans on words that stand outside of it.

    A clause that speaks of somebody or something named before begins with the sentence
    before it, or is left out.
    """
    around = Surroundings(document, language)
    found = (
        self_contained(around, sentence, start, end)
        for sentence in document.sentences
        for start, end in clauses(around, sentence)
    )
    return tuple(_statement(around, span) for span in found if span is not None)


def _statement(around: Surroundings, span: Span) -> Statement:
    sentence, start, end = span
    document, language = around.document, around.language
    anchor = document.anchor(start, end)
    lead = sentence.lead.text if sentence.lead else None
    heading = sentence.heading.text if sentence.heading else None
    # An article of long before the event explains; what it expected or reported is no news of it.
    background = ((Facet.CONTEXT, 1.0),)
    told = background if document.background else facets(anchor.text, heading, lead, language)
    return Statement(
        anchor=anchor,
        text=printed(around, start, end),
        sentence=sentence,
        facets=told,
        certainty=certainty(anchor.text, language),
        standing=standing(anchor.text, language) if told[0][0] is Facet.OUTCOMES else None,
        label=sentence.lead if lead and len(lead.split()) <= LABEL_WORDS else None,
        actors=tuple(dict.fromkeys(name.label for name in around.named_between(start, end)))[:ACTORS],
    )

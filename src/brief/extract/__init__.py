"""Document -> evidence: one file for each kind of evidence, all of one signature."""

from __future__ import annotations

from brief.extract.datapoints import datapoints
from brief.extract.events import events
from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.extract.statements import statements
from brief.language import Language
from brief.model import Document, Evidence


def extract(document: Document, language: Language) -> Evidence:
    """Everything that `document` offers to a brief."""
    said = quotes(document, language)
    return Evidence(
        document=document,
        statements=statements(document, language),
        datapoints=datapoints(document, language),
        quotes=said,
        events=events(document, language),
        positions=positions(document, language, said),
    )

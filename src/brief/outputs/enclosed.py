"""The files inside a PDF: what it was made from, for whoever wants to count or to check."""

from __future__ import annotations

from datetime import datetime

from weasyprint import Attachment

from brief.model import Brief
from brief.outputs import record
from brief.tabled import as_csv


def enclosed(brief: Brief) -> list[Attachment]:
    """The record, its figures as CSV, and the digests of the texts that it cites.

    All are dated by the issue: the clock is no part of the result.
    """
    made = record.write(brief)
    return [
        _attachment(brief, made.name, made.content, brief.schema, "Source"),
        _attachment(brief, "datapoints.csv", as_csv(brief).encode(), "The figures of the brief", "Data"),
        _attachment(
            brief,
            "sources.sha256",
            _digests(brief).encode(),
            "Digests of the cited texts",
            "Supplement",
        ),
    ]


def _digests(brief: Brief) -> str:
    """A line a text, as `sha256sum --check` reads it in the folder of the issue."""
    lines = (f"{entry.digest}  {entry.place}\n" for entry in brief.sources if entry.is_kept)
    # Two articles of one file are two sources.
    return "".join(dict.fromkeys(lines))


def _attachment(brief: Brief, name: str, content: bytes, description: str, relationship: str) -> Attachment:
    issued = datetime.fromisoformat(brief.issued)
    return Attachment(
        string=content,
        name=name,
        description=description,
        created=issued,
        modified=issued,
        relationship=relationship,
    )

"""All figures of a brief as rows, and as the CSV that spreadsheets read.

A figure that several passages tell has a row of the CSV for each of them, numbered in the
column `passage`. Columns keep their names.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from brief.model import Anchor, Brief, Certainty, Qualifier
from brief.printed import plain

SAID = (
    "id",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "period",
    "measure",
    "subject",
    "counterpart",
    "certainty",
    "said_by",
)
_SHEET = (*SAID, "passage", "source", "start", "end", "text")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t")


class Passage(Struct, frozen=True):
    """A passage by the file of its source, in code points of its text."""

    source: str
    start: int
    end: int
    text: str


class Row(Struct, frozen=True, kw_only=True):
    """A figure as JSON tells it: the fields of brief.json, with files in place of ids of sources."""

    id: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: Qualifier | None
    period: str | None
    measure: str | None
    subject: str | None
    counterpart: str | None
    certainty: Certainty
    said_by: str | None
    evidence: tuple[Passage, ...]


def rows(brief: Brief) -> Iterator[Row]:
    """The figures of a brief in its order."""
    paths = {entry.id: entry.path for entry in brief.sources}
    for point in brief.datapoints:
        said = {name: getattr(point, name) for name in SAID}
        yield Row(**said, evidence=tuple(_passage(anchor, paths) for anchor in point.evidence))


def as_csv(brief: Brief) -> str:
    """A row a passage; a cell that a spreadsheet would take for a formula is quoted by an apostrophe."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(_SHEET)
    for row in rows(brief):
        said = [cell(getattr(row, name)) for name in SAID]
        for number, one in enumerate(row.evidence, 1):
            cells = (*said, str(number), one.source, str(one.start), str(one.end), one.text)
            writer.writerow([_inert(plain(text)) for text in cells])
    return sheet.getvalue()


def cell(value: object) -> str:
    """A value as text, numbers in full: «50000000», never «5E+7»."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _passage(anchor: Anchor, paths: dict[str, str]) -> Passage:
    return Passage(paths.get(anchor.source, ""), anchor.start, anchor.end, anchor.text)


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text

"""All figures of a topic or an issue: a table for people, CSV for spreadsheets, JSON for machines.

Columns keep their names. A figure that several passages tell is one row of the table, and in
CSV a row for each of them, numbered in the column `passage`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import Struct

from brief import config
from brief.model import Anchor, Brief, Certainty, Qualifier
from brief.outputs import record
from brief.printed import plain

_SAID = (
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
_SHEET = (*_SAID, "passage", "source", "start", "end", "text")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t")
# Characters that a terminal or a page may obey; JSON may name them by their numbers.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_NO_WIDTH = {"Mn", "Me", "Cf"}


class _Passage(Struct, frozen=True):
    """A passage by the file of its source, in code points of its text."""

    source: str
    start: int
    end: int
    text: str


class _Row(Struct, frozen=True, kw_only=True):
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
    evidence: tuple[_Passage, ...]


def figures_table(folder: Path) -> str:
    """A row a figure, columns under each other; columns in which nothing stands are left out.

    Raises `TopicError` where the folder is neither an issue nor a topic with an article, as all here.
    """
    rows = list(_rows(_brief(folder)))
    columns = {
        "id": [row.id for row in rows],
        "value": [_value(row) for row in rows],
        **{name: [_cell(getattr(row, name)) for row in rows] for name in _SAID[4:]},
        "sources": [", ".join(dict.fromkeys(one.source for one in row.evidence)) for row in rows],
        "start": [str(row.evidence[0].start) for row in rows],
        "end": [str(row.evidence[0].end) for row in rows],
    }
    return _aligned({name: list(map(plain, cells)) for name, cells in columns.items() if any(cells)})


def figures_csv(folder: Path) -> str:
    """A row a passage; a cell that a spreadsheet would take for a formula is quoted by an apostrophe."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(_SHEET)
    for row in _rows(_brief(folder)):
        said = [_cell(getattr(row, name)) for name in _SAID]
        for number, one in enumerate(row.evidence, 1):
            cells = (*said, str(number), one.source, str(one.start), str(one.end), one.text)
            writer.writerow([_inert(plain(cell)) for cell in cells])
    return sheet.getvalue()


def figures_json(folder: Path) -> str:
    """A list of objects; each figure has all its passages in `evidence`, the first-told first."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    text = msgspec.json.format(encoder.encode(list(_rows(_brief(folder)))), indent=1).decode()
    return _OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _brief(folder: Path) -> Brief:
    """The record of an issue, or what the articles of a topic say now."""
    if (folder / "brief.json").exists():
        return record.load(folder / "brief.json")
    from brief.pipeline import condense  # noqa: PLC0415 - an issue needs none of it

    return condense(folder, config.load(folder))[0]


def _rows(brief: Brief) -> Iterator[_Row]:
    paths = {entry.id: entry.path for entry in brief.sources}
    for point in brief.datapoints:
        said = {name: getattr(point, name) for name in _SAID}
        yield _Row(**said, evidence=tuple(_passage(anchor, paths) for anchor in point.evidence))


def _passage(anchor: Anchor, paths: dict[str, str]) -> _Passage:
    return _Passage(paths.get(anchor.source, ""), anchor.start, anchor.end, anchor.text)


def _value(row: _Row) -> str:
    return _cell(row.value) if row.value is not None else f"{_cell(row.low)}-{_cell(row.high)}"


def _cell(value: object) -> str:
    """A value as text, numbers in full: «50000000», never «5E+7»."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def _aligned(columns: dict[str, list[str]]) -> str:
    widths = [max(map(_width, (name, *cells))) for name, cells in columns.items()]
    table: list[Sequence[str]] = [tuple(columns), *zip(*columns.values(), strict=True)]
    return "".join(_line(row, widths) for row in table)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip() + "\n"


def _width(text: str) -> int:
    """How many places of a terminal a text takes: marks over and under letters take none."""
    return sum(unicodedata.category(character) not in _NO_WIDTH for character in text)

"""All figures of a topic or an issue: a table for people, CSV for spreadsheets, JSON for machines.

Columns keep their names. A figure that several passages tell is one row of the table, and in
CSV a row for each of them, numbered in the column `passage`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from brief import config
from brief.model import Brief
from brief.outputs import record
from brief.printed import plain
from brief.tabled import SAID, Row, as_csv, cell, rows

# Characters that a terminal or a page may obey; JSON may name them by their numbers.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_NO_WIDTH = {"Mn", "Me", "Cf"}


def figures_table(folder: Path) -> str:
    """A row a figure, columns under each other; columns in which nothing stands are left out.

    Raises `TopicError` where the folder is neither an issue nor a topic with an article, as all here.
    """
    told = list(rows(_brief(folder)))
    columns = {
        "id": [row.id for row in told],
        "value": [_value(row) for row in told],
        **{name: [cell(getattr(row, name)) for row in told] for name in SAID[4:]},
        "sources": [", ".join(dict.fromkeys(one.source for one in row.evidence)) for row in told],
        "start": [str(row.evidence[0].start) for row in told],
        "end": [str(row.evidence[0].end) for row in told],
    }
    return _aligned({name: list(map(plain, cells)) for name, cells in columns.items() if any(cells)})


def figures_csv(folder: Path) -> str:
    """A row a passage; a cell that a spreadsheet would take for a formula is quoted by an apostrophe."""
    return as_csv(_brief(folder))


def figures_json(folder: Path) -> str:
    """A list of objects; each figure has all its passages in `evidence`, the first-told first."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    text = msgspec.json.format(encoder.encode(list(rows(_brief(folder)))), indent=1).decode()
    return _OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _brief(folder: Path) -> Brief:
    """The record of an issue, or what the articles of a topic say now."""
    if (folder / "brief.json").exists():
        return record.load(folder / "brief.json")
    from brief.pipeline import condense  # noqa: PLC0415 - an issue needs none of it

    return condense(folder, config.load(folder))[0]


def _value(row: Row) -> str:
    return cell(row.value) if row.value is not None else f"{cell(row.low)}-{cell(row.high)}"


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

"""Proof that the single sheet and the card show the record and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from brief.check.again import printed_again
from brief.check.issue import RECORD, Finding, Issue, theme_of
from brief.check.page import EXCERPT, GATE, added, known_words
from brief.check.readout import Readout, open_print
from brief.errors import Remark, joined
from brief.outputs import Rendered, output
from brief.pages.extent import SHEET
from brief.render import render_digest

ONEPAGE, CARD = "brief-onepage.pdf", "brief-card.png"


def prove_single(issue: Issue) -> Iterator[Finding]:
    """Each of them that is there holds; raises `ValueError` for a record that gives none."""
    for name, prove in ((ONEPAGE, _sheet_problems), (CARD, _card_problems)):
        path = issue.folder / name
        if path.is_file():
            yield from (Finding(GATE, joined((name, problem), ": ")) for problem in prove(issue, path))


def _sheet_problems(issue: Issue, path: Path) -> Iterator[Remark]:
    try:
        with printed_again(issue, "onepage") as again, open_print(path) as readout:
            yield from _problems_of_sheet(issue, readout, again)
    except ValueError as error:
        yield Remark("it cannot be read as a PDF (%(reason)s); build the issue again.", reason=error)


def _problems_of_sheet(issue: Issue, readout: Readout, again: Readout | None) -> Iterator[Remark]:
    """One page, this record inside, no words but those that the record has for a sheet, links that lead."""
    if (pages := len(tuple(readout.pages["pdfium"]))) != 1:
        yield Remark("it has %(count)s pages; build the issue again.", count=pages)
    if readout.attached.get(RECORD) != ((issue.folder / RECORD).read_bytes(),):
        yield Remark("the record inside is another one than brief.json; build the issue again.")
    fullest = next(render_digest(issue.brief, theme_of(issue), "onepage.html", SHEET))
    if strange := added(readout, known_words(fullest, again)):
        yield Remark(
            "«%(text)s» stands in it, but not in the record; build the issue again.", text=strange[:EXCERPT]
        )
    for name in sorted(readout.links - readout.destinations):
        yield Remark("a link leads to %(name)r, a place that is not there; build the issue again.", name=name)


def _card_problems(issue: Issue, path: Path) -> Iterator[Remark]:
    """A picture has no words that could be read out, so it is painted again and compared."""
    from PIL import Image  # noqa: PLC0415 - only a built card needs it

    meant = output("card")(issue.brief, Rendered("", theme_of(issue))).content
    if path.read_bytes() == meant:
        return
    try:
        with Image.open(path) as found, Image.open(io.BytesIO(meant)) as wanted:
            same = found.size == wanted.size and found.convert("RGB").tobytes() == wanted.tobytes()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        same = False
    if not same:
        yield Remark("it is not the picture that brief.json gives; build the issue again.")

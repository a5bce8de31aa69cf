"""Blocks as WordprocessingML, in the order of the manuscript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from brief.charts import Drawn
from brief.manuscript.blocks import (
    Block,
    Break,
    Contents,
    Drawing,
    Heading,
    Line,
    Manuscript,
    Numbered,
    Paragraph,
    Row,
    Said,
    Table,
)
from brief.outputs.word.pictures import Gallery, picture
from brief.outputs.word.runs import Marks, place, runs, runs_rtl, said
from brief.words import Words

# Twentieths of a point: the text block of A4 between the margins.
TEXT_WIDTH = 9412
# Rows of a table that no page may part, and their letters: what is longer leaves a gap where it begins.
_KEPT_WHOLE, _KEPT_LETTERS = 8, 900
# What a list or table ends with that belongs to it.
_REMARKS = {"note"}
_KEEP = "<w:keepNext/>"
# What stands on the side of the frame, whatever its language.
_HEADS = {"Title", "Subtitle", "Heading1", "Heading2", "Caption"}
# The styles of an entry, of its label and of the text below that: of items, and of key points.
_OPEN = ("ListNumber", "ListLabel", "ListContinue")
_CLOSE = ("KeyPoint", "KeyPointLabel", "KeyPointContinue")
_ROLES = {
    "kicker": "Kicker",
    "title": "Title",
    "subtitle": "Subtitle",
    "standfirst": "Standfirst",
    "lead": "BottomLine",
    "figure": "BigFigure",
    "measured": "Measured",
    "body": "BodyText",
    "quote": "Quote",
    "speaker": "Speaker",
    "note": "Note",
    "caption": "Caption",
}


class Body:
    """Writes the blocks of a manuscript; lists and notes are counted as they come."""

    def __init__(self, words: Words, marks: Marks, paint: Callable[[Drawing], Drawn]) -> None:
        self.words = words
        self.marks = marks
        self.gallery = Gallery(paint)
        self.lists = 0

    @property
    def _rtl(self) -> bool:
        return self.words.direction == "rtl"

    def written(self, whole: Manuscript) -> str:
        """The body without its section."""
        followed = pairwise((*whole.blocks, None))
        return "".join(part for block, after in followed if block for part in self._block(block, after))

    def _block(self, block: Block, after: Block | None) -> Iterator[str]:
        """A block; a list or table keeps to the remark on it that comes after."""
        kept = isinstance(after, Paragraph) and after.role in _REMARKS
        if isinstance(block, Numbered):
            return self._numbered(block, kept=kept)
        if isinstance(block, Table):
            return self._table(block, kept=kept)
        writers: dict[type, Callable[[Any], Iterator[str]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Drawing: self._drawing,
            Contents: self._contents,
        }
        return writers[type(block)](block)

    def paragraph(
        self, style: str, line: Line, target: str | None = None, extra: str = "", as_in: Line | None = None
    ) -> str:
        """A paragraph of a style that runs as its line or another does; `extra` are further properties."""
        rtl = runs_rtl(line if as_in is None else as_in, self.words)
        bidi = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
        # `right` is where the lines of a paragraph end that runs from right to left.
        side = '<w:jc w:val="right"/>' if style in _HEADS and rtl != self._rtl else ""
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{extra}{bidi}{side}</w:pPr>'
        made = runs(line, self.words, self.marks, rtl=rtl)
        return f"<w:p>{look}{self.marks.bookmark(target)}{made}</w:p>"

    def _heading(self, heading: Heading) -> Iterator[str]:
        if heading.kicker:
            yield self.paragraph("PartNumber", (Said(heading.kicker),))
        yield self.paragraph(f"Heading{heading.level}", (Said(heading.text),), heading.id)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        if paragraph.role == "marking":
            return  # It stands in the head of the first page.
        yield self.paragraph(_ROLES[paragraph.role], paragraph.line, paragraph.id, as_in=paragraph.along)

    def _numbered(self, numbered: Numbered, *, kept: bool) -> Iterator[str]:
        """The entries; a label above one is a paragraph of its own, which keeps to its text."""
        counted = self._counted()
        plain, labelled, below = _CLOSE if numbered.close else _OPEN
        for number, (line, target) in enumerate(zip(numbered.entries, numbered.ids, strict=True), 1):
            keep = _KEEP if kept and number == len(numbered.entries) else ""
            label, text = _parted(line)
            style = labelled if label else plain
            before = counted if label else f"{keep}{counted}"
            written = self.paragraph(style, label or text, target, before, as_in=text)
            yield written if counted else self._told(number, written)
            if label:
                yield self.paragraph(below, text, extra=keep)

    def _counted(self) -> str:
        """What counts the entries of a new list: nothing where its digits are not those of programs."""
        if self.words.eastern:
            return ""
        self.lists += 1
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.lists}"/></w:numPr>'

    def _told(self, number: int, written: str) -> str:
        """A paragraph with its number written out."""
        shown = said(Said(f"{self.words.digits(str(number))}."), self.words, rtl=self._rtl)
        return written.replace("</w:pPr>", f"</w:pPr>{shown}<w:r><w:tab/></w:r>", 1)

    def _drawing(self, drawing: Drawing) -> Iterator[str]:
        shown = picture(self.gallery.hang(drawing), drawing.alt, self.words)
        bidi = "<w:bidi/>" if self.words.direction == "rtl" else '<w:bidi w:val="0"/>'
        yield f'<w:p><w:pPr><w:pStyle w:val="Picture"/>{bidi}</w:pPr>{shown}</w:p>'

    def _table(self, table: Table, *, kept: bool) -> Iterator[str]:
        widths = [TEXT_WIDTH * width // 100 for width in table.widths]
        visual = "<w:bidiVisual/>" if self.words.direction == "rtl" else ""
        style = "BriefBox" if table.boxed else "BriefTable"
        yield f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{visual}'
        yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        yield '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        yield ' w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for text, width in zip(table.head, widths, strict=True):
            yield _cell(width, self.paragraph("TableHead", (Said(text),)))
        yield "</w:tr>"
        last, whole = len(table.rows), _is_short(table)
        for number, row in enumerate(table.rows, 1):
            # No row is left alone on either page.
            held = kept if number == last else whole or number in {1, last - 1}
            yield from self._row(row, widths, _KEEP if held else "")
        # Word joins tables that nothing parts.
        yield f"</w:tbl>{self.paragraph('AfterTable', (), extra=_KEEP if kept else '')}"

    def _row(self, row: Row, widths: list[int], extra: str) -> Iterator[str]:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for number, (lines, width) in enumerate(zip(row.cells, widths, strict=True)):
            style = "RowHead" if number == 0 else "Cell"
            first, *more = lines or ((),)
            held = self.paragraph(style, first, row.id if number == 0 else None, extra)
            if number == 0:
                also = "".join(map(self.marks.bookmark, row.also))
                held = held.replace("</w:pPr>", f"</w:pPr>{also}", 1)
            yield _cell(width, held + "".join(self.paragraph("Cell", line, extra=extra) for line in more))
        yield "</w:tr>"

    def _contents(self, contents: Contents) -> Iterator[str]:
        """A field that Word can renew, filled already; without pages, which nobody knows yet.

        LibreOffice keeps no paragraph to such a field, so the heading opens a page. Not where the first
        one is full: if it runs over by a line, as other type makes it, the second would hold that line alone.
        """
        rtl = self.words.direction == "rtl"
        opens = "<w:pageBreakBefore/>" if contents.opens else ""
        yield self.paragraph("ContentsHead", (Said(contents.title),), extra=opens)
        begin = _field("begin") + _instruction(r'TOC \o "1-1" \n \h \z') + _field("separate")
        for number, (target, title) in enumerate(contents.parts):
            made = said(Said(title), self.words, rtl=rtl)
            link = f'<w:hyperlink w:anchor="{place(target)}" w:history="1">{made}</w:hyperlink>'
            end = _field("end") if number == len(contents.parts) - 1 else ""
            bidi = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
            look = f'<w:pPr><w:pStyle w:val="TOC1"/>{"" if end else "<w:keepNext/>"}{bidi}</w:pPr>'
            yield f"<w:p>{look}{begin if number == 0 else ''}{link}{end}</w:p>"


def _parted(line: Line) -> tuple[Line, Line]:
    """The label of an entry, with the stamps before it, and its text; no label where it has none."""
    for at, one in enumerate(line):
        if isinstance(one, Break):
            return line[:at], line[at + 1 :]
    return (), line


def _is_short(table: Table) -> bool:
    """Whether a table is kept on one page: by its rows and the letters in them."""
    lines = (line for row in table.rows for cell in row.cells for line in cell)
    letters = sum(len(one.text) for line in lines for one in line if isinstance(one, Said))
    return len(table.rows) <= _KEPT_WHOLE and letters <= _KEPT_LETTERS


def _cell(width: int, held: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>'


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def page_number(words: Words) -> str:
    """The number of the page, as a field.

    No format of numbers has Arabic-Indic digits (`hindiNumbers` are those of Devanagari): Word sets
    them where the run is marked as Arabic and its user has chosen so, as for the marks of notes.
    """
    look = "<w:rPr><w:rtl/></w:rPr>" if words.eastern else ""
    begin, end = _field("begin") + _instruction("PAGE") + _field("separate"), _field("end")
    shown = f"{begin}<w:r><w:t>{words.digits('1')}</w:t></w:r>{end}"
    return shown.replace("<w:r>", f"<w:r>{look}")

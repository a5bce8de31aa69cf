"""Blocks as WordprocessingML, in the order of the manuscript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from brief.charts import Drawn
from brief.manuscript.blocks import (
    Block,
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
# Rows of a table that no page may part.
_KEPT_WHOLE = 8
_ROLES = {
    "kicker": "Kicker",
    "title": "Title",
    "subtitle": "Subtitle",
    "standfirst": "Standfirst",
    "lead": "BottomLine",
    "figure": "BigFigure",
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

    def written(self, whole: Manuscript) -> str:
        """The body without its section."""
        return "".join(part for block in whole.blocks for part in self._block(block))

    def _block(self, block: Block) -> Iterator[str]:
        writers: dict[type, Callable[[Any], Iterator[str]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Numbered: self._numbered,
            Table: self._table,
            Drawing: self._drawing,
            Contents: self._contents,
        }
        return writers[type(block)](block)

    def paragraph(self, style: str, line: Line, target: str | None = None, extra: str = "") -> str:
        """A paragraph of a style that runs as its line does; `extra` are further properties."""
        bidi = "<w:bidi/>" if runs_rtl(line, self.words) else '<w:bidi w:val="0"/>'
        look = f'<w:pPr><w:pStyle w:val="{style}"/>{extra}{bidi}</w:pPr>'
        return f"<w:p>{look}{self.marks.bookmark(target)}{runs(line, self.words, self.marks)}</w:p>"

    def _heading(self, heading: Heading) -> Iterator[str]:
        fresh = "<w:pageBreakBefore/>" if heading.fresh else ""
        if heading.kicker:
            yield self.paragraph("PartNumber", (Said(heading.kicker),), extra=fresh)
            fresh = ""
        yield self.paragraph(f"Heading{heading.level}", (Said(heading.text),), heading.id, fresh)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        yield self.paragraph(_ROLES[paragraph.role], paragraph.line, paragraph.id)

    def _numbered(self, numbered: Numbered) -> Iterator[str]:
        self.lists += 1
        counted = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.lists}"/></w:numPr>'
        for line, target in zip(numbered.entries, numbered.ids, strict=True):
            yield self.paragraph("ListNumber", line, target, counted)

    def _drawing(self, drawing: Drawing) -> Iterator[str]:
        shown = picture(self.gallery.hang(drawing), drawing.alt, self.words)
        bidi = "<w:bidi/>" if self.words.direction == "rtl" else '<w:bidi w:val="0"/>'
        yield f'<w:p><w:pPr><w:pStyle w:val="Picture"/>{bidi}</w:pPr>{shown}</w:p>'

    def _table(self, table: Table) -> Iterator[str]:
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
        whole = len(table.rows) <= _KEPT_WHOLE
        for number, row in enumerate(table.rows, 1):
            yield from self._row(row, widths, "<w:keepNext/>" if whole and number < len(table.rows) else "")
        # Word joins tables that nothing parts.
        yield f"</w:tbl>{self.paragraph('AfterTable', ())}"

    def _row(self, row: Row, widths: list[int], extra: str) -> Iterator[str]:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for number, (lines, width) in enumerate(zip(row.cells, widths, strict=True)):
            style = "RowHead" if number == 0 else "Cell"
            target = row.id if number == 0 else None
            held = "".join(
                self.paragraph(style, line, None if at else target, extra) for at, line in enumerate(lines)
            )
            yield _cell(width, held or self.paragraph(style, (), target, extra))
        yield "</w:tr>"

    def _contents(self, contents: Contents) -> Iterator[str]:
        """A field that Word can renew, filled already; without pages, which nobody knows yet."""
        rtl = self.words.direction == "rtl"
        yield self.paragraph("ContentsHead", (Said(contents.title),))
        begin = _field("begin") + _instruction(r'TOC \o "1-1" \n \h \z') + _field("separate")
        for number, (target, title) in enumerate(contents.parts):
            made = said(Said(title), self.words, rtl=rtl)
            link = f'<w:hyperlink w:anchor="{place(target)}" w:history="1">{made}</w:hyperlink>'
            end = _field("end") if number == len(contents.parts) - 1 else ""
            bidi = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
            look = f'<w:pPr><w:pStyle w:val="TOC1"/>{"" if end else "<w:keepNext/>"}{bidi}</w:pPr>'
            yield f"<w:p>{look}{begin if number == 0 else ''}{link}{end}</w:p>"


def _cell(width: int, held: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{held}</w:tc>'


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


def page_number() -> str:
    """The number of the page, as a field."""
    begin, end = _field("begin") + _instruction("PAGE") + _field("separate"), _field("end")
    return f"{begin}<w:r><w:t>1</w:t></w:r>{end}"

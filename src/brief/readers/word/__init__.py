"""DOCX: paragraphs, lists and tables in their order, headings by their styles.

Nothing that a file points to is fetched and nothing in it is run; what was struck out, what
is hidden and what reviewers noted beside the text is not read.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.oxml import parse_xml
from msgspec import Struct

from brief.errors import SourceError
from brief.model import Page
from brief.readers.lines import CELLS, Block, joined
from brief.readers.reasons import Reason
from brief.readers.word.package import checked
from brief.readers.word.seen import boxes, on, runs, tag, text, value
from brief.readers.word.styled import (
    HEADINGS,
    PLAIN,
    Lists,
    Style,
    default_style,
    is_bold,
    number_of,
    outline_of,
    size_of,
    styles,
)

HEADING_WORDS = 14
PROSE_WORDS = 8
LONG_WORDS = 25
HEADING_SIZE = 1.12
DEFAULT_SIZE = 22
# What stands deeper in tables within tables is read as plain paragraphs.
MAX_NESTING = 6

_SENTENCE_END = re.compile(r"[.!?؟…]\W*$")
_LINE_END = re.compile(r"[.!?؟…:؛،]\W*$")
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_BESIDE = {
    "header": Reason.RUNNING_HEAD,
    "footer": Reason.RUNNING_HEAD,
    "footnotes": Reason.FOOTNOTE,
    "endnotes": Reason.FOOTNOTE,
}


class _Paragraph(Struct, frozen=True):
    """A paragraph as it is seen, and how it is set."""

    text: str
    style: Style
    bold: bool = False
    size: int = DEFAULT_SIZE
    heading: bool = False
    cell: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        ends = bool(_SENTENCE_END.search(self.text))
        return self.words >= LONG_WORDS or (self.words >= PROSE_WORDS and ends)


class _Setting(Struct, frozen=True):
    """What the file says once for all its paragraphs."""

    styles: dict[str, Style]
    default: str | None
    lists: Lists
    hidden: frozenset[str] = frozenset()


def read_word(content: bytes, charset: str | None) -> Iterator[Page]:
    """The text of a Word file as one page, its title where a paragraph is set as one.

    Raises `SourceError` where it is of another format, locked, broken or made to do harm.
    """
    try:
        document = docx.Document(io.BytesIO(checked(content)))
        found = list(_paragraphs(document.element.body, _setting(document.part), 0))
        beside = list(_beside(document.part))
    except SourceError:
        raise
    except Exception as error:  # A file that was not written by Word breaks the parser in any way it likes.
        raise SourceError("is no whole Word file; fetch or save it again.", "broken") from error
    said, hints = joined([*_blocks(found), *beside])
    if not said:
        raise SourceError("holds no text; pictures are not read.", "no_text")
    title = next((one.text for one in found if one.style.aside == Reason.TITLE), None)
    yield Page(text=said, hints=hints, title=title)


# What stands in the file ------------------------------------------------------------------


def _setting(part: Any) -> _Setting:  # noqa: ANN401 - python-docx annotates its parts as any
    root = part.styles.element
    numbering = next((rel.target_part for rel in _related(part, "numbering")), None)
    lists = Lists(None if numbering is None else numbering.element)
    named = styles(root)
    hidden = frozenset(name for name, style in named.items() if style.hidden)
    return _Setting(named, default_style(root), lists, hidden)


def _related(part: Any, kind: str) -> Iterator[Any]:  # noqa: ANN401 - see _setting
    """The inner parts of a kind that a part leads to; what lies outside of the file is not looked at."""
    for relation in part.rels.values():
        if relation.reltype == _RELATED + kind and not relation.is_external:
            yield relation


def _paragraphs(element: Any, setting: _Setting, depth: int) -> Iterator[_Paragraph]:  # noqa: ANN401
    """The paragraphs and rows of a body, a cell or a control, in their order."""
    if depth > MAX_NESTING:
        yield from (line for inner in element.iter(tag("w:p")) for line in _lines(inner, setting))
        return
    for child in element:
        if child.tag == tag("w:p"):
            yield from _lines(child, setting)
            for inner in boxes(child):
                yield from _lines(inner, setting)
        elif child.tag == tag("w:tbl"):
            yield from _table(child, setting, depth)
        elif child.tag in {
            tag("w:sdt"),
            tag("w:sdtContent"),
            tag("w:customXml"),
            tag("w:ins"),
            tag("w:moveTo"),
        }:
            yield from _paragraphs(child, setting, depth if child.tag == tag("w:sdtContent") else depth + 1)


def _lines(element: Any, setting: _Setting) -> Iterator[_Paragraph]:  # noqa: ANN401 - an element
    """A paragraph, one for each line where it is broken by hand."""
    properties = element.find(tag("w:pPr"))
    style = setting.styles.get(value(properties, "w:pStyle") or setting.default or "", PLAIN)
    seen = [] if style.hidden else [run for run in runs(element, setting.hidden) if text(run).strip()]
    if not seen:
        return
    outline = outline_of(properties)
    number = number_of(properties) or style.number
    lines = "".join(map(text, runs(element, setting.hidden))).split("\n")
    label = setting.lists.label(number)
    for place, line in enumerate(line for line in lines if line.strip()):
        yield _Paragraph(
            text=" ".join(((label if not place else "") + line).split()),
            style=style,
            bold=all(_is_bold(run, style, setting) for run in seen),
            size=_size(seen, style),
            heading=style.heading if outline is None else outline < HEADINGS,
        )


def _is_bold(run: Any, style: Style, setting: _Setting) -> bool:  # noqa: ANN401 - an element
    properties = run.find(tag("w:rPr"))
    own = is_bold(properties)
    if own is not None:
        return own
    named = setting.styles.get(value(properties, "w:rStyle") or "")
    return style.bold or (named is not None and named.bold)


def _size(seen: Sequence[Any], style: Style) -> int:
    sizes = Counter[int]()
    for run in seen:
        own = size_of(run.find(tag("w:rPr")))
        sizes[own or style.size or DEFAULT_SIZE] += len(text(run))
    return max(sizes, key=lambda size: (sizes[size], size))


def _table(element: Any, setting: _Setting, depth: int) -> Iterator[_Paragraph]:  # noqa: ANN401 - an element
    """A line for each row; a table that only holds prose in its place is read cell by cell."""
    rows = [
        [list(_paragraphs(cell, setting, depth + 1)) for cell in _cells(row)]
        for row in element.iter(tag("w:tr"))
        if _table_of(row) is element and on(row.find(tag("w:trPr")), "w:del") is None
    ]
    if max(map(len, rows), default=0) < 2 or any(
        sum(one.is_prose for one in cell) > 1 for row in rows for cell in row
    ):
        yield from (one for row in rows for cell in row for one in cell)
        return
    for row in rows:
        cells = [" ".join(one.text for one in cell) for cell in row]
        if any(cells):
            yield _Paragraph(CELLS.join(cell for cell in cells if cell), PLAIN, cell=True)


def _table_of(row: Any) -> Any:  # noqa: ANN401 - an element
    return next((parent for parent in row.iterancestors() if parent.tag == tag("w:tbl")), None)


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401 - an element
    """The cells of a row, those that a cell above reaches down into left out."""
    for cell in row.iter(tag("w:tc")):
        if next((parent for parent in cell.iterancestors() if parent.tag == tag("w:tr")), None) is not row:
            continue
        properties = cell.find(tag("w:tcPr"))
        merged = None if properties is None else properties.find(tag("w:vMerge"))
        if merged is None or merged.get(tag("w:val")) == "restart":
            yield cell


def _beside(part: Any) -> Iterator[Block]:  # noqa: ANN401 - see _setting
    """What heads, feet and notes say, each thing once."""
    plain = _Setting({}, None, Lists(None))
    said: set[str] = set()
    for kind, reason in _BESIDE.items():
        for relation in _related(part, kind):
            for found in _notes(parse_xml(relation.target_part.blob), plain):
                if found.text not in said:
                    said.add(found.text)
                    yield Block(found.text, "aside", reason)


def _notes(root: Any, setting: _Setting) -> Iterator[_Paragraph]:  # noqa: ANN401 - an element
    yield from _paragraphs(root, setting, 0)
    for name in ("w:footnote", "w:endnote"):
        for note in root.iterchildren(tag(name)):
            yield from _paragraphs(note, setting, 0)


# What it is ---------------------------------------------------------------------------------


def _blocks(found: Sequence[_Paragraph]) -> Iterator[Block]:
    """Each paragraph with what its style or its look says; what stands above all prose is left open."""
    usual = _usual_size(found)
    prose = [number for number, one in enumerate(found) if one.is_prose and not one.style.aside]
    headings = [number for number, one in enumerate(found) if one.heading and not one.style.aside]
    body = min([*prose[:1], *headings[:1]], default=len(found))
    for number, one in enumerate(found):
        if one.style.aside:
            yield Block(one.text, "aside", one.style.aside)
        elif one.heading or (prose and prose[0] < number < prose[-1] and _looks_like_heading(one, usual)):
            yield Block(one.text, "heading")
        elif one.is_prose or (number > body and (one.words >= PROSE_WORDS or (one.cell and prose))):
            yield Block(one.text, "paragraph")
        else:
            yield Block(one.text)


def _usual_size(found: Sequence[_Paragraph]) -> int:
    sizes = Counter[int]()
    for one in found:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=DEFAULT_SIZE)


def _looks_like_heading(one: _Paragraph, usual: int) -> bool:
    short = one.words <= HEADING_WORDS and not one.cell and not _LINE_END.search(one.text.rstrip(":"))
    return short and (one.bold or one.size > HEADING_SIZE * usual)

"""brief.md: the brief as Markdown with tables and notes; the text of a source never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brief.manuscript import manuscript
from brief.manuscript.blocks import (
    STAMPS,
    Block,
    Break,
    Contents,
    Drawing,
    Heading,
    Line,
    Manuscript,
    Numbered,
    Paragraph,
    Proof,
    Said,
    Table,
)
from brief.manuscript.pieces import pieces
from brief.model import Artifact, Brief
from brief.outputs import Rendered
from brief.words import Words

# Whatever CommonMark and its common extensions (tables, notes, formulas, mentions) read as markup.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~^$@#&]|(?<=www)\.|:(?=//)|:(?=[a-z0-9_+-]+:)", re.IGNORECASE)
# What opens a list, a heading's underline or a rule where a line begins.
_OPENING = re.compile(r"^( *)(?:([-+=])|([0-9]{1,9})([.)]))", re.MULTILINE)
_LEFT = "\u200e"
_STRONG = {"strong"}


def write(brief: Brief, page: Rendered) -> Artifact:
    """The brief as Markdown in UTF-8; raises `TopicError` for an unknown locale."""
    whole = manuscript(brief)
    text = Writer(whole.words).written(whole, brief)
    return Artifact("brief.md", "text/markdown; charset=utf-8", text.encode("utf-8"))


def escaped(text: str) -> str:
    """`text` with a backslash before whatever Markdown would read as markup."""
    return _MARKUP.sub(r"\\\g<0>", text)


class Writer:
    """Writes blocks one after the other; notes are numbered as they come and stand at the end."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.notes: list[str] = []

    def written(self, whole: Manuscript, brief: Brief) -> str:
        """The file: its parts with a blank line between them, the way of its lines told around them."""
        body = [text for block in whole.blocks for text in self._block(block)]
        opened = f'<div lang="{brief.language}" dir="{self.words.direction}">'
        return "\n\n".join((opened, *body, *self.notes, "</div>")) + "\n"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            yield f"{'#' * (block.level + 1)} {self._line((Said(block.text),))}"
        elif isinstance(block, Paragraph):
            yield self._paragraph(block)
        elif isinstance(block, Numbered):
            yield "\n".join(
                f"{number}. {self._line(line, 3)}" for number, line in enumerate(block.entries, 1)
            )
        elif isinstance(block, Table):
            yield "\n".join(self._table(block))
        elif isinstance(block, Contents):
            yield f"## {self._line((Said(block.title),))}"
            yield "\n".join(f"- {self._line((Said(title),))}" for _, title in block.parts)
        elif isinstance(block, Drawing):
            yield f"*{self._line((Said(block.alt),))}*"

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = self._line(paragraph.line)
        if paragraph.role == "title":
            return f"# {text}"
        if paragraph.role == "caption":
            return f"### {text}"
        if paragraph.role == "figure":
            return f"**{text}**"
        return f"> {text}" if paragraph.role == "quote" else text

    def _table(self, table: Table) -> Iterator[str]:
        yield _row(self._line((Said(text),)) for text in table.head)
        yield _row("---" for _ in table.head)
        for row in table.rows:
            cells = (self._cell(lines) for lines in row.cells)
            yield _row(
                f"**{cell}**" if number == 0 and _is_plain(cell) else cell
                for number, cell in enumerate(cells)
            )

    def _cell(self, lines: Sequence[Line]) -> str:
        """The lines of a cell on one: a table of Markdown has no other."""
        return f" {escaped(self.words.dot)} ".join(
            filter(None, (self._line(line, None).strip() for line in lines))
        )

    def _line(self, line: Line, indent: int | None = 0) -> str:
        """A line as Markdown; where it breaks, the next is `indent` blanks in, or joined by a dot."""
        broken = f" {escaped(self.words.dot)} " if indent is None else "\\\n" + " " * indent
        return _as_text("".join(self._part(one, broken) for one in line))

    def _part(self, one: Said | Proof | Break, broken: str) -> str:
        if isinstance(one, Break):
            return broken
        if isinstance(one, Proof):
            return self._note(one)
        return self._said(one)

    def _note(self, proof: Proof) -> str:
        number = len(self.notes) + 1
        self.notes.append(f"[^{number}]: {_as_text(''.join(map(self._said, proof.line)))}")
        return f"[^{number}]"

    def _said(self, said: Said) -> str:
        text = "".join(
            f"{_LEFT}{escaped(piece.text)}{_LEFT}" if piece.turned else escaped(piece.text)
            for piece in pieces(said, self.words)
        )
        if said.look in STAMPS:
            return f"*({text})* "
        return _emphasized(text) if said.look in _STRONG else text


def _emphasized(text: str) -> str:
    """Bold, the blanks at the edges left outside, where Markdown wants them."""
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}**{bare}**{text[start + len(bare) :]}"


def _is_plain(cell: str) -> bool:
    return bool(cell) and "**" not in cell


def _as_text(made: str) -> str:
    """What is made of a line, no list, rule or heading opened by its first sign."""
    return _OPENING.sub(_kept, made)


def _kept(match: re.Match[str]) -> str:
    """The opening of a line as text."""
    blank, sign, number, stop = match.groups()
    return f"{blank}\\{sign}" if sign else f"{blank}{number}\\{stop}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

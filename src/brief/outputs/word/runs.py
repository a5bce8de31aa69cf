"""Lines as WordprocessingML: runs, links within the document, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from brief.manuscript.blocks import STAMPS, TIE, Break, Line, Proof, Said
from brief.manuscript.pieces import Piece, is_aside, pieces
from brief.words import Words

STYLES = {
    "strong": "Strong",
    "quiet": "Quiet",
    "fact": "StampFact",
    "standing": "StampStanding",
    "claim": "StampClaim",
    "view": "StampView",
    "judgement": "StampJudgement",
}
_MOST_OF_A_NAME = 40
_BREAK = "<w:r><w:br/></w:r>"
_THIN = "\u202f"
_LEFT, _RIGHT = "\u200e", "\u200f"
# What at the edges of words belongs to the line that they stand in.
_OF_LINE = " ,"
# The number of a source.
_NUMBER = re.compile(r"\[[0-9]+\]")


class Marks:
    """What is counted over the whole document: its notes in their order, and its bookmarks."""

    def __init__(self) -> None:
        self.notes: list[Proof] = []
        self._places: set[str] = set()

    def note(self, proof: Proof) -> int:
        """The number of a note, from one."""
        self.notes.append(proof)
        return len(self.notes)

    def bookmark(self, target: str | None) -> str:
        """A place that links may lead to; one that is there already stays the only one."""
        if target is None or target in self._places:
            return ""
        self._places.add(target)
        number = len(self._places)
        return f'<w:bookmarkStart w:id="{number}" w:name="{place(target)}"/><w:bookmarkEnd w:id="{number}"/>'


def place(target: str) -> str:
    """The name of the bookmark of an id: letters, digits and low lines, no longer than Word allows."""
    name = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in target)
    return f"at_{name}"[:_MOST_OF_A_NAME]


def runs(line: Line, words: Words, marks: Marks, *, rtl: bool) -> str:
    """The runs of a line that runs this way; each note that it holds is counted."""
    made = []
    for before, one in pairwise((None, *line)):
        if isinstance(before, Said) and isinstance(one, Proof) and before.text[-1:].isdigit():
            # Beside a year or an amount the number of a note would be read as more of its digits.
            made.append(_text(Piece(_THIN, rtl=rtl), None))
        made.extend(_run(one, words, marks, rtl=rtl) if one else ())
    return "".join(made)


def runs_rtl(line: Line, words: Words) -> bool:
    """Whether a line runs from right to left."""
    return (words.direction == "rtl") != is_aside(line, words)


def _run(one: Said | Proof | Break, words: Words, marks: Marks, *, rtl: bool) -> Iterator[str]:
    if isinstance(one, Break):
        yield _BREAK
    elif isinstance(one, Proof):
        yield reference(marks.note(one), rtl=rtl)
    else:
        yield said(one, words, rtl=rtl)


def reference(number: int, *, rtl: bool) -> str:
    """The mark of a note; a mark of direction keeps it apart from a number before it.

    One written out in the digits of the document is shown twice by LibreOffice.
    """
    apart = _text(Piece(_RIGHT, rtl=True), None) if rtl else ""
    look = f'<w:rPr><w:rStyle w:val="FootnoteReference"/>{_rtl(rtl)}</w:rPr>'
    return f'{apart}<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'


def said(one: Said, words: Words, *, rtl: bool) -> str:
    """Words in runs of one direction each, as a link where they lead somewhere."""
    style = STYLES.get(one.look)
    found = list(pieces(one, words))
    if one.look in STAMPS:
        # One run: the ground behind it is not broken.
        label = f"{TIE}{''.join(piece.text for piece in found)}{TIE}"
        found = [Piece(label, rtl=words.direction == "rtl")]
    # A remark against the line has one of its own: where it breaks, its halves would change places.
    below = one.look == "quiet" and rtl != (words.direction == "rtl") and one.text.startswith(" ")
    made = _BREAK if below else ""
    made += "".join(_text(piece, style, within_rtl=rtl, mixed=words.aside is not None) for piece in found)
    if one.look in STAMPS:
        # Two stamps against the line would change places.
        apart = "" if rtl == (words.direction == "rtl") else _RIGHT if rtl else _LEFT
        made += _text(Piece(f"{apart} ", rtl=rtl), None)
    return f'<w:hyperlink w:anchor="{place(one.to)}" w:history="1">{made}</w:hyperlink>' if one.to else made


def _text(piece: Piece, style: str | None, *, within_rtl: bool = False, mixed: bool = False) -> str:
    """A run; in a frame of another direction one against its line is kept apart on both its sides."""
    if mixed and not any(map(str.isalnum, piece.text)):
        # Marks and blanks are of the line, whatever stands beside them: a stop keeps to its word.
        return _set(piece.text, style, rtl=within_rtl)
    if within_rtl and _NUMBER.fullmatch(piece.text):
        # As one stretch, because programs end a line between a bracket and a number that runs otherwise.
        return _set(f"{_LEFT}{piece.text}{_RIGHT}", style, rtl=False)
    if not (mixed and piece.rtl != within_rtl):
        text = f"{_LEFT}{piece.text}{_LEFT}" if piece.turned and within_rtl else piece.text
        return _set(text, style, rtl=piece.rtl)
    # The first marks hold the edges of the words to them, those outside what stands beside them.
    inner, outer = (_RIGHT, _LEFT) if piece.rtl else (_LEFT, _RIGHT)
    before = piece.text[: len(piece.text) - len(piece.text.lstrip(_OF_LINE))]
    after = piece.text[len(piece.text.rstrip(_OF_LINE)) :]
    made = _set(f"{inner}{piece.text.strip(_OF_LINE)}{inner}", style, rtl=piece.rtl)
    edges = (_set(f"{before}{outer}", style, rtl=within_rtl), _set(f"{outer}{after}", style, rtl=within_rtl))
    return f"{edges[0]}{made}{edges[1]}"


def _set(text: str, style: str | None, *, rtl: bool) -> str:
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += _rtl(rtl)
    set_so = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{set_so}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _rtl(rtl: bool) -> str:  # noqa: FBT001 - the property is a flag
    return "<w:rtl/>" if rtl else ""

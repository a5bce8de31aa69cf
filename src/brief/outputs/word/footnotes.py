"""The notes at the foot of the pages: what python-docx has no words for."""

from __future__ import annotations

from brief.manuscript.blocks import Proof
from brief.outputs.word.runs import Marks, runs
from brief.words import Words

# The rules over the notes count as notes of their own.
RULE, CONTINUED = -1, 0
SETTINGS = f'<w:footnotePr><w:footnote w:id="{RULE}"/><w:footnote w:id="{CONTINUED}"/></w:footnotePr>'


def footnotes(notes: list[Proof], words: Words) -> str:
    """The elements of all notes, numbered from one as the document refers to them."""
    bidi = "<w:bidi/>" if words.direction == "rtl" else '<w:bidi w:val="0"/>'
    rules = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>{bidi}</w:pPr><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number in (("separator", RULE), ("continuationSeparator", CONTINUED))
    )
    return rules + "".join(_note(number, note, words) for number, note in enumerate(notes, 1))


def _note(number: int, note: Proof, words: Words) -> str:
    rtl = words.direction == "rtl"
    turn = "<w:rtl/>" if rtl else ""
    bidi = "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>'
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>{turn}</w:rPr><w:footnoteRef/></w:r>'
    # A mark of direction keeps the note's number apart from that of the source.
    blank = "\u200f " if rtl else " "
    apart = f'<w:r><w:rPr>{turn}</w:rPr><w:t xml:space="preserve">{blank}</w:t></w:r>'
    text = runs(note.line, words, Marks(), rtl=rtl)
    look = f'<w:pPr><w:pStyle w:val="FootnoteText"/>{bidi}</w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{look}{mark}{apart}{text}</w:p></w:footnote>'

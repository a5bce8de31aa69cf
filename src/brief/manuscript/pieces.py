"""Words of a line as pieces that run one way each, in the digits of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from brief.manuscript.blocks import TIE, Line, Said
from brief.printed import directed, plain
from brief.words import APART, END_OF_ISOLATE, ISOLATE, Words

# Latin words with what stands between them, up to the bracket that closes one of theirs.
_LATIN = re.compile(
    r"(?=[A-Za-z])[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*[A-Za-z0-9](?:(?<=[^)(])\)(?=\s|$))?"
)


class Piece(Struct, frozen=True):
    """Text that runs from right to left or not; `turned` would be reversed by what stands around it."""

    text: str
    rtl: bool
    turned: bool = False


def pieces(said: Said, words: Words) -> Iterator[Piece]:
    """The text as it is printed, without control characters; its blanks at the edges stay."""
    text = said.text if said.verbatim else words.shown(said.text)
    for part in APART.split(text):
        bare = part.strip(ISOLATE + END_OF_ISOLATE)
        before, after = (_blank(edge) for edge in (bare[:1], bare[-1:]))
        shown = f"{before}{plain(bare)}{after}" if bare.strip() else before
        yield from _runs(shown, words)


def _blank(edge: str) -> str:
    """The blank at an edge of some words, none where a word stands there; a tie stays one."""
    return edge if edge == TIE else " " if edge.isspace() else ""


def is_aside(line: Line, words: Words) -> bool:
    """Whether a line is in the language of the sources where that runs against the frame."""
    longest = max((one.text for one in line if isinstance(one, Said)), key=len, default="")
    return ISOLATE not in longest and words.is_aside(longest)


def _runs(text: str, words: Words) -> Iterator[Piece]:
    if not text:
        return
    if words.direction != "rtl" and not words.is_aside(text):
        yield Piece(text, rtl=False)
        return
    lead, body = text[: len(text) - len(text.lstrip())], text.lstrip()
    if lead:
        yield Piece(lead, rtl=True)
    trail = body[len(body.rstrip()) :]
    for piece, turned in directed(body):
        yield from [Piece(piece, rtl=False, turned=True)] if turned else _scripts(piece)
    if trail:
        yield Piece(trail, rtl=True)


def _scripts(text: str) -> Iterator[Piece]:
    """Latin words apart from the rest."""
    last = 0
    for match in _LATIN.finditer(text):
        end = match.end() - (match[0].endswith(")") and "(" not in match[0])
        if last < match.start():
            yield Piece(text[last : match.start()], rtl=True)
        yield Piece(text[match.start() : end], rtl=False)
        last = end
    if last < len(text):
        yield Piece(text[last:], rtl=True)

"""Text of a source within the frame of a brief: its digits, its language and the way it runs.

A frame that runs as its sources do sets their words as they are. In any other, what is of a
source carries its language and direction, and a sentence of both keeps its order.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markupsafe import Markup, escape

from brief import printed as page
from brief.language import load
from brief.printed import plain
from brief.words import APART, END_OF_ISOLATE, ISOLATE, Words


def printed(text: str | None, words: Words) -> Markup:
    """`text` escaped for HTML in the digits of the document, what would be reversed set its own way."""
    said = words.shown(text or "")
    if words.direction == "rtl":
        return page.printed(said)
    return Markup("").join(_pieces(said, words))


def verbatim(text: str, words: Words) -> Markup:
    """A passage letter by letter, digits included, as the annex shows it."""
    return page.printed(text) if words.direction == "rtl" or words.is_aside(text) else escape(plain(text))


def tongue(text: str | None, words: Words) -> Markup:
    """The attributes of an element whose text runs against the frame: its language and direction."""
    if words.aside is None or not words.is_aside(text or ""):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(words.aside, _direction(words.aside))


def own(words: Words) -> Markup:
    """The attributes of a remark of the frame within words of a source that run against it.

    A block in the line, because a renderer may not turn a line for an inline element.
    """
    if words.aside is None:
        return Markup("")
    attributes = Markup(' lang="{}" dir="{}" style="display: inline-block"')
    return attributes.format(words.locale.partition("_")[0], words.direction)


@cache
def _direction(code: str) -> str:
    return load(code).direction


def _pieces(text: str, words: Words) -> Iterator[Markup]:
    """The pieces of a line that runs left to right, those of the sources set apart."""
    if not APART.search(text):
        yield _piece(plain(text), words)
        return
    for part in APART.split(text):
        own = part.removeprefix(ISOLATE).removesuffix(END_OF_ISOLATE)
        yield _between(part) if own == part else _piece(plain(own), words)


def _between(text: str) -> Markup:
    """Words of the frame between those of sources, with the blanks at their edges."""
    said = plain(text)
    before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return escape(f"{before}{said}{after}") if said else escape(before)


def _piece(text: str, words: Words) -> Markup:
    if attributes := tongue(text, words):
        return Markup("<span{}>{}</span>").format(attributes, page.printed(text))
    return escape(text)

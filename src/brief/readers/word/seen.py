"""Paragraphs of a Word file -> what a reader of it sees: neither what was struck out nor what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from docx.oxml.ns import qn

# Elements of WordprocessingML, by what is done with them.
_STRUCK_OUT = ("w:del", "w:moveFrom", "w:delText", "w:instrText")
_SET = ("w:rPr", "w:pPr", "w:sectPr")
_DRAWN = ("mc:Fallback", "w:txbxContent", "w:drawing", "w:pict", "w:object", "w:ruby")
_SIGNS = {"w:tab": " ", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": " "}
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = frozenset({"0", "false", "off"})


@cache
def tag(name: str) -> str:
    """An element's name as the parser has it («w:p»)."""
    prefix, _, local = name.partition(":")
    return f"{{{_MARKUP}}}{local}" if prefix == "mc" else str(qn(name))


@cache
def _passed() -> frozenset[str]:
    return frozenset(map(tag, (*_STRUCK_OUT, *_SET, *_DRAWN)))


def on(properties: Any, name: str) -> bool | None:  # noqa: ANN401 - an element of any schema
    """Whether a property is switched on; None where nothing is said."""
    found = None if properties is None else properties.find(tag(name))
    if found is None:
        return None
    return (found.get(tag("w:val")) or "1").lower() not in _OFF


def value(properties: Any, name: str) -> str | None:  # noqa: ANN401 - see on
    """What a property is set to; None where nothing is said."""
    found = None if properties is None else properties.find(tag(name))
    return None if found is None else found.get(tag("w:val"))


def runs(element: Any, hidden: frozenset[str]) -> Iterator[Any]:  # noqa: ANN401 - see on
    """The runs of a paragraph that are seen, in their order; `hidden` are styles that hide."""
    for child in element:
        if child.tag in _passed():
            continue
        if child.tag == tag("w:r"):
            if not _is_hidden(child, hidden):
                yield child
        elif isinstance(child.tag, str):
            yield from runs(child, hidden)


def _is_hidden(run: Any, hidden: frozenset[str]) -> bool:  # noqa: ANN401 - see on
    properties = run.find(tag("w:rPr"))
    own = on(properties, "w:vanish")
    return own if own is not None else value(properties, "w:rStyle") in hidden


def text(run: Any) -> str:  # noqa: ANN401 - see on
    """The words of a run; a break of line is a line end."""
    return "".join(_pieces(run))


def _pieces(run: Any) -> Iterator[str]:  # noqa: ANN401 - see on
    for child in run:
        if child.tag == tag("w:t"):
            yield child.text or ""
        elif child.tag == tag("w:br"):
            yield "\n" if child.get(tag("w:type"), "textWrapping") == "textWrapping" else " "
        elif isinstance(child.tag, str):
            yield next((sign for name, sign in _SIGNS.items() if child.tag == tag(name)), "")


def boxes(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401 - see on
    """The paragraphs in the text boxes that hang on a paragraph, each box once."""
    for box in paragraph.iter(tag("w:txbxContent")):
        if not any(parent.tag == tag("mc:Fallback") for parent in box.iterancestors()):
            yield from (inner for inner in box.iterchildren(tag("w:p")))

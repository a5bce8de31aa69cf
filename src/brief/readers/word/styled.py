"""Styles and lists of a Word file: what a paragraph is by the names and numbers it is set with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from brief.readers.reasons import Reason
from brief.readers.word.seen import on, tag, value

BULLET = "•"
# Deeper outlines are body text.
HEADINGS = 9
# A chain of styles that goes on longer goes round.
MAX_CHAIN = 12

_HEADING = re.compile(r"heading ?\d", re.IGNORECASE)
_ASIDES = (
    (re.compile(r"(?:title|book title)$"), Reason.TITLE),
    (
        re.compile(r"toc(?: \d| heading)|table of (?:figures|authorities)|contents heading"),
        Reason.CONTENTS,
    ),
    (re.compile(r"caption"), Reason.CAPTION),
    (re.compile(r"header$|footer$"), Reason.RUNNING_HEAD),
    (re.compile(r"(?:footnote|endnote) text"), Reason.FOOTNOTE),
)
_LEVEL = re.compile(r"%([1-9])")
_LETTERS = {"lowerLetter": "a", "upperLetter": "A"}
_NUMBERS = frozenset({"decimal", "decimalZero", "hindiNumbers", "ordinal", "decimalFullWidth"})


class Style(Struct, frozen=True):
    """What a style says, with what it inherits."""

    name: str = ""
    heading: bool = False
    bold: bool = False
    hidden: bool = False
    size: int | None = None
    number: tuple[str, int] | None = None

    @property
    def aside(self) -> str | None:
        """Why what is set in this style is no part of the article; None where it is."""
        return next((reason for pattern, reason in _ASIDES if pattern.match(self.name)), None)


PLAIN = Style()


def styles(root: Any) -> dict[str, Style]:  # noqa: ANN401 - an element of any schema
    """The styles of a file by their ids."""
    elements = {element.get(tag("w:styleId"), ""): element for element in root.iterchildren(tag("w:style"))}
    return {name: _style(name, elements) for name in elements}


def default_style(root: Any) -> str | None:  # noqa: ANN401 - see styles
    """The id of the style of paragraphs that name none."""
    for element in root.iterchildren(tag("w:style")):
        if element.get(tag("w:type")) == "paragraph" and element.get(tag("w:default")) in {"1", "true", "on"}:
            return str(element.get(tag("w:styleId"), ""))
    return None


def _style(name: str, elements: Mapping[str, Any]) -> Style:
    chain: list[Any] = []
    following = name
    while following in elements and len(chain) < MAX_CHAIN:
        chain.append(elements[following])
        following = value(chain[-1], "w:basedOn") or ""
    runs = [element.find(tag("w:rPr")) for element in chain]
    paragraphs = [element.find(tag("w:pPr")) for element in chain]
    names = [(value(element, "w:name") or "").lower() for element in chain]
    outlines = [outline for outline in map(outline_of, paragraphs) if outline is not None]
    return Style(
        name=names[0],
        heading=any(map(_HEADING.match, names)) or (bool(outlines) and outlines[0] < HEADINGS),
        bold=bool(next((said for run in runs if (said := is_bold(run)) is not None), False)),
        hidden=bool(next((said for run in runs if (said := on(run, "w:vanish")) is not None), False)),
        size=next((size for run in runs if (size := size_of(run)) is not None), None),
        number=next((number for one in paragraphs if (number := number_of(one)) is not None), None),
    )


def is_bold(properties: Any) -> bool | None:  # noqa: ANN401 - see styles
    """Whether a run says to be bold, in either script."""
    said = on(properties, "w:bCs"), on(properties, "w:b")
    return None if said == (None, None) else any(said)


def size_of(properties: Any) -> int | None:  # noqa: ANN401 - see styles
    """The size of letters in half points, that of right-to-left scripts first."""
    sizes = value(properties, "w:szCs"), value(properties, "w:sz")
    return next((int(size) for size in sizes if size and size.isascii() and size.isdigit()), None)


def outline_of(properties: Any) -> int | None:  # noqa: ANN401 - see styles
    """The level of a paragraph in the outline, 0 the highest."""
    level = value(properties, "w:outlineLvl")
    return int(level) if level and level.isascii() and level.isdigit() else None


def number_of(properties: Any) -> tuple[str, int] | None:  # noqa: ANN401 - see styles
    """The list a paragraph is in and its level there."""
    numbering = None if properties is None else properties.find(tag("w:numPr"))
    if numbering is None:
        return None
    level = value(numbering, "w:ilvl") or "0"
    return value(numbering, "w:numId") or "0", int(level) if level.isascii() and level.isdigit() else 0


class _Level(Struct, frozen=True):
    kind: str
    label: str
    start: int


class Lists:
    """Counts the items of the lists of a file, so that each gets the number that Word shows."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 - see styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        abstract = {} if root is None else _abstract(root)
        for number in () if root is None else root.iterchildren(tag("w:num")):
            levels = abstract.get(value(number, "w:abstractNumId") or "", {})
            self._levels[number.get(tag("w:numId"), "")] = levels

    def label(self, number: tuple[str, int] | None) -> str:
        """What stands before the next item of a list («2. », «• »), nothing for what is in no list."""
        if number is None or number[1] not in self._levels.get(number[0], {}):
            return ""
        name, depth = number
        levels, counts = self._levels[name], self._counts.setdefault(name, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _label(levels, counts, depth)


def _label(levels: Mapping[int, _Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels[depth]
    if level.kind == "none":
        return ""
    if level.kind not in _NUMBERS and level.kind not in _LETTERS:
        return f"{BULLET} "

    def shown(match: Any) -> str:  # noqa: ANN401 - a match
        place = int(match[1]) - 1
        above = levels.get(place, level)
        return _shown(counts.get(place, above.start), above.kind)

    return f"{_LEVEL.sub(shown, level.label)} ".lstrip()


def _shown(count: int, kind: str) -> str:
    if kind in _LETTERS and 1 <= count <= 26:
        return chr(ord(_LETTERS[kind]) + count - 1)
    return str(count)


def _abstract(root: Any) -> dict[str, dict[int, _Level]]:  # noqa: ANN401 - see styles
    return {
        element.get(tag("w:abstractNumId"), ""): {
            depth: _Level(
                value(level, "w:numFmt") or "decimal",
                value(level, "w:lvlText") or "",
                int(start) if (start := value(level, "w:start") or "1").isdecimal() else 1,
            )
            for depth, level in enumerate(element.iterchildren(tag("w:lvl")))
        }
        for element in root.iterchildren(tag("w:abstractNum"))
    }

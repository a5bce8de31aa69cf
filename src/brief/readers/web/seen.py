"""What is known of a line of a page while its elements are open, and of two texts that touch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html
from msgspec import Struct, structs

INLINE = frozenset(
    [
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
        ),
        *(
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "o:p",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
        ),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)
FLOWING = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"])
CELL_MARK = " | "
# Pictures below this size, in pixels, are bullets and letters.
ICON_SIZE = 50
# Preformatted lines of these lengths were broken to fit a width.
WRAP = (45, 110)
_WORD = re.compile(r"\w")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class Mark(Struct, frozen=True):
    """What an element says of its text: why it is no part of the article.

    Elements of one `look` share a mark, so that the page can overrule it for all of them.
    """

    reason: str
    look: str


class Seen(Struct, frozen=True, eq=False):
    """A visible line of a page.

    `tag` and `block` tell the block it stands in, `home` the element around that block and
    `look` how both are styled; `linked`, `bold` and `slanted` are shares of its letters; `part`
    numbers the article of the page that holds it, from 0, or is -1.
    """

    text: str
    tag: str
    level: int
    block: int
    home: int
    look: str
    cell: int
    titled: bool
    marks: tuple[Mark, ...]
    linked: float
    bold: float
    slanted: float
    part: int


class Open(Struct, eq=False):
    """What holds inside an element whose end has not come yet."""

    tag: str
    number: int
    marks: tuple[Mark, ...] = ()
    part: int = -1
    linked: int = 0  # the number of the link that it is in
    bold: bool = False
    slanted: bool = False
    level: int = 0
    home: int = 0
    block: int = 0
    block_tag: str = "body"
    style: str = "body"
    look: str = ""
    cell: int = 0
    wrapped: int = 0  # the number of the inline element that stands in the block itself
    styled: bool = False
    before: int = 0  # how many lines there were when it began
    rows: list[tuple[int, int]] = []  # of a table: the lines of its rows
    media: bool = False
    preserved: bool = False
    titled: bool = False


class Chunk(Struct):
    """A text with what holds around it."""

    text: str
    around: Open


def unwrapped(text: str) -> Iterator[str]:
    """The lines of preformatted text; those broken at one width are paragraphs, parted by empty lines."""
    for paragraph in _EMPTY_LINE.split(text):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        if (
            len(lines) > 1
            and all(WRAP[0] <= len(line) <= WRAP[1] for line in lines[:-1])
            and len(lines[-1]) <= WRAP[1]
        ):
            yield " ".join(lines)
        else:
            yield from lines


def is_icon(element: html.HtmlElement) -> bool:
    """Pictures of a bullet's or a letter's size stand in lines as their letters do."""
    sizes = [element.get("width") or "", element.get("height") or ""]
    return any(size.isdecimal() and int(size[:4]) < ICON_SIZE for size in sizes)


def row_line(cells: Sequence[Seen]) -> Seen:
    """The cells of a row as one line."""
    total = sum(len(cell.text) for cell in cells)
    return structs.replace(
        cells[0],
        text=CELL_MARK.join(cell.text for cell in cells),
        tag="tr",
        marks=shared_marks([cell.marks for cell in cells]),
        linked=sum(cell.linked * len(cell.text) for cell in cells) / total,
    )


def shared_marks(marks: Sequence[tuple[Mark, ...]]) -> tuple[Mark, ...]:
    """The marks of a line are those of all its text: a link or a date in a sentence marks only itself."""
    shortest = min(marks, key=len)
    return tuple(mark for mark in shortest if all(mark in other for other in marks))


def share(chunks: Sequence[Chunk], quality: str) -> float:
    """The share of the letters that stand in an element of this quality."""
    total = sum(len(chunk.text.strip()) for chunk in chunks)
    having = sum(len(chunk.text.strip()) for chunk in chunks if getattr(chunk.around, quality))
    return having / total


def apart(last: Chunk, text: str, around: Open) -> bool:
    """Whether two elements that touch without a blank are laid out apart: links of a menu, a name and a date.

    In a paragraph they touch because a word goes on.
    """
    before = last.around
    if not (_WORD.match(last.text[-1]) and _WORD.match(text[0])):
        return False
    if before.linked and around.linked:
        return before.linked != around.linked
    if not before.wrapped or not around.wrapped or before.wrapped == around.wrapped:
        return False
    unlike = before.styled or around.styled or before.tag != around.tag
    return unlike and around.block_tag not in FLOWING

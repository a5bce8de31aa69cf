"""What a manuscript is made of: headings, paragraphs, lists, tables and drawings in reading order."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from brief.model import Chart
from brief.words import Words

Look = Literal["plain", "strong", "quiet", "fact", "claim", "view", "judgement", "standing"]
# A blank at which no line ends.
TIE = "\u00a0"
# The kind of a statement, the standing of an outcome.
STAMPS: frozenset[Look] = frozenset({"fact", "claim", "view", "judgement", "standing"})
Role = Literal[
    "marking",
    "kicker",
    "title",
    "subtitle",
    "standfirst",
    "lead",
    "figure",
    "measured",
    "body",
    "quote",
    "speaker",
    "note",
    "caption",
]


class Said(Struct, frozen=True):
    """Words in a line; `to` is the id of the place that they lead to, `verbatim` keeps its digits."""

    text: str
    look: Look = "plain"
    to: str | None = None
    verbatim: bool = False


class Proof(Struct, frozen=True):
    """A note at the foot: on what the words before it stand."""

    line: tuple[Said, ...]


class Break(Struct, frozen=True):
    """The end of a line within a paragraph."""


Line = tuple[Said | Proof | Break, ...]


class Paragraph(Struct, frozen=True):
    """A line of the role that its paragraph has; `along` is another that it belongs to and runs as."""

    line: Line
    role: Role = "body"
    id: str | None = None
    along: Line | None = None


class Heading(Struct, frozen=True):
    """A heading; `kicker` stands above it."""

    level: Literal[1, 2]
    text: str
    id: str
    kicker: str | None = None


class Numbered(Struct, frozen=True):
    """A list that counts from one; `ids` name its entries, `close` sets it for the first page."""

    entries: tuple[Line, ...]
    ids: tuple[str, ...]
    close: bool = False


class Row(Struct, frozen=True):
    """A row of a table; its first cell says what the row is about; `also` are further ids of its place."""

    cells: tuple[tuple[Line, ...], ...]
    id: str | None = None
    also: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """Rows under a head; `widths` are parts of a hundred, `boxed` sets it apart from the text."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    boxed: bool = False


class Drawing(Struct, frozen=True):
    """A chart as a picture, with what is told to who cannot see it."""

    chart: Chart
    alt: str


class Contents(Struct, frozen=True):
    """The list of the parts: ids and titles of the headings of the first level.

    It `opens` a page where the matter before it fits on one by estimate.
    """

    title: str
    parts: tuple[tuple[str, str], ...]
    opens: bool


Block = Heading | Paragraph | Numbered | Table | Drawing | Contents


class Manuscript(Struct, frozen=True):
    """The brief as one run of blocks, for formats that break their own pages.

    `edition` names the series and the day of issue, as the foot of a page does; `words` say
    in which digits and which way its lines run.
    """

    words: Words
    title: str
    marking: str
    edition: str
    blocks: tuple[Block, ...]

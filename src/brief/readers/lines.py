"""What a format's own paragraphs become: the lines of one text, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from brief.model import Hint

# Between the cells of a table's row.
CELLS = " | "


class Block(Struct, frozen=True):
    """A paragraph as it will be one line of the text, and what the page says of it."""

    text: str
    kind: Literal["heading", "paragraph", "aside"] | None = None
    reason: str | None = None


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Hint, ...]]:
    """The text, a line a block, and the hints of its lines."""
    lines: list[str] = []
    hints: list[Hint] = []
    place = 0
    for block in blocks:
        line = " ".join(block.text.split())
        if line and block.kind:
            hints.append(Hint(place, place + len(line), block.kind, block.reason))
        if line:
            lines.append(line)
            place += len(line) + 1
    return "\n".join(lines), tuple(hints)

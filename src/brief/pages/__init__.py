"""What stands on the pages, decided before any markup: one module per kind of page matter."""

from __future__ import annotations

from brief.model import Item

# The height of the text block in points, as templates/modern.css sets it.
PAGE = 694.0
KINDS = ("stated", "attributed", "hedged", "denied", "analyst")


def kind(item: Item) -> str:
    """The kind of statement whose glyph an item carries, one of `KINDS`."""
    return "analyst" if item.kind == "analyst" else item.certainty.value


def lines(text: str, characters: int) -> int:
    """About how many lines a text takes where a line holds `characters`."""
    return len(text) // characters + 1

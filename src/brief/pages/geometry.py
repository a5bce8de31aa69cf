"""What the parts of a page share: its height, lines of text, kinds of statement."""

from __future__ import annotations

from msgspec import Struct

from brief.model import Item
from brief.sections.actors import Group

# The height of the text block in points, as templates/page.css sets it.
PAGE = 694.0
# Letters in a line of a part's items, and the lines of a row that fills the head of a page by itself.
_COLUMN, _TALL = 80, 4
KINDS = ("stated", "attributed", "hedged", "denied", "view", "analyst")


class Part(Struct, frozen=True):
    """A part of the brief after its cover."""

    id: str
    number: str
    title: str
    template: str
    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    standings: tuple[str, ...] = ()
    kicker: str | None = None


def kind(item: Item) -> str:
    """The kind of statement whose glyph an item carries, one of `KINDS`."""
    if item.kind == "analyst":
        return "analyst"
    return "view" if item.view else item.certainty.value


def is_tall(item: Item) -> bool:
    """Whether the row of an item has so many lines that it may stand alone at the head of a page."""
    return lines(item.text, _COLUMN) + bool(item.label) >= _TALL


def lines(text: str, characters: int) -> int:
    """About how many lines a text takes where a line holds `characters`."""
    return len(text) // characters + 1

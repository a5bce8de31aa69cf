"""The items of a section under the actors they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from brief.model import Item

# An actor has a heading of its own from so many items on.
OWN_HEADING = 2


class Group(Struct, frozen=True):
    """The items that speak of one actor first, or of several others where `actor` is None."""

    actor: str | None
    items: tuple[Item, ...]


def by_actor(items: Sequence[Item]) -> tuple[Group, ...]:
    """The items by the actor each names first, in the order in which the actors come up.

    Whoever is named by one item alone stands among the others, which come last. Without two
    groups there is one, of everybody.
    """
    counted = Counter(_first(item) for item in items)
    known = [actor for actor in counted if actor is not None and counted[actor] >= OWN_HEADING]
    groups = [Group(actor, tuple(item for item in items if _first(item) == actor)) for actor in known]
    rest = tuple(item for item in items if _first(item) not in known)
    if not groups or (len(groups) == 1 and not rest):
        return (Group(None, tuple(items)),) if items else ()
    return (*groups, Group(None, rest)) if rest else tuple(groups)


def _first(item: Item) -> str | None:
    return item.actors[0] if item.actors else None

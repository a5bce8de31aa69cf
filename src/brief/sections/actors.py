"""The items of a section under the actors they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from brief.model import Item

# An actor has a heading of its own from so many items on.
OWN_HEADING = 2

T = TypeVar("T")


class Group(Struct, frozen=True):
    """The items that speak of one actor first, or of several others where `actor` is None."""

    actor: str | None
    items: tuple[Item, ...]


def by_actor(items: Sequence[Item]) -> tuple[Group, ...]:
    """The items by the actor each names first, in the order in which the actors come up.

    Whoever is named by one item alone stands among the others, which come last. Without two
    groups there is one, of everybody.
    """
    return tuple(Group(actor, told) for actor, told in grouped(items, _first))


def grouped(
    lines: Sequence[T], actor_of: Callable[[T], str | None]
) -> list[tuple[str | None, tuple[T, ...]]]:
    """Lines of any kind as `by_actor` groups items, each group under its actor."""
    actors = [actor_of(line) for line in lines]
    counted = Counter(actors)
    known = [actor for actor in counted if actor is not None and counted[actor] >= OWN_HEADING]
    groups: list[tuple[str | None, tuple[T, ...]]] = [
        (actor, tuple(line for line, whose in zip(lines, actors, strict=True) if whose == actor))
        for actor in known
    ]
    rest = tuple(line for line, whose in zip(lines, actors, strict=True) if whose not in known)
    if not groups or (len(groups) == 1 and not rest):
        return [(None, tuple(lines))] if lines else []
    return [*groups, (None, rest)] if rest else groups


def _first(item: Item) -> str | None:
    return item.actors[0] if item.actors else None

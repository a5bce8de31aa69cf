"""The idea that the place in the article tells: what opens it, what closes it, what opens an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.facets.seen import Seen, Signs

_LAST_SHARE = 0.85


def signs(document: Sequence[Seen]) -> list[Signs]:
    """Where each statement stands."""
    bare = not any(one.told.heading for one in document)
    return [
        {f"places.{name}": 1.0 for name in _places(document, number, bare=bare)}
        for number in range(len(document))
    ]


def _places(document: Sequence[Seen], number: int, *, bare: bool) -> Iterator[str]:
    told = document[number].told
    if number == 0:
        yield "first"
    if number < 3 and told.heading is None:
        yield "opening_bare" if bare else "opening"
    if number == len(document) - 1:
        yield "last"
    if number >= _LAST_SHARE * len(document):
        yield "closing"
    if not bare and told.heading is None:
        yield "before_headings"
    if bare:
        yield "bare"
    if told.lead and (number == 0 or document[number - 1].told.lead != told.lead):
        yield "item_opening"

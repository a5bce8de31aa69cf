"""Whose a figure is: the names that belong to it, and its seat among them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief import parties
from brief.extract.datapoints import clauses
from brief.extract.datapoints.phrase import TIMES
from brief.extract.datapoints.place import Place, Stand
from brief.extract.datapoints.what import Found
from brief.gazetteer import Name
from brief.sides import Parties, Seat

_FAR = 400  # characters before a clause in which a name may still be a party to it


def whose(stand: Stand, place: Place, model: Parties | None, found: Found | None) -> Parties:
    """The two sides of a figure; `model` are those of the figure that it leans on."""
    figure, clause = stand.figure, stand.clause
    if figure.unit in TIMES:
        return Parties()
    near = clauses.within(place.scene.names, clause[0] - _FAR, clause[1])
    that = _that(stand, place)
    told = tuple(name for name in near if not (name.end <= that))
    seat = Seat(
        start=figure.start,
        end=figure.end,
        clause=clause,
        since=stand.since,
        own=tuple(_own(stand, clauses.within(told, *clause), place)),
        measure=found.measure if found else None,
        model=model,
        bare=stand.bare or (found is not None and found.carried),
    )
    return parties.parties(seat, structs.replace(place.scene, names=told))


def _that(stand: Stand, place: Place) -> int:
    """Where the last «that» before a figure stands: who says it, or where, is no party to it."""
    start = max(0, stand.clause[0] - _FAR)
    places = [match.start() for match in place.words.that.finditer(place.fold(start, stand.figure.start))]
    if not places:
        return -1
    at = place.folded.position(start) + places[-1]
    return place.folded.span(at, at)[0]


def _own(stand: Stand, names: Sequence[Name], place: Place) -> list[Name]:
    """The names of a clause that belong to one of its figures: in a row its own, and those after all."""
    if not names:
        return []
    row = _row(stand, names, place)
    if row is not None:
        return [row]
    tails = [name for name in names if name.start in place.tails]
    mine = [name for name in tails if place.tails[name.start] == stand.index]
    if len(tails) < 2:
        return _around(stand, names, place)
    if not mine:
        kept = [name for name in names if name not in tails or name.start > stand.figure.start]
        return _around(stand, kept, place)
    before = clauses.within(names, stand.previous, stand.figure.start)
    return [*(name for name in before if name not in tails), *mine]


def _around(stand: Stand, names: Sequence[Name], place: Place) -> list[Name]:
    """The names between the figure before and a figure, and those after the last figure among them."""
    figure = stand.figure
    last = max(name.end for name in names) if names else 0
    final = max([figure.end, *(one.end for one in clauses.within(place.figures, figure.start, last + 1))])
    return [
        name
        for name in names
        if (stand.previous <= name.start < figure.start or name.start >= final)
        and not _of_next(name, stand, place)
        and not (name.start > figure.end and place.words.relatives.search(place.fold(figure.end, name.start)))
    ]


def _of_next(name: Name, stand: Stand, place: Place) -> bool:
    """Whether «and» leads from a figure to a name before the next one: «21% وفي مصر 9%»."""
    if not (stand.figure.end <= name.start < stand.following < stand.clause[1]):
        return False
    gap = place.fold(stand.figure.end, name.start).split()
    return any(word.startswith(place.words.conjunction) for word in gap)


def _row(stand: Stand, names: Sequence[Name], place: Place) -> Name | None:
    """The name of a figure where names and figures are told side by side: «33% و9% على التوالي»."""
    if place.words.each.search(place.fold(*stand.clause)) is None:
        return None
    figures = list(clauses.within(place.figures, *stand.clause))
    labels = list(dict.fromkeys(name.label for name in names))
    if len(labels) != len(figures):
        return None
    chosen = labels[figures.index(stand.figure)]
    return next(name for name in names if name.label == chosen)

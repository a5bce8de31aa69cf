"""Numbers that count people though no noun says so."""

from __future__ import annotations

from collections.abc import Iterator

from brief.extract.datapoints import clauses
from brief.extract.datapoints.change import BARE
from brief.extract.datapoints.place import Place, Stand
from brief.language import fold
from brief.measures import Hit
from brief.quantities import Quantity


def is_people(stand: Stand, place: Place) -> bool:
    """Whether a count is of people though its noun does not say so: «وأصيب 30 آخرون», «قتل 12 مسلحا»."""
    figure = stand.figure
    if figure.unit != "count" or (figure.noun is not None and not _person(figure, stand, place)):
        return False
    return any(True for _ in _right_before(stand, place))


def _person(figure: Quantity, stand: Stand, place: Place) -> bool:
    if fold(figure.noun or "") in place.words.people:
        return True
    if any(figure.start <= name.start < figure.end and name.adjective for name in place.names):
        return True
    return any(hit.measure.people for hit in _right_before(stand, place))


def _right_before(stand: Stand, place: Place) -> Iterator[Hit]:
    """What befalls people or counts them, named few words before a number of its clause."""
    at = place.folded.position(stand.figure.start)
    since = place.folded.position(stand.since)
    for hit in clauses.within(place.hits, since, at):
        if hit.end <= at and "persons" in hit.measure.units:
            gap = place.folded.text[hit.end : at].split()
            if len(gap) <= BARE and all(_leads(word, place) for word in gap):
                yield hit


def _leads(word: str, place: Place) -> bool:
    words = place.words.change
    return (
        word in place.words.phrase_stops
        or word in words.near | words.reached | words.level | words.verbs | words.by
        or words.any.fullmatch(word) is not None
        or len(word) <= 2
    )

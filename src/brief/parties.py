"""Whose a figure is, and against whom: by verbs, prepositions and who is named around it.

A name is a party only where something says so; what might only be right is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief import sides
from brief.couples import labels_of
from brief.figure_words import Words
from brief.gazetteer import Name
from brief.measures import Measure
from brief.sides import Parties, Scene, Seat

_WORDS_BETWEEN = (
    3  # words from a figure to the names of «between», itself and the «and» of the second included
)
_FAR = 400  # characters before a figure in which a verb may tell who pays
_VERB = 40  # characters between a verb and the name it speaks of


def parties(seat: Seat, scene: Scene) -> Parties:
    """The two sides of a figure, each None where its sentence does not tell it."""
    within, labels = scene.fold(*seat.clause), labels_of(seat.own)
    earlier = [name.label for name in scene.names if name.start < seat.clause[0]]
    if earlier and _names_last(within, scene.words):
        other = next((label for label in labels if label != earlier[-1]), None)
        return Parties(other, earlier[-1]) if other else Parties(earlier[-1], None)
    told = _of_two(seat, scene)
    if told is not None:
        return told
    if seat.measure is not None and seat.measure.national and not scene.names:
        return _at_home(seat, scene)
    if seat.model is not None and len(labels) < 2:
        return _after_model(seat, seat.model, scene)
    return _alone(seat, scene)


def _of_two(seat: Seat, scene: Scene) -> Parties | None:
    """The two of a figure that is of both alike, where they are named or pointed to."""
    if seat.measure is None or not seat.measure.bilateral:
        return None
    return sides.between(seat.own, scene) or sides.dual(seat, scene)


def _after_model(seat: Seat, model: Parties, scene: Scene) -> Parties:
    if seat.own:
        return _leaning(seat.own[0], seat, model, scene)
    return model if seat.bare else Parties()  # else of somebody whom the names do not know


def _alone(seat: Seat, scene: Scene) -> Parties:
    if seat.measure is None or seat.measure.given:
        return _guarded(seat, scene)
    return _measured(seat, seat.measure, scene) if seat.measure.sided else _owned(seat, seat.measure, scene)


def _names_last(within: str, words: Words) -> bool:
    """Whether «the latter» stands alone in a clause, not as the adjective of a definite noun."""
    return any(
        not (before and before[-1].startswith(words.article))
        for match in words.last_named.finditer(within)
        for before in [within[: match.start()].split()]
    )


def _at_home(seat: Seat, scene: Scene) -> Parties:
    """Whose a country's figure is where no name stands by: the one state named last, else the text's."""
    if seat.model is not None and seat.model.subject:
        return seat.model
    for one in scene.earlier:
        if one.states:
            return Parties(one.states[0]) if len(one.states) == 1 else Parties()
    return Parties(scene.home)


# Figures that lean on another -----------------------------------------------------------------


def _leaning(name: Name, seat: Seat, model: Parties, scene: Scene) -> Parties:
    """The sides of an elliptic figure that names one party: the other is that of its model."""
    measure = seat.measure
    if measure is None or measure.given:
        told = _guarded(seat, scene)
        subject = told.subject or (model.subject if measure else None)
        return Parties(subject, told.counterpart or model.counterpart) if subject else told
    if measure.bilateral or not measure.sided:
        return Parties() if measure.bilateral else _owned(seat, measure, scene)
    slot = sides.slot(name, measure, scene) or _leaning_slot(name, measure, model, seat, scene)
    if slot is None:
        return Parties()
    if slot == "counterpart":
        subject = model.subject or scene.home
        return Parties(subject, name.label) if subject != name.label else Parties()
    return Parties(name.label, model.counterpart) if model.counterpart != name.label else Parties()


def _leaning_slot(name: Name, measure: Measure, model: Parties, seat: Seat, scene: Scene) -> str | None:
    """«مقابل 5 دولارات لماليزيا»: a seller where the verb before speaks of who pays."""
    if scene.words.for_ in sides.word_before(name, scene)[1]:
        verb = _verb(scene.fold(max(0, seat.start - _FAR), seat.start), scene.words)
        if verb is not None:
            return "counterpart" if verb.re is scene.words.seller_first else "subject"
        return "subject" if not measure.strict and model.counterpart is None else None
    if sides.governed(name, scene):
        return None
    verb = _verb(scene.fold(seat.clause[0], seat.start), scene.words)
    if verb is not None:  # imports are the buyer's
        return (
            "subject" if (verb.re is scene.words.seller_first) != (measure.to == "subject") else "counterpart"
        )
    named = {one.label for one in scene.names if one.start < seat.start}
    # Of the figure before, the side that its own sentence names is the one that changes.
    return "counterpart" if model.counterpart in named and model.subject not in named else "subject"


# Figures that stand alone -----------------------------------------------------------------------


def _measured(seat: Seat, measure: Measure, scene: Scene) -> Parties:
    """The sides of a figure whose measure is known."""
    slots: dict[str, str] = {}
    for name in seat.own:
        slot = sides.slot(name, measure, scene)
        if slot and slots.setdefault(slot, name.label) != name.label:
            return Parties()
    free = [name for name in seat.own if measure.bilateral or not sides.governed(name, scene)]
    rest = [label for label in labels_of(free) if label not in slots.values()]
    if slots:
        return _filled(slots, rest)
    told = None if measure.bilateral else _by_verb(seat, measure, scene)
    if told is not None:
        return told
    return Parties() if measure.strict else _unslotted(seat, measure, scene, rest)


def _unslotted(seat: Seat, measure: Measure, scene: Scene, rest: list[str]) -> Parties:
    """The sides of a figure whose names no word gives a side."""
    if not seat.own:
        rest = labels_of(name for name in scene.names if name.start < seat.clause[0])
        rest = rest if len(rest) == 1 and not measure.bilateral else []
    side = _pointed(seat, measure, scene)
    if side is not None and len(rest) == 1 and not seat.own:
        return _filled({side: rest[0]}, [])
    if len(rest) > 2 or (measure.bilateral and len(rest) < 2):
        return Parties()
    return Parties(*rest)


def _owned(seat: Seat, measure: Measure, scene: Scene) -> Parties:
    """The one party of a figure that no other stands against: by its place or owner, else named alone."""
    slots = labels_of(name for name in seat.own if sides.slot(name, measure, scene) == "subject")
    if slots:
        return Parties(slots[0]) if len(slots) == 1 else Parties()
    free = labels_of(name for name in seat.own if _free(name, measure, seat, scene))
    if len(free) == 1 and not (measure.strict and not sides.bound(seat.own[0], seat, scene)):
        return Parties(free[0])
    if measure.strict or free or seat.own:
        return Parties()
    rest = labels_of(name for name in scene.names if name.start < seat.clause[0])
    return Parties(rest[0]) if len(rest) == 1 else Parties()


def _free(name: Name, measure: Measure, seat: Seat, scene: Scene) -> bool:
    """Whether a name may own a figure: no topic of its clause, and bound to it where it stands behind."""
    return (
        sides.bound(name, seat, scene)
        if name.start >= seat.end
        else measure.place is not None and not sides.governed(name, scene)
    )


def _pointed(seat: Seat, measure: Measure, scene: Scene) -> str | None:
    """The side of a state that «منها» or «إليها» points back to."""
    said = set(scene.fold(*seat.clause).split())
    if said & scene.words.from_it:
        return measure.source
    return measure.to if said & scene.words.to_it else None


def _filled(slots: dict[str, str], rest: Sequence[str]) -> Parties:
    """The side that no preposition gives is that of the one name left."""
    other = rest[0] if len(rest) == 1 else None
    return Parties(
        slots.get("subject", other), slots.get("counterpart", other if "subject" in slots else None)
    )


def _verb(text: str, words: Words) -> re.Match[str] | None:
    """The verb of selling or buying that stands last in folded `text`."""
    found = [*words.seller_first.finditer(text), *words.buyer_first.finditer(text)]
    return max(found, key=lambda match: match.end(), default=None)


def _by_verb(seat: Seat, measure: Measure, scene: Scene) -> Parties | None:
    """Who sells and who buys by the verb of the clause, or of the one before a clause without names."""
    since = seat.clause[0] if seat.own else seat.since
    known = list(seat.own) or [name for name in scene.names if name.start >= since]
    verb = _verb(scene.fold(since, seat.start), scene.words)
    if verb is None or not known:
        return None
    place = scene.folded.span(0, scene.folded.position(since) + verb.end())[1]
    after = [name for name in known if name.start >= place]
    before = [name for name in known if name.start < place][::-1]
    near = after and after[0].start - place < _VERB
    labels = labels_of([*after, *before] if near else [*before, *after])
    others = [label for label in labels_of(scene.names) if label != labels[0]]
    second = labels[1] if len(labels) > 1 else others[0] if len(others) == 1 else None
    sells = (verb.re is scene.words.seller_first) != (measure.to == "subject")  # imports are the buyer's
    if sells:
        return Parties(labels[0], second)
    return Parties(second or (scene.home if scene.home != labels[0] else None), labels[0])


def _guarded(seat: Seat, scene: Scene) -> Parties:
    """Of a figure that measures nothing known: who does something before it, to whom it goes after it."""
    near = [name for name in seat.own if len(scene.fold(seat.end, name.start).split()) <= _WORDS_BETWEEN]
    told = sides.between(near, scene)
    if told is not None:
        return told
    acting = [name for name in seat.own if _acts(name, seat, scene)]
    alone = len(labels_of(acting)) == 1 and not any(_of_row(name, seat, scene) for name in acting)
    subject = acting[0].label if alone else None
    aims = [name.label for name in seat.own if _receives(name, seat, scene) and name.label != subject]
    return Parties(subject, aims[0] if aims else None)


def _acts(name: Name, seat: Seat, scene: Scene) -> bool:
    """Whether a name before a figure may be whose it is: no adjective, no place and no aim."""
    return name.end <= seat.start and not (name.adjective or sides.governed(name, scene))


def _of_row(name: Name, seat: Seat, scene: Scene) -> bool:
    """Whether «and» joins a name to something else of its clause: then the figure is not its alone."""
    word, written = sides.word_before(name, scene)
    inside = name.start - seat.clause[0] > len(written) + len(scene.words.article)
    return bool(word) and inside and written[:1] == scene.words.conjunction


def _receives(name: Name, seat: Seat, scene: Scene) -> bool:
    word, written = sides.word_before(name, scene)
    if word in scene.words.to and not written:
        return name.start - seat.end < _VERB
    between = scene.fold(seat.end, name.start).strip() if name.start >= seat.end else ""
    return bool(between) and between.removesuffix(scene.words.article) == scene.words.for_

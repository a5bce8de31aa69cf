"""Whose a figure is, and against whom: by verbs, prepositions and who is named around it.

A name is a party only where something says so; what might only be right is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from brief.couples import Company, Pair, company, joined, labels_of
from brief.gazetteer import Name
from brief.language import View
from brief.measures import Measure, Words

_NEAR = 12  # characters between «the two countries» and the names that follow it
_WORDS_BETWEEN = (
    3  # words from a figure to the names of «between», itself and the «and» of the second included
)
_VERB = 40  # characters between a verb and the name it speaks of


class Parties(Struct, frozen=True):
    """Whose figure it is (the seller, where something is sold) and against whom."""

    subject: str | None = None
    counterpart: str | None = None


class Scene(Struct, frozen=True):
    """A sentence with its names (persons left out) and who is named before it.

    `earlier` are the sentences before it in its paragraph, the last first; `principal` are
    the two states that the whole document is about.
    """

    text: str
    folded: View
    names: tuple[Name, ...]
    earlier: tuple[Company, ...]
    principal: Pair | None
    words: Words

    def fold(self, start: int, end: int) -> str:
        """The folded sentence between two places of the original."""
        return self.folded.text[self.folded.position(start) : self.folded.position(end)]


class Seat(Struct, frozen=True):
    """A figure in its scene: its span, its clause, where its reach begins, the names it may claim.

    `model` are the parties of the figure that it leans on; `bare` says that nothing but
    comparing words leads to it.
    """

    start: int
    end: int
    clause: tuple[int, int]
    since: int
    own: tuple[Name, ...]
    measure: Measure | None
    model: Parties | None
    bare: bool


def parties(seat: Seat, scene: Scene) -> Parties:
    """The two sides of a figure, each None where its sentence does not tell it."""
    within, labels = scene.fold(*seat.clause), labels_of(seat.own)
    earlier = [name.label for name in scene.names if name.start < seat.clause[0]]
    if earlier and _names_last(within, scene.words):
        other = next((label for label in labels if label != earlier[-1]), None)
        return Parties(other, earlier[-1]) if other else Parties(earlier[-1], None)
    if seat.measure is not None and seat.measure.bilateral:
        told = _between(seat.own, scene) or _dual(seat, scene)
        if told is not None:
            return told
    if seat.model is not None and not labels:
        return seat.model if seat.bare else Parties()  # else of somebody whom the names do not know
    if seat.model is not None and len(labels) == 1:
        return _leaning(seat.own[0], seat, seat.model, scene)
    return _guarded(seat, scene) if seat.measure is None else _measured(seat, seat.measure, scene)


def _names_last(within: str, words: Words) -> bool:
    """Whether «the latter» stands alone in a clause, not as the adjective of a definite noun."""
    return any(
        not (before and before[-1].startswith(words.article))
        for match in words.last_named.finditer(within)
        for before in [within[: match.start()].split()]
    )


# Two states without their names -------------------------------------------------------------


def _dual(seat: Seat, scene: Scene) -> Parties | None:
    """The parties of «البلدين»: nobody where they are not evident, None where no such word stands."""
    match = scene.words.both_named.search(scene.fold(*seat.clause))
    if match is None:
        return None
    shift = scene.folded.position(seat.clause[0])
    start, end = scene.folded.span(shift + match.start(), shift + match.end())
    after = [name for name in scene.names if end <= name.start < seat.clause[1]]
    if after and after[0].start - end < _NEAR:
        named = company(scene.text, after[:2], scene.words).couples
        return Parties(*named[0]) if named else Parties()
    before = company(scene.text, [name for name in scene.names if name.start < start], scene.words)
    pair = _evident((before, *scene.earlier), scene.principal)
    return Parties(*pair) if pair else Parties()


def _evident(spoken: Iterable[Company], principal: Pair | None) -> Pair | None:
    """The two that were named together last, unless others stand between; else the principal two."""
    since: set[str] = set()
    for one in spoken:
        if len(one.states) < 2:
            since.update(one.states)
            continue
        if principal is not None and set(principal) <= set(one.states):
            return principal
        alone = len(one.states) == 2 and not since - set(one.states)
        sure = alone and (principal is None or bool(one.couples))
        return (one.states[0], one.states[1]) if sure else None
    return principal


def _between(own: Sequence[Name], scene: Scene) -> Parties | None:
    """«بين مصر وكينيا»: the two, whoever else is named."""
    for first, second in pairwise(own):
        if _word_before(first, scene)[0] in scene.words.between and joined(
            first, second, scene.folded, scene.words
        ):
            return Parties(first.label, second.label) if first.label != second.label else None
    return None


# What stands before a name ------------------------------------------------------------------


def _word_before(name: Name, scene: Scene) -> tuple[str, str]:
    """The word before a name and the letters that are written to the name, both folded."""
    leading = scene.fold(max(0, name.start - _VERB), name.start)
    match = re.search(r"(\w+)\s+(\w*)$", leading)
    if match is None:
        return "", re.sub(r".*\W", "", leading)
    return match[1], match[2].removesuffix(scene.words.article)


def _slot(name: Name, measure: Measure, scene: Scene) -> str | None:
    """Which side of a figure the word before a name gives it."""
    word, written = _word_before(name, scene)
    words = scene.words
    if written.strip(words.joining):
        return None
    if measure.bilateral and word in words.with_:
        return "counterpart"
    if word in words.to:
        return measure.to
    if word in words.source:
        return measure.source
    return measure.owner if _is_of(word, measure.owners, words) else None


def _is_of(word: str, known: frozenset[str], words: Words) -> bool:
    """Whether a word, or what follows the «and» written to it, is one of these."""
    return word in known or (word[:1] in words.joining and word[1:] in known)


def _governed(name: Name, scene: Scene) -> bool:
    """Whether a name is a place, an aim or a topic of its clause."""
    word, written = _word_before(name, scene)
    return bool(written.strip(scene.words.joining)) or _is_of(word, scene.words.governed, scene.words)


# Figures that lean on another -----------------------------------------------------------------


def _leaning(name: Name, seat: Seat, model: Parties, scene: Scene) -> Parties:
    """The sides of an elliptic figure that names one party: the other is that of its model."""
    measure = seat.measure
    if measure is None:
        told = _guarded(seat, scene)
        return told if told.subject is None else Parties(told.subject, told.counterpart or model.counterpart)
    if measure.bilateral:
        return Parties()
    slot = _slot(name, measure, scene) or _leaning_slot(name, measure, model, seat, scene)
    if slot is None:
        return Parties()
    if slot == "counterpart":
        return Parties(model.subject, name.label) if model.subject != name.label else Parties()
    return Parties(name.label, model.counterpart) if model.counterpart != name.label else Parties()


def _leaning_slot(name: Name, measure: Measure, model: Parties, seat: Seat, scene: Scene) -> str | None:
    """«مقابل 5 دولارات لماليزيا»: a seller where the verb before speaks of who pays."""
    if scene.words.for_ in _word_before(name, scene)[1]:
        verb = _verb(scene.fold(0, seat.start), scene.words)
        if verb is not None:
            return "counterpart" if verb.re is scene.words.seller_first else "subject"
        return "subject" if not measure.strict and model.counterpart is None else None
    return None if _governed(name, scene) else "subject"


# Figures that stand alone -----------------------------------------------------------------------


def _measured(seat: Seat, measure: Measure, scene: Scene) -> Parties:
    """The sides of a figure whose measure is known."""
    slots: dict[str, str] = {}
    for name in seat.own:
        slot = _slot(name, measure, scene)
        if slot and slots.setdefault(slot, name.label) != name.label:
            return Parties()
    free = [name for name in seat.own if measure.bilateral or not _governed(name, scene)]
    rest = [label for label in labels_of(free) if label not in slots.values()]
    if slots:
        return _filled(slots, rest)
    told = None if measure.bilateral else _by_verb(seat, measure, scene)
    if told is not None:
        return told
    if measure.strict:
        return Parties()
    if not seat.own:
        rest = labels_of(name for name in scene.names if name.start < seat.clause[0])
        rest = rest if len(rest) == 1 and not measure.bilateral else []
    if len(rest) > 2 or (measure.bilateral and len(rest) < 2):
        return Parties()
    return Parties(*rest)


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
    return Parties(labels[0], second) if sells else Parties(second, labels[0])


def _guarded(seat: Seat, scene: Scene) -> Parties:
    """Of a figure that measures nothing known: who does something before it, to whom it goes after it."""
    near = [name for name in seat.own if len(scene.fold(seat.end, name.start).split()) <= _WORDS_BETWEEN]
    told = _between(near, scene)
    if told is not None:
        return told
    acting = [name for name in seat.own if _acts(name, seat, scene)]
    alone = len(labels_of(acting)) == 1 and not any(_of_row(name, seat, scene) for name in acting)
    subject = acting[0].label if alone else None
    aims = [name.label for name in seat.own if _receives(name, seat, scene) and name.label != subject]
    return Parties(subject, aims[0] if aims else None)


def _acts(name: Name, seat: Seat, scene: Scene) -> bool:
    """Whether a name before a figure may be whose it is: no adjective, no place and no aim."""
    return name.end <= seat.start and not (name.adjective or _governed(name, scene))


def _of_row(name: Name, seat: Seat, scene: Scene) -> bool:
    """Whether «and» joins a name to something else of its clause: then the figure is not its alone."""
    word, written = _word_before(name, scene)
    inside = name.start - seat.clause[0] > len(written) + len(scene.words.article)
    return bool(word) and inside and written[:1] == scene.words.conjunction


def _receives(name: Name, seat: Seat, scene: Scene) -> bool:
    word, written = _word_before(name, scene)
    if word in scene.words.to and not written:
        return name.start - seat.end < _VERB
    between = scene.fold(seat.end, name.start).strip() if name.start >= seat.end else ""
    return bool(between) and between.removesuffix(scene.words.article) == scene.words.for_

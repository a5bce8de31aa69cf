"""The sides of a figure: what a preposition beside a name makes of it, and the two of «the two countries»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from brief.couples import Company, Pair, company, joined
from brief.figure_words import Words
from brief.gazetteer import Name
from brief.language import View
from brief.measures import Measure

_NEAR = 12  # characters between «the two countries» and the names that follow it
_VERB = 40  # characters between a verb and the name it speaks of


class Parties(Struct, frozen=True):
    """Whose figure it is (the seller, where something is sold) and against whom."""

    subject: str | None = None
    counterpart: str | None = None


class Scene(Struct, frozen=True):
    """A sentence with its names (persons left out) and who is named before it.

    `earlier` are the sentences before it in its paragraph, the last first; `principal` are
    the two states that the whole document is about, `home` is the one.
    """

    text: str
    folded: View
    names: tuple[Name, ...]
    earlier: tuple[Company, ...]
    principal: Pair | None
    home: str | None
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


def word_before(name: Name, scene: Scene) -> tuple[str, str]:
    """The word before a name and the letters that are written to the name, both folded."""
    leading = scene.fold(max(0, name.start - _VERB), name.start)
    match = re.search(r"(\w+)\s+(\w*)$", leading)
    if match is None:
        return "", re.sub(r".*\W", "", leading)
    return match[1], match[2].removesuffix(scene.words.article)


def slot(name: Name, measure: Measure, scene: Scene) -> str | None:
    """Which side of a figure the word before a name gives it."""
    word, written = word_before(name, scene)
    words = scene.words
    if written.strip(words.joining):
        bound = measure.place is not None and not measure.sided and words.for_ in written
        return "subject" if bound else None
    if measure.bilateral and word in words.with_:
        return "counterpart"
    if measure.place and is_of(word, words.places, words):
        return measure.place
    if word in words.to:
        return measure.to
    if word in words.source:
        return measure.source
    return measure.owner if is_of(word, measure.owners, words) else None


def is_of(word: str, known: frozenset[str], words: Words) -> bool:
    """Whether a word, or what follows the «and» written to it, is one of these."""
    return word in known or (word[:1] in words.joining and word[1:] in known)


def governed(name: Name, scene: Scene) -> bool:
    """Whether a name is a place, an aim or a topic of its clause."""
    word, written = word_before(name, scene)
    return bool(written.strip(scene.words.joining)) or is_of(word, scene.words.governed, scene.words)


def bound(name: Name, seat: Seat, scene: Scene) -> bool:
    """Whether «for» binds a name to the figure right before it: «3.1% للمغرب»."""
    gap = scene.fold(seat.end, name.start).strip() if name.start >= seat.end else ""
    return gap in (scene.words.for_, scene.words.for_ * 2)


def dual(seat: Seat, scene: Scene) -> Parties | None:
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


def between(own: Sequence[Name], scene: Scene) -> Parties | None:
    """«بين مصر وكينيا»: the two, whoever else is named."""
    for first, second in pairwise(own):
        if word_before(first, scene)[0] in scene.words.between and joined(
            first, second, scene.folded, scene.words
        ):
            return Parties(first.label, second.label) if first.label != second.label else None
    return None

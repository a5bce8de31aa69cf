"""Whether a position can stand as a row: somebody takes it, and its target is a noun phrase."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import Taken
from brief.language import fold
from brief.subjects import Actor

_LEAST = 2  # letters of the shortest word that can be a noun


def is_somebody(clause: Clause, actor: Actor) -> bool:
    """Whether the words of an actor name somebody: «أمام اللجنة» is where one speaks."""
    return fold(actor.text).split()[0] not in clause.cues.ways["no_actor"]


def is_of_nobody(clause: Clause, one: Taken) -> bool:
    """Whether a stance is taken to somebody who is not told: «متهمة أطرافا لم تسمها».

    It tells less than any other of the same actor, and its target nothing.
    """
    return one.place is not None and clause.has("unnamed", one.place, one.place + 1)


def is_garbled(clause: Clause, target: str) -> bool:
    """Whether a target is no noun phrase: a bare number («أكثر من 600 مليون»), a stray letter."""
    words = fold(target).split()
    first = words[0]
    return len(first) < _LEAST or first[0].isdigit() or first in clause.cues.ways["amounts"]

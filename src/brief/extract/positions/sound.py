"""Whether a position can stand as a row: somebody takes it, and its target is a noun phrase."""

from __future__ import annotations

from brief import quantities
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


def is_number(clause: Clause, target: str) -> bool:
    """Whether a target is a bare number, of nothing that is named: «أكثر من 600 مليون»."""
    found = next(iter(quantities.find(target, clause.language)), None)
    if found is None or found.noun or found.unit != "count":
        return False
    return not target[found.end :].strip() and clause.cues.ways["amounts"].issuperset(
        fold(target[: found.start]).split()
    )


def is_noun(target: str) -> bool:
    """Whether a target can be a noun phrase, and opens with no stray letter."""
    return len(fold(target).split()[0]) >= _LEAST

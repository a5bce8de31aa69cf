"""Whether a position can stand as a row: what it is taken to is told, and is more than a number."""

from __future__ import annotations

from brief import quantities
from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import Taken
from brief.language import fold


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

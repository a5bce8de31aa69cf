"""Clause -> the stances taken in it: by a verb, a noun, an adjective, a judgement, an act that tells one."""

from __future__ import annotations

from collections.abc import Iterator

from brief.extract.positions.clauses import Clause
from brief.extract.positions.frames import by_frame
from brief.extract.positions.nouns import by_noun
from brief.extract.positions.taken import Taken
from brief.extract.positions.terms import by_term
from brief.extract.positions.untaken import is_of_old, is_quoted_of, is_supposed
from brief.extract.positions.verbs import (
    by_group,
    by_held,
    by_ours,
    by_participle,
    by_refusal,
    by_reproach,
    by_verb,
)
from brief.extract.positions.views import by_foresight, by_judgement

_WAYS = (
    by_frame,
    by_term,
    by_verb,
    by_held,
    by_ours,
    by_refusal,
    by_reproach,
    by_noun,
    by_participle,
    by_group,
    by_judgement,
    by_foresight,
)


def taken(clause: Clause) -> Iterator[Taken]:
    """The stances of a clause in the order of the words that tell them."""
    triggers = clause.cues.triggers
    if is_supposed(clause):
        return
    for index, token in enumerate(clause.line.tokens):
        if (token.word not in triggers and index not in clause.quoted) or index in clause.of_people:
            continue
        found = next((one for find in _WAYS if (one := find(clause, index))), None)
        if found and (is_quoted_of(clause, index, found.actor) or is_of_old(clause, index)):
            continue
        if found and _has_target(clause, found):
            clause.holder = clause.holder or found.actor
            yield found


def _has_target(clause: Clause, one: Taken) -> bool:
    """Whether somebody or something else than the actor stands in the clause."""
    others = len(clause.keys) > (one.actor.key in clause.keys)
    return others or one.place is None or one.place < len(clause.line.tokens)

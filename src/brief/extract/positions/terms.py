"""Who gives somebody a term to act: it is against whom it is given to, but for a court's."""

from __future__ import annotations

from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import Taken, after, idle
from brief.language import fold
from brief.model import Stance
from brief.subjects import Actor


def by_term(clause: Clause, index: int) -> Taken | None:
    """«حذر الأمين …، وأمهل الوزارة شهرين»: of who stands before, the one behind the verb is its object."""
    if not clause.has("giving_terms", index, index + 1) or idle(clause, index) or clause.negated(index):
        return None
    given = holders.following(clause, index)
    if given is None or not _is_term(clause, after(clause, index, given)):
        return None
    giver = holders.preceding(clause, index)
    if giver is None or giver.key == given.key or _is_court(clause, giver):
        return None
    return Taken(giver, Stance.OPPOSE, index + 1, direct=True, stop=after(clause, index, given))


def sets_term(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether `actor` behind the verb at `index` is given a term by it, or is a court that sets one."""
    if not clause.has("giving_terms", index, index + 1):
        return False
    return _is_court(clause, actor) or _is_term(clause, after(clause, index, actor))


def _is_term(clause: Clause, place: int) -> bool:
    """Whether a term is told at `place`: «شهرين», «حتى السبت»."""
    told = clause.words(place, place + 1)
    return any(one.isdigit() for one in told) or clause.has("terms", place, place + 1)


def _is_court(clause: Clause, actor: Actor) -> bool:
    """Whether an actor sets terms by its office."""
    words = fold(actor.text).removeprefix(clause.cues.letters.article).split()
    return not clause.cues.ways["ruling"].isdisjoint(words[:1])

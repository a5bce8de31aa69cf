"""What a denial says of a stance: who denies a report rejects it, a bare fact is nobody's."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import NEAR, Taken, after, is_owned
from brief.model import Stance
from brief.subjects import Actor

_EARLIER = 6
_ABOUT = 8
_DONE = 5  # words behind the verb of being among which an act is told


def denies(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` denies something."""
    return clause.has("denying", index, index + 1)


def denied(clause: Clause, index: int, actor: Actor) -> Taken | None:
    """The stance of a denial: against a report, a charge or another's part in something; else none.

    «نفى وجود ملحق», «نفت ما تردد عن صفقة», «نفى أن يكون المصرف هو من طلبه». A denial of the denier's own act
    is aloofness where a noun of hers names it («نفى أن تكون زيارته …»), and no stance otherwise, nor is one
    that was given up since.
    """
    if clause.negated(index) or _is_past(clause, index):
        return None
    place = after(clause, index, actor)
    for one in range(place, min(place + NEAR, len(clause.line.tokens))):
        if clause.has("that", one, one + 1):
            return _of_clause(clause, one, actor)
        if clause.has("reported", one, one + 1):
            return Taken(actor, Stance.OPPOSE, None)
        if clause.has("rumoured", one, one + 1):
            return _of_rumour(clause, one, actor)
    return None


def _is_past(clause: Clause, index: int) -> bool:
    """Whether what was denied before is told beside what is owned to now: «أقر … بعدما كانت قد نفت»."""
    return clause.has("anterior", index - _EARLIER, index) or clause.has(
        "admitting", 0, len(clause.line.tokens)
    )


def _of_clause(clause: Clause, that: int, actor: Actor) -> Taken | None:
    """The stance of «نفى أن يكون …»: of one's own visit, or of what is said of another.

    That somebody has something («أن يكون للقرار دافع») or has done it («أن تكون البلاد قد تدخلت») is a fact:
    who denies it opposes nobody.
    """
    if not clause.has("being", that + 1, that + 2):
        return None
    if is_owned(clause, that + 2) or is_owned(clause, that + 3):
        return Taken(actor, Stance.NEUTRAL, None)
    letters = clause.cues.letters
    had = any(
        word.startswith(letters.to) and word not in clause.cues.ways["native"]
        for word in clause.words(that + 2, that + 3)
    )
    done = clause.has("done", that + 2, that + 2 + _DONE) or clause.has("houses", that + 2, that + 3)
    return None if had or done else Taken(actor, Stance.OPPOSE, None)


def _of_rumour(clause: Clause, place: int, actor: Actor) -> Taken | None:
    """The stance of «نفت ما تردد عن …», unless it is of an act of the denier: «… عن نيتها»."""
    end = min(place + _ABOUT, len(clause.line.tokens) - 1)
    about = next((one + 1 for one in range(place, end) if clause.has("about", one, one + 1)), None)
    if about is None or is_owned(clause, about):
        return None
    return Taken(actor, Stance.OPPOSE, None)

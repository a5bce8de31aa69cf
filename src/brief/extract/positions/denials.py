"""What a denial says of a stance: who denies a report or a charge rejects it, a bare fact is nobody's."""

from __future__ import annotations

from itertools import pairwise

from brief.extract.positions.clauses import Clause
from brief.extract.positions.cues import Cues
from brief.extract.positions.taken import NEAR, Taken, after
from brief.language import fold
from brief.model import Anchor, Sentence, Stance
from brief.subjects import Actor

_EARLIER = 6
_ABOUT = 8
_MARKS = '،,؛:.«»"“”'


def denies(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` denies something."""
    return clause.has("denying", index, index + 1)


def denied(clause: Clause, index: int, actor: Actor) -> Taken | None:
    """The stance of a denial: against a charge; else none.

    «نفى هذه الاتهامات», «نفى أن يكون المصرف هو من طلبه». Who denies a fact («نفى وجود نقص»), a report
    («نفت ما نشرته صحيفة») or an act of her own opposes nobody, nor does who denied it and owns to it since.
    """
    if clause.negated(index) or _is_past(clause, index):
        return None
    place = after(clause, index, actor)
    for one in range(place, min(place + NEAR, len(clause.line.tokens))):
        if one > place and not clause.line.tokens[one].joined:
            return None
        if clause.has("that", one, one + 1):
            return Taken(actor, Stance.OPPOSE, None) if _is_charge(clause, one) else None
        if clause.has("reported", one, one + 1):
            pointed = clause.has("pointing", one - 1, one)
            return Taken(actor, Stance.OPPOSE, one - pointed, direct=True)
        if clause.has("rumoured", one, one + 1):
            return None
    return None


def is_denied_report(told: Anchor, sentence: Sentence, cues: Cues) -> bool:
    """Whether a passage is a report that its sentence denies.

    «ذكرت مواقع أن البلدية قبلت العرض، لكن رئيسها نفى ذلك».
    """
    rest = fold(sentence.anchor.text[told.end - sentence.anchor.start :])
    behind = [bare for word in rest.split() if (bare := word.strip(_MARKS))]
    own = {word.strip(_MARKS) for word in fold(told.text).split()}
    if own.isdisjoint(cues.speech) or own.isdisjoint(cues.ways["that"]):
        return False
    but = not cues.ways["buts"].isdisjoint((*behind[:1], " ".join(behind[:2])))
    return but and any(
        verb in cues.ways["denying"] and what in cues.ways["standing_alone"]
        for verb, what in pairwise(behind)
    )


def _is_past(clause: Clause, index: int) -> bool:
    """Whether what was denied before is told beside what is owned to now: «أقر … بعدما كانت قد نفت»."""
    return clause.has("anterior", index - _EARLIER, index) or clause.has(
        "admitting", 0, len(clause.line.tokens)
    )


def _is_charge(clause: Clause, that: int) -> bool:
    """Whether what is denied is that somebody did it: «أن يكون المصرف هو من طلبه»."""
    ahead = range(that + 1, min(that + 1 + _ABOUT, len(clause.line.tokens)))
    return any(" ".join(clause.words(one, one + 2)) in clause.cues.ways["doers"] for one in ahead)

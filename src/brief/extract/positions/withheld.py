"""Stances that a clause withholds: given up for now, on a condition, or only not had."""

from __future__ import annotations

from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import NEAR

_BEHIND = 20
_OBJECT = 4
_VOWEL_U = "\u064f"


def is_withheld(clause: Clause, index: int) -> bool:
    """Whether an act against something at `index` is none: suspended, conditional, or a mere parting.

    «علقت الشركة طلب التحكيم وتطالب فيه بتعويض», «دعت إلى الإضراب ما لم …», «غادر القاعة من دون اتفاق». A
    threat is against what its condition tells: «لوّح بالإضراب إذا بيعت الشركة».
    """
    conditional = not clause.has("threatening", index, index + 1) and _stands_behind(
        clause, index, "provided"
    )
    conditional = conditional or _stands_behind(clause, index, "unless")
    return _is_suspended(clause, index) or conditional or _stands_behind(clause, index, "unagreed")


def _is_suspended(clause: Clause, index: int) -> bool:
    """Whether a verb before the one at `index` gives up a claim that its subject had made."""
    return any(
        clause.has("suspending", place, place + 1) and clause.has("claims", place + 1, place + 1 + _OBJECT)
        for place in range(index)
    )


def _stands_behind(clause: Clause, index: int, kind: str) -> bool:
    """Whether a word, or two, of `kind` stands near behind the one at `index`."""
    known = clause.cues.ways[kind]
    words = clause.words(index + 1, index + 2 + _BEHIND)
    pairs = (" ".join(words[place : place + 2]) for place in range(len(words)))
    return not known.isdisjoint(words) or not known.isdisjoint(pairs)


def seems_not(clause: Clause, index: int) -> bool:
    """Whether the verb of being before an adjective is denied: «لا يبدو السكان متحمسين»."""
    return any(
        clause.has("seeming", place, place + 1) and clause.negated(place)
        for place in range(max(1, index - NEAR), index)
    )


def is_reserved(clause: Clause, index: int) -> bool:
    """Whether the praise of the verb at `index` is told to be reserved: «رحبت بحذر», «بعبارات مدروسة»."""
    known = clause.cues.ways["reserved"]
    words = clause.words(index + 1, index + 1 + NEAR)
    pairs = {" ".join(words[place : place + 2]) for place in range(len(words))}
    return not known.isdisjoint(words) or not known.isdisjoint(pairs)


def refrains(clause: Clause, index: int) -> bool:
    """Whether the word at `index` only tells that something is not done: «امتنعت عن تقديم ضمانات»."""
    return clause.has("refraining", index, index + 1)


def is_beside(clause: Clause, index: int) -> bool:
    """Whether the act at `index` stands in an aside about somebody who does something else.

    «ودعا الاتحاد، الذي علق عضوية أوغندا, إلى …».
    """
    place = index - 1
    return place > 0 and clause.has("relatives", place, place + 1) and not clause.line.tokens[place].joined


def is_passive(clause: Clause, index: int) -> bool:
    """Whether a vowel on the first letter of a verb takes its subject away: «يُخشى أن»."""
    start, end = clause.line.span(index, index)
    offset = clause.line.offset
    vowelled = _VOWEL_U in clause.line.text[start - offset : end - offset][:3]
    return vowelled and clause.has("passive", index, index + 1)

"""Whether a position can stand as a row: what it is taken to is told, and is more than a number."""

from __future__ import annotations

from msgspec import structs

from brief import cues, quantities
from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import NEAR, Taken
from brief.language import fold
from brief.model import Stance
from brief.subjects import Actor
from brief.subjects.words import words_of

_BESIDE = 2  # words between what is lodged and with whom


def is_of_nobody(clause: Clause, one: Taken) -> bool:
    """Whether a stance is taken to somebody who is not told: «متهمة أطرافا لم تسمها».

    It tells less than any other of the same actor, and its target nothing.
    """
    if one.place is None:
        return False
    return clause.has("unnamed", one.place, one.place + 1) or _are_some(clause, one.place)


def lodged(clause: Clause, one: Taken) -> Taken | None:
    """A stance by what is lodged with somebody, against whom it tells; None where it tells that not.

    «قدمت شكوى إلى الهيئة» is not against the body, «رفعت دعوى إلى المحكمة ضد الشركة» against the company.
    """
    if one.place is None:
        return one
    ahead = range(max(one.place - 1, 1), min(one.place + NEAR, len(clause.line.tokens)))
    led = next((place for place in ahead if clause.has("lodged_with", place, place + 1)), None)
    if led is None or not clause.has("lodging", led - _BESIDE, led):
        return one
    ends = range(led + 1, len(clause.line.tokens))
    against = next((place for place in ends if clause.has("lodged_against", place, place + 1)), None)
    return None if against is None else structs.replace(one, place=against)


def is_anybody(clause: Clause, actor: Actor) -> bool:
    """Whether an actor is a bare word for one man of office, or one of many: «متحدث», «أحد الحراس»."""
    letters, words = clause.cues.letters, actor.label.split()
    if cues.of(clause.language, "speech", "one_of").fullmatch(fold(words[0])):
        return True
    several = fold(actor.label).endswith(letters.plural)
    alone = actor.kind == "role" and len(words) == 1 and not several
    return alone and fold(words[0]) in words_of(clause.language).offices


def are_many(clause: Clause, actor: Actor) -> bool:
    """Whether an actor is told by nothing but a plural, who are divided as any are: «ينقسم المراقبون»."""
    several = fold(actor.label).endswith(clause.cues.letters.plural)
    return actor.kind == "role" and several and " " not in actor.label


def points_back(clause: Clause, one: Taken) -> bool:
    """Whether all that a refusal is taken to is a pronoun, of words that no row shows: «ورفضت ذلك»."""
    if one.place is None or not one.direct or one.act or one.stance is not Stance.OPPOSE:
        return False
    return clause.has("pointing", one.place, one.place + 1)


def is_paper(clause: Clause, actor: Actor) -> bool:
    """Whether an actor is a report, through which somebody else speaks: «التقرير الأممي»."""
    return actor.kind == "role" and fold(actor.label).split()[0] in clause.cues.ways["papers"]


def _are_some(clause: Clause, place: int) -> bool:
    """Whether people who are not told stand at `place`: «متهمة محتكرين باستغلال الظرف»."""
    letters, tokens = clause.cues.letters, clause.line.tokens
    if place >= len(tokens) or place in clause.line.names:
        return False
    word, following = tokens[place].word, tokens[place + 1 : place + 2]
    several = word.endswith(letters.plural[1]) and not word.startswith(letters.definite)
    of_somebody = (
        any(one.word.startswith(letters.article) for one in following) or place + 1 in clause.line.names
    )
    return several and clause.has("accusing", place - NEAR, place) and not of_somebody


def is_number(clause: Clause, target: str) -> bool:
    """Whether a target is a bare number, of nothing that is named: «أكثر من 600 مليون»."""
    found = next(iter(quantities.find(target, clause.language)), None)
    if found is None or found.noun:
        return False
    return not target[found.end :].strip() and clause.cues.ways["amounts"].issuperset(
        fold(target[: found.start]).split()
    )

"""Who does it, where the noun behind a verb is its object, or where it is its subject that no list knows."""

from __future__ import annotations

from msgspec import structs

from brief import subjects
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause
from brief.extract.positions.taken import is_owned
from brief.language import fold
from brief.subjects import Actor
from brief.subjects.words import words_of

_DESCRIBED = 2  # words of a noun with its adjective


def accuser(clause: Clause, index: int, actor: Actor) -> Actor:
    """The actor of a verb; of one of accusing whom the words before it tell, if what follows is the charge.

    «ونفت النقابة ذلك، واتهمت الوزارة بالمماطلة»: «with» right behind the only noun makes it the accused.
    """
    line, beyond = clause.line, clause.line.index(actor.end)
    if not clause.has("accusing", index, index + 1) or line.index(actor.start) != index + 1:
        return actor
    charged = beyond < len(line.tokens) and line.tokens[beyond].joined
    if not charged or not line.tokens[beyond].word.startswith(clause.cues.letters.by):
        return actor
    if not line.tokens[index].word.startswith(clause.cues.letters.conjunction):
        return actor
    before = holders.preceding(clause, index)
    return before if before and before.key != actor.key and before.end <= actor.start else actor


def whom(clause: Clause, index: int, actor: Actor) -> int | None:
    """The first word behind a verb of accusing whose subject stands before it; None of any other verb."""
    behind = clause.line.index(actor.start) > index
    return None if behind or not clause.has("accusing", index, index + 1) else index + 1


def nearer(clause: Clause, verb: int, noun: int, actor: Actor | None) -> Actor | None:
    """The definite noun right behind a verb whose object is «its refusal», where only another stands before.

    «وصفه سامي بالجيد، بينما أعلن الفرع المحلي رفضه».
    """
    line = clause.line
    if actor is None or holders.meanwhile(clause, verb) or line.index(actor.start) > verb:
        return actor
    if noun >= len(line.tokens) or not is_owned(clause, noun) or noun == verb + 1:
        return actor
    told = clause.words(verb + 1, verb + 2)
    definite = any(one.startswith(clause.cues.letters.article) for one in told)
    small = words_of(clause.language)
    if not definite or not line.tokens[verb + 1].joined or told[0] in small.times | small.governing:
        return actor
    return subjects.definite_after(line, verb, clause.language)


def is_of_her(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb is a noun, by the body of a woman's gender right behind it.

    «بعد رفض لجنة برلمانية العقد»: a verb would be feminine.
    """
    letters, word = clause.cues.letters, clause.line.tokens[index].word
    bare = word.lstrip(letters.joining)
    if bare.endswith(letters.feminine) or bare.startswith(tuple(letters.imperfect)):
        return False
    behind = clause.line.tokens[index + 1 : index + 2]
    return any(one.joined and one.word in clause.cues.ways["feminine"] for one in behind)


def bounded(clause: Clause, actor: Actor) -> Actor:
    """An actor without the definite noun behind an indefinite one and its adjective: «لجنة برلمانية النص»."""
    letters, words = clause.cues.letters, actor.text.split()
    plain = all(not fold(one).startswith(letters.article) for one in words[:_DESCRIBED])
    if len(words) <= _DESCRIBED or not plain:
        return actor
    describes = words[1].endswith(letters.dotted_ya + letters.nominal[0])
    if not describes or not fold(words[_DESCRIBED]).startswith(letters.article):
        return actor
    text = " ".join(words[:_DESCRIBED])
    end = clause.line.span(first := clause.line.index(actor.start), first + 1)[1]
    return structs.replace(actor, text=text, label=text, key=fold(text), end=end)

"""Stances told by a noun: whose it is, who has it, whom it comes from, what it is done for."""

from __future__ import annotations

from brief import subjects
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause
from brief.extract.positions.nearest import bounded, nearer
from brief.extract.positions.taken import NEAR, Taken, after, is_gone, is_owned, listed, stirred_by
from brief.extract.positions.withheld import refrains
from brief.model import Stance
from brief.subjects import Actor
from brief.subjects.words import words_of

_HELD = 14
_CONTAINED = 3  # words back to the verb of a paper that holds a warning
_ASIDE = 30  # the same where the noun is somebody's and stands behind an aside


def by_noun(clause: Clause, index: int) -> Taken | None:
    """A noun of stance with whoever has it, by one of five constructions."""
    cues = clause.cues
    bare = listed(clause, index, cues.nouns)
    stance = bare or cues.definite.get(clause.line.tokens[index].word)
    if stance is None or clause.negated(index) or _is_not_had(clause, index) or refrains(clause, index):
        return None
    if clause.has("lodging", index, index + 1) and _is_governed(clause, index):
        return None
    if listed(clause, index, cues.verbs) and clause.has("commenting", index + 1, index + NEAR):
        return None  # a verb that looks like a noun
    return (
        (_owned(clause, index, stance) if bare else None)
        or _had(clause, index, stance)
        or _met(clause, index, stance)
        or _moved(clause, index, stance)
        or _meanwhile(clause, index, stance)
    )


def _is_not_had(clause: Clause, index: int) -> bool:
    """Whether the verb by which somebody would have it is denied, and is none of hiding it.

    «لم يبد السكان ارتياحا», «لا تدعو التجارب إلى التفاؤل»; but «لم تخف الهيئة قلقها».
    """
    letters, tokens = clause.cues.letters, clause.line.tokens
    led = index > 0 and clause.has("moved", index - 1, index)
    if not led and not tokens[index].word.endswith(letters.accusative):
        return False
    denied = (place for place in range(max(1, index - NEAR), index) if clause.negated(place))
    return any(
        tokens[place].word.startswith(tuple(letters.imperfect)) and not clause.has("hiding", place, place + 1)
        for place in denied
    )


def _owned(clause: Clause, index: int, stance: Stance) -> Taken | None:
    """«غضب بكين»; after a noun that may have its object so, only where another object follows."""
    actor = subjects.actor(clause.line, index + 1, clause.language)
    actor = bounded(clause, actor) if actor else None
    name = clause.line.names.get(index + 1)
    if actor is None or not clause.line.tokens[index + 1].joined or (name and name[0].clitic):
        return None
    if (place := stirred_by(clause, index)) is not None:
        return Taken(actor, stance, place, direct=True, stop=index)
    if clause.has("stirring", index - 1, index):
        return Taken(actor, stance, None)
    beyond = after(clause, index, actor)
    direct = clause.line.tokens[index].word in clause.cues.transitive_nouns
    serves = any(word.startswith(clause.cues.letters.to) for word in clause.words(beyond, beyond + 1))
    towards = clause.has("towards", beyond, beyond + 1) or clause.has("whence", beyond, beyond + 1)
    led = actor.kind != "role" or towards
    if (direct and not serves) or (not led and _is_chained(clause, index)):
        return None
    return Taken(actor, stance, beyond, direct=direct)


def _is_chained(clause: Clause, index: int) -> bool:
    """Whether the noun completes another and only names a state of things: «استمرار تمرد المسلحين»."""
    if not index or not clause.line.tokens[index].joined or index - 1 in clause.line.names:
        return False
    before, letters = clause.line.tokens[index - 1].word, clause.cues.letters
    small = words_of(clause.language)
    small_words = (small.governing, small.openers, small.times, small.asides, clause.cues.speech)
    known = any(before in some for some in small_words)
    return not known and not before.startswith((*letters.definite, *letters.imperfect[:2]))


def _is_governed(clause: Clause, index: int) -> bool:
    """Whether somebody decides what the noun at `index` names: «تبت المحكمة في شكوى الشركة»."""
    return clause.line.tokens[index].joined and clause.has("lodged_on", index - 1, index)


def _had(clause: Clause, index: int, stance: Stance) -> Taken | None:
    """«أعرب عن قلقه»."""
    having = clause.cues.ways["having"]
    behind_aside = is_owned(clause, index) and not clause.line.tokens[index].joined
    for place in range(index - 1, max(-1, index - (_ASIDE if behind_aside else _HELD)), -1):
        if clause.has("opening", place, place + 1):
            return None
        if clause.line.tokens[place].word in having and not is_gone(clause, place):
            actor = nearer(clause, place, index, holders.who(clause, place))
            word = clause.line.tokens[index].word
            direct = word in clause.cues.transitive_nouns or word in clause.cues.ways["direct_nouns"]
            return Taken(actor, stance, index + 1, direct=direct) if actor else None
    return None


def _met(clause: Clause, index: int, stance: Stance) -> Taken | None:
    """«قوبل برفض من قبل الاتحاد», «مخاوف لدى المزارعين»."""
    ways = clause.cues.ways
    meets = clause.has("meeting", index - holders.FAR, index)
    for place in range(index + 1, min(index + NEAR, len(clause.line.tokens))):
        two = " ".join(clause.words(place, place + 2))
        length = 2 if two in ways["coming"] else int(clause.line.tokens[place].word in ways["coming"])
        if length and (meets or length > 1 or clause.line.tokens[place].word in ways["lodged"]):
            actor = subjects.actor(clause.line, place + length, clause.language) or subjects.definite_after(
                clause.line, place + length - 1, clause.language
            )
            return Taken(actor, stance, None) if actor else None
    return None


def _moved(clause: Clause, index: int, stance: Stance) -> Taken | None:
    """«دفع القرار أنقرة إلى الاحتجاج»: the last actor before the noun, or the first of those joined."""
    moved = clause.has("moved", index - 1, index) and clause.has("moving", index - holders.FAR, index)
    if not moved and not clause.has("voicing", index - 3, index):
        return None
    actor: Actor | None = None
    for place in range(index - 1, max(-1, index - holders.FAR), -1):
        found = subjects.actor(clause.line, place, clause.language)
        if found and (actor is None or actor in holders.joined(clause.line, found, clause)):
            actor = found
        elif found or clause.has("moving", place, place + 1):
            break
    return Taken(actor, stance, index + 1) if actor else None


def _meanwhile(clause: Clause, index: int, stance: Stance) -> Taken | None:
    """«… احتجاجا على»: why the subject of the clause does what it does."""
    token, letters = clause.line.tokens[index], clause.cues.letters
    accusative = token.word.endswith(letters.accusative) and not token.word.endswith(letters.possessive)
    if not accusative and token.word not in clause.cues.ways["fearing"]:
        return None
    if any(word.startswith(letters.article) for word in clause.words(index + 1, index + 2)):
        return None  # a first name: no noun with that ending is completed by a definite one
    if clause.has("meeting", index - holders.FAR, index) or index == 0:
        return None
    if clause.has("containing", index - _CONTAINED, index):
        return None
    actor = clause.holder or subjects.before(clause.line, index, clause.language) or clause.first
    return Taken(actor, stance, index + 1) if actor else None

"""Stances told by a verb, by the act it names, or by a participle or adjective of its subject."""

from __future__ import annotations

from brief import subjects
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause, phrase
from brief.extract.positions.cues import Frame
from brief.extract.positions.taken import NEAR, Taken, after, idle, listed, turned
from brief.model import Stance
from brief.subjects import Actor


def by_verb(clause: Clause, index: int) -> Taken | None:
    """«رحبت مصر بالقرار», and its turn by a negation."""
    cues, token = clause.cues, clause.line.tokens[index]
    stance = listed(clause, index, cues.verbs)
    if stance is None or (token.dotted and token.word in cues.undotted) or idle(clause, index):
        return None
    actor = holders.who(clause, index)
    if actor is None or (token.word in cues.backing and _is_somebody(clause, after(clause, index, actor))):
        return None
    if stance is Stance.OPPOSE and clause.has("abstaining", index + 1, index + NEAR - 1):
        stance = Stance.NEUTRAL
    place = _object(clause, index, actor)
    return Taken(actor, turned(stance) if clause.negated(index) else stance, place)


def _object(clause: Clause, index: int, actor: Actor) -> int | None:
    """Where the target begins; None where it stands between the verb and its subject: «يشكك فيها خبراء»."""
    place = after(clause, index, actor)
    between = clause.line.index(actor.start) > index + 1
    return None if place >= len(clause.line.tokens) and between else place


def _is_somebody(clause: Clause, place: int) -> bool:
    """Whether an actor is what stands at `place`, rather than a plan or an act."""
    return subjects.actor(clause.line, place, clause.language) is not None


def by_held(clause: Clause, index: int) -> Taken | None:
    """«أيدته إندونيسيا»: the verb carries its object, the subject stands right after it."""
    stance = clause.cues.held.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index) or clause.line.tokens[index].word in clause.cues.backing:
        return None
    actor = subjects.after(clause.line, index, clause.language)
    if actor is None or clause.line.index(actor.start) > index + NEAR:
        return None
    return Taken(actor, turned(stance) if clause.negated(index) else stance, None)


def by_frame(clause: Clause, index: int) -> Taken | None:
    """«استدعت سفيرها», «اكتفى بالقول»: a verb with what it takes tells the stance."""
    for frame in clause.cues.frames.get(clause.line.tokens[index].word, ()):
        if clause.negated(index) is not frame.denied or idle(clause, index):
            continue
        stance = _framed(clause, index, frame)
        actor = holders.who(clause, index) if stance else None
        if stance and actor:
            place = after(clause, index, actor)
            return Taken(actor, stance, place if place < len(clause.line.tokens) else None)
    return None


def _framed(clause: Clause, index: int, frame: Frame) -> Stance | None:
    end = min(index + 1 + frame.reach, len(clause.line.tokens))
    found = (phrase(clause, place, frame.phrases) for place in range(index + 1, end))
    return frame.always or next((stance for stance in found if stance), None)


def by_ours(clause: Clause, index: int) -> Taken | None:
    """«نرحب», «نرفض» inside a quotation is the stance of who is quoted."""
    stance = clause.cues.ours.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index):
        return None
    actor = clause.voice(index)
    return Taken(actor, turned(stance) if clause.negated(index) else stance, index + 1) if actor else None


def by_participle(clause: Clause, index: int) -> Taken | None:
    """«تبدو فيجي متحفظة», «قال … محذرا»: what the subject is, or does meanwhile."""
    stance = clause.cues.participles.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index):
        return None
    actor = _described(clause, index)
    if actor is None:
        return None
    return Taken(actor, turned(stance) if clause.negated(index) else stance, index + 1)


def _described(clause: Clause, index: int) -> Actor | None:
    """The subject of a participle: of a verb of speech, or the words before it."""
    spoken = holders.speaker(clause, index) if holders.meanwhile(clause, index) else None
    if spoken:
        return spoken
    found = subjects.before(clause.line, index, clause.language)
    if found is None or _is_predicate(clause, index, found):
        return found
    token, previous = clause.line.tokens[index], clause.line.tokens[index - 1]
    meanwhile = token.word.endswith(clause.cues.letters.accusative) or (
        token.nominal and not previous.nominal
    )
    apart = clause.has("being", clause.line.index(found.end), index)
    return found if meanwhile and not apart else None


def _is_predicate(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether nothing but a copula stands between an actor and what is said of it."""
    copulas = clause.cues.ways["copulas"]
    return all(word in copulas for word in clause.words(clause.line.index(actor.end), index))


def by_group(clause: Clause, index: int) -> Taken | None:
    """«كان المغرب أول المهنئين»."""
    stance = clause.cues.groups.get(clause.line.tokens[index].word)
    adds = clause.has("adding", index - 2, index)
    if stance is None or not (adds or clause.has("among", index - 1, index)):
        return None
    before = None if adds else subjects.before(clause.line, index, clause.language)
    actor = before or subjects.after(clause.line, index, clause.language)
    return Taken(actor, stance, None) if actor else None

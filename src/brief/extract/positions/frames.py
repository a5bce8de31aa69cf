"""Stances told by an act: a verb with what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause, bare, phrase
from brief.extract.positions.cues import Frame
from brief.extract.positions.demands import asked_against, undoes, whence
from brief.extract.positions.nearest import nearer
from brief.extract.positions.taken import Taken, after, idle, is_denied_noun, is_noun, is_owned
from brief.extract.positions.untaken import is_received
from brief.extract.positions.withheld import is_beside, is_withheld
from brief.model import Stance
from brief.subjects import Actor

_EXCEPTED = 8  # words behind a verb in which what it makes an exception for begins
_GUESSED = 5  # words back from somebody to the verb of who guesses what he wants
_REFUSED = 8  # words behind a refusal in which what is refused begins
_AGAINST = frozenset({Stance.OPPOSE, Stance.CONCERNED})


def by_frame(clause: Clause, index: int) -> Taken | None:
    """«استدعت سفيرها», «اكتفى بالقول»: a verb with what it takes tells the stance."""
    word = clause.line.tokens[index].word
    own = word in clause.cues.our_frames and word not in clause.cues.frames
    for frame in (clause.cues.our_frames if own else clause.cues.frames).get(word, ()):
        if clause.negated(index) is not frame.denied or idle(clause, index) or is_noun(clause, index):
            continue
        if frame.denied and (
            is_denied_noun(clause, index)
            or _is_excepted(clause, index)
            or (own and _is_denied_past(clause, index))
        ):
            continue
        told = tuple(_framed(clause, index, frame))
        actor = (clause.voice(index) if own else holders.who(clause, index)) if told else None
        found = next(
            (one for one in told if actor and (frame.always or not _holds(clause, actor, one[1]))), None
        )
        if actor is None or found is None:
            continue
        stance, place = found
        actor = nearer(clause, index, place, actor)
        if actor is None:
            continue
        if stance is Stance.OPPOSE and _is_none_against(clause, index, frame):
            continue
        if _is_guessed_of_another(clause, index, actor) or (frame.always and _is_pointed_to(clause, index)):
            continue
        if frame.needed and actor.kind == "person" and not _is_to_others(clause, place):
            continue
        return _taken(clause, index, frame, actor, found)
    return None


def _is_denied_past(clause: Clause, index: int) -> bool:
    """Whether a speaker denies what is said of herself, which refuses nothing: «لم نتراجع عن شيء»."""
    return clause.has("not_done", index - 1, index)


def _is_guessed_of_another(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether a stance is guessed, of whom it is told or by whom: «يعتقد خبراء أن الشركة تفضل الانتظار»."""
    if holders.meanwhile(clause, index):
        return False
    place = clause.line.index(actor.start)
    that = next((one for one in range(place, index) if clause.has("that", one, one + 1)), None)
    if that is not None and clause.has("guessing", place - 1, place):
        return True
    return clause.has("that", place - 1, place) and clause.has("guessing", place - _GUESSED, place - 1)


def _is_pointed_to(clause: Clause, index: int) -> bool:
    """Whether what is not accepted is only pointed to, as told before: «لا تعترف الشركة بهذا الشرط»."""
    return clause.has("pointed_to", index + 1, index + _REFUSED)


def _is_excepted(clause: Clause, index: int) -> bool:
    """Whether «but for» behind what was not done tells what was: «لم يوافق إلا على منحة»."""
    tokens = clause.line.tokens
    if not clause.has("not_done", index - 1, index):
        return False
    ahead = range(index + 1, min(index + 1 + _EXCEPTED, len(tokens)))
    return any(clause.has("excepting", place, place + 1) and tokens[place].joined for place in ahead)


def _taken(clause: Clause, index: int, frame: Frame, actor: Actor, found: tuple[Stance, int]) -> Taken:
    """The stance found, with what it is taken to as far as the act tells it.

    What is called for is nothing that somebody stands apart from.
    """
    stance, told = found
    place = max(after(clause, index, actor), told if frame.calls else 0)
    held = place if place < len(clause.line.tokens) else None
    if frame.calls and held is not None and stance in _AGAINST:
        held = asked_against(clause, held)
    if stance is Stance.NEUTRAL and (frame.calls or _is_call(clause, told)):
        held = None
    stop = None if held is None or not frame.calls else whence(clause, held)
    refused = frame.denied and frame.always is not None
    if refused and held is not None and (is_owned(clause, held) or is_owned(clause, held + 1)):
        held = None
    direct = frame.calls or refused
    return Taken(actor, stance, held, direct=direct, act=not direct, stop=stop)


def _is_call(clause: Clause, told: int) -> bool:
    """Whether all that somebody does is to call for something: «اكتفت بالدعوة إلى إدراج البند على الجدول»."""
    calls = clause.cues.ways["calls"]
    return told < len(clause.line.tokens) and any(
        word in calls for word in bare(clause.line.tokens[told].word, clause.language)
    )


def _is_none_against(clause: Clause, index: int, frame: Frame) -> bool:
    """Whether an act against something is none yet, none now, or told beside the matter."""
    return (
        (frame.denied and _is_yet_to_come(clause, index))
        or is_withheld(clause, index)
        or (not frame.calls and is_beside(clause, index))
    )


def _is_to_others(clause: Clause, told: int) -> bool:
    """Whether a state or body is named behind what somebody gives: to one's own people it is no stance."""
    return any(place > told and name.kind != "person" for place, (name, _) in clause.line.names.items())


def _is_yet_to_come(clause: Clause, index: int) -> bool:
    """Whether a thing is only not done so far: «لم يصادق البرلمان عليه بعد»."""
    tokens = clause.line.tokens
    return any(
        clause.has("yet", place, place + 1) and (place + 1 == len(tokens) or not tokens[place + 1].joined)
        for place in range(index + 1, len(tokens))
    )


def _framed(clause: Clause, index: int, frame: Frame) -> Iterator[tuple[Stance, int]]:
    """The stances that a frame tells at `index`, and where the words stand that tell them."""
    end = min(index + 1 + frame.reach, len(clause.line.tokens))
    if frame.needed and not _needs(clause, index, frame):
        return
    if frame.always:
        yield frame.always, index + 1
        return
    for place in range(index + 1, _until_other(clause, index, end) if frame.calls else end):
        stance = phrase(clause, place, frame.phrases)
        if stance and not frame.calls and clause.has("calling_off", place - 1, place):
            continue
        if stance and frame.calls and clause.has("beside_the_call", index + 1, place):
            continue
        if stance and is_received(clause, index, place):
            continue
        if stance is Stance.NEUTRAL and clause.has("declaring", place + 1, place + 2):
            continue  # a fact is told, nothing is stood apart from
        if stance is Stance.NEUTRAL and not frame.denied and clause.has("papers_in", place - 1, place):
            continue  # it tells where something is said
        if stance and not (frame.calls and is_owned(clause, place) and not undoes(clause, place)):
            yield stance, place


def _until_other(clause: Clause, index: int, end: int) -> int:
    """Where behind a mark another act begins: «أما كندا، التي تطالب بها لندن، فاكتفت بالدعوة إلى الهدوء»."""
    tokens, cues = clause.line.tokens, clause.cues
    acts = (
        place
        for place in range(index + 1, end)
        if not tokens[place].joined
        and (tokens[place].word in cues.frames or tokens[place].word in cues.verbs)
    )
    return next(acts, end)


def _holds(clause: Clause, actor: Actor, place: int) -> bool:
    """Whether the word at `place` is of the actor's own phrase."""
    return clause.line.index(actor.start) <= place < clause.line.index(actor.end)


def _needs(clause: Clause, index: int, frame: Frame) -> bool:
    end = min(index + 1 + 2 * frame.reach, len(clause.line.tokens))
    return any(phrase(clause, place, frame.needed) for place in range(index + 1, end))

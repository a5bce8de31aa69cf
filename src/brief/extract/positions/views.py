"""Stances told by what somebody says: a judgement of another's act, or harm or gain foreseen."""

from __future__ import annotations

from brief import subjects
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause, phrase
from brief.extract.positions.cues import Phrases
from brief.extract.positions.taken import NEAR, Taken, after
from brief.extract.positions.untaken import is_counted, is_maybe
from brief.language import fold
from brief.model import Stance
from brief.subjects import Actor

_FAR = 60
_TURN = 2  # words between «but» and what it leads to
_SPEAKING = frozenset({"person", "role"})


def by_judgement(clause: Clause, index: int) -> Taken | None:
    """«وصف … بالخطأ», «اعتبره خطوة إيجابية»."""
    cues, word = clause.cues, clause.line.tokens[index].word
    held = word in cues.judging_held
    if not held and word not in cues.judging:
        return None
    finite = held or not holders.meanwhile(clause, index)
    actor = (subjects.after(clause.line, index, clause.language) if finite else None) or holders.who(
        clause, index
    )
    if actor is None:
        return None
    actor = _with_name(clause, actor)
    start = after(clause, index, actor)
    found = _judged(clause, start)
    if found is None:
        return None
    stance, stop = found
    # Of a pronoun on the verb, or a judgement right after it, what is judged stands before.
    place = None if held or stop <= start else _judged_of(clause, start, stop)
    return Taken(actor, stance, place, direct=True, stop=stop)


def _judged_of(clause: Clause, start: int, stop: int) -> int | None:
    """Where what is judged begins: the object of the verb, or the subject of what is said."""
    return _said_of(clause, start, stop) if clause.has("declaring", start, start + 1) else start


def _judged(clause: Clause, start: int) -> tuple[Stance, int] | None:
    """The judgement after «بأنه», «باعتبارها», or near the verb without such a word; where it begins."""
    count = len(clause.line.tokens)
    marked = clause.cues.ways["marked"]
    for place in range(start, count):
        if clause.line.tokens[place].word in marked:
            found = _near(clause, place + 1, clause.cues.judged, NEAR)
            return (found[0], place) if found else None
    return _near(clause, start, clause.cues.judged, NEAR)


def by_foresight(clause: Clause, index: int) -> Taken | None:
    """«قال … إن القرار سيضر», «في نظر الخبراء», with words of harm or gain."""
    cues, line = clause.cues, clause.line
    if index in clause.quoted:
        return _voiced(clause, index)
    if line.tokens[index].word in cues.speech:
        actor = subjects.after(line, index, clause.language)
        start = after(clause, index, actor) if actor else index
    else:
        actor, start = _viewer(clause, index), 0
    if actor is None or fold(actor.text).split()[0] in cues.papers or _is_source(clause, index, actor):
        return None
    if actor.kind not in _SPEAKING:
        start = _clause_of(clause, index, start)
    found = _near(clause, start, cues.foreseen, _FAR)
    if found is not None and any(
        clause.has(kind, index, index + 1) or clause.has(kind, start, found[1])
        for kind in ("demanding", "denying")
    ):
        return None
    if found is None:
        return _quoted(clause, start, actor)
    place = _said_of(clause, start, found[1])
    speaker = _by_name(clause, start, actor)
    stance = Stance.MIXED if _is_praised_first(clause, start, found) else found[0]
    return Taken(speaker, stance, place, weak=True, direct=True, stop=found[1])


def _is_praised_first(clause: Clause, start: int, found: tuple[Stance, int]) -> bool:
    """Whether a «but» takes back praise before it: «خطوة في الاتجاه الصحيح لكنها غير كافية»."""
    if found[0] is Stance.SUPPORT or not clause.has("turning_back", found[1] - _TURN, found[1]):
        return False
    praised = _near(clause, start, clause.cues.judged, found[1] - start)
    return praised is not None and praised[0] is Stance.SUPPORT


def _is_source(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether the words at `index` only tell from which house something is known: «أصيب أربعة، بحسب الشركة».

    What is told by a person so is what she thinks.
    """
    return clause.has("sourcing", index, index + 1) and actor.kind != "person"


def _with_name(clause: Clause, actor: Actor) -> Actor:
    """An office with the name right behind it, where the quotes of the document tell that it is one."""
    text = clause.reading.document.text
    for quote in clause.reading.said if actor.kind == "role" else ():
        end = actor.end + 1 + len(quote.speaker or "")
        if quote.speaker and quote.role == actor.text and text[actor.end + 1 : end] == quote.speaker:
            label = quote.speaker
            return Actor(actor.start, end, label, label, actor.text, fold(label), "person")
    return actor


def _by_name(clause: Clause, start: int, actor: Actor) -> Actor:
    """An office that is quoted behind `start`, by the name behind it: «كبير المفاوضين في كينيا فلان»."""
    if actor.kind != "role":
        return actor
    voices = (clause.voice(place) for place in range(start, len(clause.line.tokens)))
    text, there = clause.reading.document.text, actor.start
    return next((one for one in voices if one and one.role and text.startswith(one.role, there)), actor)


def _said_of(clause: Clause, start: int, stop: int) -> int | None:
    """Where the noun phrase begins of which harm or gain is told by the words right after it."""
    line = clause.line
    said = [place for place in range(start, stop) if clause.has("declaring", place, place + 1)]
    rest = range(said[-1] + 2, stop) if said else range(stop)
    closed = all(
        line.tokens[place].word.startswith(clause.cues.letters.definite) or place in line.names
        for place in rest
    )
    if not said or not closed:
        return None
    first = said[-1] + 1
    whole = len(rest) or (first < stop and line.tokens[first].word.startswith(clause.cues.letters.article))
    return first if whole else None


def _voiced(clause: Clause, index: int) -> Taken | None:
    """Words of harm or gain in a quotation that stands before its speaker."""
    cues = clause.cues
    stance = phrase(clause, index, cues.foreseen)
    if stance is None and clause.speaking:
        stance = phrase(clause, index, cues.judged)
    plain = not clause.negated(index) and not clause.has("adverbial", index - 1, index)
    plain = plain and not is_maybe(clause, index)
    actor = clause.voice(index) if stance and plain else None
    return Taken(actor, stance, None, weak=True) if actor and stance else None


def _clause_of(clause: Clause, index: int, start: int) -> int:
    """Where the judgement of a state begins, after «رأت … أن»; beyond the end where there is none."""
    count = len(clause.line.tokens)
    if clause.line.tokens[index].word not in clause.cues.judging:
        return count
    return next((one for one in range(start, count) if clause.has("that", one, one + 1)), count)


def _quoted(clause: Clause, start: int, actor: Actor) -> Taken | None:
    """A judgement among the words that `actor` is quoted with, by name where the quotation tells it."""
    for place in range(start, min(start + _FAR, len(clause.line.tokens))):
        stance = phrase(clause, place, clause.cues.judged)
        if stance and not clause.negated(place) and clause.voice(place) and not is_maybe(clause, place):
            opened = next((one for one in range(start, place) if clause.voice(one)), place)
            judged = _said_of(clause, start, opened)
            if judged is None and stance is Stance.OPPOSE:
                return None
            speaker = _by_name(clause, start, actor)
            return Taken(speaker, stance, judged, weak=True, direct=True, stop=opened)
    return None


def _viewer(clause: Clause, index: int) -> Actor | None:
    """Whose view the clause is: «في نظر …», «برأي …»."""
    viewed = clause.cues.ways["viewed"]
    for length in (3, 2, 1):
        if " ".join(clause.words(index, index + length)) in viewed:
            return subjects.actor(clause.line, index + length, clause.language)
    return None


def _near(clause: Clause, start: int, known: Phrases, reach: int) -> tuple[Stance, int] | None:
    """The first stance of such words, and where they stand."""
    for place in range(start, min(start + reach, len(clause.line.tokens))):
        stance = phrase(clause, place, known)
        plain = not clause.negated(place) and not clause.has("adverbial", place - 1, place)
        if stance and plain and not is_maybe(clause, place) and not is_counted(clause, place):
            return stance, place
    return None

"""What an actor is called: a clean name, resolved where the words only point to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from brief.extract.positions.clauses import Clause
from brief.gazetteer import Name
from brief.language import fold
from brief.marks import PAIRS, STRAIGHT
from brief.speakers.articled import with_given_name
from brief.speakers.full import full
from brief.speakers.mended import described, nominative
from brief.speakers.pointing import points
from brief.subjects import Actor
from brief.subjects.words import words_of

_FAR = 500  # characters that are looked back at for whom «the two» are
_NAME = 40  # characters of a name in marks behind what is known of it
_WORDS = 6
_LEADERS = frozenset({"person"})
_STATES = frozenset({"country"})


def called(clause: Clause, actor: Actor) -> Sequence[Actor]:
    """Who the actor is: one with a clean label, those meant by «the two states», or nobody."""
    first = fold(actor.label).split()[0]
    count = clause.cues.several.get(first) or _counted(clause, actor, first)
    if count:
        return _meant(clause, actor, count)
    if actor.kind != "country" and points(actor.label, clause.language):
        return ()
    reading = clause.reading
    actor = _in_marks(clause, actor)
    actor = described(reading.document, actor, reading.language)
    known = full(reading.document, reading.names, reading.language, _hailing(clause, actor))
    if fold(known.label) in clause.cues.ways["vague"]:
        return ()
    return (with_given_name(nominative(known, clause.language), clause.language),)


def _in_marks(clause: Clause, actor: Actor) -> Actor:
    """A body by all of the name that its marks hold: «مجلس الدفاع عن الوادي», outside of any quotation."""
    text, inside = clause.reading.document.text, actor.kind == "role" and actor.start > 0
    closing = {**PAIRS, STRAIGHT: STRAIGHT}.get(text[actor.start - 1]) if inside else None
    close = text.find(closing, actor.end, actor.end + _NAME) if closing else -1
    name = text[actor.start : close]
    body = fold(actor.text).split()[0] in words_of(clause.language).bodies
    if close < 0 or not body or len(name.split()) > _WORDS or clause.voice(clause.line.index(actor.start)):
        return actor
    return structs.replace(actor, end=close, text=name, label=name, key=fold(name))


def _counted(clause: Clause, actor: Actor, first: str) -> int:
    """How many «الدول الثلاث» are, for a word of states or leaders with a number right after it."""
    if first not in clause.cues.ways["groups"]:
        return 0
    place = clause.line.index(actor.start)
    return next((n for word in clause.words(place + 1, place + 2) if (n := clause.cues.several.get(word))), 0)


def _meant(clause: Clause, actor: Actor, count: int) -> Sequence[Actor]:
    """The states, or the leaders, named last before a word that counts them, where just so many are."""
    leaders = any(word in clause.cues.ways["leaders"] for word in fold(actor.label).split())
    names = [
        one
        for one in clause.reading.names
        if actor.start - _FAR < one.start < actor.start and one.kind != "role"
    ]
    for kinds in (_LEADERS, _STATES) if leaders else (_STATES,):
        found = _last({one.key: one for one in reversed(names) if one.kind in kinds}, count)
        if found:
            return [_as(actor, one) for one in found]
    return ()


def _last(found: dict[str, Name], count: int) -> list[Name]:
    return list(found.values())[:count][::-1] if len(found) >= count else []


def _as(actor: Actor, name: Name) -> Actor:
    return structs.replace(actor, text=name.label, label=name.label, role=None, key=name.key, kind=name.kind)


def _is_house(clause: Clause, place: int) -> bool:
    """Whether a definite word for a house stands right there, none that is completed: «من المعارضة»."""
    words = words_of(clause.language)
    told = clause.words(place, place + 1)
    return any(word.startswith(words.letters.article) and word in words.bodies for word in told)


def _hailing(clause: Clause, actor: Actor) -> Actor:
    """Officials with where they are from: «مسؤولون من روما ومدريد», «نواب من المعارضة»."""
    line, place, words = clause.line, clause.line.index(actor.end), words_of(clause.language)
    bare = fold(actor.label)
    several = " " not in actor.label and (bare.endswith(words.letters.plural[0]) or bare in words.alone)
    if not several or not clause.has("hailing", place, place + 1) or not line.tokens[place].joined:
        return actor
    if place + 1 in line.names:
        last = line.names[place + 1][1]
    elif _is_house(clause, place + 1):
        last = place + 1
    else:
        return actor
    while last + 1 in line.names and line.tokens[last + 1].joined and line.names[last + 1][0].clitic:
        last = line.names[last + 1][1]
    begin = line.index(actor.start)
    start, stop = line.span(begin, last)
    cut = actor.start - start
    text = line.text[start + cut - line.offset : stop - line.offset]
    return structs.replace(actor, text=text, label=text, key=fold(text), end=stop)

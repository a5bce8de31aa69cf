"""Whose «the ministry» is: told in the line or before it, or plain from what the article is about."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.bodies import bodies
from brief.extract.statements.pointers import folded
from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence

# A body that acts is named within so many words.
_FIRST = 3
_OFFICE = re.compile(r"\w+\s+")
# A name behind an office ends within so many letters.
_NAMED = 60
# A report that no sentence names in full, and no more of them than so many speak of, is not what it retells.
_RETOLD = 2
# What an article is about is named in full in so many sentences at its head.
_HEAD = 2


def unowned(around: Surroundings, start: int, end: int) -> str | None:
    """The body that a clause opens with, or gives words to, by the article alone: «وأدانت الوزارة …».

    One that only answers further on is plain where it is the only one of its kind. Who is named behind
    it («رئيس اللجنة سامي حداد») is known by his name.
    """
    text, language = around.document.text[start:end], around.language
    seen = view(text)
    opening = len(" ".join(seen.text.split()[:_FIRST]))
    told: set[str] = set()
    for noun, owner, place in bodies(seen.text, language):
        if owner:
            told.add(noun)
        elif noun not in told:
            here, lone = start + seen.span(place, place + 1)[0], len(_owners(around, noun)) == 1
            speaks = _speaking_last(language).search(seen.text, 0, place) is not None
            answers = not lone and _answering_last(language).search(seen.text, 0, place) is not None
            if (place <= opening or speaks or answers) and not _is_named(around, here):
                return noun
    return None


def _is_named(around: Surroundings, place: int) -> bool:
    """Whether a body at a place is the office of somebody named behind it, or stands in a quotation."""
    behind = _OFFICE.match(around.document.text, place)
    names = around.named_between(place, place + _NAMED)
    person = behind is not None and any(one.start == behind.end() and one.kind == "person" for one in names)
    return person or around.inside_quotation(place)


@cache
def _speaking_last(language: Language) -> re.Pattern[str]:
    """«According to», or somebody of a body who speaks, at the end of what stands before it."""
    speech, data = table(language.code, "speech"), table(language.code, "statements")
    somebody = rf"{either(data['somebody'])}\s+{either(data['of_a_body'])}|{either(data['counsel'])}"
    return re.compile(rf"(?<!\w)[{language.proclitics}]?(?:{either(speech['according'])}|{somebody})\s+\Z")


@cache
def _answering_last(language: Language) -> re.Pattern[str]:
    """«Which … refused», at the end of what stands before a body."""
    refusing = either(table(language.code, "statements")["refusing"])
    return re.compile(rf"(?<!\w)[{language.proclitics}]?{refusing}\s+\Z")


def is_of_no_state(around: Surroundings, start: int, end: int) -> bool:
    """Whether a minister speaks, the article is about several states, and the clause names none."""
    if not (around.has_principals or around.is_crowded):
        return False
    office = cues.expression(around.language, "statements", "state_office")
    states = (name for name in around.named_between(start, end) if name.kind == "country")
    return next(states, None) is None and office.match(fold(around.document.text[start:end])) is not None


def is_told_before(around: Surroundings, sentence: Sentence, noun: str) -> bool:
    """Whether a sentence says whose a body is where it first speaks of it.

    Of one that the article never names in full, a name between quotation marks does.
    """
    start, end = sentence.anchor.start, sentence.anchor.end
    if noun not in around.bodies:
        return any(
            start <= one.start and len(around.document.text[slice(*one.inner)].split()) <= _FIRST
            for one in around.quoted_between(start, end)
        )
    found = bodies(fold(sentence.anchor.text), around.language)
    return next((bool(owner) for one, owner, _ in found if one == noun), False)


def is_one_of_several(around: Surroundings, noun: str) -> bool:
    """Whether the article names more than one body of the kind in full."""
    return len(_owners(around, noun)) > 1


def _owners(around: Surroundings, noun: str) -> set[str]:
    return {owner for _, owner in around.bodies.get(noun, ())}


def is_of_states(around: Surroundings, noun: str) -> bool:
    """Whether every state has one of the kind, a ministry say."""
    return noun in folded(around.language, "of_states")


def is_plain(around: Surroundings, noun: str, position: int) -> bool:
    """Whether the reader of a sentence knows which is meant: what the article is about, or who publishes it.

    A body that every state has is plain where it is the only one, or the article is about one state; a
    report is that the article opens with, names in full or retells.
    """
    language = around.language
    if noun in fold(around.document.publisher or ""):
        return True
    if noun in folded(language, "reports"):
        retold = sum(noun in some for some in around.nouns) > _RETOLD
        return not position or noun in around.bodies or retold
    if is_of_states(around, noun):
        states = around.has_principals or around.is_crowded
        lone = noun in around.bodies and not is_one_of_several(around, noun)
        return lone or (not states and _is_topic(around, noun, position))
    return _is_topic(around, noun, position)


def _is_topic(around: Surroundings, noun: str, position: int) -> bool:
    """Whether the last body of the kind that was named in full is one of the head of the article."""
    owners = around.bodies.get(noun, ())
    heads = (fold(one.anchor.text) for one in around.document.headings)
    above = {owner for head in heads for one, owner, _ in bodies(head, around.language) if one == noun}
    about = above | {owner for place, owner in owners if place < _HEAD}
    last = [owner for place, owner in owners if place <= position][-1:] or [*above]
    if not owners and not above:
        return position < _HEAD
    return len(about) == 1 and about.issuperset(last)

"""Whose turn it is: whom a sentence puts first, and whether another's words have begun since a quote."""

from __future__ import annotations

from brief import subjects
from brief.speakers.callings import first_named
from brief.speakers.places import Context, Reading, number_at
from brief.speakers.words import Words
from brief.subjects import Actor, Line

_OPENING = 3


def put_first(reading: Reading, line: Line) -> Actor | None:
    """Whom «أما» at the head of a sentence makes its subject: «أما الرقيب فبدا متحفظا»."""
    if not line.tokens or line.tokens[0].word not in reading.words.topics:
        return None
    if len(line.tokens) <= 1:
        return None
    known = subjects.actor(line, 1, reading.language) or subjects.definite_at(line, 1, reading.language)
    return known or first_named(line, 1, reading.language)


def gender(word: str, words: Words) -> str:
    """How a verb of saying tells who says it: «f» she, «m» he; nothing where many do or it is no verb."""
    if word in words.feminine:
        return "f"
    return "m" if word in words.masculine else ""


def has_turned(reading: Reading, place: Context, last: Actor | None, *, goes_on: bool) -> bool:
    """Whether between the quote before a passage and the passage somebody else is put first or named.

    A sentence that opens with «أما» or «في المقابل» begins the turn of another; so does a person who stands
    free in it, unless a verb that goes on with the same speaker's words follows (`goes_on`).
    """
    if last is None or place.floor <= 0:
        return False
    text = reading.document.text
    first, end = number_at(reading, place.floor - 1), number_at(reading, place.passage.start)
    for number in range(first, end + 1):
        anchor = reading.document.sentences[number].anchor
        start = max(anchor.start, place.floor)
        line = subjects.line(
            text[start : min(anchor.end, place.passage.start)], start, reading.names, reading.language
        )
        opens = start == anchor.start
        if opens and _turns(line, reading.words):
            topic = put_first(reading, line)
            if topic is None or topic.key != last.key:
                return True
        if not goes_on and any(key != last.key for key in _people(reading, line)):
            return True
    return False


def _turns(line: Line, words: Words) -> bool:
    return any(
        " ".join(line.words(0, count)) in words.topics | words.turning for count in range(1, _OPENING + 1)
    )


def _people(reading: Reading, line: Line) -> list[str]:
    """The keys of the persons that no preposition governs."""
    count = len(line.tokens)
    return [one.key for one in subjects.standing(line, 0, count, reading.language) if one.kind == "person"]

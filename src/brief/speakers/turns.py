"""Whose turn it is: whom a sentence puts first, and whether another's words have begun since a quote."""

from __future__ import annotations

from brief import cues, subjects
from brief.language import Language, fold
from brief.speakers.callings import first_named
from brief.speakers.places import Context, Reading, lines_before, number_at
from brief.speakers.words import Words
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

_OPENING = 3
_BACK = 2  # sentences before one in which its subject is named


def put_first(reading: Reading, line: Line) -> Actor | None:
    """Whom «أما» at the head of a sentence makes its subject: «أما الرقيب فبدا متحفظا»."""
    if not line.tokens or line.tokens[0].word not in reading.words.topics:
        return None
    if len(line.tokens) <= 1:
        return None
    known = subjects.actor(line, 1, reading.language) or subjects.definite_at(line, 1, reading.language)
    return known or first_named(line, 1, reading.language)


def doer(reading: Reading, index: int, told: str) -> Actor | None:
    """The one person who is the subject of the sentence before that of number `index`, in its paragraph.

    «يدير فلان متجرا قرب المرفأ. ويقول «…»», «أما السائق فلان فاختار …. ويقول «…»». Another sentence back only
    where that one names nobody. Nobody where its verb is of the other gender than `told`.
    """
    for number, line in lines_before(reading, index, _BACK):
        if any(token.word in reading.words.verbs for token in line.tokens):
            return None
        topic = put_first(reading, line)
        if topic:
            return topic
        free = subjects.standing(line, 0, len(line.tokens), reading.language)
        people = {one.key: one for one in free if one.kind == "person"}
        if people:
            (first, *others) = people.values()
            return None if others or not _fits(line, first, told, reading.language) else first
        if number == index - 1 and (body := _acting(reading, line, told)):
            return body
    return None


def _acting(reading: Reading, line: Line, told: str) -> Actor | None:
    """The body that opens a sentence before its verb, whose gender shows it: «غير أن الشركة قدمت …»."""
    against = cues.of(reading.language, "speech", "contrasting")
    begin = next((n for n in (2, 1) if against.fullmatch(" ".join(line.words(0, n)))), 0)
    if told != "f" or not begin or begin >= len(line.tokens):
        return None
    found = subjects.actor(line, begin, reading.language)
    end = line.index(found.end) if found and found.kind != "person" else len(line.tokens)
    hers = any(
        token.joined and token.word.endswith(words_of(reading.language).letters.feminine)
        for token in line.tokens[end : end + 1]
    )
    return found if hers else None


def _fits(line: Line, one: Actor, told: str, language: Language) -> bool:
    """Whether the verb right before somebody is no other gender's than a verb of saying tells."""
    place, name = line.index(one.start), fold(one.label).split()
    while place and line.tokens[place - 1].word in name:
        place -= 1
    verb = line.words(place - 1, place)
    letter = words_of(language).letters.feminine
    if told == "m":  # what a woman's verb of the present begins with begins many a man's of the past
        return not any(word.endswith(letter) for word in verb)
    return not told or any(word.startswith(letter) or word.endswith(letter) for word in verb)


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
    opening = (" ".join(line.words(0, count)) for count in range(1, _OPENING + 1))
    return any(told in words.topics or told in words.turning for told in opening)


def _people(reading: Reading, line: Line) -> list[str]:
    """The keys of the persons that no preposition governs."""
    count = len(line.tokens)
    return [one.key for one in subjects.standing(line, 0, count, reading.language) if one.kind == "person"]

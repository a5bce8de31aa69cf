"""Who speaks in a sentence, by the last of its verbs of saying."""

from __future__ import annotations

from brief import cues, subjects
from brief.marks import PAIRS, STRAIGHT
from brief.speakers.given import according, after_verb, describes
from brief.speakers.holders import named_until
from brief.speakers.places import Reading, Told
from brief.subjects import Actor, Line
from brief.subjects.words import words_of


def subject_of(reading: Reading, number: int) -> Told:
    """Who speaks in the sentence of that number and by which verb, found out once."""
    if number not in reading.speaking:
        reading.speaking[number] = _speaking_in(reading, number)
    return reading.speaking[number]


def _opening_subject(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Whose words end right before a verb and open its clause: «لكن الشركة نفت ذلك»."""
    openers = words_of(reading.language).openers
    start = verb
    while start and line.tokens[start].joined and line.tokens[start - 1].word not in openers:
        start -= 1
    found = subjects.actor(line, start, reading.language) if start < verb else None
    if found is None or line.index(found.end) == verb:
        return found
    return named_until(line, found, verb, reading.language) if found.kind == "role" else None


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place of a sentence stands between marks that open and close in it."""
    before, even = text[:place], text.count(STRAIGHT) % 2 == 0
    opened = any(before.count(opening) > before.count(closing) for opening, closing in PAIRS.items())
    return opened or (even and before.count(STRAIGHT) % 2 == 1)


def _is_turned(reading: Reading, line: Line, verb: int) -> bool:
    """Whether a clause about somebody else ends the sentence: «رحب الاتحاد بالقرار، في حين أبدى تاجر شكه».

    What stands behind «that» is of the words reported.
    """
    meantime = cues.of(reading.language, "speech", "meantime")
    words = line.words(verb + 1, len(line.tokens))
    told = next((n for n, word in enumerate(words) if word in reading.words.from_), len(words))
    return any(
        meantime.fullmatch(" ".join(words[n : n + count]))
        for n in range(min(told, len(words)))
        for count in (1, 2)
    )


def _speaking_in(reading: Reading, number: int) -> Told:
    """Who speaks in a sentence, by the last of its verbs of speech."""
    anchor = reading.document.sentences[number].anchor
    line = subjects.line(anchor.text, anchor.start, reading.names, reading.language)
    for place in range(len(line.tokens) - 1, -1, -1):
        word = line.tokens[place].word
        opens = place == 0 and word in reading.words.stating  # a sentence opens with no noun of that form
        if word not in reading.words.verbs or (word in reading.words.ambiguous and not opens):
            continue
        quoted = _is_quoted(anchor.text, line.span(place, place)[0] - anchor.start)
        unsaid = not reading.words.unsaid.isdisjoint(line.words(place - 1, place))
        if quoted or unsaid or describes(line, place, reading.words):
            continue
        found = _opening_subject(reading, line, place) or after_verb(reading, line, place)
        if found:
            return Told(None, "") if _is_turned(reading, line, place) else Told(found, word)
    return Told(according(reading, line, len(line.tokens)), "")

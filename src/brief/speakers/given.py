"""Who is given words by a verb: its subject, whoever it passes them on from, or the sentence's."""

from __future__ import annotations

from brief import subjects
from brief.language import Language
from brief.morphology import morphology
from brief.speakers.places import Reading
from brief.speakers.words import accords
from brief.subjects import Actor, Line
from brief.subjects.words import words_of

# How many words stand between what hands words over and who said them, at most.
_ACCORDING = 3
_PASSED = 2


def speaker(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Who says the words that the verb or noun at `verb` hands over, in the words before them."""
    words, language = reading.words, reading.language
    if accords(line, verb, words):
        return named_after(line, verb, language)
    passed = _passed_from(reading, line)
    if passed:
        return passed
    own = None if line.tokens[verb].word in words.verbs else subjects.before(line, verb, language)
    return own or after_verb(reading, line, verb) or _main_subject(reading, line, verb)


def named_after(line: Line, index: int, language: Language, reach: int = _ACCORDING) -> Actor | None:
    """The actor right after «وفقا ل», «بحسب», whose name may carry the preposition."""
    for place in range(index + 1, index + 1 + reach):
        found = subjects.actor(line, place, language)
        if found:
            return found
    return None


def _passed_from(reading: Reading, line: Line) -> Actor | None:
    """The speaker in «نقلت وكالة … عن فلان قوله»."""
    words, passing, crediting = reading.words, False, False
    for index, token in enumerate(line.tokens):
        passing = passing or token.word in words.passing
        crediting = crediting or token.word in words.crediting
        if (passing and token.word in words.from_ - words.that) or (
            crediting and token.word in words.credited
        ):
            found = named_after(line, index, reading.language, _PASSED) or subjects.spelled(
                line, index, reading.language
            )
            if found:
                return found
    return None


def _main_subject(reading: Reading, line: Line, verb: int) -> Actor | None:
    """The subject of the sentence that a participle or a second verb goes on with."""
    language = reading.language
    for index in range(verb - 1, -1, -1):
        word = line.tokens[index].word
        if word in reading.words.verbs and word not in reading.words.ambiguous:
            found = after_verb(reading, line, index) or subjects.before(line, index, language)
            if found:
                return found
    found = subjects.before(line, verb, language)
    if found:
        return found
    people = [
        one
        for index in range(verb)
        if (one := subjects.actor(line, index, language)) and one.kind in {"person", "role"}
    ]
    return people[0] if people else None


def after_verb(reading: Reading, line: Line, index: int) -> Actor | None:
    """The subject after a verb; what follows a participle is its object."""
    words, language = reading.words, reading.language
    if line.tokens[index].word in words.participles:
        return None
    found = subjects.after(line, index, language) or subjects.spelled(line, index, language)
    if found and _is_addressed(reading, line, index):
        return None
    if found and _is_spoken_of(reading, line, index, found):
        found = subjects.definite_after(line, index, language)
        return None if found is None or _is_spoken_of(reading, line, index, found) else found
    if found or line.tokens[index].word not in words.telling:
        return found or subjects.people_after(line, index, language)
    return subjects.definite_after(line, index, language)


def _is_addressed(reading: Reading, line: Line, verb: int) -> bool:
    """Whether the word behind a verb is to whom it is said: its ending shows that it is not the subject.

    An office that ends so of itself («الأمين العام») speaks.
    """
    letters, after = morphology(reading.language), line.tokens[verb + 1 : verb + 2]
    speaking = words_of(reading.language).offices
    named = verb + 1 in line.names
    return not named and any(
        one.word.startswith(letters.article)
        and one.word.endswith(letters.plural[1])
        and one.word not in speaking
        for one in after
    )


def _is_spoken_of(reading: Reading, line: Line, verb: int, found: Actor) -> bool:
    """Whether an actor stands behind «that»: he is spoken of, whoever speaks."""
    end = line.index(found.start)
    return any(token.word in reading.words.that for token in line.tokens[verb + 1 : end])


def attributed(reading: Reading, line: Line, index: int) -> Actor | None:
    """Who is named after «وفقا ل» or «بحسب ما ذكر» behind a quotation."""
    for place in range(index, min(index + 4, len(line.tokens))):
        word = line.tokens[place].word
        if word in reading.words.passing or word in reading.words.verbs:
            return subjects.after(line, place, reading.language)
    return named_after(line, index, reading.language)


def subject_of(reading: Reading, number: int) -> Actor | None:
    """Who speaks in the sentence of that number, found out once."""
    if number not in reading.speaking:
        reading.speaking[number] = _speaking_in(reading, number)
    return reading.speaking[number]


def _speaking_in(reading: Reading, number: int) -> Actor | None:
    """Who speaks in a sentence, by the last of its verbs of speech."""
    anchor = reading.document.sentences[number].anchor
    line = subjects.line(anchor.text, anchor.start, reading.names, reading.language)
    for place in range(len(line.tokens) - 1, -1, -1):
        word = line.tokens[place].word
        if word in reading.words.verbs and word not in reading.words.ambiguous:
            found = after_verb(reading, line, place)
            if found:
                return found
    return None

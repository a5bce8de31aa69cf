"""Subjects that no list knows, told by their place after a verb and by their form."""

from __future__ import annotations

from brief.language import Language, fold
from brief.subjects.lines import Actor, Line
from brief.subjects.phrases import actor, named, person_at
from brief.subjects.words import Words, words_of

_LONGEST_SURNAME = 3
_LONGEST_RUN = 4
_SHORTEST_PEOPLE = 6
_LONGEST_HEDGE = 6


def spelled(where: Line, index: int, language: Language) -> Actor | None:
    """A subject that no list knows: one to three bare words after the verb at `index`.

    They must end before «أن», a colon or a quotation mark: «ويرى عودة أوغلو أن».
    """
    words = words_of(language)
    end = index + 1
    beyond = min(end + _LONGEST_SURNAME + 1, len(where.tokens))
    while end < beyond and where.tokens[end].joined and _bare(where, end, words):
        end += 1
    if not index + 1 < end <= index + 1 + _LONGEST_SURNAME or not _closed(where, index, end, words):
        return None
    start, stop = where.span(index + 1, end - 1)
    text = where.text[start - where.offset : stop - where.offset]
    return Actor(start, stop, text, text, None, fold(text), "person")


def _closed(where: Line, index: int, end: int, words: Words) -> bool:
    if end == len(where.tokens) or not where.tokens[end].joined:
        return True
    word = where.tokens[end].word
    return word in words.clauses or (end > index + 2 and word.startswith(words.letters.article))


def _bare(where: Line, place: int, words: Words) -> bool:
    """Whether a word can be of a family name that no list knows."""
    token = where.tokens[place]
    if place in where.names or token.word.isascii() or len(token.word) < 2:
        return False
    if token.nominal and where.tokens[place - 1].word not in words.particles:
        return False
    return (token.word not in words.nameless or token.word in words.particles) and not token.word.startswith(
        words.letters.bound
    )


def people_after(where: Line, index: int, language: Language) -> Actor | None:
    """The people right after the verb at `index` that no list knows: a definite plural in the nominative."""
    place = index + 1
    if not _adjacent(where, place):
        return None
    words, word = words_of(language), where.tokens[place].word
    letters = words.letters
    if _is_several(where, place, words):
        start, stop = where.span(place, place)
        text = where.text[start - where.offset : stop - where.offset]
        return Actor(start, stop, text, text, None, fold(text), "role")
    if not (word.startswith(letters.article) and word.endswith((letters.plural[0], letters.dual))):
        return None
    if place in where.names:
        return named(where, where.names[place][0], place, language)
    return _definite_run(where, place, language)


def _is_several(where: Line, place: int, words: Words) -> bool:
    """Whether people that no list knows stand there without an article: an active participle, «مستوردون»."""
    word = where.tokens[place].word
    doing = word.startswith(words.letters.participle) and word.endswith(words.letters.plural[0])
    return doing and len(word) >= _SHORTEST_PEOPLE and place not in where.names


def crowd_after(where: Line, index: int, language: Language) -> Actor | None:
    """The crowd right after a verb: «نحو ستة آلاف شخص», «مئات من المزارعين»."""
    words = words_of(language)
    start = index + 1
    while start < min(index + _LONGEST_HEDGE, len(where.tokens)) and where.tokens[start].word in words.about:
        start += 1
    end = start
    while end < len(where.tokens) and _counts(where, end, words):
        end += 1
    if end == start or end >= len(where.tokens):
        return None
    end += where.tokens[end].word in words.about
    while end < len(where.tokens) and _counts(where, end, words):
        end += 1
    found = actor(where, end, language)
    last = where.index(found.end) if found and found.kind == "role" else end + 1
    if last > len(where.tokens) or not (last > end + 1 or _is_counted(where, end, words)):
        return None
    first, stop = where.span(start, last - 1)
    text = where.text[first - where.offset : stop - where.offset]
    return Actor(first, stop, text, text, None, fold(text), "role")


def _counts(where: Line, place: int, words: Words) -> bool:
    token = where.tokens[place]
    return token.word in words.crowds or token.word.removeprefix(words.letters.conjunction).isdigit()


def _is_counted(where: Line, place: int, words: Words) -> bool:
    word = where.tokens[place].word
    return word in words.counted or word in words.bodies or word.endswith(words.letters.plural[:2])


def definite_after(where: Line, index: int, language: Language) -> Actor | None:
    """The definite noun right after a verb that has no object, with its adjectives: its subject."""
    found = people_after(where, index, language)
    place = index + 1
    if found or not _adjacent(where, place) or place in where.names:
        return found
    return _definite(where, place, language)


def definite_at(where: Line, place: int, language: Language) -> Actor | None:
    """The definite noun at `place` with its adjectives, a conjunction on it left out; None where none is."""
    joining = words_of(language).letters.joining
    if where.tokens[place].word[:1] not in joining or place in where.names:
        return _definite(where, place, language) if place not in where.names else None
    start, stop = where.span(place, place)
    text = where.text[start + 1 - where.offset : stop - where.offset]
    if not fold(text).startswith(words_of(language).letters.article):
        return None
    return Actor(start + 1, stop, text, text, None, fold(text), "role")


def _definite(where: Line, place: int, language: Language) -> Actor | None:
    words, word = words_of(language), where.tokens[place].word
    small = (words.asides, words.times, words.nameless)
    if not word.startswith(words.letters.article) or any(word in some for some in small):
        return None
    return _definite_run(where, place, language)


def _adjacent(where: Line, place: int) -> bool:
    """Whether nothing, not even a quotation mark, stands between the word at `place` and the one before."""
    if place >= len(where.tokens):
        return False
    return not where.seen.text[where.tokens[place - 1].end : where.tokens[place].start].strip()


def _definite_run(where: Line, place: int, language: Language) -> Actor:
    """The definite noun at `place` with the definite words that go on with it."""
    words = words_of(language)
    small = (words.times, words.nameless, words.openers)
    end = place + 1
    while (
        end < min(place + _LONGEST_RUN, len(where.tokens))
        and where.tokens[end].joined
        and where.tokens[end].word.startswith(words.letters.article)
        and not any(where.tokens[end].word in some for some in small)
    ):
        end += 1
    start, stop = where.span(place, end - 1)
    text = where.text[start - where.offset : stop - where.offset]
    person = person_at(where, end)
    if person:
        return Actor(person.start, person.end, person.label, person.label, text, person.key, "person")
    return Actor(start, stop, text, text, None, fold(text), "role")

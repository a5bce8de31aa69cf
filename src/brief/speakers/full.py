"""Who is meant where a passage names an actor in short: «الوزير», «المنظمة», «الأمين العام لاتحاد …».

The full name stands right after the office, or where the same office or body was named last before; where
neither is found, the short one stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from brief import subjects
from brief.gazetteer import Name
from brief.language import Language, fold, table
from brief.model import Document
from brief.speakers.whole import whole
from brief.subjects import Actor, Line
from brief.subjects.words import Words, words_of

_BACK = 40  # sentences
_FAR = 400  # characters behind an office in which its words and its holder stand
_PAIR = 2
_LONGEST_OFFICE = 6  # words between an office and the name of who holds it
_LONGEST = 5  # words that tell whose an office is


def full(document: Document, names: Sequence[Name], language: Language, found: Actor) -> Actor:
    """The actor by full name where the text gives it; the place of the actor stays."""
    if found.kind != "role":
        return found
    found = _owned(document, names, language, found)
    if found.kind == "role":
        found = _held(document, names, language, found)
    words = fold(found.text).split() if found.kind == "role" else []
    heads = _heads(language)
    if not words or " ".join(words) not in heads:
        return found
    head = heads[" ".join(words)]
    bearing = [one for one in _before(document, names, language, found.start) if _bears(one, head, language)]
    office = bool(words_of(language).offices & head)
    fit = (one for one in bearing if (office or one.kind != "person") and not _is_run(one, language))
    earlier = next(fit, None)
    if earlier is None:
        return found
    there = structs.replace(earlier, start=found.start, end=found.end)
    if earlier.kind != "person" or not earlier.role:
        return structs.replace(there, role=None)
    name = whole(document.text, earlier, earlier.label)
    return structs.replace(there, text=name, label=name)


def _bears(one: Actor, head: frozenset[str], language: Language) -> bool:
    """Whether an actor is named in full as such an office, with its holder, or as such a body."""
    words = fold(one.role or one.text).split()
    known = one.kind == "person" or (len(words) > 1 and not words_of(language).offices & head)
    return known and (words[0] in head or " ".join(words[:2]) in head)


def _is_run(one: Actor, language: Language) -> bool:
    """Whether a body told by the article has a noun behind it that is none of its words: «الهيئة الخسائر».

    An adjective ends as its noun does.
    """
    letters = words_of(language).letters
    words = one.text.split()
    if one.kind == "person" or len(words) < _PAIR or not fold(words[0]).startswith(letters.article):
        return False
    first, second = (word.endswith(letters.nominal[0]) for word in words[:_PAIR])
    return fold(words[1]).startswith(letters.article) and first is not second


def _before(document: Document, names: Sequence[Name], language: Language, place: int) -> Iterator[Actor]:
    """The persons with an office and the bodies named before a place, the last first."""
    sentences = [one.anchor for one in document.sentences if one.anchor.start < place][-_BACK:]
    for anchor in reversed(sentences):
        text = anchor.text[: place - anchor.start]
        line = subjects.line(text, anchor.start, names, language)
        places = range(len(line.tokens) - 1, -1, -1)
        yield from (one for at in places if (one := subjects.actor(line, at, language)))


def _owned(document: Document, names: Sequence[Name], language: Language, found: Actor) -> Actor:
    """An office with whose it is, told by «ل» behind it, and with its holder: «… لاتحاد العمال فلان»."""
    if fold(found.text) not in _heads(language):
        return found
    text = document.text[found.end : found.end + _FAR]
    line = subjects.line(text, found.end, names, language)
    end = _served(line, language)
    if not end:
        return found
    person = line.names.get(end)
    stop = line.span(end - 1, end - 1)[1]
    whole = document.text[found.start : stop]
    if person and person[0].kind == "person" and not person[0].clitic and line.tokens[end].joined:
        name = person[0]
        return structs.replace(
            found, text=name.label, label=name.label, role=whole, key=name.key, kind="person"
        )
    return structs.replace(found, text=whole, label=whole, key=fold(whole), end=stop)


def _held(document: Document, names: Sequence[Name], language: Language, found: Actor) -> Actor:
    """An office with the person who holds it, where only words that complete the office stand between.

    «الباحث في اقتصاديات النقل سامي عواضة»; a second office on the way has a holder of its own.
    """
    words = words_of(language)
    line = subjects.line(document.text[found.start : found.end + _FAR], found.start, names, language)
    place = line.index(found.end)
    if subjects.is_plural(found, language) or not line.tokens or line.tokens[0].word not in words.offices:
        return found
    furthest = min(place + _LONGEST_OFFICE, len(line.tokens))
    while place < furthest and line.tokens[place].joined:
        name, last = line.names.get(place, (None, place))
        if name and name.kind == "person" and not name.clitic:
            role = document.text[found.start : name.start].strip()
            return structs.replace(
                found, text=name.label, label=name.label, role=role, key=name.key, kind="person"
            )
        if not (_completes(line, place, words) or (name and name.adjective)):
            break
        place = last + 1
    return found


def _completes(line: Line, place: int, words: Words) -> bool:
    """Whether the word at `place` goes on with an office: definite, or before a definite noun."""
    word, following = line.tokens[place].word, line.tokens[place + 1 : place + 2]
    if word in words.offices or word in words.clauses or word in words.times:
        return False
    definite = any(one.joined and one.word.startswith(words.definite) for one in following)
    return (
        word.startswith(words.letters.article)
        or word in words.mission_prepositions
        or (definite and word not in words.nameless)
    )


def _served(line: Line, language: Language) -> int:
    """The place after the words behind an office that tell which body it serves; 0 where none do."""
    words = words_of(language)
    letters = words.letters
    first = line.tokens[0].word if line.tokens else ""
    if not first.startswith(letters.to) or first[len(letters.to) :] not in words.bodies:
        return 0
    for place in range(1, min(_LONGEST, len(line.tokens))):
        token = line.tokens[place]
        if not token.joined or (place in line.names and line.names[place][0].kind == "person"):
            return 0
        if token.word.startswith(letters.article):
            return place + 1
        if place in line.names:
            return line.names[place][1] + 1
    return 0


@cache
def _heads(language: Language) -> dict[str, frozenset[str]]:
    """The short names, each with the first words that a full one opens with."""
    article = words_of(language).letters.article
    found: dict[str, frozenset[str]] = {}
    for word in table(language.code, "speech")["pointing"]:
        definite = fold(" ".join(article + part for part in word.split()))
        found[definite] = frozenset((fold(word), definite, fold(f"{article}{word.split()[0]}")))
    return found

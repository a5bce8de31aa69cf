"""Who is meant where a passage names an actor in short: «الوزير», «المنظمة», «الأمين العام لاتحاد …».

The full name stands right after the office, or where such an office or body was named last before, in the
paragraph or the one before; where neither is found, the short one stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct, structs

from brief import subjects
from brief.gazetteer import Name
from brief.language import Language, fold, table
from brief.model import Document
from brief.speakers.holders import named_behind
from brief.speakers.whole import whole
from brief.subjects import Actor, Line
from brief.subjects.words import Words, words_of

_BACK = 40  # sentences
_FAR = 400  # characters behind an office in which its words and its holder stand
_PAIR = 2
_LONGEST_OFFICE = 6  # words between an office and the name of who holds it
_LONGEST = 5  # words that tell whose an office is


class _Named(Struct, frozen=True):
    """Somebody named before, and whether `near`: in the same paragraph or the one before."""

    actor: Actor
    near: bool


def full(document: Document, names: Sequence[Name], language: Language, found: Actor) -> Actor:
    """The actor by full name where the text gives it; the place of the actor stays."""
    if found.kind != "role":
        return found
    found = _owned(document, names, language, found)
    if found.kind == "role":
        found = _held(document, names, language, found)
        found = _known_by(document, names, language, found)
    words = fold(found.text).split() if found.kind == "role" else []
    heads = _heads(language)
    if not words or " ".join(words) not in heads:
        return found
    head = heads[" ".join(words)]
    named = [
        one for one in _before(document, names, language, found.start) if _bears(one.actor, head, language)
    ]
    office = bool(words_of(language).offices & head)
    earlier = _holder(named) if office else _body(named, language)
    if earlier is None:
        return found
    there = structs.replace(earlier, start=found.start, end=found.end)
    if earlier.kind != "person" or not earlier.role:
        return structs.replace(there, role=None)
    name = whole(document.text, earlier, earlier.label)
    return structs.replace(there, text=name, label=name)


def _holder(named: Sequence[_Named]) -> Actor | None:
    """Who holds an office told in short: the last of the office in the paragraph or the one before.

    Further back it is the one who holds such an office there; of several nobody knows which is meant.
    """
    people = [one.actor for one in named if one.actor.kind == "person"]
    last = next((one.actor for one in named if one.near), None)
    if last is None:
        return people[0] if len({fold(one.label).split()[-1] for one in people}) == 1 else None
    office = fold(last.role or last.text)
    held = (one for one in people if fold(one.role or "").startswith(office))
    return last if last.kind == "person" else next(held, last)


def _body(named: Sequence[_Named], language: Language) -> Actor | None:
    """The body told in short: the last of its kind, of those without a name («شركة محلية») one near."""
    bodies = (one for one in named if one.actor.kind != "person" and not _is_run(one.actor, language))
    return next((one.actor for one in bodies if one.near or not _is_some(one.actor, language)), None)


def _is_some(one: Actor, language: Language) -> bool:
    """Whether a body has no name, but adjectives only that any body of the kind may have."""
    letters = words_of(language).letters
    rest = fold(one.text).split()[1:]
    return all(word.endswith(letters.adjective) and not word.startswith(letters.definite) for word in rest)


def _bears(one: Actor, head: frozenset[str], language: Language) -> bool:
    """Whether an actor is named in full as such an office, with its holder, or as such a body."""
    words = fold(one.role or one.text).split()
    if one.kind != "person" and (len(words) == 1 or subjects.is_plural(one, language)):
        return False
    return words[0] in head or " ".join(words[:2]) in head


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


def _before(document: Document, names: Sequence[Name], language: Language, place: int) -> Iterator[_Named]:
    """The persons with an office, the offices and the bodies named before a place, the last first."""
    sentences = [one for one in document.sentences if one.anchor.start < place][-_BACK:]
    for sentence in reversed(sentences):
        anchor = sentence.anchor
        near = sentences[-1].paragraph - sentence.paragraph <= 1
        line = subjects.line(anchor.text[: place - anchor.start], anchor.start, names, language)
        for at in range(len(line.tokens) - 1, -1, -1):
            office = line.tokens[at].word in words_of(language).offices  # its object may stand behind it
            found = subjects.actor(line, at, language, strict=office)
            if found and found.kind == "role":
                found = named_behind(line, found, language) or found
            if found:
                yield _Named(found, near)


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


def _known_by(document: Document, names: Sequence[Name], language: Language, found: Actor) -> Actor:
    """An office with whose it is («رئيس البلدية») as the one person who was named with just those words."""
    office, words = found.text, words_of(language)
    told = fold(office).split()
    if found.kind != "role" or len(told) < _PAIR or told[0] not in words.offices - words.bodies:
        return found
    if subjects.is_plural(found, language) or not told[-1].startswith(words.letters.article):
        return found
    held = {
        one.key: one
        for one in names
        if one.kind == "person"
        and one.start < found.start
        and document.text.startswith(f"{office} ", max(0, one.start - len(office) - 1))
    }
    if len(held) != 1:
        return found
    (name,) = held.values()
    return structs.replace(found, text=name.label, label=name.label, role=office, key=name.key, kind="person")


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

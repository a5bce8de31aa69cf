"""Who does it: the actor that stands as the subject of a verb, with name and office.

A noun phrase is followed from its head (an office, a body, a country, a person) as far as
definite words, nations and the small words of titles reach.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from brief.gazetteer import Name, Token, tokenise
from brief.language import Language, View, fold, table, view
from brief.morphology import Morphology, morphology

_LONGEST_PHRASE = 16
_LONGEST_ASIDE = 4
_LONGEST_SURNAME = 3
_LONGEST_CLAUSE = 60


class Actor(Struct, frozen=True):
    """Who acts, at `text[start:end]` of the document; `label` names them, `role` is the office.

    `text` is the words of the passage («موسكو»), `label` the canonical name («روسيا»).

    `key` is the key of the name inside the phrase, or the folded label where there is none.
    """

    start: int
    end: int
    text: str
    label: str
    role: str | None
    key: str
    kind: str


class Line(Struct, frozen=True):
    """A stretch of text cut into words, with the names that stand in it.

    `places` are the last words of the names that are no adjectives.
    """

    text: str
    offset: int
    seen: View
    tokens: list[Token]
    names: dict[int, tuple[Name, int]]
    places: frozenset[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the document behind the words `first` to `last`, both included."""
        start, end = self.seen.span(self.tokens[first].start, self.tokens[last].end)
        return start + self.offset, end + self.offset

    def words(self, first: int, end: int) -> list[str]:
        """The folded words from `first` up to `end`."""
        return [token.word for token in self.tokens[first:end]]

    def index(self, position: int) -> int:
        """The number of the first word that begins at or after a place of the document."""
        place = self.seen.position(position - self.offset)
        return bisect_left(self.tokens, place, key=lambda token: token.start)


class _Words(Struct, frozen=True):
    """The words of noun phrases, folded.

    `closing` ends a phrase or keeps the actor after it from being a subject, `nameless` is part of no
    family name, `leading` calls for the definite word after it.
    """

    heads: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    weak: frozenset[str]
    inside: frozenset[str]
    asides: frozenset[str]
    openers: frozenset[str]
    office_prepositions: frozenset[str]
    mission_prepositions: frozenset[str]
    missions: frozenset[str]
    clauses: frozenset[str]
    plurals: frozenset[str]
    transitive: frozenset[str]
    qualities: frozenset[str]
    particles: frozenset[str]
    definite: tuple[str, ...]
    closing: frozenset[str]
    nameless: frozenset[str]
    leading: frozenset[str]
    letters: Morphology


def line(text: str, offset: int, names: Sequence[Name], language: Language) -> Line:
    """The words of `text`, which begins at `offset` of the document that `names` point into."""
    seen = view(text)
    tokens = tokenise(seen, text, language)
    first = bisect_left(names, offset, key=lambda name: name.start)
    placed: dict[int, tuple[Name, int]] = {}
    for name in islice(names, first, None):
        if name.start >= offset + len(text):
            break
        start, end = seen.position(name.start - offset), seen.position(name.end - offset)
        index = bisect_left(tokens, start + 1, key=lambda token: token.end)
        last = bisect_left(tokens, end, key=lambda token: token.end)
        if index < len(tokens):
            placed[index] = (name, min(last, len(tokens) - 1))
    ends = frozenset(last for name, last in placed.values() if not name.adjective)
    return Line(text, offset, seen, tokens, placed, ends)


def actor(where: Line, index: int, language: Language, *, strict: bool = False) -> Actor | None:
    """The actor whose phrase begins with word `index`, or None.

    `strict` where a definite noun after the phrase may be the object of a verb before it.
    """
    if index >= len(where.tokens):
        return None
    if index in where.names:
        name, last = where.names[index]
        if name.adjective:
            return None
        return _named(where, name, last, language)
    return _office(where, index, language, strict=strict) if _heads(where, index, _words(language)) else None


def after(where: Line, index: int, language: Language) -> Actor | None:
    """The subject that follows the verb at `index`, small asides between them skipped."""
    words = _words(language)
    place = index + 1
    strict = where.tokens[index].word in words.transitive
    for _ in range(_LONGEST_ASIDE):
        found = actor(where, place, language, strict=strict)
        if found or place >= len(where.tokens):
            return found
        skipped = _aside(where, place, words.asides)
        if not skipped:
            return None
        place += skipped
    return None


def spelled(where: Line, index: int, language: Language) -> Actor | None:
    """A subject that no list knows: one to three bare words after the verb at `index`.

    They must end before «أن», a colon or a quotation mark: «ويرى عودة أوغلو أن».
    """
    words = _words(language)
    end = index + 1
    beyond = min(end + _LONGEST_SURNAME + 1, len(where.tokens))
    while end < beyond and where.tokens[end].joined and _bare(where, end, words):
        end += 1
    if not index + 1 < end <= index + 1 + _LONGEST_SURNAME or not _closed(where, index, end, words):
        return None
    start, stop = where.span(index + 1, end - 1)
    text = where.text[start - where.offset : stop - where.offset]
    return Actor(start, stop, text, text, None, fold(text), "person")


def _closed(where: Line, index: int, end: int, words: _Words) -> bool:
    if end == len(where.tokens) or not where.tokens[end].joined:
        return True
    word = where.tokens[end].word
    return word in words.clauses or (end > index + 2 and word.startswith(words.letters.article))


def _bare(where: Line, place: int, words: _Words) -> bool:
    """Whether a word can be of a family name that no list knows."""
    token = where.tokens[place]
    if place in where.names or token.word.isascii() or len(token.word) < 2:
        return False
    if token.nominal and where.tokens[place - 1].word not in words.particles:
        return False
    return token.word not in words.nameless and not token.word.startswith(words.letters.bound)


def is_plural(one: Actor, language: Language) -> bool:
    """Whether the actor is a group of people: «محللون», «الخبراء»."""
    words = _words(language)
    first = fold(one.text).split()[0]
    return one.kind == "role" and (
        first.endswith(words.letters.plural) or first.removeprefix(words.letters.article) in words.plurals
    )


def before(where: Line, index: int, language: Language) -> Actor | None:
    """The first actor of the clause that the verb at `index` stands in, not after a preposition."""
    words = _words(language)
    start = clause_start(where, index, language)
    for place in range(start, index):
        found = actor(where, place, language)
        if found and _free(where, place, start, words):
            return found
    return None


def clause_start(where: Line, index: int, language: Language) -> int:
    """The first word of the clause around the word `index`, or of as much as is looked back at."""
    openers = _words(language).openers
    place, furthest = index, max(0, index - _LONGEST_CLAUSE)
    while place > furthest and where.tokens[place].joined and where.tokens[place - 1].word not in openers:
        place -= 1
    return place


# The parts of a phrase -----------------------------------------------------------------


@cache
def _words(language: Language) -> _Words:
    person = table(language.code, "names")["person"]
    speech = table(language.code, "speech")
    letters = morphology(language)

    def both(words: Iterable[str]) -> frozenset[str]:
        folded = [fold(word) for word in words]
        return frozenset([*folded, *(letters.article + word for word in folded)])

    def plain(key: str) -> frozenset[str]:
        return frozenset(map(fold, person[key]))

    joining = ("", *letters.joining)
    stops = [
        fold(word)
        for word in [*person["stops"], *speech["verbs"], *speech["participles"], *speech["later_verbs"]]
    ]
    linked = both([*person["links"], *person["roles"], *person["bodies"]]) - plain("prepositions")
    offices = both(person["roles"])
    inside = linked | frozenset(letters.attach(letters.conjunction, word) for word in linked)
    barred = frozenset(clitic + stop for stop in stops for clitic in joining) - linked
    office, mission = plain("office_prepositions"), plain("mission_prepositions")
    clauses = frozenset(map(fold, speech["from"]))
    return _Words(
        heads=offices | both(person["bodies"]),
        offices=offices,
        bodies=both(person["bodies"]),
        weak=plain("weak_roles"),
        inside=inside,
        asides=plain("asides"),
        openers=plain("openers"),
        office_prepositions=office,
        mission_prepositions=mission,
        missions=both(person["missions"]),
        clauses=clauses,
        plurals=plain("plurals"),
        transitive=frozenset(clitic + fold(verb) for verb in speech["transitive"] for clitic in joining),
        qualities=plain("qualities"),
        particles=plain("particles"),
        definite=tuple(
            letters.attach(clitic, letters.article) for clitic in ("", letters.conjunction, letters.to)
        ),
        closing=barred | office | mission,
        nameless=barred | clauses,
        leading=inside | office,
        letters=letters,
    )


def _heads(where: Line, index: int, words: _Words) -> bool:
    word = where.tokens[index].word
    if word not in words.heads and word[:1] in words.letters.joining:
        word = word[1:]
    if word not in words.weak:
        return word in words.heads or (word.endswith(words.letters.accusative) and word[:-1] in words.offices)
    after = where.tokens[index + 1].word if index + 1 < len(where.tokens) else ""
    return after.startswith(words.definite) or index + 1 in where.names


def _aside(where: Line, place: int, asides: frozenset[str]) -> int:
    """How many words an aside takes at `place`: «من جانبه», «أمس»."""
    for length in (3, 2, 1):
        if " ".join(where.words(place, place + length)) in asides:
            return length
    return 0


def _free(where: Line, place: int, start: int, words: _Words) -> bool:
    if place in where.names and where.names[place][0].clitic.strip(words.letters.joining):
        return False
    previous = where.tokens[place - 1].word if place > start else ""
    return previous not in words.closing or not previous


def _named(where: Line, name: Name, last: int, language: Language) -> Actor:
    start, end = name.start, name.end
    role = _apposed(where, last, language) if name.kind == "person" else None
    text = where.text[start - where.offset : end - where.offset]
    return Actor(start, end, text, name.label, role, name.key, name.kind)


def _apposed(where: Line, last: int, language: Language) -> str | None:
    """The office that follows a personal name: «…، الزميل في معهد …»."""
    place = last + 1
    if place >= len(where.tokens) or not (where.tokens[place].joined or where.tokens[place].comma):
        return None
    if where.tokens[place].word not in _words(language).offices:
        return None
    end = _reach(where, place, language, strict=False)
    start, stop = where.span(place, end - 1)
    return where.text[start - where.offset : stop - where.offset]


def _office(where: Line, index: int, language: Language, *, strict: bool) -> Actor | None:
    words = _words(language)
    end = _reach(where, index, language, strict=strict)
    person = _person_at(where, end)
    first = where.tokens[index].word
    cut = int(
        first not in words.heads
        and first[:1] in words.letters.joining
        and len(first) > 1
        and first[1:] in words.heads
    )
    start, stop = where.span(index, end - 1)
    phrase = where.text[start + cut - where.offset : stop - where.offset]
    if person:
        return Actor(person.start, person.end, person.label, person.label, phrase, person.key, "person")
    if end == index + 1 and not first[cut:].startswith(words.letters.article) and first not in words.offices:
        return None
    return Actor(start + cut, stop, phrase, phrase, None, fold(phrase), "role")


def _person_at(where: Line, index: int) -> Name | None:
    """The person named at `index`, a comma before the name allowed."""
    found = where.names.get(index)
    token = where.tokens[index] if index < len(where.tokens) else None
    if (
        found
        and token
        and found[0].kind == "person"
        and not found[0].clitic
        and (token.joined or token.comma)
    ):
        return found[0]
    return None


def _reach(where: Line, head: int, language: Language, *, strict: bool) -> int:
    """The place after the last word of the phrase that begins at `head`."""
    words = _words(language)
    place = head + 1
    while place < min(head + _LONGEST_PHRASE, len(where.tokens)) and where.tokens[place].joined:
        step = _step(where, head, place, words)
        if not step or (strict and step == 1 and not _describes(where, head, place, words)):
            break
        place += step
    return place


def _step(where: Line, head: int, place: int, words: _Words) -> int:
    """How many words the phrase gains at `place`; none where it ends.

    A preposition is gained where the phrase goes on after it.
    """
    after = place
    furthest = min(head + _LONGEST_PHRASE, len(where.tokens))
    while after < furthest and _prepares(where, head, after, words):
        after += 1
    gained = _gained(where, head, after, words) if after < len(where.tokens) else 0
    return gained if after == place else min(gained, 1)


def _prepares(where: Line, head: int, place: int, words: _Words) -> bool:
    """Whether a preposition that such an office or mission takes stands at `place`."""
    word = where.tokens[place].word
    if place in where.names:
        return False
    mission = word in words.mission_prepositions and not words.missions.isdisjoint(where.words(head, place))
    return mission or word in words.office_prepositions


def _gained(where: Line, head: int, place: int, words: _Words) -> int:
    """How many words a name, or a word that agrees, adds to the phrase at `place`."""
    if place in where.names:
        name, last = where.names[place]
        bound = name.clitic.strip(words.letters.joining) != "" and name.kind != "organisation"
        fits = (name.kind != "person" and not bound) or name.adjective
        return last - place + 1 if fits and not name.clitic.startswith(words.letters.conjunction) else 0
    word = where.tokens[place].word
    if word in words.closing:
        return 0
    return int(_agrees(where, head, place, words))


def _describes(where: Line, head: int, place: int, words: _Words) -> bool:
    """Whether a definite word describes the office, or completes it: «وزير الدفاع»."""
    word, letters = where.tokens[place].word, words.letters
    if place in where.names or not word.startswith(words.definite):
        return True
    opening = where.tokens[head].word.lstrip(letters.joining)
    completes = place == head + 1 and not opening.startswith(letters.article)
    previous = where.tokens[place - 1].word
    follows_preposition = not previous.startswith(letters.article) and previous in words.leading
    adjective = (
        word.endswith(letters.adjective) or word in words.qualities or word.startswith(letters.conjunction)
    )
    return completes or follows_preposition or adjective


def _agrees(where: Line, head: int, place: int, words: _Words) -> bool:
    """Whether a word can still be of the phrase: not an object with the article that follows it."""
    word, opening, previous = (where.tokens[one].word for one in (place, head, place - 1))
    if not word.startswith(words.definite):
        return word in words.inside
    joining, article = words.letters.joining, words.letters.article
    if word in words.bodies and opening.lstrip(joining).startswith(article) and previous.startswith(article):
        return False
    return not (place - 1 in where.places and where.tokens[place].nominal and not where.tokens[head].nominal)

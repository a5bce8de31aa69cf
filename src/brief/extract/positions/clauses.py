"""Sentence -> its clauses, each with what the words around it tell of who acts in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import product

from msgspec import Struct

from brief import subjects
from brief.extract.positions.cues import Cues, Phrases, cues
from brief.gazetteer import Name
from brief.language import Language, fold, view
from brief.model import Anchor, Document, Quote, Sentence, Stance
from brief.subjects import Actor
from brief.subjects.words import words_of

_QUESTION = "\u061f"
_LEAST_WORDS = 4
_OPENING = 2
_SHORTEST = 1


class Reading(Struct, frozen=True):
    """What is needed to read one document's positions; `said` are its quotes with a speaker, in order."""

    document: Document
    language: Language
    cues: Cues
    names: tuple[Name, ...]
    said: tuple[Quote, ...]
    starts: tuple[int, ...]


class Clause:
    """A clause being read.

    `earlier` is who acts in the words of the sentence before it, `told` who spoke in the sentence before,
    `holder` who first takes a stance in it.

    What many of its words ask for is found out once.
    """

    def __init__(
        self, reading: Reading, anchor: Anchor, earlier: Actor | None, told: Actor | None = None
    ) -> None:
        self.reading = reading
        self.anchor = anchor
        self.cues = reading.cues
        self.language = reading.language
        self.line = subjects.line(anchor.text, anchor.start, reading.names, reading.language)
        self.earlier = earlier
        self.told = told
        self.holder: Actor | None = None

    @cached_property
    def first(self) -> Actor | None:
        """Who stands first in the clause and can be its subject."""
        return subjects.first(self.line, 0, len(self.line.tokens), self.language, strict=True)

    @cached_property
    def speaking(self) -> tuple[tuple[int, Actor], ...]:
        """The verbs of speech that have a subject, by place, with their subjects."""
        line, language = self.line, self.language
        places = [place for place, token in enumerate(line.tokens) if token.word in self.cues.speech]
        subject = {
            place: subjects.after(line, place, language) or subjects.before(line, place, language)
            for place in places
        }
        return tuple((place, found) for place, found in subject.items() if found)

    @cached_property
    def goes_on(self) -> Actor | None:
        """Who spoke before, where the clause opens with a verb that goes on with her words: «وأضاف أن»."""
        known = self.cues.ways["adding_words"]
        place = next((one for one, word in enumerate(self.words(0, _OPENING)) if word in known), None)
        if place is None or any(one < _OPENING for one, _ in self.speaking):
            return None
        return None if self._has_unknown(place + 1) else self.told

    def _has_unknown(self, place: int) -> bool:
        """Whether a noun that no list knows stands at `place` as the subject of the verb before it."""
        small, letters = words_of(self.language), self.cues.letters
        if place >= len(self.line.tokens) or not self.line.tokens[place].joined or self.voice(place):
            return False
        word = self.line.tokens[place].word
        known = small.clauses | small.governing | small.asides | small.times | small.openers
        led = word.startswith((*letters.definite[1:], letters.to)) or word.endswith(letters.accusative)
        return word not in known and not led and not self.has("passed_over", place, place + 1)

    @cached_property
    def asks(self) -> bool:
        """Whether the clause holds a question."""
        return _QUESTION in self.anchor.text

    @cached_property
    def held_by_some(self) -> int:
        """Where it begins what only somebody is said to think: «ثمة من يرى أن …»; else behind the end."""
        tokens = self.line.tokens
        some = (
            place
            for place in range(1, len(tokens) - 1)
            if tokens[place - 1].word in self.cues.ways["some"]
            and self.has("whoever", place, place + 1)
            and any(tokens[place + 1].word in verbs for verbs in (self.cues.judging, self.cues.speech))
        )
        return next(some, len(tokens))

    @cached_property
    def quoted(self) -> range:
        """The words of the clause before its first verb of speech, where it opens with a quotation."""
        opens = self.voice(0) if self.line.tokens else None
        if opens is None:
            return range(0)
        last = next((place for place, _ in self.speaking), len(self.line.tokens))
        return range(last)

    @property
    def speaker(self) -> Actor | None:
        """Who speaks in the clause, or goes on speaking."""
        return self.speaking[-1][1] if self.speaking else self.goes_on

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all that is named in the clause."""
        return frozenset(name.key for name, _ in self.line.names.values())

    @cached_property
    def of_people(self) -> frozenset[int]:
        """The places of the words that are of somebody's name."""
        runs = ((place, last) for place, (name, last) in self.line.names.items() if name.kind == "person")
        return frozenset(one for place, last in runs for one in range(place, last + 1))

    def words(self, first: int, end: int) -> list[str]:
        """The folded words from `first` up to `end`, within the clause."""
        return self.line.words(max(0, first), end)

    def has(self, kind: str, first: int, end: int) -> bool:
        """Whether a word of `kind` stands from `first` up to `end`."""
        known = self.cues.ways[kind]
        return any(word in known for word in self.words(first, end))

    def negated(self, index: int) -> bool:
        """Whether a negation stands right before the word at `index`, no mark between."""
        tokens = self.line.tokens
        if index < 1 or not tokens[index].joined:
            return False
        return self.has("negations", index - 1 - tokens[index - 1].joined, index)

    def voice(self, index: int) -> Actor | None:
        """Who says the words around the one at `index`, where it stands in a quotation."""
        place = self.line.span(index, index)[0]
        number = bisect_right(self.reading.starts, place) - 1
        if number < 0 or self.reading.said[number].evidence.end <= place:
            return None
        quote = self.reading.said[number]
        label = quote.speaker or ""
        start, end = quote.evidence.start, quote.evidence.end
        return Actor(start, end, label, label, quote.role, fold(label), "person")


def clauses(reading: Reading, sentence: Sentence, told: Actor | None) -> Iterator[Clause]:
    """The main clauses of a sentence where it is long or several speak in it, else the whole of it.

    `told` is who spoke in the sentence before.
    """
    earlier: Actor | None = None
    for anchor in _parts(reading, sentence.anchor):
        clause = Clause(reading, anchor, earlier, told)
        yield clause
        earlier = clause.first or earlier


def _parts(reading: Reading, sentence: Anchor) -> Iterator[Anchor]:
    seen = view(sentence.text)
    document = reading.document
    start = 0
    for match in reading.cues.breaks.finditer(seen.text):
        end = seen.span(match.start(), match.end())[0]
        if len(sentence.text[start:end].split()) >= _LEAST_WORDS:
            yield document.anchor(sentence.start + start, sentence.start + end)
            start = seen.span(match.start(), match.end())[1]
    if start < len(sentence.text):
        yield document.anchor(sentence.start + start, sentence.end)


def phrase(clause: Clause, index: int, known: Phrases) -> Stance | None:
    """The stance of the longest phrase that begins at `index`, article and particles set aside."""
    language = clause.language
    for opening in bare(clause.line.tokens[index].word, language):
        for rest, stance in known.get(opening, ()):
            following = clause.words(index + 1, index + 1 + len(rest))
            if len(following) == len(rest) and all(
                want in bare(word, language) for want, word in zip(rest, following, strict=True)
            ):
                return stance
    return None


# The same words come over and over.
@lru_cache(maxsize=1 << 14)
def bare(word: str, language: Language) -> Sequence[str]:
    """A word as it stands, and without its article or its particle."""
    known = cues(language)
    letters = known.letters
    opened = next((one for one in letters.definite if word.startswith(one) and len(word) > len(one) + 1), "")
    found = [word]
    if opened:
        found.append(word[len(opened) :])
    if word[:1] in letters.prepositions + letters.joining and len(word) > len(letters.definite[0]) + 1:
        found.append(word[1:])
    for owner in known.owners:
        if word.endswith(owner) and len(word) > len(owner) + _SHORTEST:
            stems = [one.removesuffix(owner) for one in (word, found[-1])]
            seats = (pair for pair in product(stems, known.seats) if pair[0].endswith(pair[1][0]))
            found.extend([*stems, *(one[:-1] + end for one, (_, end) in seats)])
            break
    return found

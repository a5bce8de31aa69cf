"""A document as statements are looked for in it; what few sentences ask for is found out once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property

from msgspec import structs

from brief import couples, marks, names
from brief.couples import Company, Pair
from brief.extract.statements.bodies import bodies
from brief.extract.statements.nouns import nouns
from brief.extract.statements.private import private_people
from brief.figure_words import lexicon
from brief.gazetteer import Name
from brief.language import Language, fold, table
from brief.marks import Passage
from brief.metadata.opinion import speaks_of_himself
from brief.model import Document, Sentence

# So many states, each in so many sentences and so small a part of those of the one before it, are many.
OFTEN = 3
# So many sentences may stand above an article, nearly all of whose others end in a stop.
_ABOVE = 4
_NEARLY_ALL = 0.8
# What may stand behind the sign of a question.
_CLOSING = " \t!.\"'»”’)]"
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?؟…:]")


class Surroundings:
    """A document with its names, its quotations and the two parties it is about."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.language = language

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Everybody named in the document, in order."""
        return names.named(self.document, self.language)

    @cached_property
    def by_key(self) -> dict[str, list[Name]]:
        """The same by who or what they name."""
        found: dict[str, list[Name]] = {}
        for name in self.names:
            found.setdefault(name.key, []).append(name)
        return found

    @cached_property
    def private(self) -> frozenset[str]:
        """The keys of the private people among them."""
        return private_people(self.document.text, self.names, self.language)

    @cached_property
    def quotations(self) -> tuple[Passage, ...]:
        """What stands between quotation marks that open, in order, none within another."""
        return tuple(one for one in self._passages if one.start < one.inner[0])

    @cached_property
    def unopened(self) -> tuple[Passage, ...]:
        """The passages of which only the mark that closes them is there: where they begin is a guess."""
        return tuple(one for one in self._passages if one.start == one.inner[0])

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return marks.passages(self.document, self.language)

    @cached_property
    def has_principals(self) -> bool:
        """Whether the document is plainly about two states: «the two countries» are those two then."""
        words = lexicon(self.language)
        pair: Pair | None = couples.principal(self.document, self._companies, self.language, words)
        return pair is not None

    @cached_property
    def is_crowded(self) -> bool:
        """Whether the document names more than two states often: «the two» may be any of them."""
        counted = Counter(state for one in self._companies for state in one.states).most_common(OFTEN)
        return len(counted) == OFTEN and counted[-1][1] >= max(OFTEN, counted[-2][1] / OFTEN)

    @cached_property
    def _companies(self) -> list[Company]:
        """The states that each sentence names."""
        words = lexicon(self.language)
        found = couples.by_sentence(self.document, self.names, self.language, words)
        return [
            couples.company(sentence.anchor.text, some, words)
            for sentence, some in zip(self.document.sentences, found, strict=True)
        ]

    @cached_property
    def nouns(self) -> tuple[frozenset[str], ...]:
        """What each sentence may name, without what is written onto its words."""
        return tuple(nouns(fold(one.anchor.text), self.language) for one in self.document.sentences)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the document, folded as it is written."""
        return Counter(_WORD.findall(fold(self.document.text)))

    @cached_property
    def above(self) -> frozenset[str]:
        """What the headings may name."""
        return nouns(fold(" ".join(one.anchor.text for one in self.document.headings)), self.language)

    def couple_between(self, start: int, end: int) -> bool:
        """Whether two states, and no third, are joined by «and» between two places of the document."""
        inside = self.named_between(start, end)
        names_there = tuple(
            structs.replace(one, start=one.start - start, end=one.end - start) for one in inside
        )
        text = self.document.text[start:end]
        return bool(couples.company(text, names_there, lexicon(self.language)).couples)

    def is_above(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the lines above the article: they end without the stop of all others.

        The body tells the same in full.
        """
        return sentence.position < _ABOVE and self._stops and not self._is_stopped(sentence)

    @cached_property
    def _stops(self) -> bool:
        """Whether nearly all sentences of the document end in a stop."""
        sentences = self.document.sentences
        return sum(map(self._is_stopped, sentences)) >= max(_ABOVE, len(sentences) * _NEARLY_ALL)

    def _is_stopped(self, sentence: Sentence) -> bool:
        return _STOP.search(self.document.text[sentence.anchor.end - 2 : sentence.anchor.end + 2]) is not None

    @cached_property
    def opinion(self) -> bool:
        """Whether the document gives its author's opinion."""
        return self.document.opinion

    @cached_property
    def column(self) -> bool:
        """Whether it is a column or a leader, whose author speaks of himself through the text."""
        return self.opinion and self.speaks_of_himself

    @cached_property
    def speaks_of_himself(self) -> bool:
        """Whether «I» or «we» go through the text."""
        return speaks_of_himself(self.document, self.language)

    @cached_property
    def questions(self) -> tuple[int, ...]:
        """Where the headings that ask something stand."""
        asking = tuple(table(self.language.code, "statements")["asking"])
        headings = (one.anchor for one in self.document.headings)
        return tuple(one.start for one in headings if one.text.rstrip(_CLOSING).endswith(asking))

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before that the sentence goes on from, None where there is none."""
        if not sentence.position:
            return None
        earlier = self.document.sentences[sentence.position - 1]
        return earlier if self._goes_on(earlier, sentence) else None

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence behind that goes on from the sentence, None where there is none."""
        if sentence.position + 1 >= len(self.document.sentences):
            return None
        later = self.document.sentences[sentence.position + 1]
        return later if self._goes_on(sentence, later) else None

    def _goes_on(self, earlier: Sentence, later: Sentence) -> bool:
        """Whether two sentences are of one passage: of one paragraph, or each is a paragraph of its own.

        Agencies give every sentence a paragraph; elsewhere a new one is a new thought.
        """
        gap = self.document.text[earlier.anchor.end : later.anchor.start]
        alike = earlier.paragraph == later.paragraph or (
            self._lengths[earlier.paragraph] == self._lengths[later.paragraph] == 1
        )
        return not gap.strip() and earlier.lead == later.lead and alike

    @cached_property
    def _lengths(self) -> Counter[int]:
        """How many sentences each paragraph has."""
        return Counter(sentence.paragraph for sentence in self.document.sentences)

    @cached_property
    def bodies(self) -> dict[str, list[tuple[int, str]]]:
        """The bodies that are named by whose they are: where, by the number of the sentence, and whose."""
        found: dict[str, list[tuple[int, str]]] = {}
        for sentence in self.document.sentences:
            for noun, owner, _ in bodies(fold(sentence.anchor.text), self.language):
                if owner:
                    found.setdefault(noun, []).append((sentence.position, owner))
        return found

    def inside_quotation(self, place: int) -> bool:
        """Whether a quotation that began before `place` still goes on there."""
        return bool(self.quoted_between(place, place))

    def quoted_between(self, start: int, end: int) -> list[Passage]:
        """The quotations of which something stands between two places, or goes on over both of them."""
        first = bisect_right(self.quotations, start, key=lambda one: one.end)
        last = bisect_left(self.quotations, end, key=lambda one: one.start)
        return list(self.quotations[first:last])

    def named_between(self, start: int, end: int) -> list[Name]:
        """The names between two places of the document."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [name for name in self.names[first:last] if name.end <= end]

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self.names]

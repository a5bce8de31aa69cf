"""A document as statements are looked for in it; what few sentences ask for is found out once."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from brief import couples, marks, names
from brief.couples import Pair
from brief.figure_words import lexicon
from brief.gazetteer import Name
from brief.language import Language
from brief.marks import Passage
from brief.model import Document, Sentence


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
    def quotations(self) -> tuple[Passage, ...]:
        """What stands between quotation marks, in order; each with a mark that opens it."""
        found = marks.passages(self.document, self.language)
        return tuple(one for one in found if one.start < one.inner[0])

    @cached_property
    def has_principals(self) -> bool:
        """Whether the document is plainly about two states: «the two countries» are those two then."""
        words = lexicon(self.language)
        found = couples.by_sentence(self.document, self.names, self.language, words)
        spoken = [
            couples.company(sentence.anchor.text, some, words)
            for sentence, some in zip(self.document.sentences, found, strict=True)
        ]
        pair: Pair | None = couples.principal(self.document, spoken, self.language, words)
        return pair is not None

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, None where a heading or anything else stands between."""
        if not sentence.position:
            return None
        earlier = self.document.sentences[sentence.position - 1]
        gap = self.document.text[earlier.anchor.end : sentence.anchor.start]
        return None if gap.strip() or earlier.lead != sentence.lead else earlier

    def inside_quotation(self, place: int) -> bool:
        """Whether a quotation that began before `place` still goes on there."""
        return any(one.start < place < one.end for one in self.quotations)

    def named_between(self, start: int, end: int) -> list[Name]:
        """The names between two places of the document."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [name for name in self.names[first:last] if name.end <= end]

    @cached_property
    def _starts(self) -> list[int]:
        return [name.start for name in self.names]

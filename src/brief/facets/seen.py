"""A statement as the signs of its facet are read from it: folded words, cues, names and subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from brief import names, subjects
from brief.facets import lexicon
from brief.judge.questions import Told
from brief.language import Language, fold
from brief.subjects import Line

# Strength of a sign by its name, `<idea>.<sign>`; 0 where it is missing.
Signs = dict[str, float]


class Seen:
    """One statement; what several ideas ask for is found out once."""

    def __init__(self, told: Told, language: Language) -> None:
        self.told = told
        self.language = language
        self.key = fold(told.text)

    @cached_property
    def line(self) -> Line:
        """Its words, with the names that stand among them."""
        return subjects.line(self.told.text, 0, names.find(self.told.text, self.language), self.language)

    @cached_property
    def words(self) -> list[str]:
        """Its folded words."""
        return [token.word for token in self.line.tokens]

    @cached_property
    def told_cues(self) -> dict[str, tuple[lexicon.Cue, ...]]:
        """The phrases of every table among its words, by the name of the table."""
        found: defaultdict[str, list[lexicon.Cue]] = defaultdict(list)
        # Folding hides the ending that tells a noun from a verb with its object; the spelling keeps it.
        nouns = frozenset(place for place, token in enumerate(self.line.tokens) if token.nominal)
        for cue in lexicon.find(self.words, self.language, nouns):
            found[cue.name].append(cue)
        return {name: tuple(cues) for name, cues in found.items()}

    def cues(self, name: str = "cues") -> tuple[lexicon.Cue, ...]:
        """Its cue words of one table, in their order."""
        return self.told_cues.get(name, ())

    def groups(self, name: str) -> frozenset[str]:
        """The groups of a table that it has cue words of."""
        return frozenset(cue.group for cue in self.cues(name))

    @cached_property
    def parties(self) -> frozenset[str]:
        """The keys of the countries, blocs and persons that it names."""
        return frozenset(name.key for name, _ in self.line.names.values())


def read(statements: Sequence[Told], language: Language) -> list[Seen]:
    """The statements of a document, in its order."""
    return [Seen(told, language) for told in statements]

"""One person who cannot be both: barred from travel and abroad, killed and alive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from brief import cues
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import told_apart
from brief.language import Language, table
from brief.model import Discrepancy
from brief.names import canonical

_DAYS = 3  # days between reports of one state of affairs

_Side = tuple[tuple[str, ...], Pattern[str]]


def fates(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each person of whom texts of the same days tell what excludes each other."""
    for pair in _pairs(corpus.language):
        sides = [_by_person(*side, corpus) for side in pair]
        for key in sorted(sides[0].keys() & sides[1].keys()):
            pairs = ((one, other) for one in sides[0][key] for other in sides[1][key])
            found = next((pair for pair in pairs if _at_once(*pair, corpus)), None)
            if found:
                passages = [(one.anchor,) for one in sorted(found, key=lambda one: one.order)]
                what = canonical(key, corpus.language)
                yield told_apart(corpus.language, "differ: state of %(what)s", what, "conflict", passages)


def _by_person(phrases: Sequence[str], pattern: Pattern[str], corpus: Corpus) -> dict[str, list[Passage]]:
    """The clauses in which words of a list stand, by the one person of each."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in corpus.holding(phrases):
        people = corpus.people(passage) if pattern.search(passage.folded) else frozenset()
        if len(people) == 1:
            found[next(iter(people))].append(passage)
    return found


def _at_once(one: Passage, other: Passage, corpus: Corpus) -> bool:
    return one.document != other.document and corpus.at_once(one, other, _DAYS)


@cache
def _pairs(language: Language) -> tuple[tuple[_Side, ...], ...]:
    listed = table(language.code, "disagreement")["fates"]["pairs"]
    return tuple(
        tuple((tuple(side), cues.pattern(side, language.proclitics)) for side in pair) for pair in listed
    )

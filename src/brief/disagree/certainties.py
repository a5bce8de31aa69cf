"""What one text holds for sure and another only for likely or possible."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues, facets
from brief.disagree.passages import Corpus, Passage, agree, happenings
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Certainty, Discrepancy

_SHARED, _ALIKE = 2, 3
_MOST = 2


def certainties(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each passage that excludes doubt, with those of other texts that hedge the same."""
    for passage in corpus.cued("certainty", "sure"):
        match = cues.of(corpus.language, "disagreement", "certainty", "sure").search(passage.folded)
        doubted = _doubted(passage, corpus) if match else []
        if doubted:
            what = phrase(passage.text, corpus.language)
            sides = [(passage.anchor,), *((other.anchor,) for other in doubted)]
            yield told_apart(corpus.language, "differ: certainty of %(what)s", what, "precision", sides)


def _doubted(passage: Passage, corpus: Corpus) -> list[Passage]:
    """The hedged passages of other texts that tell the same, the nearest of each text."""
    found: dict[int, tuple[int, Passage]] = {}
    kinds, named = happenings(passage), corpus.names(passage)
    orders = {
        order
        for stem in passage.stems
        if corpus.is_rare(stem) or stem in kinds
        for order in corpus.holders[stem]
    }
    for order in sorted(orders):
        other = corpus.passages[order]
        alike = _alike(passage, other, named, corpus)
        if alike and facets.certainty(other.text, corpus.language) is Certainty.HEDGED:
            best = found.get(other.document)
            if best is None or alike > best[0]:
                found[other.document] = (alike, other)
    ranked = sorted(found.values(), key=lambda entry: (-entry[0], entry[1].order))
    return [other for _, other in ranked[:_MOST]]


def _alike(one: Passage, other: Passage, named: frozenset[str], corpus: Corpus) -> int:
    """How much two clauses of two texts share, the first with these names; nothing where too little."""
    if one.document == other.document:
        return 0
    theirs = corpus.names(other)
    if not agree(named, theirs):
        return 0
    shared = corpus.own(one, one.stems & other.stems)
    alike = len(shared) + len(named & theirs)
    needed = _SHARED if happenings(one) & happenings(other) else _ALIKE
    return alike if alike >= needed else 0

"""An indefinite number of those to whom one thing happened, beside a figure or none in another text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, in_order
from brief.disagree.vocabulary import told_apart
from brief.model import Discrepancy

_SHARED = 3
_BEFORE = 1  # words before the number that tell what happened to those it counts
_DIGIT = re.compile(r"\d")


def indefinite(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each «hundreds of …» with a clause of another text that counts the same otherwise or not at all."""
    pattern = cues.of(corpus.language, "disagreement", "indefinite", "words")
    for passage in corpus.cued("indefinite", "words"):
        text = passage.folded
        match = pattern.search(text)
        if match is None or _counted(text[: match.start("cue")], corpus):
            continue
        befell = in_order(text[: match.start()], corpus.language)[-_BEFORE:]
        counted = in_order(text[match.end() :], corpus.language)[:1]
        rivals = (
            _rivals(passage, frozenset(befell + counted), match["cue"], corpus) if counted and befell else []
        )
        if rivals:
            start, end = passage.seen.span(match.start("cue"), match.end())
            what = f"{passage.text[start:end]} {passage.text[end:].split()[0]}"
            sides = [(passage.anchor,), *((one.anchor,) for one in rivals[:1])]
            yield told_apart(corpus.language, "differ: number of %(what)s", what, "precision", sides)


def _counted(before: str, corpus: Corpus) -> bool:
    """Whether a number stands right before the word: «eight thousand» is definite."""
    last = before.split()[-1:]
    return any(_DIGIT.search(word) or quantities.find(f"{word} 2", corpus.language)[1:] for word in last)


def _rivals(passage: Passage, both: frozenset[str], word: str, corpus: Corpus) -> list[Passage]:
    """The clauses of other texts with the same two words and another number or none."""
    found = []
    for stem in sorted(both, key=lambda one: len(corpus.holders.get(one, ())))[:1]:
        for other in (corpus.passages[order] for order in corpus.holders.get(stem, ())):
            same = both <= other.stems and other.document != passage.document
            if same and word not in other.folded and _is_one(passage, other, corpus):
                found.append(other)
    return found


def _is_one(one: Passage, other: Passage, corpus: Corpus) -> bool:
    shared = one.stems & other.stems
    alike = len(shared) + len(corpus.names(one) & corpus.names(other))
    return alike >= _SHARED and corpus.agree(one, other) and any(map(corpus.is_rare, shared))

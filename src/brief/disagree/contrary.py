"""«Contrary to what the minister said»: what a text calls contradicted, beside what was said."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Discrepancy

_WHO = 6  # words behind them that name who said it


def contrary(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each contradiction of somebody with the passage where they say it, the likest to it."""
    pattern = cues.of(corpus.language, "disagreement", "answers", "contrary")
    for passage in corpus.cued("answers", "contrary"):
        match = pattern.search(passage.folded)
        if match is None:
            continue
        who = content(" ".join(passage.folded[match.end() :].split()[:_WHO]), corpus.language)
        whole = corpus.whole(passage)
        said = _said(passage, who, content(whole.text, corpus.language) - who, corpus) if who else None
        if said:
            what = phrase(whole.text, corpus.language)
            sides = [(corpus.whole(said),), (whole,)]
            yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", sides)


def _said(passage: Passage, who: frozenset[str], about: frozenset[str], corpus: Corpus) -> Passage | None:
    """The clause of such a speaker, negated or stressed, that shares most words with a contradiction."""
    negated = cues.of(corpus.language, "disagreement", "answers", "negated")
    spoken = cues.of(corpus.language, "disagreement", "silence", "spoken")
    found: list[tuple[int, int, Passage]] = []
    for stem in who:
        for order in corpus.holders.get(stem, ()):
            other = corpus.passages[order]
            same = (other.document, other.sentence) == (passage.document, passage.sentence)
            if same or spoken.search(other.folded) is None:
                continue
            told = content(corpus.whole(other).text, corpus.language)
            turned = negated.search(other.folded) is not None
            shared = len(told & about)
            if shared and (turned or shared > 2):
                found.append((shared + turned, -order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None

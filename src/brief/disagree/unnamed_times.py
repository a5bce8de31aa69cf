"""«During the same years», where no years were told."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues, periods
from brief.disagree.passages import Corpus
from brief.disagree.vocabulary import told_apart
from brief.model import Anchor, Discrepancy, Document

_BACK = 2  # sentences among which the time that is meant is looked for


def unnamed_times(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each time said to be the same as one before it that the text does not tell."""
    pattern = cues.of(corpus.language, "disagreement", "same_time", "words")
    for passage in corpus.cued("same_time", "words"):
        match = pattern.search(passage.folded)
        document = corpus.documents[passage.document]
        earlier = _earlier(passage.sentence, document)
        if match is None or not earlier or any(_tells(text, document, corpus) for text in earlier):
            continue
        sentence = document.sentences[passage.sentence].anchor
        if _tells(document.anchor(sentence.start, passage.anchor.end), document, corpus):
            continue
        start, end = passage.seen.span(match.start("cue"), match.end())
        what, sides = passage.text[start:end], [(earlier[-1],), (passage.anchor,)]
        yield told_apart(corpus.language, "differ: time meant by %(what)s", what, "precision", sides)


def _earlier(sentence: int, document: Document) -> list[Anchor]:
    """The sentences before one, of its paragraph."""
    paragraph = document.sentences[sentence].paragraph
    before = document.sentences[max(0, sentence - _BACK) : sentence]
    return [one.anchor for one in before if one.paragraph == paragraph]


def _tells(anchor: Anchor, document: Document, corpus: Corpus) -> bool:
    return bool(periods.find(anchor.text, corpus.language, document.published or "2000-06-15"))

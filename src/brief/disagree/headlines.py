"""A count in a headline or a lead that the article below it tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from brief import quantities
from brief.disagree.passages import Corpus, content
from brief.disagree.vocabulary import told_apart, vocabulary
from brief.gist import sentence_of, stem_of
from brief.language import fold
from brief.model import Anchor, Discrepancy, Document, Evidence
from brief.rivals import COUNTED

_SHARED = 3
_FACTOR = 2


class _Count(Struct, frozen=True):
    """A number of something, with the stem of its noun and its sentence."""

    value: Decimal
    noun: str
    label: str
    anchor: Anchor


def headlines(evidence: Sequence[Evidence], corpus: Corpus) -> Iterator[Discrepancy]:
    """Each count of a headline or a first sentence that the sentences below it tell otherwise."""
    for each in evidence:
        document = each.document
        lead = document.sentences[0].anchor if document.sentences else None
        tops = [*_title(document), lead] if lead else []
        counts = [count for top in tops for count in _counts(top, corpus)]
        nouns = {count.noun for count in counts}
        places = {sentence_of(document, point.anchor) for point in each.datapoints if point.unit in COUNTED}
        body = [one for place in sorted(places) for one in _counts(place, corpus)] if nouns else []
        told: set[str] = set()
        for count in counts:
            below = [one for one in body if one.noun == count.noun and one.anchor.start > count.anchor.start]
            rival = _rival(count, below, corpus)
            if rival and count.noun not in told:
                told.add(count.noun)
                sides, what = [(count.anchor,), (rival.anchor,)], count.label
                yield told_apart(corpus.language, "differ: number of %(what)s", what, "conflict", sides)


def _title(document: Document) -> Iterator[Anchor]:
    """The headline where the text has it above the first sentence."""
    at = document.text.find(document.title) if document.title else -1
    if document.title and 0 <= at < document.sentences[0].anchor.start:
        yield document.anchor(at, at + len(document.title))


def _counts(anchor: Anchor, corpus: Corpus) -> Iterator[_Count]:
    measures = vocabulary(corpus.language.code).measures
    for figure in quantities.find(anchor.text, corpus.language):
        noun = figure.noun.split()[0] if figure.noun and figure.unit in COUNTED else None
        if noun and fold(noun) not in measures and figure.value and figure.qualifier is None:
            yield _Count(figure.value, stem_of(noun, corpus.language), noun, anchor)


def _rival(count: _Count, below: list[_Count], corpus: Corpus) -> _Count | None:
    """The one count below that is of the same thing and another one; nothing where there are several."""
    if not below or any(one.value == count.value for one in below) or len({one.value for one in below}) > 1:
        return None
    one = below[0]
    low, high = sorted((count.value, one.value))
    language = corpus.language
    shared = (content(count.anchor.text, language) & content(one.anchor.text, language)) - {count.noun}
    return one if low > 1 and high <= low * _FACTOR and len(shared) >= _SHARED else None

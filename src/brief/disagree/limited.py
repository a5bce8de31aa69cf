"""«Approved, but for 1.3 million only»: less than an earlier text told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Discrepancy
from brief.quantities import Quantity
from brief.rivals import COUNTED

_SHARED = 2  # words in common with the text that told of more
_FACTOR = Decimal(4)


def limited(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each amount that a text calls the only one, with the likest clause of an earlier text of more."""
    for passage in corpus.cued("limited", "firsts"):
        found = _only(passage, corpus)
        said = _said(found, passage, corpus) if found else None
        if said:
            what = phrase(said.text, corpus.language)
            sides = [(said.anchor,), (corpus.whole(passage),)]
            yield told_apart(corpus.language, "differ: revision of %(what)s", what, "conflict", sides)


def _only(passage: Passage, corpus: Corpus) -> Quantity | None:
    """The amount of a clause that says that it is no more than that."""
    if not cues.expression(corpus.language, "disagreement", "limited", "only").search(passage.folded):
        return None
    told = quantities.find(passage.text, corpus.language)
    return next((one for one in told if one.value and one.unit not in COUNTED), None)


def _said(only: Quantity, passage: Passage, corpus: Corpus) -> Passage | None:
    found: list[tuple[int, int, Passage]] = []
    own = corpus.own(passage, content(corpus.whole(passage).text, corpus.language))
    day = corpus.published(passage) or ""
    for other, shared in corpus.near(own, _SHARED):
        earlier = "" < (corpus.published(other) or "") < day
        if earlier and len(corpus.own(other, shared)) >= _SHARED and _gives_more(only, other, corpus):
            found.append((len(shared), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _gives_more(only: Quantity, other: Passage, corpus: Corpus) -> bool:
    value = only.value or Decimal(0)
    told = quantities.find(other.text, corpus.language)
    return any(
        one.unit == only.unit and one.value is not None and value < one.value <= _FACTOR * value
        for one in told
    )

"""«While independent estimates put it at 1.3», «the sum is exaggerated»: figures that are not accepted.

What stands right before, in the sentence or the one before it in its paragraph, gives the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, table
from brief.model import Anchor, Discrepancy
from brief.quantities import Quantity
from brief.rivals import COUNTED

_BACK = 4  # clauses before one in which the figure stands
_NEXT = 1  # sentences between a figure and what is called its true value
_FEWEST = 5  # words of a clause that tells by itself what it is of
_LONGEST = 420  # characters of a side
_EDGES = " \u060c\u061b,;"
_NUMBER = re.compile(r"(?<![\d.,/])\d+(?:[.,]\d+)?(?![\d./%\u066a])")


def disputed(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each figure that the words behind it set otherwise, call exaggerated or put a true one against."""
    words = table(corpus.language.code, "disagreement")["disputed"]
    seen: set[int] = set()
    for passage in corpus.holding([*words["estimating"], *words["figures"], *words["counting"]]):
        found = _rival(passage, corpus) if passage.order not in seen else None
        if found is None:
            continue
        seen.add(passage.order)
        side = _side(found, passage, corpus)
        sides = [(side,), (_whole(passage, corpus),)]
        short = len(found.text.split()) < _FEWEST
        what = phrase(side.text if short else found.text, corpus.language)
        yield told_apart(corpus.language, "differ: amount of %(what)s", what, "conflict", sides)


def _rival(passage: Passage, corpus: Corpus) -> Passage | None:
    """The clause whose figure a clause does not accept."""
    language = corpus.language
    estimated = _after(passage, "estimated", language)
    if estimated is not None:
        return _set_otherwise(passage, estimated, corpus)
    bare = _after(passage, "bare", language)
    if bare is not None:
        return _counted_otherwise(passage, bare, corpus)
    if _after(passage, "exaggerated", language) is not None:
        return next(_before(passage, corpus, sentences=_NEXT), (None, ()))[0]
    if _after(passage, "true", language) is None or not _speaks(passage, language):
        return None
    share = cues.expression(language, "disagreement", "disputed", "share").search(passage.folded) is not None
    for before, figures in _before(passage, corpus, sentences=_NEXT):
        if not share or any(one.unit == "percent" for one in figures):
            return before
    return None


def _after(passage: Passage, key: str, language: Language) -> int | None:
    """Where the words end that a sign of `disputed` matches in a clause; None where it does not."""
    found = cues.expression(language, "disagreement", "disputed", key).search(passage.folded)
    return found.end() if found else None


def _speaks(passage: Passage, language: Language) -> bool:
    return cues.of(language, "disagreement", "silence", "spoken").search(passage.folded) is not None


def _set_otherwise(passage: Passage, after: int, corpus: Corpus) -> Passage | None:
    """The clause of the sentence with another figure of one unit than stands behind a place of a clause."""
    own = [one for one in _figures(passage, corpus.language) if passage.seen.position(one.start) >= after - 1]
    for before, figures in _before(passage, corpus, sentences=0):
        if own and any(_fits(own[0], one) for one in figures):
            return None if any(one.value == own[0].value for one in figures) else before
    return None


def _counted_otherwise(passage: Passage, after: int, corpus: Corpus) -> Passage | None:
    """The clause right before, where it counts something, and the bare number of a clause is another."""
    number = _NUMBER.search(passage.folded, max(0, after - 1))
    before, figures = next(_before(passage, corpus, sentences=0), (None, ()))
    if number is None or len(figures) != 1 or figures[0].unit not in COUNTED:
        return None
    return before if figures[0].value != Decimal(number.group().replace(",", "")) else None


def _before(
    passage: Passage, corpus: Corpus, *, sentences: int
) -> Iterator[tuple[Passage, tuple[Quantity, ...]]]:
    """The clauses with figures before one, the nearest first, of its sentence and so many before it."""
    told = corpus.documents[passage.document].sentences
    for before in reversed(corpus.passages[max(0, passage.order - _BACK) : passage.order]):
        apart = before.document != passage.document or passage.sentence - before.sentence > sentences
        if apart or told[before.sentence].paragraph != told[passage.sentence].paragraph:
            return
        figures = _figures(before, corpus.language)
        if figures:
            yield before, figures


def _figures(passage: Passage, language: Language) -> tuple[Quantity, ...]:
    return tuple(one for one in quantities.find(passage.text, language) if one.value)


def _fits(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one unit; a bare one takes that of the other."""
    bare = any(each.unit in COUNTED and each.noun is None for each in (one, other))
    return one.unit == other.unit or bare


def _side(before: Passage, passage: Passage, corpus: Corpus) -> Anchor:
    """The words of a figure from the beginning of its sentence."""
    if before.sentence != passage.sentence:
        return _whole(before, corpus)
    document = corpus.documents[passage.document]
    start = document.sentences[before.sentence].anchor.start
    text = document.text[start : passage.anchor.start].rstrip(_EDGES)
    return document.anchor(start, start + len(text)) if len(text) <= _LONGEST else before.anchor


def _whole(passage: Passage, corpus: Corpus) -> Anchor:
    """The words of a clause with those behind it in its sentence, from where the clause begins."""
    document = corpus.documents[passage.document]
    end = document.sentences[passage.sentence].anchor.end
    start = passage.anchor.start
    return document.anchor(start, end) if end - start <= _LONGEST else passage.anchor

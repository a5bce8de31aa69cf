"""«290, a number higher than the company's»: a count that a text sets against another's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import befell, phrase, told_apart, vocabulary
from brief.model import Discrepancy
from brief.rivals import COUNTED
from brief.same.roots import root

_BACK = 3  # clauses before «a number higher than» in which that number stands
_FACTOR = Decimal(3)
_DAYS = 31  # between two texts that count one thing


class _Contested(Struct, frozen=True):
    """A count with the clause that calls it higher or lower than another's, and the roots of its sentence."""

    figure: Passage
    value: Decimal
    higher: bool
    half: bool
    roots: frozenset[str]
    befell: frozenset[str]


def contested(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each count that a text calls higher or lower than somebody's, with the likest count of another text."""
    for one in _contested(corpus):
        other = _rival(one, corpus)
        if other:
            what = phrase(other.text, corpus.language)
            sides = [(other.anchor,), (corpus.whole(one.figure),)]
            yield told_apart(corpus.language, "differ: number of %(what)s", what, "conflict", sides)


def _contested(corpus: Corpus) -> Iterator[_Contested]:
    for higher, key in ((True, "higher"), (False, "lower")):
        than = cues.of(corpus.language, "disagreement", "contested", key)
        for passage in corpus.cued("contested", key):
            match = than.search(passage.folded)
            if match is None or _count(passage, corpus) is not None:
                continue
            half = cues.of(corpus.language, "disagreement", "contested", "half").search(passage.folded)
            for before in reversed(corpus.passages[max(0, passage.order - _BACK) : passage.order]):
                same = (before.document, before.sentence) == (passage.document, passage.sentence)
                value = _count(before, corpus) if same else None
                if value is not None:
                    # Of «A says 5,500, while B keeps to a lower number» the figure itself is the higher one.
                    over = higher if not _turns(passage, corpus) else not higher
                    told = corpus.whole(before).text
                    yield _Contested(
                        before, value, over, half is not None, _roots(told, corpus), _befell(before, corpus)
                    )
                    break


def _turns(passage: Passage, corpus: Corpus) -> bool:
    """Whether the clause speaks of the other number: «while the police keep to a lower number»."""
    return cues.of(corpus.language, "disagreement", "contrast", "turn").search(passage.folded) is not None


def _count(passage: Passage, corpus: Corpus) -> Decimal | None:
    found = (
        one for one in quantities.find(passage.text, corpus.language) if one.unit in COUNTED and one.value
    )
    return next((one.value for one in found), None)


def _roots(text: str, corpus: Corpus) -> frozenset[str]:
    return frozenset(root(stem, corpus.language) for stem in content(text, corpus.language))


def _befell(passage: Passage, corpus: Corpus) -> frozenset[str]:
    """What befell those whom a clause counts, or what they did: «killed», «dismissed», «demonstrating»."""
    words = vocabulary(corpus.language.code)
    told = (befell(word, words, corpus.language) for word in passage.folded.split())
    return frozenset(one for one in told if one)


def _rival(one: _Contested, corpus: Corpus) -> Passage | None:
    """The clause of another text with a count on the other side of a contested one, of the same thing."""
    found: list[tuple[int, int, Passage]] = []
    for other in corpus.cued("contested", "people"):
        if other.document == one.figure.document or not corpus.at_once(one.figure, other, _DAYS):
            continue
        value = _count(other, corpus)
        if value is None or not _fits(one, value):
            continue
        shared = _roots(other.text, corpus) & one.roots
        if shared and one.befell & _befell(other, corpus) and corpus.agree(one.figure, other):
            found.append((len(shared), -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _fits(one: _Contested, value: Decimal) -> bool:
    low, high = sorted((one.value, value))
    if not low < high <= low * _FACTOR or (one.half and low * 2 > high):
        return False
    return (one.value == high) is one.higher

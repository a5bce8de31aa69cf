"""«All markets are shut», and a market where dozens opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, table
from brief.model import Discrepancy
from brief.same.roots import root

_DAYS = 1
_WORD = re.compile(r"\w{3,}")
_REACH = 3  # words behind «all» that name of what


class _All(Struct, frozen=True):
    """A clause that says something of all of a kind: the roots of the kind and how the opposite is said."""

    passage: Passage
    roots: frozenset[str]
    opposite: Pattern[str]


def universals(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each «all» with the passage of the same days that tells the opposite of some of them."""
    some = cues.of(corpus.language, "disagreement", "universals", "some")
    claims = [
        claim for passage in corpus.cued("universals", "all") for claim in _claims(passage, corpus.language)
    ]
    parts = [one for one in corpus.cued("universals", "some") if some.search(one.folded)] if claims else []
    for claim in claims:
        rival = next((one for one in parts if _denies(claim, one, corpus)), None)
        if rival:
            what = phrase(claim.passage.text, corpus.language)
            sides = [(claim.passage.anchor,), (corpus.whole(rival),)]
            yield told_apart(corpus.language, "differ: extent of %(what)s", what, "conflict", sides)


def _claims(passage: Passage, language: Language) -> Iterator[_All]:
    text = passage.folded
    match = cues.of(language, "disagreement", "universals", "all").search(text)
    if match is None:
        return
    after = _WORD.findall(text[match.end() :])[:_REACH]
    for pair in _pairs(language):
        for side, opposite in (pair, pair[::-1]):
            if side.search(text):
                yield _All(passage, frozenset(root(word, language) for word in after), opposite)


def _denies(claim: _All, other: Passage, corpus: Corpus) -> bool:
    """Whether a clause tells the opposite of some of those that a claim speaks of."""
    mine = claim.passage
    if other.order == mine.order or claim.opposite.search(other.folded) is None:
        return False
    if other.document != mine.document and not corpus.at_once(mine, other, _DAYS):
        return False
    words = _WORD.findall(corpus.whole(other).text)
    return any(root(word, corpus.language) in claim.roots for word in words)


@cache
def _pairs(language: Language) -> tuple[tuple[Pattern[str], ...], ...]:
    listed = table(language.code, "disagreement")["universals"]["pairs"]
    return tuple(tuple(cues.pattern(side, language.proclitics) for side in pair) for pair in listed)

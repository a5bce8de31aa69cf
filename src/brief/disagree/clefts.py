"""«It is the fund that offered»: who did something, told with the stress that answers another account."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Discrepancy

_SHARED = 3
_NEAR = 1  # sentences between two stresses that answer one another


class _Cleft(Struct, frozen=True):
    """A clause that stresses who did something: the stem of who, and those of what was done."""

    passage: Passage
    who: str
    done: frozenset[str]


def clefts(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses that stress different doers, near each other or of one thing."""
    found = [cleft for passage in corpus.cued("clefts", "words") for cleft in _clefts(passage, corpus)]
    for place, one in enumerate(found):
        rival = next((other for other in found[place + 1 :] if _differ(one, other, corpus)), None)
        if rival:
            what = phrase(one.passage.text, corpus.language)
            sides = [(one.passage.anchor,), (rival.passage.anchor,)]
            yield told_apart(corpus.language, "differ: doer of %(what)s", what, "conflict", sides)


def _clefts(passage: Passage, corpus: Corpus) -> Iterator[_Cleft]:
    text, language = passage.folded, corpus.language
    match = cues.of(language, "disagreement", "clefts", "words").search(text)
    if match:
        who = in_order(text[: match.start()], language)[-1:]
        done = frozenset(in_order(text[match.end() :], language))
        if who and done:
            yield _Cleft(passage, who[0], done)


def _differ(one: _Cleft, other: _Cleft, corpus: Corpus) -> bool:
    """Whether two clauses stress different doers of one thing."""
    if one.who == other.who or one.passage.order == other.passage.order:
        return False
    mine, theirs = one.passage, other.passage
    if mine.document == theirs.document and theirs.sentence - mine.sentence <= _NEAR:
        return True
    shared = one.done & other.done
    return len(shared) >= _SHARED and any(map(corpus.is_rare, shared))

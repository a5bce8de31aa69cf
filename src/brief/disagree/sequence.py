"""Which of two happenings came first: «before» in one text, «after» in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Discrepancy

_CROWD = 24
_SHARED = 2


class _Order(Struct, frozen=True):
    """A clause that says what came before what."""

    passage: Passage
    earlier: frozenset[str]
    later: frozenset[str]


def sequence(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two happenings that two texts tell in opposite orders."""
    orders = list(_orders(corpus))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, order in enumerate(orders):
        for stem in order.earlier | order.later:
            if corpus.is_rare(stem):
                holders[stem].append(number)
    pairs = {pair for members in holders.values() for pair in combinations(members[:_CROWD], 2)}
    for first, second in sorted(pairs):
        one, other = orders[first], orders[second]
        if _opposite(one, other, corpus):
            what = phrase(one.passage.text, corpus.language)
            sides = [(one.passage.anchor,), (other.passage.anchor,)]
            yield told_apart(corpus.language, "differ: order of %(what)s", what, "conflict", sides)


def _orders(corpus: Corpus) -> Iterator[_Order]:
    for passage in corpus.passages:
        text = passage.folded
        for key in ("before", "after"):
            found = list(cues.of(corpus.language, "disagreement", "sequence", key).finditer(text))
            if len(found) == 1:
                own = corpus.own(passage, passage.stems)
                left = content(text[: found[0].start()], corpus.language) & own
                right = content(text[found[0].end() :], corpus.language) & own
                if len(left) >= _SHARED and len(right) >= _SHARED:
                    yield _Order(passage, *((left, right) if key == "before" else (right, left)))


def _opposite(one: _Order, other: _Order, corpus: Corpus) -> bool:
    if one.passage.document == other.passage.document or not corpus.agree(one.passage, other.passage):
        return False
    crossed = (one.earlier & other.later, one.later & other.earlier)
    straight = (one.earlier & other.earlier, one.later & other.later)
    return all(len(shared) >= _SHARED for shared in crossed) and sum(map(len, straight)) < _SHARED

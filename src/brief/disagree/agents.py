"""Who did what one alone does: the minister signed it here, the prime minister there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.gist import stem_of
from brief.language import Language, table
from brief.model import Discrepancy

_SHARED, _SHARE, _CROWD = 3, 0.4, 24


class _Act(Struct, frozen=True):
    """A clause with the stem of its act, the office of who did it and all its other stems."""

    passage: Passage
    act: str
    office: tuple[str, ...]
    rest: frozenset[str]


def agents(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each act of one alone that two texts ascribe to different offices."""
    groups: defaultdict[tuple[str, str], list[_Act]] = defaultdict(list)
    for passage in corpus.cued("sole", "acts"):
        for act in _acts(passage, corpus):
            for stem in filter(corpus.is_rare, act.rest):
                groups[act.act, stem].append(act)
    told: set[int] = set()
    for _, members in sorted(groups.items(), key=lambda entry: entry[0]):
        for one, other in combinations(members[:_CROWD], 2):
            orders = {one.passage.order, other.passage.order}
            if not told & orders and _differ(one, other, corpus):
                told |= orders
                what = phrase(one.passage.text, corpus.language)
                sides = [(one.passage.anchor,), (other.passage.anchor,)]
                yield told_apart(corpus.language, "differ: doer of %(what)s", what, "conflict", sides)


def _acts(passage: Passage, corpus: Corpus) -> Iterator[_Act]:
    """The clause, where it opens with the act and names one office."""
    language = corpus.language
    pattern = cues.of(language, "disagreement", "sole", "acts")
    match = pattern.match(passage.folded.lstrip())
    if match is None:
        return
    words = in_order(passage.folded, language)
    places = [place for place, stem in enumerate(words) if stem in _offices(language)]
    if len(places) == 1:
        office = tuple(words[places[0] : places[0] + 2])
        rest = corpus.own(passage, frozenset(words[1:]) - set(office))
        yield _Act(passage, words[0], office, rest)


def _differ(one: _Act, other: _Act, corpus: Corpus) -> bool:
    shared = one.rest & other.rest
    if one.passage.document == other.passage.document or one.office == other.office:
        return False
    if set(one.office) & other.passage.stems and set(other.office) & one.passage.stems:
        return False
    least = max(_SHARED - 1, _SHARE * max(len(one.rest), len(other.rest)))
    return len(shared) >= least and corpus.agree(one.passage, other.passage)


@cache
def _offices(language: Language) -> frozenset[str]:
    return frozenset(stem_of(word, language) for word in table(language.code, "disagreement")["sole"]["who"])

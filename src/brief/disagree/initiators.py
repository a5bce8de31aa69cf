"""Who began it: «Oslo was the first to propose talks» here, another capital there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from brief import cues
from brief.disagree.passages import PERSON, Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.model import Discrepancy

_CROWD = 24


class _Start(Struct, frozen=True):
    """A clause that tells who began something: its one name, what, and whether it says «first»."""

    passage: Passage
    who: str
    what: frozenset[str]
    first: bool


def initiators(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each thing that two texts let different parties begin, one of them saying that they were the first."""
    found = [start for passage in corpus.cued("initiators", "words") for start in _starts(passage, corpus)]
    holders: defaultdict[str, list[_Start]] = defaultdict(list)
    for start in found:
        for stem in start.what:
            holders[stem].append(start)
    for one in found:
        near = [other for stem in one.what if corpus.is_rare(stem) for other in holders[stem][:_CROWD]]
        rival = next((other for other in near if _differ(one, other)), None) if one.first else None
        if rival:
            what = phrase(one.passage.text, corpus.language)
            sides = [(one.passage.anchor,), (rival.passage.anchor,)]
            yield told_apart(corpus.language, "differ: doer of %(what)s", what, "conflict", sides)


def _starts(passage: Passage, corpus: Corpus) -> Iterator[_Start]:
    text, language = passage.folded, corpus.language
    match = cues.of(language, "disagreement", "initiators", "words").search(text)
    who = corpus.names(passage, adjectives=False) if match else frozenset()
    who = frozenset(key for key in who if not key.startswith(PERSON))
    if match and len(who) == 1:
        what = corpus.own(passage, content(text[match.end() :], language))
        first = cues.of(language, "disagreement", "initiators", "first").search(text)
        yield _Start(passage, next(iter(who)), what, first is not None)


def _differ(one: _Start, other: _Start) -> bool:
    return one.passage.document != other.passage.document and one.who != other.who

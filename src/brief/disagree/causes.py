"""Why one thing happened, told by different causes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, content, kind_of
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, table
from brief.model import Discrepancy

_CROWD = 24


class _Cause(Struct, frozen=True):
    """A clause with the stems of what happened, those of why, and the kinds of what happened."""

    passage: Passage
    what: frozenset[str]
    why: frozenset[str]
    kinds: frozenset[str]


def causes(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each happening of one kind to which two texts give causes that share no word."""
    groups: defaultdict[str, list[_Cause]] = defaultdict(list)
    for passage in corpus.cued("causes", "words"):
        cause = _cause(passage, corpus)
        for kind in sorted(cause.kinds) if cause else ():
            groups[kind].append(cause) if cause else None
    for kind, members in groups.items():
        for one, other in combinations(members[:_CROWD], 2):
            if _differ(one, other, kind, corpus):
                what = phrase(one.passage.text, corpus.language)
                sides = [(one.passage.anchor,), (other.passage.anchor,)]
                yield told_apart(corpus.language, "differ: cause of %(what)s", what, "conflict", sides)
                break


def _cause(passage: Passage, corpus: Corpus) -> _Cause | None:
    text, language = passage.folded, corpus.language
    match = cues.of(language, "disagreement", "causes", "words").search(text)
    if match is None:
        return None
    what, why = content(text[: match.start()], language), content(text[match.end() :], language)
    kinds = what & _kinds(language)
    return _Cause(passage, what - kinds, why, kinds) if kinds and why else None


def _differ(one: _Cause, other: _Cause, kind: str, corpus: Corpus) -> bool:
    """Whether two causes of one happening share no word, nor is one of them what the other tells of."""
    if one.passage.document == other.passage.document or one.why & other.why:
        return False
    if kind in one.why | other.why or not corpus.agree(one.passage, other.passage):
        return False
    return any(map(corpus.is_rare, corpus.own(one.passage, one.what & other.what)))


@cache
def _kinds(language: Language) -> frozenset[str]:
    return frozenset(map(kind_of, table(language.code, "disagreement")["causes"]["kinds"]))

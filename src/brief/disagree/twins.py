"""Two texts that tell the same in the same words, but for who says it or where it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from brief import cues
from brief.disagree.passages import Corpus, Passage, happenings, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, fold
from brief.model import Discrepancy

_SHARED, _SHARE = 4, 0.6
_RAREST = 8  # words of a clause by which its twins are looked for


class _Part(NamedTuple):
    """A part of a clause in which twins may differ, by the word before it, and how its words are told."""

    key: str
    template: str


_SPEAKER = _Part("spoken", "differ: speaker of %(what)s")
_PLACE = _Part("where", "differ: place of %(what)s")


def twins(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses of two texts that share most words and name different speakers or places."""
    told: set[int] = set()
    for one, other in _pairs(corpus):
        part = _differing(one, other, corpus)
        if part and not told & {one.order, other.order}:
            told |= {one.order, other.order}
            what = phrase(one.text, corpus.language)
            yield told_apart(
                corpus.language, part.template, what, "conflict", [(one.anchor,), (other.anchor,)]
            )


def _pairs(corpus: Corpus) -> Iterator[tuple[Passage, Passage]]:
    """The clauses of two texts that share most of their words, each pair once."""
    for passage in corpus.passages:
        if len(passage.kept) <= _SHARED:
            continue
        own = passage.stems
        rare = sorted(filter(corpus.is_rare, passage.kept), key=lambda one: (len(corpus.holders[one]), one))
        orders = {order for stem in rare[:_RAREST] for order in corpus.holders[stem] if order > passage.order}
        for other in (corpus.passages[order] for order in sorted(orders)):
            if other.document != passage.document and _is_twin(own, other):
                yield passage, other


def _is_twin(stems: frozenset[str], other: Passage) -> bool:
    """Whether a clause shares most of the stems of another one."""
    most = max(len(stems), len(other.kept))
    if min(len(stems), len(other.kept)) < _SHARE * most:
        return False
    shared = len(stems.intersection(other.kept))
    return shared >= _SHARED and shared >= _SHARE * most


def _differing(one: Passage, other: Passage, corpus: Corpus) -> _Part | None:
    """In which part two twins differ; nothing where they do not or where more differs."""
    if _differ(one, other, _SPEAKER, corpus):
        return _SPEAKER
    same = happenings(one) & happenings(other) or _opening(one) == _opening(other)
    if same and _differ(one, other, _PLACE, corpus):
        return _PLACE
    return None


def _opening(passage: Passage) -> Sequence[str]:
    """The stem of the first word that bears meaning: the verb."""
    return passage.kept[:1]


def _differ(one: Passage, other: Passage, part: _Part, corpus: Corpus) -> bool:
    mine = _after(one.text, part.key, corpus.language)
    theirs = _after(other.text, part.key, corpus.language) if mine else mine
    return bool(theirs) and mine.isdisjoint(other.kept) and theirs.isdisjoint(one.kept)


# A clause meets one twin after another.
@lru_cache(maxsize=4096)
def _after(text: str, kind: str, language: Language) -> frozenset[str]:
    """The stems of the first word that bears meaning behind each word of a kind."""
    folded = fold(text)
    pattern = cues.of(language, "disagreement", *_LISTS[kind])
    ends = (match.end() for match in pattern.finditer(folded))
    return frozenset(stem for end in ends for stem in in_order(folded[end:], language)[:1])


_LISTS = {"spoken": ("silence", "spoken"), "where": ("where", "words")}

"""«The first since …»: one thing called the first after different spans; and who is called the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, agree, content
from brief.disagree.vocabulary import YEAR, phrase, told_apart
from brief.model import Anchor, Discrepancy

_CROWD = 24
_SPAN = 8  # words of a span of time that are compared
_HAPPENING = "happening:"


class _First(Struct, frozen=True):
    """A passage that calls something the first, with what it is, of whom, and since when.

    `bare` says that the span is told by years alone.
    """

    passage: Passage
    anchor: Anchor
    kinds: frozenset[str]
    names: frozenset[str]
    stems: frozenset[str]
    since: tuple[str, ...]
    bare: bool
    year: int | None


def firsts(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each thing that two texts call the first since times that they tell differently."""
    groups: defaultdict[tuple[str, str], list[_First]] = defaultdict(list)
    for first in _all(corpus):
        for kind in sorted(first.kinds):
            for word in sorted(first.names or {""}):
                groups[kind, word].append(first)
    for members in groups.values():
        for one, other in combinations(members[:_CROWD], 2):
            if _differ(one, other):
                what = phrase(one.anchor.text, corpus.language)
                sides = [(one.anchor,), (other.anchor,)]
                yield told_apart(corpus.language, "differ: span before %(what)s", what, "precision", sides)
                break


def _all(corpus: Corpus) -> Iterator[_First]:
    for passage in corpus.cued("firsts", "first"):
        text = passage.folded
        match = cues.of(corpus.language, "disagreement", "firsts", "first").search(text)
        since = (
            cues.of(corpus.language, "disagreement", "firsts", "since").search(text, match.end())
            if match
            else None
        )
        if since is None:
            continue
        start = corpus.back(passage, 1).anchor.start
        whole = corpus.documents[passage.document].anchor(start, passage.anchor.end)
        kinds = {stem for stem in content(whole.text, corpus.language) if stem.startswith(_HAPPENING)}
        names = corpus.names_at(passage.document, whole)
        words = tuple(text[since.end() :].split()[:_SPAN])
        bare = not content(" ".join(words), corpus.language)
        own = corpus.words(passage.document, whole) - kinds
        yield _First(passage, whole, frozenset(kinds), names, own, words, bare, _year(passage, words, corpus))


def _year(passage: Passage, words: Sequence[str], corpus: Corpus) -> int | None:
    """The year since which, named or counted back from the day of the text."""
    published = corpus.published(passage)
    named = YEAR.search(words[0] if words else "") or YEAR.search(" ".join(words[:3]))
    if named:
        return int(named[0])
    spans = quantities.find(" ".join(words), corpus.language) if published else ()
    years = next((one.value for one in spans if one.unit == "year" and one.value), None)
    return int(published[:4]) - int(years) if published and years else None


def _differ(one: _First, other: _First) -> bool:
    """Whether two firsts of two texts are of one company and of spans that are not the same."""
    if one.passage.document == other.passage.document or one.since == other.since:
        return False
    if one.year and other.year and abs(one.year - other.year) <= 1 and one.bare and other.bare:
        return False
    if not one.names and not other.names:
        return bool(one.stems & other.stems)
    return agree(one.names, other.names) and bool(one.names & other.names)

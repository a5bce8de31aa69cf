"""What somebody refuses in one text and allows in another of the same days, and its kin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from brief import cues
from brief.disagree.passages import Corpus, Passage, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, table
from brief.model import Discrepancy

_SHARED = 2
_CROWD = 24
_DAYS = 1  # between texts that tell one state of affairs

_Side = tuple[tuple[str, ...], Pattern[str]]


def opposites(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses with opposite predicates, of one that acts or one thing acted on."""
    told: set[int] = set()
    for pair in _pairs(corpus.language):
        sides = [_holders(*side, corpus) for side in pair]
        found = {
            (one, other)
            for stem in sides[0].keys() & sides[1].keys()
            for one in sides[0][stem][:_CROWD]
            for other in sides[1][stem][:_CROWD]
        }
        for first, second in sorted(found):
            one, other = corpus.passages[first], corpus.passages[second]
            if not told & {first, second} and _clash(one, other, corpus):
                told |= {first, second}
                what = phrase(one.text, corpus.language)
                passages = [(each.anchor,) for each in sorted((one, other), key=lambda each: each.order)]
                yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", passages)


def _holders(phrases: Sequence[str], pattern: Pattern[str], corpus: Corpus) -> dict[str, list[int]]:
    """The clauses with a predicate of a list, by the stem of the word behind it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    turned = cues.of(corpus.language, "disagreement", "denial", "turned")
    for passage in corpus.holding(phrases):
        text = passage.folded
        match = pattern.search(text)
        if match is None or turned.search(text[: match.start()]):
            continue
        for stem in in_order(text[match.end() :], corpus.language)[:1]:
            found[stem].append(passage.order)
    return found


def _clash(one: Passage, other: Passage, corpus: Corpus) -> bool:
    """Whether two clauses of two texts of the same days share two words more, and name the same."""
    if one.document == other.document or not corpus.at_once(one, other, _DAYS):
        return False
    shared = corpus.own(one, one.stems & other.stems)
    alike = len(shared) + len(corpus.names(one) & corpus.names(other))
    return alike > _SHARED and any(map(corpus.is_rare, shared)) and corpus.agree(one, other)


@cache
def _pairs(language: Language) -> tuple[tuple[_Side, ...], ...]:
    listed = table(language.code, "disagreement")["opposites"]["pairs"]
    return tuple(
        tuple((tuple(side), cues.pattern(side, language.proclitics)) for side in pair) for pair in listed
    )

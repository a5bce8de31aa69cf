"""One document, body or plan that goes by two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues
from brief.disagree.passages import Corpus, Passage, in_order
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, fold, table
from brief.model import Anchor, Discrepancy
from brief.morphology import morphology

_CROWD = 24
_LONGEST = 6  # words of a name
_AROUND = 2


class _Named(Struct, frozen=True):
    """A thing by the word for what it is, the stems of its name and of what follows the name."""

    passage: Passage
    anchor: Anchor
    head: str
    name: tuple[str, ...]
    around: frozenset[str]


def names_of_things(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each thing whose name is told in two ways beside the same parties."""
    found = list(_all(corpus))
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for stem in one.name:
            if corpus.is_rare(stem):
                holders[one.head, stem].append(number)
    told: set[tuple[str, ...]] = set()
    for members in holders.values():
        for first, second in combinations(members[:_CROWD], 2):
            one, other = found[first], found[second]
            key = tuple(sorted({" ".join(one.name), " ".join(other.name)}))
            if key not in told and _is_one(one, other, corpus):
                told.add(key)
                sides = [(one.anchor,), (other.anchor,)]
                what = phrase(one.anchor.text, corpus.language)
                yield told_apart(corpus.language, "differ: name of %(what)s", what, "precision", sides)


def _all(corpus: Corpus) -> Iterator[_Named]:
    """The things that are named by more than the word for what they are."""
    language, pattern = corpus.language, _heads(corpus.language)
    for passage in corpus.passages:
        if pattern.search(passage.folded) is None:
            continue
        seen = passage.seen
        for match in pattern.finditer(seen.text):
            rest = seen.text[match.end() :]
            stop = _stops(language).search(rest)
            words = rest[: stop.start()] if stop else rest
            named = in_order(" ".join(words.split()[:_LONGEST]), language)
            own = corpus.own(passage, frozenset(named)) if len(named) >= _AROUND else frozenset()
            name = tuple(stem for stem in named if stem in own)
            if len(name) < _AROUND:
                continue
            start = seen.span(match.start(), match.end())[0]
            document = corpus.documents[passage.document]
            anchor = document.anchor(passage.anchor.start + start, passage.anchor.end)
            after = frozenset(in_order(rest, language)) - set(name)
            around = after | corpus.names_at(passage.document, anchor)
            yield _Named(passage, anchor, match["head"], name, around)


def _is_one(one: _Named, other: _Named, corpus: Corpus) -> bool:
    """Whether two names share a rare word and differ in another, and the words around them agree."""
    mine, theirs = frozenset(one.name), frozenset(other.name)
    shared = mine & theirs
    if one.passage.order == other.passage.order or not (mine - theirs and theirs - mine):
        return False
    if len(shared) < max(len(mine - theirs), len(theirs - mine)):
        return False
    return len(one.around & other.around) >= _AROUND and any(map(corpus.is_rare, shared))


@cache
def _heads(language: Language) -> re.Pattern[str]:
    """A word that can open a name, a particle before it: without the article, not a plural."""
    listed = table(language.code, "disagreement")["named_things"]["heads"]
    heads = "|".join(sorted(map(fold, listed), key=len, reverse=True))
    letters = morphology(language)
    return re.compile(rf"(?<!\w)[{letters.joining}]?[{letters.prepositions}]?(?P<head>{heads})(?!\w)")


@cache
def _stops(language: Language) -> re.Pattern[str]:
    return cues.of(language, "disagreement", "named_things", "stops")

"""One person who holds two offices of one rank: «وزير الخارجية» here, «وزير الداخلية» there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import names
from brief.disagree.passages import Corpus, in_order
from brief.disagree.vocabulary import told_apart
from brief.gist import stem_of
from brief.language import Language, fold, table
from brief.model import Anchor, Discrepancy
from brief.morphology import morphology

_REACH = 70  # characters before a name in which its office stands
_CROWD = 12


class _Held(Struct, frozen=True):
    """A person with the word of an office before the name and the words that tell which.

    `short` where the office has the article: «the Danish minister» may be the minister of anything.
    """

    anchor: Anchor
    label: str
    office: str
    which: frozenset[str]
    short: bool


def roles(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each person to whom two texts give offices of one rank that share no word."""
    held: defaultdict[str, list[_Held]] = defaultdict(list)
    for number in range(len(corpus.documents)):
        for name in corpus.all_names(number):
            found = _held(number, name, corpus) if name.kind == "person" else None
            if found:
                held[name.key].append(found)
    for members in held.values():
        pairs = combinations(members[:_CROWD], 2)
        rivals = next((pair for pair in pairs if _differ(*pair)), None)
        if rivals:
            sides = [(one.anchor,) for one in rivals]
            what = rivals[0].label
            yield told_apart(corpus.language, "differ: office of %(what)s", what, "conflict", sides)


def _held(number: int, name: names.Name, corpus: Corpus) -> _Held | None:
    document, article = corpus.documents[number], morphology(corpus.language).article
    sentence = corpus.sentence_at(number, name.start)
    start = max(sentence.start, name.start - _REACH)
    words = document.text[start : name.start].split()
    for place in range(len(words) - 1, -1, -1):
        office = stem_of(words[place], corpus.language)
        if office in _offices(corpus.language):
            which = frozenset(in_order(" ".join(words[place + 1 :]), corpus.language))
            told = document.anchor(start + document.text[start : name.start].rindex(words[place]), name.end)
            nations = corpus.words(number, told)
            own = which & nations
            return (
                _Held(told, name.label, office, own, words[place].startswith(article))
                if own and not own & _former(corpus.language)
                else None
            )
    return None


def _differ(one: _Held, other: _Held) -> bool:
    return (
        one.anchor.source != other.anchor.source
        and one.office == other.office
        and one.short is other.short
        and not one.which & other.which
    )


@cache
def _offices(language: Language) -> frozenset[str]:
    return frozenset(
        stem_of(word, language) for word in table(language.code, "disagreement")["offices"]["ranks"]
    )


@cache
def _former(language: Language) -> frozenset[str]:
    return frozenset(
        stem_of(fold(w), language) for w in table(language.code, "disagreement")["offices"]["former"]
    )

"""«Seven judges to two» here, «six, and three against» there: one vote told with two counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import phrase, told_apart
from brief.gist import stem_of
from brief.language import Language, fold, table
from brief.model import Anchor, Discrepancy

_BETWEEN = 30  # characters between the two counts
_DAYS = 31  # between two texts that tell of one vote


class _Tally(Struct, frozen=True):
    """The counts of a vote, who votes, its sentence and the words that tell it."""

    passage: Passage
    anchor: Anchor
    who: str
    more: Decimal
    fewer: Decimal


def votes(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each vote of which two texts give counts that differ, and whose sum is the same.

    Only where each text tells one such vote of the same voters: of several nobody knows which is meant.
    """
    by_voters: defaultdict[tuple[str, Decimal], list[_Tally]] = defaultdict(list)
    for one in _tallies(corpus):
        by_voters[one.who, one.more + one.fewer].append(one)
    for told in by_voters.values():
        documents = [one.passage.document for one in told]
        single = [one for one in told if documents.count(one.passage.document) == 1]
        pair = next((two for two in combinations(single, 2) if _differ(*two, corpus)), None)
        if pair:
            sides = [(one.anchor,) for one in pair]
            what = phrase(pair[0].anchor.text, corpus.language)
            yield told_apart(corpus.language, "differ: number of %(what)s", what, "conflict", sides)


def _differ(one: _Tally, other: _Tally, corpus: Corpus) -> bool:
    near = corpus.at_once(one.passage, other.passage, _DAYS)
    return near and one.more != other.more and corpus.agree(one.passage, other.passage)


def _tallies(corpus: Corpus) -> Iterator[_Tally]:
    """The sentences with a count of voters and, right behind it, that of those against."""
    seen: set[tuple[int, int]] = set()
    for passage in corpus.holding(_voters(corpus.language)):
        if (passage.document, passage.sentence) in seen:
            continue
        seen.add((passage.document, passage.sentence))
        anchor = corpus.documents[passage.document].sentences[passage.sentence].anchor
        found = _tally(passage, anchor, corpus.language)
        if found:
            yield found


def _tally(passage: Passage, anchor: Anchor, language: Language) -> _Tally | None:
    against = cues.of(language, "disagreement", "votes", "against")
    favour = cues.of(language, "disagreement", "votes", "favour")
    if favour.search(fold(anchor.text)) is None:
        return None
    for figure in quantities.find(anchor.text, language):
        who = _voter(figure.noun, language)
        if who is None or not figure.value:
            continue
        behind = anchor.text[figure.end : figure.end + _BETWEEN]
        match = against.search(fold(behind))
        rest = fold(behind)[match.end() :].split() if match else []
        fewer = _number(rest[0].strip(_STOPS), language) if rest else None
        if fewer is not None and fewer < figure.value:
            return _Tally(passage, anchor, who, figure.value, fewer)
    return None


_STOPS = "\u060c.,:\u061b"


def _number(word: str, language: Language) -> Decimal | None:
    """The number that a word or digits say, alone or as the pair of a noun («صوتين»)."""
    told = quantities.find(f"{word} {next(iter(_voters(language)))}", language)
    alone = quantities.find(word, language)
    return next((one.value for one in (*alone, *told) if one.value), None)


def _voter(noun: str | None, language: Language) -> str | None:
    """Who votes, by the stem of the first noun of such voters; None where the noun is of none."""
    words = fold(noun).split() if noun else []
    known = _voters(language)
    return known.get(words[0]) if words else None


@cache
def _voters(language: Language) -> dict[str, str]:
    kinds = table(language.code, "disagreement")["votes"]["kinds"]
    return {fold(word): stem_of(words[0], language) for words in kinds for word in words}

"""«The one side charges …, while the other says …»: two parties that a text itself sets against each other.

Both are named and each says its own: who is charged answers, both speak of one thing, or the second gives
another figure and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import Language, fold, table
from brief.model import Anchor, Discrepancy
from brief.quantities import Quantity
from brief.rivals import COUNTED

_EARLY = 4  # words of a clause among which its verb and who speaks stand
_SHORT = 9  # words of a clause that gives a figure and nothing else
_BRIEF = 12  # with who gives it and what he gives it for
_FACTOR = Decimal(10)
_PERCENT = "percent"


def opposed(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each two clauses or sentences of two parties, the second set against the first."""
    for other in corpus.cued("opposed", "turn"):
        one = _first(other, corpus)
        if one and (_answers(one, other, corpus) or _counts_otherwise(one, other, corpus.language)):
            sides = [(_shown(one, other, corpus),), (_shown(other, one, corpus),)]
            what = phrase(sides[0][0].text, corpus.language)
            yield told_apart(corpus.language, "differ: sides of %(what)s", what, "conflict", sides)


def _shown(each: Passage, rival: Passage, corpus: Corpus) -> Anchor:
    """The sentence of a side, or as much of one that both stand in; a few words with those before them."""
    if each.sentence != rival.sentence:
        return corpus.whole(each)
    start = corpus.whole(each).start
    if each.order > rival.order or len(each.text.split()) > _SHORT or start > each.anchor.start:
        return each.anchor
    return corpus.documents[each.document].anchor(start, each.anchor.end)


def _first(other: Passage, corpus: Corpus) -> Passage | None:
    """The clause that says something before one that opens with «while» or «as for» and does so too."""
    turn = cues.of(corpus.language, "disagreement", "opposed", "turn").match(other.folded.lstrip())
    if turn is None or not _says(other, corpus, turn.end()):
        return None
    topic = turn["cue"] in _topics(corpus.language)
    for one in reversed(corpus.passages[max(0, other.order - _EARLY) : other.order]):
        if one.document != other.document or other.sentence - one.sentence != int(topic):
            return None
        if _says(one, corpus, 0):
            return one
    return None


@cache
def _topics(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "speech")["topics"]))


def _says(passage: Passage, corpus: Corpus, after: int) -> bool:
    """Whether a verb of saying or charging stands among the first words behind a place."""
    opening = " ".join(passage.folded[after:].split()[:_EARLY])
    return cues.of(corpus.language, "disagreement", "opposed", "saying").search(opening) is not None


def _answers(one: Passage, other: Passage, corpus: Corpus) -> bool:
    """Whether another party than the first speaks, charged by it or of what it speaks of."""
    mine, theirs = (corpus.named_first(each, _EARLY)[:1] for each in (one, other))
    if not mine or not theirs or mine == theirs:
        return False
    opening = " ".join(one.folded.split()[:_EARLY])
    charged = cues.of(corpus.language, "disagreement", "opposed", "charging").search(opening)
    if charged:
        return theirs[0] in corpus.names(one)
    here = corpus.own(one, content(corpus.whole(one).text, corpus.language))
    shared = here & corpus.own(other, content(other.text, corpus.language))
    return any(map(corpus.is_rare, shared))


def _counts_otherwise(one: Passage, other: Passage, language: Language) -> bool:
    """Whether the second clause of a sentence gives a figure alone that differs from one of the first."""
    if one.sentence != other.sentence or len(other.text.split()) > _BRIEF:
        return False
    told = [_shares(one, language), _shares(other, language)]
    if all(told):
        return not told[0] & told[1]
    mine, theirs = (_figures(each, language) for each in (one, other))
    return len(theirs) == 1 and any(_differ(first, theirs[0], language) for first in mine)


def _shares(passage: Passage, language: Language) -> frozenset[Decimal | None]:
    """The shares of a clause, in percent or as fractions."""
    percent = {each.value for each in quantities.find(passage.text, language) if each.unit == _PERCENT}
    match = cues.of(language, "disagreement", "fractions", "words").search(passage.folded)
    listed = table(language.code, "disagreement")["fractions"]["percent"]
    spelled = {Decimal(str(value)) for word, value in listed.items() if match and fold(word) == match["cue"]}
    return frozenset(percent | spelled)


def _figures(passage: Passage, language: Language) -> list[Quantity]:
    return [each for each in quantities.find(passage.text, language) if each.value and each.unit != "ordinal"]


def _differ(one: Quantity, other: Quantity, language: Language) -> bool:
    """Whether two figures are of one unit and differ; of what is counted the second may name it no more."""
    if not one.value or not other.value or one.value == other.value:
        return False
    low, high = sorted((one.value, other.value))
    bare = {fold(word) for word in table(language.code, "disagreement")["opposed"]["bare"]}
    counted = {one.unit, other.unit} <= COUNTED and other.noun is not None and fold(other.noun) in bare
    money = one.unit not in COUNTED and (one.unit == other.unit or (other.unit in COUNTED and not other.noun))
    return (money or counted) and high <= low * _FACTOR

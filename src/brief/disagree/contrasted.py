"""«Three were killed, while the authorities speak of two»: figures that a text itself sets side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from brief import cues, quantities
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import (
    MOST_PASSAGES,
    Vocabulary,
    befell,
    phrase,
    told_apart,
    vague_stems,
    vocabulary,
)
from brief.gist import stem_of
from brief.language import Language, fold, table, view
from brief.model import Discrepancy
from brief.rivals import COUNTED

_BACK = 3  # clauses before one in which the other figure stands
_EARLY = 3  # words of a sentence among which its verb of counting stands


class _Count(Struct, frozen=True):
    """A figure with what it counts; `thing` is nothing where that is only to be understood."""

    value: Decimal
    unit: str
    thing: str | None
    label: str | None


class _Contrast(Struct, frozen=True):
    """Two clauses with the first of their counts and both values."""

    before: Passage
    after: Passage
    count: _Count
    values: frozenset[Decimal]


def contrasted(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each figures of one thing, the second given by somebody else right behind the first.

    Texts that set the same figure against others speak of one thing: they are one disagreement.
    """
    families: list[list[_Contrast]] = []
    for one in _contrasts(corpus):
        family = next((some for some in families if any(_is_one(one, other, corpus) for other in some)), None)
        if family is None:
            families.append([one])
        else:
            family.append(one)
    for family in families:
        first = family[0]
        what = phrase(first.before.text, corpus.language)
        passages = dict.fromkeys(passage.anchor for one in family for passage in (one.before, one.after))
        sides = [(anchor,) for anchor in list(passages)[:MOST_PASSAGES]]
        yield told_apart(corpus.language, "differ: number of %(what)s", what, "conflict", sides)


def _contrasts(corpus: Corpus) -> Iterator[_Contrast]:
    for passage in corpus.cued("contrast", "counting"):
        after = _voiced(passage, corpus.language)
        counts = _counts(passage, after, corpus.language) if after is not None else []
        found = _rival(passage, counts, corpus) if counts else None
        if found:
            before, count, other = found
            yield _Contrast(before, passage, count, frozenset({count.value, other.value}))


def _is_one(one: _Contrast, other: _Contrast, corpus: Corpus) -> bool:
    """Whether two texts set figures of one thing side by side, one of them in both."""
    same = one.count.thing == other.count.thing and one.values & other.values
    return bool(same) and corpus.agree(one.before, other.before)


def _voiced(passage: Passage, language: Language) -> int | None:
    """Where the words of another voice begin that a clause gives a figure to; None where it does not."""
    text = passage.folded
    turn = cues.of(language, "disagreement", "contrast", "turn").search(text)
    voice = cues.of(language, "disagreement", "contrast", "counting").search(text, turn.end() if turn else 0)
    if voice is None or (turn is None and len(text[: voice.start()].split()) >= _EARLY):
        return None
    return voice.end()


def _counts(passage: Passage, after: int, language: Language) -> list[_Count]:
    """The counts of a clause behind a place of its folded text."""
    words, text = vocabulary(language.code), passage.text
    found = []
    for figure in quantities.find(text, language):
        start = passage.seen.position(figure.start)
        if start < after or figure.unit not in COUNTED or not figure.value:
            continue
        if _is_ordinal(text[: figure.start], language):
            continue
        noun = figure.noun.split()[0] if figure.noun else None
        thing = _thing(noun, text, words, language) if noun or after == 0 else _known(text, words, language)
        found.append(_Count(figure.value, figure.unit, thing, noun))
    return found


def _is_ordinal(before: str, language: Language) -> bool:
    """Whether a number stands right behind an ordinal: «in his nineteenth year» counts nobody."""
    ordinals = table(language.code, "disagreement")["contrast"]["ordinals"]
    return fold(before).split()[-1:] in [[fold(one)] for one in ordinals]


def _thing(noun: str | None, text: str, words: Vocabulary, language: Language) -> str | None:
    """What befell those who are counted, else the stem of the noun that counts them."""
    known = befell(noun, words, language) if noun else None
    if known:
        return known
    if noun and stem_of(noun, language) not in vague_stems(language) and fold(noun) not in words.measures:
        return stem_of(noun, language)
    return _known(text, words, language)


def _known(text: str, words: Vocabulary, language: Language) -> str | None:
    """What befell people, by the first word of the text that says so."""
    told = (befell(word, words, language) for word in view(text).text.split())
    return next((one for one in told if one), None)


def _rival(passage: Passage, counts: list[_Count], corpus: Corpus) -> tuple[Passage, _Count, _Count] | None:
    """The nearest clause before one that counts the same otherwise, with its count."""
    turned = cues.of(corpus.language, "disagreement", "contrast", "turn").search(passage.folded)
    for before in reversed(corpus.passages[max(0, passage.order - _BACK) : passage.order]):
        apart = passage.sentence - before.sentence
        if before.document != passage.document or apart > 1:
            return None
        earlier = _counts(before, 0, corpus.language)
        for count in earlier:
            for other in counts:
                if _differ(count, other, bare=bool(turned) and apart == 0):
                    return before, count, other
        if earlier and apart == 0:
            return None
    return None


def _differ(one: _Count, other: _Count, *, bare: bool) -> bool:
    """Whether two counts differ and count one thing; `bare` says that the second need not name it."""
    same = one.thing == other.thing if other.thing else bare
    return same and one.thing is not None and one.value != other.value

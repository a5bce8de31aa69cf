"""Which of a row: «رابع منتج», «المرتبة الحادية عشرة»."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from brief.quantities import labels
from brief.quantities.numbers import anniversary
from brief.quantities.passage import Figure, Passage

_SHORTEST = 4  # letters of a noun that carries a pronoun


class _Rank(Struct, frozen=True):
    """An ordinal of the places `at` to `after`, and the place of its noun."""

    number: int
    at: int
    after: int
    noun: int
    definite: bool


def ordinal(passage: Passage, at: int) -> Figure | None:
    """The place in a row that an ordinal word tells, with its noun before it or after it."""
    rank = _rank(passage, at)
    if rank is None or not passage.word(rank.noun).isalpha() or _named(passage, at, rank.after):
        return None
    if rank.definite and anniversary(passage, at):
        return _figure(passage, rank, "year")
    ranked = rank.definite and passage.word(rank.after) in passage.words.sets["ranked_after"]
    return _figure(passage, rank, "ordinal") if ranked or _counts(passage, rank) else None


def _rank(passage: Passage, at: int) -> _Rank | None:
    """«الحادية عشرة», «السابع والعشرين», «رابع»."""
    words = passage.words
    number, definite = words.ordinals[passage.word(at)]
    more = words.tens.get(passage.word(at + 1), 0) if definite else 0
    if not more and passage.word(at) in words.sets["first_of_more"]:
        return None
    after = at + 1 + bool(more)
    return _Rank(number + more, at, after, at - 1 if definite else after, definite)


def _figure(passage: Passage, rank: _Rank, unit: str) -> Figure:
    return Figure(
        start=passage.tokens[rank.at].start,
        end=passage.tokens[rank.after - 1].end,
        first=rank.at,
        next=rank.after,
        low=Decimal(rank.number),
        high=Decimal(rank.number),
        unit=unit,
        noun=passage.span(rank.noun),
    )


def _named(passage: Passage, at: int, after: int) -> bool:
    """«المادة الخامسة», «الحرب العالمية الثانية», «الساعة العاشرة», «الثامنة صباحا»: names, not rows."""
    sets = passage.words.sets
    if labels.labelled(passage, at) or passage.word(at - 2) in sets["far_label"]:
        return True
    return passage.word(at - 1) in sets["clock"] or passage.word(after) in sets["day_parts"]


def _counts(passage: Passage, rank: _Rank) -> bool:
    """Whether a noun can stand in a row: «محمد السادس» is a king, «هي الأولى من نوعها» a rank."""
    word, words = passage.word(rank.noun), passage.words
    if not rank.definite:
        return word not in words.sets["not_nouns"]
    if word.startswith(words.articles) or word in words.sets["stands"]:
        return True
    return len(word) > _SHORTEST and passage.original(*passage.span(rank.noun)).endswith(words.owned)

"""Two sentences in nearly the same words -> the values that stand in the place of one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec import structs

from brief.copies.values import Value, dated, figures, negations, times
from brief.language import Language, fold

# Words that may differ beside a negation, for the sentences to say the same but for it.
BESIDE_NEGATION = 3
_YEAR = len("2000")
_TELLING = 2  # digits of a figure that is more than a guess
_WORD = re.compile(r"\w+")

Difference = tuple[Literal["conflict", "precision"], Value, Value]


def differences(one: str, other: str, language: Language) -> Iterator[Difference]:
    """The values of a sentence that another one tells otherwise, each with the other: a conflict or not."""
    mine, theirs = times(one, language), times(other, language)
    yield from _differing_times(dated(one, mine, language), dated(other, theirs, language))
    yield from _differing_figures(figures(one, mine, language), figures(other, theirs, language))
    yield from _negated(one, other, language)


def _differing_times(mine: Sequence[Value], theirs: Sequence[Value]) -> Iterator[Difference]:
    """Times in the same order that are not one; where their number differs one was left out."""
    ours, others = _left(mine, theirs), _left(theirs, mine)
    if len(ours) == len(others):
        for one, other in zip(ours, others, strict=True):
            if not _one_time(one, other):
                yield "conflict", one, other


def _one_time(one: Value, other: Value) -> bool:
    """Whether two times can be one, told more or less exactly."""
    (first, last, relative), (start, end, also) = one.meant, other.meant
    skipped = _YEAR if relative or also else 0
    times = ((str(a or "")[skipped:], str(b or "")[skipped:]) for a, b in ((first, start), (last, end)))
    return all(a.startswith(b) or b.startswith(a) for a, b in times)


def _left(mine: Sequence[Value], theirs: Sequence[Value]) -> list[Value]:
    """The values of a sentence that the other one does not have."""
    known = Counter(one.meant for one in theirs)
    left = []
    for one in mine:
        known[one.meant] -= 1
        if known[one.meant] < 0:
            left.append(one)
    return left


def _differing_figures(mine: Sequence[Value], theirs: Sequence[Value]) -> Iterator[Difference]:
    """Each figure that stands nowhere in the other sentence, with the one there in its place."""
    others = _left(theirs, mine)
    for one in _left(mine, theirs):
        found = next((other for other in others if _measure_one(one, other)), None)
        if found is not None:
            others.remove(found)
            yield ("precision" if _is_rounded(one, found) else "conflict"), one, found


def _measure_one(one: Value, other: Value) -> bool:
    """Whether two figures can be of one thing: in one unit, and of one noun where both have one."""
    nouns = {fold(value.noun) for value in (one, other) if value.noun}
    return one.unit == other.unit and len(one.meant) == len(other.meant) and len(nouns) < 2


def _is_rounded(one: Value, other: Value) -> bool:
    """Whether one figure is the other with fewer digits: 111.3 and 111."""
    values = [value.meant[0] for value in (one, other)]
    if not all(isinstance(value, Decimal) for value in values):
        return False
    coarse, fine = sorted((Decimal(str(value)).normalize() for value in values), key=_digits)
    exponent = coarse.as_tuple().exponent
    if _digits(coarse) < _TELLING or not isinstance(exponent, int) or _digits(coarse) == _digits(fine):
        return False
    return fine.quantize(Decimal((0, (1,), exponent)), rounding=ROUND_HALF_UP) == coarse


def _digits(value: Decimal) -> int:
    return len(value.as_tuple().digits)


def _negated(one: str, other: str, language: Language) -> Iterator[Difference]:
    """A negation that only one of two otherwise equal sentences has."""
    mine, theirs = negations(one, language), negations(other, language)
    words, copied = (Counter(_WORD.findall(fold(text))) for text in (one, other))
    differing = (words - copied).total() + (copied - words).total()
    if len(mine) % 2 != len(theirs) % 2 and differing <= BESIDE_NEGATION + abs(len(mine) - len(theirs)):
        if len(mine) > len(theirs):
            value = _own(mine, one, theirs, other)
            yield "conflict", value, _place_in(other, value, one)
        else:
            value = _own(theirs, other, mine, one)
            yield "conflict", _place_in(one, value, other), value


def _own(values: Sequence[Value], text: str, others: Sequence[Value], other: str) -> Value:
    """The first negation of a text that does not stand behind the same word in the other one, too."""
    known = {_word_before(other, value)[1] for value in others}
    return next((value for value in values if _word_before(text, value)[1] not in known), values[0])


def _place_in(text: str, value: Value, other: str) -> Value:
    """Where a text leaves out a value that the other one has: at the word that stands before it there."""
    before, asked = _word_before(other, value)
    spans = {
        (fold(match.group()) != asked, abs(number - before)): match.span()
        for number, match in enumerate(_WORD.finditer(text))
    }
    start, end = spans[min(spans)] if spans else (0, 0)
    return structs.replace(value, start=start, end=end)


def _word_before(text: str, value: Value) -> tuple[int, str]:
    """The word that a value stands behind, and its number; the first word and nothing at the start."""
    words = _WORD.findall(fold(text[: value.start]))
    return max(len(words) - 1, 0), words[-1] if words else ""

"""A copy beside its original -> the figures, dates and denials that one of them has otherwise.

Sentences in nearly the same words are laid side by side. Words that are spelled otherwise,
rounded off into other words or left out tell nothing; a value in the place of another does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import chain
from typing import Literal

from msgspec import Struct

from brief import cues, periods, quantities
from brief.alignment import aligned
from brief.language import Language, fold, table, view
from brief.messages import catalogue
from brief.model import Account, Anchor, Copy, Datapoint, Discrepancy, Document, Evidence

# Words that may differ beside a negation, for the sentences to say the same but for it.
BESIDE_NEGATION = 3
_AROUND = 14  # words on either side of what differs
_OPENING = 4
_COUNTED = frozenset({"count", "persons"})
_STAND_IN = "2000-06-15"  # lets a day be read whose year is not named
_YEAR = len("2000")
_TELLING = 2  # digits of a figure that is more than a guess
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:/\u066b\u066c]\d+)*")

Sort = Literal["number", "amount", "date", "negation"]


class _Value(Struct, frozen=True):
    """What a sentence says that can be told otherwise: `text[start:end]`, and what it means."""

    start: int
    end: int
    sort: Sort
    meant: tuple[object, ...]
    unit: str = ""
    noun: str | None = None


class _Change(Struct, frozen=True):
    """A value of the original, the other one in the copy, and both passages."""

    kind: Literal["conflict", "precision"]
    value: _Value
    other: _Value
    passage: Anchor
    copied: Anchor
    sentence: Anchor


def alterations(
    copies: Sequence[Copy], evidence: Sequence[Evidence], language: Language
) -> tuple[Discrepancy, ...]:
    """What copies tell otherwise than their originals, one for each place of an original.

    The original's passage comes first, then those of the copies, which agree or not among
    themselves; nothing is judged right or wrong.
    """
    known = {one.document.id: one for one in evidence}
    places: defaultdict[tuple[str, int, Sort], list[_Change]] = defaultdict(list)
    for copy in copies:
        for change in _changes(known[copy.original].document, copy.document, language):
            passage = change.sentence
            places[passage.source, passage.start + change.value.start, change.value.sort].append(change)
    return tuple(
        _discrepancy(changes, known[source].datapoints, language) for (source, *_), changes in places.items()
    )


def _changes(original: Document, copy: Document, language: Language) -> Iterator[_Change]:
    for one, other in aligned(original.sentences, copy.sentences):
        for kind, value, changed in _differences(one.anchor.text, other.anchor.text, language):
            yield _Change(
                kind=kind,
                value=value,
                other=changed,
                passage=_passage(original, one.anchor, value),
                copied=_passage(copy, other.anchor, changed),
                sentence=one.anchor,
            )


# What two sentences tell otherwise -----------------------------------------------------

_Difference = tuple[Literal["conflict", "precision"], _Value, _Value]


def _differences(one: str, other: str, language: Language) -> Iterator[_Difference]:
    mine, theirs = _times(one, language), _times(other, language)
    yield from _differing_times(_dated(one, mine, language), _dated(other, theirs, language))
    yield from _differing_figures(_figures(one, mine, language), _figures(other, theirs, language))
    yield from _negated(one, other, language)


def _times(text: str, language: Language) -> tuple[periods.Mention, ...]:
    return periods.find(text, language, _STAND_IN)


def _dated(text: str, times: Sequence[periods.Mention], language: Language) -> list[_Value]:
    """The times that a text names by a number or by a month; «yesterday» depends on the day it appeared."""
    return [
        _Value(time.start, time.end, "date", (time.first, time.last, time.relative))
        for time in times
        if not time.relative or _is_named(text[time.start : time.end], language)
    ]


def _is_named(text: str, language: Language) -> bool:
    folded = fold(text)
    return any(sign.isdigit() for sign in folded) or bool(_months(language).search(folded))


@cache
def _months(language: Language) -> re.Pattern[str]:
    names = table(language.code, "months")
    return cues.pattern(chain.from_iterable([*names["gregorian"], *names["hijri"]]), language.proclitics)


def _differing_times(mine: Sequence[_Value], theirs: Sequence[_Value]) -> Iterator[_Difference]:
    """Times in the same order that are not one; where their number differs one was left out."""
    ours, others = _left(mine, theirs), _left(theirs, mine)
    if len(ours) == len(others):
        for one, other in zip(ours, others, strict=True):
            if not _one_time(one, other):
                yield "conflict", one, other


def _one_time(one: _Value, other: _Value) -> bool:
    """Whether two times can be one, told more or less exactly."""
    (first, last, relative), (start, end, also) = one.meant, other.meant
    skipped = _YEAR if relative or also else 0
    times = ((str(a or "")[skipped:], str(b or "")[skipped:]) for a, b in ((first, start), (last, end)))
    return all(a.startswith(b) or b.startswith(a) for a, b in times)


def _figures(text: str, times: Sequence[periods.Mention], language: Language) -> list[_Value]:
    """The figures of a text that are no dates, and the bare numbers beside them."""
    spans = [(time.start, time.end) for time in times]
    found = [
        _Value(
            figure.start,
            figure.end,
            "number" if figure.unit in _COUNTED and figure.noun else "amount",
            (figure.value, figure.low, figure.high),
            figure.unit,
            figure.noun,
        )
        for figure in quantities.find(text, language, spans)
    ]
    taken = [*spans, *((one.start, one.end) for one in found)]
    return sorted([*found, *_bare(text, taken)], key=lambda one: one.start)


def _bare(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[_Value]:
    """Numbers that measure nothing, such as the hour."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not any(first < end and start < last for first, last in taken):
            yield _Value(start, end, "amount", (fold(match.group()),))


def _left(mine: Sequence[_Value], theirs: Sequence[_Value]) -> list[_Value]:
    """The values of a sentence that the other one does not have."""
    known = Counter(one.meant for one in theirs)
    left = []
    for one in mine:
        known[one.meant] -= 1
        if known[one.meant] < 0:
            left.append(one)
    return left


def _differing_figures(mine: Sequence[_Value], theirs: Sequence[_Value]) -> Iterator[_Difference]:
    """Each figure that stands nowhere in the other sentence, with the one there in its place."""
    others = _left(theirs, mine)
    for one in _left(mine, theirs):
        found = next((other for other in others if _measure_one(one, other)), None)
        if found is not None:
            others.remove(found)
            yield ("precision" if _is_rounded(one, found) else "conflict"), one, found


def _measure_one(one: _Value, other: _Value) -> bool:
    """Whether two figures can be of one thing: in one unit, and of one noun where both have one."""
    nouns = {fold(value.noun) for value in (one, other) if value.noun}
    return one.unit == other.unit and len(one.meant) == len(other.meant) and len(nouns) < 2


def _is_rounded(one: _Value, other: _Value) -> bool:
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


def _negated(one: str, other: str, language: Language) -> Iterator[_Difference]:
    """A negation that only one of two otherwise equal sentences has."""
    mine, theirs = _negations(one, language), _negations(other, language)
    words, copied = (Counter(_WORD.findall(fold(text))) for text in (one, other))
    differing = (words - copied).total() + (copied - words).total()
    if len(mine) % 2 != len(theirs) % 2 and differing <= BESIDE_NEGATION + abs(len(mine) - len(theirs)):
        value = (mine if len(mine) > len(theirs) else theirs)[0]
        yield "conflict", value, value


@cache
def _idle(language: Language) -> re.Pattern[str]:
    return cues.of(language, "disagreement", "words", "no_negations")


def _negations(text: str, language: Language) -> list[_Value]:
    """The negations of a text, without those that turn nothing round («ما لا يقل عن»)."""
    seen = view(text)
    idle = [match.span() for match in _idle(language).finditer(seen.text)]
    found = (match.span("cue") for match in cues.of(language, "polarity", "negations").finditer(seen.text))
    return [
        _Value(*seen.span(start, end), "negation", ())
        for start, end in found
        if not any(first <= start < last for first, last in idle)
    ]


# What is shown -------------------------------------------------------------------------


def _passage(document: Document, sentence: Anchor, value: _Value) -> Anchor:
    """The words around a value, whole sentences where they are short."""
    words = [match.span() for match in re.finditer(r"\S+", sentence.text)]
    at = next((number for number, (_, end) in enumerate(words) if end > value.start), len(words) - 1)
    last = next((number for number, (_, end) in enumerate(words) if end >= value.end), len(words) - 1)
    start, end = words[max(0, at - _AROUND)][0], words[min(len(words) - 1, last + _AROUND)][1]
    return document.anchor(sentence.start + start, sentence.start + end)


def _discrepancy(changes: Sequence[_Change], points: Sequence[Datapoint], language: Language) -> Discrepancy:
    """The original's passage with those of the copies, each other value once."""
    first = changes[0]
    passages: dict[tuple[object, ...], dict[Anchor, None]] = defaultdict(dict)
    for change in changes:
        passages[change.other.meant][change.copied] = None
    told = [(first.passage,), *map(tuple, passages.values())]
    return Discrepancy(
        topic=_topic(first, points, language),
        kind="conflict" if any(change.kind == "conflict" for change in changes) else "precision",
        items=tuple(Account(anchors[0].text, anchors) for anchors in told),
    )


def _topic(change: _Change, points: Sequence[Datapoint], language: Language) -> str:
    """What differs, by the noun that is counted, what is measured, or how the sentence begins."""
    value = change.value
    measure = _measured(change, points) if value.sort == "amount" else value.noun
    what = measure or _opening(change.sentence)
    return catalogue(language.code).gettext(f"differ: {value.sort} of %(what)s") % {"what": what}


def _measured(change: _Change, points: Sequence[Datapoint]) -> str | None:
    """What the figure measures, as the document's own figures have it."""
    start = change.sentence.start + change.value.start
    return next(
        (
            point.measure
            for point in points
            if point.evidence.start <= start < point.evidence.end and point.value == change.value.meant[0]
        ),
        None,
    )


def _opening(sentence: Anchor) -> str:
    words = sentence.text.split()
    return " ".join(words[:_OPENING]) + "\u2026" * (len(words) > _OPENING)

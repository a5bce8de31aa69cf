"""A copy beside its original -> the figures, dates and denials that one of them has otherwise.

Sentences in nearly the same words are laid side by side. Words that are spelled otherwise,
rounded off into other words or left out tell nothing; a value in the place of another does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from brief.copies.alignment import aligned
from brief.copies.differences import differences
from brief.copies.values import Sort, Value
from brief.language import Language
from brief.model import Account, Anchor, Copy, Datapoint, Discrepancy, Document, Evidence
from brief.words import words

_AROUND = 14  # words on either side of what differs
_OPENING = 4


class _Change(Struct, frozen=True):
    """A value of the original, the other one in the copy, and both passages."""

    kind: Literal["conflict", "precision"]
    value: Value
    other: Value
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
        for kind, value, changed in differences(one.anchor.text, other.anchor.text, language):
            yield _Change(
                kind=kind,
                value=value,
                other=changed,
                passage=_passage(original, one.anchor, value),
                copied=_passage(copy, other.anchor, changed),
                sentence=one.anchor,
            )


def _passage(document: Document, sentence: Anchor, value: Value) -> Anchor:
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
    return words(language.frame, language.frame).say(f"differ: {value.sort} of %(what)s", what=what)


def _measured(change: _Change, points: Sequence[Datapoint]) -> str | None:
    """What the figure measures, as the document's own figures have it."""
    start = change.sentence.start + change.value.start
    return next(
        (
            point.measure
            for point in points
            if point.anchor.start <= start < point.anchor.end and point.value == change.value.meant[0]
        ),
        None,
    )


def _opening(sentence: Anchor) -> str:
    words = sentence.text.split()
    return " ".join(words[:_OPENING]) + "\u2026" * (len(words) > _OPENING)

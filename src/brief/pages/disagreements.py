"""What the sources tell differently, as the pages set it: conflicts in full, the rest in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from brief.copies import values
from brief.gist import small_words, stem_of, telling
from brief.language import Language, fold, read_in
from brief.model import Anchor, Brief, Discrepancy
from brief.pages.excerpts import excerpt

# Words of an account that a table in short has room for, and those beyond which it is cut at all.
_ROOM, _WHOLE = 14, 18
_SIDES = 2
_FIGURE = 3  # words of the topic that a figure of its own counts for


class Disagreements(Struct, frozen=True):
    """Disagreements with their places in the record, from 1, the weightiest first.

    `headings` are, by these places, the passages of what only says over its accounts that they differ.
    """

    conflicts: tuple[tuple[int, Discrepancy], ...]
    in_short: tuple[tuple[str, tuple[tuple[int, Discrepancy], ...]], ...]
    headings: dict[int, tuple[Anchor, ...]]


def disagreements(brief: Brief) -> Disagreements:
    """Conflicts as they are told, and by their kinds what is less exact or misprinted, in a few words."""
    language = read_in(brief.language)
    numbered = list(enumerate(brief.discrepancies, 1))
    lesser = (
        (
            kind,
            tuple((number, _in_short(one, language)) for number, one in numbered if one.kind == kind),
        )
        for kind in ("precision", "typo")
    )
    return Disagreements(
        conflicts=tuple(
            (number, _without_heading(one)) for number, one in numbered if one.kind == "conflict"
        ),
        in_short=tuple((kind, found) for kind, found in lesser if found),
        headings={number: anchors for number, one in numbered if (anchors := _heading(one))},
    )


def _heading(one: Discrepancy) -> tuple[Anchor, ...]:
    """The passages of an account that is but the heading over two others: the topic tells it beside them."""
    only = [account for account in one.items if account.text in one.topic]
    apart = one.kind == "conflict" and len(only) == 1 and len(one.items) > _SIDES
    return only[0].evidence if apart else ()


def _without_heading(one: Discrepancy) -> Discrepancy:
    heading = _heading(one)
    told = tuple(account for account in one.items if account.evidence != heading)
    return structs.replace(one, items=told)


def _in_short(one: Discrepancy, language: Language) -> Discrepancy:
    texts = [account.text for account in one.items]
    topic = telling(one.topic, language)
    return structs.replace(
        one,
        items=tuple(
            structs.replace(account, text=_cut(account.text, texts, topic, language)) for account in one.items
        ),
    )


def _cut(text: str, accounts: Sequence[str], topic: frozenset[str], language: Language) -> str:
    """The words of `text` around the figure that no other of the `accounts` gives, and around the topic."""
    words = text.split()
    if len(words) <= _WHOLE:
        return text
    weights = _weights(text, accounts, topic, language)
    weighed = [sum(weights[place : place + _ROOM]) for place in range(len(words) - _ROOM + 1)]
    best = [place for place, weight in enumerate(weighed) if weight == max(weighed)]
    return excerpt(text, best[len(best) // 2], _ROOM, small_words(language.code))


def _weights(text: str, accounts: Sequence[str], topic: frozenset[str], language: Language) -> list[int]:
    """What each word of `text` tells of the difference."""
    own = list(_own_figures(text, accounts, language))
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        figure = any(first < at and start < last for first, last in own)
        found.append(_FIGURE * figure + (stem_of(fold(word), language) in topic))
    return found


def _own_figures(text: str, accounts: Sequence[str], language: Language) -> Iterator[tuple[int, int]]:
    """Where the times and figures stand that none of the others gives in the same words."""
    times = values.times(text, language)
    spans = [(one.start, one.end) for one in times]
    spans += [(one.start, one.end) for one in values.figures(text, times, language)]
    told = [fold(other) for other in accounts if other != text]
    return (span for span in spans if not any(fold(text[slice(*span)]) in other for other in told))

"""The part of the record that its pages hold: brief.json keeps all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from brief.model import Brief, Event, Position, Quote, Stance

QUOTES, EVENTS, POSITIONS, QUOTES_A_SPEAKER = 14, 24, 10, 3
QUOTE_WORDS = range(4, 46)
POSITION_WORDS = 26


def edition(brief: Brief) -> Brief:
    """The brief with no more quotations and events than its pages hold; the record keeps all."""
    return msgspec.structs.replace(
        brief,
        quotes=_shown_quotes(brief.quotes),
        timeline=_shown_events(brief),
        positions=_shown_positions(brief.positions),
    )


def _shown_quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Whole sayings of known speakers, a few of each, in the order of the record."""
    shown: list[Quote] = []
    voices: Counter[str] = Counter()
    for quote in quotes:
        if not quote.speaker or len(quote.text.split()) not in QUOTE_WORDS:
            continue
        voices[quote.speaker] += 1
        if voices[quote.speaker] <= QUOTES_A_SPEAKER and len(shown) < QUOTES:
            shown.append(quote)
    return tuple(shown)


def _shown_positions(positions: Sequence[Position]) -> tuple[Position, ...]:
    """One stance of an actor once, best with its target, in the order of the record."""
    shown: dict[tuple[str, Stance], Position] = {}
    for position in positions:
        known = shown.get((position.actor, position.stance))
        if known is None or (known.target is None and position.target is not None):
            shown[position.actor, position.stance] = position
    return tuple(map(_as_it_stands, tuple(shown.values())[:POSITIONS]))


def _as_it_stands(position: Position) -> Position:
    """The position with the opening words of its passage for what it is taken to."""
    words = position.evidence[0].text.split()
    opening = " ".join(words[:POSITION_WORDS]).rstrip("،؛,;:")
    return msgspec.structs.replace(position, target=opening + "…" * (len(words) > POSITION_WORDS))


def _shown_events(brief: Brief) -> tuple[Event, ...]:
    """The events up to the day of the issue; of many, those of its period, well supported and new.

    What lies ahead stands among the indicators.
    """
    past = tuple(event for event in brief.timeline if event.start <= brief.issued)
    if len(past) <= EVENTS:
        return past
    ranked = sorted(past, key=lambda event: event.start, reverse=True)
    ranked.sort(key=lambda event: (not current(event, brief), -len(event.evidence)))
    kept = set(ranked[:EVENTS])
    return tuple(event for event in past if event in kept)


def current(event: Event, brief: Brief) -> bool:
    """Whether an event lies within the period of the brief."""
    start, end = brief.period.start, brief.period.end or brief.issued
    return start is not None and start[: len(event.start)] <= event.start <= end

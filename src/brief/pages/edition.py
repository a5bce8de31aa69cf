"""The part of the record that its pages hold: brief.json keeps all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from brief.extract.events.worded import is_sentence
from brief.extract.statements.pointers import points_back
from brief.language import Language, fold, read_in
from brief.model import Brief, Event, Position, Quote, Stance

QUOTES, EVENTS, POSITIONS, QUOTES_A_SPEAKER = 14, 24, 10, 3
QUOTE_WORDS = range(4, 46)
# Words of an event in which «that agreement» stands for one told before; further on it may be of its own.
OPENING = 8
_WORD = re.compile(r"\w{4,}")


def edition(brief: Brief) -> Brief:
    """The brief with no more quotations, events and positions than its pages hold; the record keeps all."""
    return msgspec.structs.replace(
        brief,
        quotes=_shown_quotes(brief.quotes),
        timeline=_shown_events(brief),
        positions=_shown_positions(brief),
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


def _shown_positions(brief: Brief) -> tuple[Position, ...]:
    """One stance of an actor once, in the order of the record; what several share counts once.

    Of many, those of each stance in turn: first those whose target is told, that most sources tell and that
    are nearest to the summary.
    """
    central = summed_up(brief)
    ranked = sorted(brief.positions, key=lambda one: _weight(one, central), reverse=True)
    best = {(one.actor, one.stance): one for one in reversed(ranked)}
    rows: dict[Stance, dict[object, list[Position]]] = {}
    for one in ranked:
        if best[one.actor, one.stance] is one:
            rows.setdefault(one.stance, {}).setdefault(taken_together(one), []).append(one)
    turns = zip_longest(*(many.values() for many in rows.values()))
    kept = {one for row in [row for turn in turns for row in turn if row][:POSITIONS] for one in row}
    return tuple(one for one in brief.positions if one in kept)


def taken_together(position: Position) -> object:
    """What several who take a position together have in common: target, stance and passage."""
    return position.target, position.stance, position.evidence[0]


def _weight(position: Position, central: frozenset[str]) -> tuple[bool, int, int]:
    sources = {anchor.source for anchor in position.evidence}
    return position.target is not None, len(sources), len(central & long_words(position.evidence[0].text))


def summed_up(brief: Brief) -> frozenset[str]:
    """The longer words of the summary, as they are matched."""
    told = (item.text for one in brief.sections if one.id == "summary" for item in one.items)
    return long_words(*told)


def long_words(*texts: str) -> frozenset[str]:
    """The longer words of some texts, as they are matched."""
    return frozenset(word for text in texts for word in _WORD.findall(fold(text)))


def _shown_events(brief: Brief) -> tuple[Event, ...]:
    """The events up to the day of the issue; of many, those of its period, well supported and new.

    What lies ahead stands among the indicators; what speaks of «that agreement», or is no sentence, stands in
    the record alone.
    """
    language = read_in(brief.language)
    past = tuple(
        event
        for event in brief.timeline
        if event.start <= brief.issued
        and not _points_back(event, language)
        and is_sentence(event.text, language)
    )
    if len(past) <= EVENTS:
        return past
    ranked = sorted(past, key=lambda event: event.start, reverse=True)
    ranked.sort(key=lambda event: (not current(event, brief), -len(event.evidence)))
    kept = set(ranked[:EVENTS])
    return tuple(event for event in past if event in kept)


def _points_back(event: Event, language: Language) -> bool:
    """Whether an event speaks near its beginning of what was told before it."""
    opening = " ".join(event.text.split()[:OPENING])
    return points_back(opening, language) and points_back(event.text, language)


def current(event: Event, brief: Brief) -> bool:
    """Whether an event lies within the period of the brief."""
    start, end = brief.period.start, brief.period.end or brief.issued
    return start is not None and start[: len(event.start)] <= event.start <= end

"""What to watch: dated things that lie ahead of the brief's date."""

from __future__ import annotations

from brief.extract.events.alone import hangs
from brief.facets import certainty
from brief.identity import identifier
from brief.language import Language, load
from brief.model import Event, Item, Pool

# A list of what to watch is kept by heart; of more, those that most sources name, then the nearest.
ITEMS = 12


def indicators(pool: Pool, issued: str, language: str) -> tuple[Item, ...]:
    """The events after `issued` whose words can be read alone, the nearest first.

    Their dates stand in their labels.
    """
    words = load(language)
    ahead = [
        event
        for event in pool.events
        if event.start > issued[: len(event.start)] and not hangs(event.text, words)
    ]
    ahead.sort(key=lambda event: (-len({one.source for one in event.evidence}), *_place(event)))
    chosen = sorted(ahead[:ITEMS], key=_place)
    return tuple(_item(event, words) for event in chosen)


def _place(event: Event) -> tuple[str, str, int]:
    first = event.evidence[0]
    return event.start, first.source, first.start


def _item(event: Event, language: Language) -> Item:
    first = event.evidence[0]
    return Item(
        id="i" + identifier("indicator", first.source, first.start),
        label=event.start,
        text=event.text,
        actors=(),
        certainty=certainty(event.text, language),
        standing=None,
        evidence=event.evidence,
    )

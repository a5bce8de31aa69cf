"""What to watch: dated things that lie ahead of the brief's date."""

from __future__ import annotations

from brief.facets import certainty
from brief.identity import identifier
from brief.language import Language, load
from brief.messages import catalogue
from brief.model import Event, Item, Pool, Section


def indicators(pool: Pool, issued: str, language: str) -> Section | None:
    """The events after `issued`, the nearest first; their dates stand in their labels."""
    ahead = [event for event in pool.events if event.start > issued[: len(event.start)]]
    if not ahead:
        return None
    ahead.sort(key=lambda event: (event.start, event.evidence[0]))
    return Section(
        "indicators",
        catalogue(language).gettext("Indicators"),
        tuple(_item(event, load(language)) for event in ahead),
    )


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

"""The short issue of days without news: what changed by itself is told, and nothing a second time."""

from __future__ import annotations

from msgspec import structs

from brief.model import Brief, Note

# The kind of the note that says it.
NO_NEWS = "no_news"


def is_short(brief: Brief) -> bool:
    """Whether a brief says that nothing came in."""
    return any(note.kind == NO_NEWS for note in brief.notes)


def shortened(brief: Brief) -> Brief:
    """A brief of days without news, with its changes and its sources alone."""
    return structs.replace(
        brief,
        sections=(),
        datapoints=(),
        key_figures=(),
        charts=(),
        queries=(),
        quotes=(),
        timeline=(),
        positions=(),
        discrepancies=(),
        notes=(Note(NO_NEWS, f"{brief.period.start}/{brief.period.end}"),),
    )

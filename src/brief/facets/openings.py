"""The idea that openings tell: the first word, what joins it to the sentence before, a negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief import cues
from brief.facets.seen import Seen, Signs


def signs(document: Sequence[Seen]) -> list[Signs]:
    """How each statement opens, and whether it negates."""
    return [{f"openings.{name}": 1.0 for name in _openings(one)} for one in document]


def _openings(one: Seen) -> Iterator[str]:
    opening = cues.expression(one.language, "facet_signs", "patterns", "opening").match(one.key)
    if opening and opening.lastgroup:
        yield opening.lastgroup
    for cue in one.cues("openings"):
        if cue.group == "negated" or cue.place == 0:
            yield cue.group

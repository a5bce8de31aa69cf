"""Days that were set for something that did not come on them, by the same sentence.

«Pumping was to begin on the 10th, but a fault put it off to the 17th».
"""

from __future__ import annotations

from brief.cues import expression
from brief.language import Language

# Characters between «was to» and the day that was set.
_NEAR = 60
_PAUSES = frozenset(".؛،,")


def was_set(text: str, language: Language) -> bool:
    """Whether folded words tell of something that was set for a time."""
    return expression(language, "events", "moved", "was_set").search(text) is not None


def is_unmet(before: str, after: str, language: Language) -> bool:
    """Whether folded words before a day tell that it was set, and those behind it that it was not kept."""
    near = before[-_NEAR:]
    found = expression(language, "events", "moved", "was_set").search(near)
    if found is None or not _PAUSES.isdisjoint(near[found.end() :]):
        return False
    return expression(language, "events", "moved", "then_off").match(after) is not None

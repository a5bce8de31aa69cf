"""What only sets a day for an act is told once, under what to watch: nothing follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from brief import cues
from brief.dating import DAY
from brief.language import Language, fold
from brief.model import Item

# A line is printed elsewhere where so much of it stands there.
_WHOLE = 0.8


def unwatched(items: Sequence[Item], watched: Sequence[Item], language: Language) -> tuple[Item, ...]:
    """The items but for those that only set a day for an act, and are all `watched`."""
    sets = cues.expression(language, "rulings", "watched", "sets")
    return tuple(
        one
        for one in items
        if not sets.match(fold(one.text)) or not any(_is_told(one, other) for other in watched)
    )


def _is_told(item: Item, other: Item) -> bool:
    """Whether nearly all words of an item stand in another one, too, that is watched on a day."""
    if not (item.evidence and other.evidence) or len(other.label or "") != DAY:
        return False
    own = item.evidence[0]
    return own.common(other.evidence[0]) >= _WHOLE * (own.end - own.start)

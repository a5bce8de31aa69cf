"""What passages tell that stand alone, and why two of them do not tell one claim."""

from __future__ import annotations

from brief import names
from brief.same.aligned import Alignment, Weights, align
from brief.same.closer import Close, closer
from brief.same.told import families, tell
from brief.same.upheld import apart
from tests.builders import ARABIC


def close(text: str) -> Close:
    """How a passage that stands alone puts what it tells."""
    named = names.find(text, ARABIC)
    return closer(text, tell(text, ARABIC, named, families([named])), ARABIC)


def aligned(one: Close, other: Close, *around: Close) -> tuple[Weights, Alignment]:
    """What two passages both tell, weighed among the two and those around them."""
    weights = Weights([passage.told for passage in (one, other, *around)])
    met = align(weights.weigh(one.told), weights.weigh(other.told))
    assert met is not None
    return weights, met


def either_way(one: str, other: str) -> str:
    """Why two passages do not tell the same claim, whichever comes first; empty where they do."""
    first, second = close(one), close(other)
    assert not _reason(first, first)
    assert not _reason(second, second)
    found = _reason(first, second)
    assert found == _reason(second, first)
    return found


def _reason(one: Close, other: Close) -> str:
    _, met = aligned(one, other)
    return apart(one, other, met)

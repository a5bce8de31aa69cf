"""A reason for keeping passages apart is asked only where one of them gives ground for it."""

from itertools import combinations

from brief.same.aligned import Weights, align
from brief.same.upheld import apart, grounds
from tests.same.builders import close
from tests.topics import STRIKE

_EVERY_REASON = -1  # all bits
_MOST = 60  # passages


def test_whatever_keeps_two_passages_apart_has_ground_in_one_of_them() -> None:
    """Nothing is missed by that: all reasons asked of all pairs find the same."""
    text = " ".join(content.decode("utf-8-sig") for content in STRIKE.values())
    passages = [close(one) for one in text.replace("\n", " ").split(". ")[:_MOST]]
    weights = Weights([passage.told for passage in passages])
    seen = set[str]()
    for one, other in combinations(passages, 2):
        met = align(weights.weigh(one.told), weights.weigh(other.told))
        if met is not None:
            reason = apart(one, other, met, _EVERY_REASON)
            assert apart(one, other, met, grounds(one) | grounds(other)) == reason
            seen.add(reason)
    assert len(seen) > 2

"""Floors are raised to one item below what is reached, and never lowered."""

import pytest

from tests.evaluation import floors
from tests.evaluation.floors import Floor, raised
from tests.evaluation.scorer import Scores, fingerprint
from tests.evaluation.shares import Share
from tests.evaluation.topics import OWN, Topic

TOPIC = OWN[0]
SCORES = Scores(
    {"faithful_items": Share(20, 20), "item_precision": Share(18, 20), "merge_precision": Share(0, 0)},
    {"boilerplate_leaks": 0, "timeline_traps": 1},
)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is reached."""

    def known(_topic: Topic) -> Scores:
        return SCORES

    monkeypatch.setattr(floors, "scores", known)


def test_first_floors_lie_one_item_below() -> None:
    """All but what may never slip; what nothing could judge has its floor at zero."""
    floor = raised(TOPIC, None)
    assert floor.at_least == {"faithful_items": 100, "item_precision": 85, "merge_precision": 0}
    assert floor.at_most == {"boilerplate_leaks": 0, "timeline_traps": 1}


def test_floors_only_go_up_and_ceilings_down() -> None:
    """Old floors above and old ceilings below what is reached stay."""
    old = Floor(
        fingerprint(TOPIC.folder), {"item_precision": 88.5, "merge_precision": 40}, {"timeline_traps": 0}
    )
    floor = raised(TOPIC, old)
    assert floor.at_least == {"faithful_items": 100, "item_precision": 88.5, "merge_precision": 40}
    assert floor.at_most["timeline_traps"] == 0


def test_floors_of_other_texts_are_refused() -> None:
    """A changed topic is not measured against its old floors by the way."""
    with pytest.raises(ValueError, match="has changed"):
        raised(TOPIC, Floor("0" * 16))

"""What the office hears of a model that is asked, and when it may be asked again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from brief.errors import Remark
from brief.judge.asking import judge
from brief.judge.questions import Question, StanceOf, StanceTaken
from tests.judge.asked import STANCE
from tests.judge.models import Server, serving

VAST = StanceOf("رحب المدير بالحديقة " * 1000, "المدير", StanceTaken(None))


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that speaks the protocol."""
    with serving() as found:
        yield found


@pytest.mark.parametrize(("questions", "parts"), [((VAST, STANCE), 1), ((VAST,), 1), ((STANCE,), 0)])
def test_what_fits_no_request_is_told_and_keeps_nothing_open(
    server: Server, questions: tuple[Question, ...], parts: int
) -> None:
    """Only a wider window mends it: another build would ask in vain."""
    told: list[Remark] = []
    asking = judge(server.settings(), "ar", {}, told.append, lambda: datetime(2031, 5, 6, tzinfo=UTC))
    assert len(list(asking(questions))) == len(questions) - parts
    said = [str(one) for one in told if "fit no request" in str(one)]
    assert said == [f"parts of questions that fit no request: {parts}; raise window of [judge]."] * bool(
        parts
    )
    assert not asking.is_out

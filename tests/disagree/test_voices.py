"""Two voices in a sentence."""

import pytest

from brief.disagree import discrepancies
from tests.builders import ARABIC
from tests.disagree.test_disagree import evidence


@pytest.mark.parametrize(
    ("line", "differ"),
    [
        ("وتقول هيئة المياه إن العقد قانوني، بينما يؤكد ديوان المحاسبة ذلك.", False),
        ("وتقول هيئة المياه إن العقد قانوني، بينما يؤكد ديوان المحاسبة عكس ذلك.", True),
    ],
    ids=["the same", "the contrary"],
)
def test_who_affirms_that_says_the_same(line: str, differ: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """«While the court of audit affirms that» is no second account; «the contrary of that» is."""
    found = discrepancies([evidence(line)], (), ARABIC)
    assert bool(found) is differ

"""A demand, an offer, what was and what is are no rivals."""

import pytest

from brief.disagree import discrepancies
from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")


def differs(*lines: str) -> bool:
    """Whether articles of one line each disagree."""
    texts = [document(line, published="2023-05-10") for line in lines]
    evidence = [Evidence(document=text, datapoints=datapoints(text, ARABIC)) for text in texts]
    return bool(discrepancies(evidence, united(evidence, ARABIC), ARABIC))


AGREED = "اتفق الطرفان على رفع أجور عمال ميناء مومباسا إلى 700 دولار."


def test_two_reports_of_one_agreed_wage_differ() -> None:
    """Figures of one state are set side by side."""
    assert differs(AGREED, "ويقضي الاتفاق برفع أجور عمال ميناء مومباسا إلى 650 دولارا.")


@pytest.mark.parametrize(
    "other",
    [
        "وتطالب النقابة برفع أجور عمال ميناء مومباسا إلى 900 دولار.",
        "وكانت أجور عمال ميناء مومباسا قد رفعت من 500 دولار إلى 700 دولار.",
        "وترتفع أجور عمال ميناء مومباسا إلى 700 دولار بدلا من 500 دولار.",
    ],
)
def test_a_demand_and_what_was_before_are_other_states(other: str) -> None:
    """What somebody wants, and what a wage was before it rose, is no other claim of what it is."""
    assert not differs(AGREED, other)

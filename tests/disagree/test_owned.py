"""Whose a figure is by the words beside its measure."""

import pytest

from brief.disagree.owned import owners_fit
from brief.extract.datapoints import datapoints
from brief.model import Datapoint
from tests.builders import ARABIC, document

STADIUM = "وجدت البلدية المال لملعب جديد كلفته 700 مليون دينار."
DEAL = "وذكر مصدر في الخزانة أن الكلفة السنوية للاتفاق تبلغ 410 ملايين دينار."
SAME_DEAL = "وتقول البلدية إن الكلفة الكاملة للاتفاق لا تزيد على 340 مليون دينار."
OPEN = "وتتحدث البلدية عن كلفة تبلغ 340 مليون دينار."


def figure(line: str) -> Datapoint:
    """The only amount of a line."""
    return next(one for one in datapoints(document(line), ARABIC) if one.unit != "day")


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [(STADIUM, DEAL, False), (DEAL, SAME_DEAL, True), (DEAL, OPEN, True)],
    ids=["a stadium and a deal", "one deal", "not said"],
)
def test_figures_of_two_things_do_not_clash(one: str, other: str, fit: bool) -> None:  # noqa: FBT001 - a parameter
    """«A stadium whose cost …» and «the cost of the deal» are two; one that does not say may be either."""
    assert owners_fit(figure(one), figure(other), ARABIC) is fit
    assert owners_fit(figure(other), figure(one), ARABIC) is fit

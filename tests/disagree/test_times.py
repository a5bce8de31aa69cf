"""A time that is not that of the happening beside it."""

import pytest

from brief.disagree.other_times import is_of_another
from brief.disagree.passages import HAPPENING, in_order
from tests.builders import ARABIC


@pytest.mark.parametrize(
    ("before", "another"),
    [
        ("هذه أول زيارة لرئيس البلدية إلى الميناء منذ تسلمه المنصب في", True),
        ("نفت البلدية في", True),
        ("نفت البلدية توقيع عقد الرصيف في", False),
        ("زار رئيس البلدية الميناء في", False),
        ("توقفت الأعمال في الرصيف منذ", False),
    ],
    ids=["since he came into office", "a denial", "a signing that is denied", "a visit", "a stop since then"],
)
def test_a_time_may_be_of_something_else(before: str, *, another: bool) -> None:
    """«Since he took office in», «denied in»: the day behind them is not that of the visit or the deal."""
    assert is_of_another(before, "", ARABIC) is another


@pytest.mark.parametrize(("words", "happens"), [("وزارة النقل", False), ("وزار الوفد الميناء", True)])
def test_a_ministry_is_no_visit(words: str, *, happens: bool) -> None:
    """The word for a ministry holds the letters of «and he visited»."""
    assert any(stem.startswith(HAPPENING) for stem in in_order(words, ARABIC)) is happens

"""One vote told with two counts."""

import pytest

from tests.disagree.test_disagree import told

SIX = "وقضت المحكمة الدستورية في كينيا، بأغلبية ستة قضاة مقابل ثلاثة، بإبطال رخصة الملاحة في البحيرة."


@pytest.mark.parametrize(
    "other",
    [
        "وأيد إبطال الرخصة سبعة قضاة، وخالفهم اثنان، في جلسة لم تبث.",
        "وأيد إبطال الرخصة 8 قضاة، وخالفهم 1، في جلسة لم تبث.",
    ],
    ids=["and two dissented", "in digits"],
)
def test_two_counts_of_one_vote_stand_side_by_side(other: str) -> None:
    """As many judges in all, and another number of them for it."""
    assert [len(one.items) for one in told(SIX, other)] == [2]


@pytest.mark.parametrize(
    "other",
    [
        "وأيد إبطال الرخصة ستة قضاة، وخالفهم ثلاثة، في جلسة لم تبث.",
        "وأيدت المشروع سبعة أصوات مقابل صوتين في مجلس بلدية نيروبي.",
        "وأيد إلغاء الضريبة أربعة قضاة، وخالفهم واحد، في محكمة التجارة.",
        "وحضر الجلسة سبعة قضاة مقابل محامين.",
    ],
    ids=["the same", "other voters", "another bench", "no vote"],
)
def test_votes_of_others_are_none(other: str) -> None:
    """The same count, other voters or another bench tell nothing against it."""
    assert told(SIX, other) == ()


def test_of_several_votes_nobody_knows_which_is_meant() -> None:
    """A text that tells two votes of as many judges is set against none."""
    twice = "وأيد إبطال الرخصة سبعة قضاة، وخالفهم اثنان. وأقر رد الرسوم خمسة قضاة، وخالفهم أربعة."
    assert told(SIX, twice) == ()

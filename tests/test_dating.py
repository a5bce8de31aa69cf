"""The date of an issue that nobody dated, and how old an article may be."""

import pytest
from msgspec import structs

from brief.dating import is_old, issue_date
from brief.errors import TopicError
from tests.builders import ARABIC, document

LINE = "افتتحت البلدية الحديقة بحضور السكان."


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (("2019-03-14", "2019-05-02", None), "2019-05-02"),
        (("2019-03-14", "2019-06"), "2019-03-14"),
        (("2019-06", "2018"), "2019-06-01"),
        (("2018", None), "2018-01-01"),
    ],
)
def test_the_newest_day_of_the_sources_is_the_date(published: tuple[str | None, ...], date: str) -> None:
    """Days count before months and years, which stand for their first day."""
    dated = [structs.replace(document(LINE), published=one) for one in published]
    assert issue_date(dated, ARABIC) == date


def test_undated_sources_are_dated_by_what_they_name() -> None:
    """The newest time that the texts name as past dates the issue; what lies ahead does not."""
    told = document("افتتحت البلدية الحديقة في 3 مايو 2019.", "ومن المتوقع أن تكتمل بحلول عام 2030.")
    assert issue_date([told], ARABIC) == "2019-05-03"


def test_no_time_at_all_is_said() -> None:
    """Without any time the analyst is asked for a date."""
    with pytest.raises(TopicError, match="--issued"):
        issue_date([document(LINE)], ARABIC)


@pytest.mark.parametrize(
    ("published", "old"),
    [
        ("2019-01-01", True),
        ("2019-09-01", False),
        ("2019", False),
        ("2018", True),
        ("2019-05", True),
        (None, False),
    ],
)
def test_half_a_year_makes_an_article_old(published: str | None, *, old: bool) -> None:
    """A month and a year count from their last day; an undated article is not called old."""
    assert is_old(published, "2019-12-31") is old

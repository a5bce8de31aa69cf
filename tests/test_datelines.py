"""The year of a dateline that names none."""

import pytest
from msgspec import structs

from brief.datelines import with_years
from brief.model import Document
from tests.builders import ARABIC, document


def days(head: str, *others: str | None) -> str | None:
    """The day of an article that opens so, beside others of these days."""
    plain = [structs.replace(document("افتتح المتحف."), published=one) for one in others]
    (first, *_) = with_years([document(head), *plain], ARABIC)
    return first.published


@pytest.mark.parametrize(
    "head",
    [
        "موروني/نانت 16 أيار مايو (وكالة الساحل) - افتتح الوزير المتحف.",
        "موروني 16 مايو (الساحل) – افتتح الوزير المتحف.",
        "موروني، 16 مايو - افتتح الوزير المتحف.",
    ],
)
def test_the_other_sources_tell_the_year_of_a_dateline(head: str) -> None:
    """The day lies as near to the newest of them as it can, before or behind."""
    assert days(head, "2019-05-20", "2019-05-11") == "2019-05-16"
    assert days(head, "2019-05-12") == "2019-05-16"
    assert days("موروني 30 ديسمبر (الساحل) - افتتح المتحف.", "2019-01-02") == "2018-12-30"
    assert days("موروني 29 فبراير (الساحل) - افتتح المتحف.", "2020-03-05") == "2020-02-29"
    assert days("موروني 29 فبراير (الساحل) - افتتح المتحف.", "2019-03-05") is None


@pytest.mark.parametrize(
    "head",
    [
        "افتتح الوزير المتحف في 16 مايو (أيار) - وهو يوم المتاحف.",
        "موروني 16 مايو 2011 (الساحل) - افتتح الوزير المتحف.",
        "افتتح المتحف 16 مايو بحضور الوزير.",
        "موروني السبت (الساحل) - افتتح الوزير المتحف.",
    ],
)
def test_what_is_no_dateline_or_names_its_year_is_left(head: str) -> None:
    """A day within a sentence is that of what is told."""
    assert days(head, "2019-05-20") is None


@pytest.mark.parametrize("others", [(), (None,), ("2019",), ("2019-12-01",)])
def test_without_a_day_near_by_no_year_is_guessed(others: tuple[str | None, ...]) -> None:
    """Half a year is too far."""
    assert days("موروني 16 مايو (الساحل) - افتتح الوزير المتحف.", *others) is None


def test_a_date_that_is_known_stays() -> None:
    """The dateline is only asked where nothing else tells the day."""
    told: Document = structs.replace(document("موروني 16 مايو (الساحل) - افتتح المتحف."), published="2018")
    assert with_years([told, structs.replace(told, published="2019-05-20")], ARABIC)[0].published == "2018"

"""Rows of figures by place: each figure is of its place, where a row tells that it is one."""

import pytest

from brief.extract.datapoints import datapoints
from brief.language import load
from tests.builders import document

ARABIC = load("ar")


def subjects(text: str) -> list[str | None]:
    """Whose the figures of a sentence are."""
    return [point.subject for point in datapoints(document(text, published="2024-05-10"), ARABIC)]


def test_a_row_of_places_tells_whose_its_figures_are() -> None:
    """Provinces that no list of names knows, in the words of the source."""
    row = "بلغت نسبة الاقتراع في محافظة الشمال 54%، وفي الجوف نحو 51%، وفي وادي الريم 49%."
    assert subjects(row) == ["محافظة الشمال", "الجوف", "وادي الريم"]


@pytest.mark.parametrize(
    "text",
    [
        "بلغت نسبة الاقتراع في الجوف 54%، وفي الشمال 51%.",
        "بلغت نسبة الاقتراع في العام 54%، وفي الشهر 51%، وفي المقابل 49%.",
        "بلغت نسبة الاقتراع في 2019 نحو 54%، وفي 2020 نحو 51%، وفي مارس 49%.",
    ],
)
def test_two_are_no_row_and_a_time_is_no_place(text: str) -> None:
    """What only may be a place is nobody's name."""
    assert set(subjects(text)) == {None}

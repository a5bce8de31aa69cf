"""What is found out once of a document is the same as looking at all of it."""

from itertools import product

from brief.extract.statements.surroundings import Surroundings
from tests.builders import ARABIC, document

TEXT = (
    'قال المدير: «لن نغلق مخبز "الساحل" قبل الصيف». وسمته الصحف «مخبز الفقراء»، وقال سامي حداد: «نعم».',
    "ورد حداد: «سنرى».",
)


def test_quotations_between_two_places_are_those_that_touch_them() -> None:
    """Also one that goes on over both places."""
    around = Surroundings(document(*TEXT), ARABIC)
    assert len(around.quotations) > len(TEXT)
    places = range(0, len(around.document.text), 3)
    for start, end in product(places, places):
        touched = [one for one in around.quotations if one.start < end and start < one.end]
        assert around.quoted_between(start, end) == touched
    for place in places:
        inside = any(one.start < place < one.end for one in around.quotations)
        assert around.inside_quotation(place) is inside


def test_names_are_found_by_whom_they_name() -> None:
    """In the order of the text."""
    around = Surroundings(document(*TEXT), ARABIC)
    assert sorted(name.start for found in around.by_key.values() for name in found) == [
        name.start for name in around.names
    ]
    assert all(one.key == key for key, found in around.by_key.items() for one in found)

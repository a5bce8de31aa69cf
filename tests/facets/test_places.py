"""The place of a statement in its article."""

from brief.facets import places
from tests.facets.builders import named, seen, told


def test_opening_and_closing_are_told_apart() -> None:
    """The first statements of an article without headings open it; the last ones close it."""
    signs = [named(one, "places") for one in places.signs(seen(told(*"أبتثجحخدذر")))]
    assert {"first", "opening_bare", "bare"} <= signs[0]
    assert {"last", "closing"} <= signs[-1]
    assert signs[5] == {"bare"}


def test_what_stands_before_the_first_heading_is_known() -> None:
    """Only an article with headings has such statements."""
    signs = places.signs(seen((*told("أ"), *told("ب", heading="نتائج"))))
    assert "before_headings" in named(signs[0], "places")
    assert "before_headings" not in named(signs[1], "places")

"""The scorer itself, on passages small enough to count by hand."""

import pytest

from brief.sections.item import item
from tests.builders import anchor, claim, statement
from tests.gate.scorer import Place, is_faithful

GOLD = Place("a.txt", 100, 200)


@pytest.mark.parametrize(
    ("start", "end", "rests"),
    [
        (100, 200, True),
        (150, 250, True),
        (151, 251, False),
        (120, 140, True),
        (0, 600, False),
        (0, 560, True),
        (100, 112, False),
    ],
    ids=["the same", "half", "less than half", "a part", "a window", "a paragraph", "a crumb"],
)
def test_a_passage_rests_on_gold_it_shares_half_with(start: int, end: int, rests: bool) -> None:  # noqa: FBT001
    """Half of the shorter of the two must be shared; windows and crumbs do not count, nor other files."""
    assert Place("a.txt", start, end).rests_on(GOLD) is rests
    assert not Place("b.txt", start, end).rests_on(GOLD)


@pytest.mark.parametrize(
    ("text", "passage", "faithful"),
    [
        ("افتتحت البلدية الحديقة", "افتتحت البلدية أمس الحديقة الجديدة", True),
        ("افتتحت الحديقة البلدية", "افتتحت البلدية الحديقة", False),
        ("افتتحت البلدية المكتبة", "افتتحت البلدية الحديقة", False),
        ("البلدية", "افتتحت البلدية الحديقة", False),
        ("بلغت 40", "بلغت ٤٠", True),
    ],
    ids=["words dropped", "another order", "another word", "too little", "other digits"],
)
def test_an_item_is_words_of_its_passage_in_order(text: str, passage: str, faithful: bool) -> None:  # noqa: FBT001
    """Dropping words is allowed up to half of them; adding, swapping and reordering is not."""
    assert is_faithful(item(claim(statement(text, anchor=anchor(passage))))) is faithful

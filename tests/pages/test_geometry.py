"""Rows that fill the head of a page by themselves."""

from msgspec.structs import replace

from brief.pages.geometry import is_tall
from tests.check.issues import item, line


def test_a_row_of_many_lines_may_stand_alone() -> None:
    """Four lines and more do not look lost at the head of a page; one or two do."""
    plain = item(1, line("agency.txt", "47"))
    assert is_tall(replace(plain, text="كلمة " * 60))
    assert not is_tall(replace(plain, text="كلمة " * 20))
    three = replace(plain, text="كلمة " * 40)
    assert not is_tall(three)
    assert is_tall(replace(three, label="باب"))

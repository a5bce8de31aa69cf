"""Pages look as they did; a failing test leaves both pictures and their difference."""

import pytest
from PIL import Image

from tests.pictures.pages import FAILED, SHOWN, TOLERATED, VARIANTS, apart, drawn, golden, told


@pytest.mark.parametrize("page", SHOWN)
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_page_looks_as_before(variant: str, page: int) -> None:
    """Theme, digits and direction of a page are those of the picture that somebody looked at."""
    now, before = drawn(variant)[page - 1], Image.open(golden(variant, page))
    assert apart(before, now) <= TOLERATED, told(golden(variant, page).stem, before, now)


def test_a_moved_line_is_seen() -> None:
    """A page whose text stands three pixels lower is another one."""
    page = drawn("modern")[0]
    moved = Image.new("L", page.size, 255)
    moved.paste(page, (0, 3))
    assert apart(page, moved) > TOLERATED


def test_a_lost_word_is_seen() -> None:
    """So is a page that lacks a part of a line."""
    page = drawn("modern")[1]
    inked = [
        (sum(255 - shade for shade in page.crop((0, y, page.width, y + 8)).tobytes()), y)
        for y in range(60, 400)
    ]
    _, line = max(inked)
    without = page.copy()
    without.paste(255, (0, line, page.width, line + 8))
    assert apart(page, without) > TOLERATED


def test_what_differs_is_left_to_be_looked_at() -> None:
    """The sentence names pictures that are there."""
    one, other = Image.new("L", (20, 30), 255), Image.new("L", (20, 30), 0)
    sentence = told("example", one, other)
    left = sorted(path.name for path in FAILED.glob("example-*.png"))
    for name in left:
        (FAILED / name).unlink()
    assert left == ["example-difference.png", "example-is.png", "example-was.png"]
    assert "1000.0 of a thousand" in sentence

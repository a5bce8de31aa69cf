"""What the first page takes of the summary, and how wide it sets it."""

from msgspec.structs import replace

from brief.model import Brief, Section
from brief.pages.cover import cover
from brief.words import words
from tests.check.issues import good, item, line

SAID = words("ar", "ar")


def brief(points: int, words_each: int, label: str | None = None) -> Brief:
    """The small issue with a bottom line of three items, and so many key points below it."""
    plain = item(1, line("agency.txt", "47"))
    first = tuple(replace(plain, text="كلمة") for _ in range(3))
    rest = tuple(replace(plain, text=" ".join(["كلمة"] * words_each), label=label) for _ in range(points))
    return replace(good(), sections=(Section("summary", "A", (*first, *rest)),))


def test_key_points_are_as_wide_as_the_bottom_line_where_there_is_room() -> None:
    """A page with room to spare sets them in a measure; a full one goes across, and labels have it anyway."""
    assert cover(brief(3, 30), None, 0, SAID).measured
    full = cover(brief(9, 40), None, 0, SAID)
    assert full.key
    assert not full.measured
    nearly = cover(brief(7, 20), None, 0, SAID)
    assert nearly.key
    assert not nearly.measured
    assert not cover(brief(3, 30, "باب"), None, 0, SAID).measured

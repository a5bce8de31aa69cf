"""A line that only sets a day is told once."""

import pytest
from msgspec import structs

from brief.model import Facet, Item
from brief.sections.item import item
from brief.sections.watched import unwatched
from tests.builders import ARABIC, claim, statement


def line(text: str, start: int = 0) -> Item:
    """A line of implications."""
    return item(claim(statement(text, start=start, facet=Facet.IMPLICATIONS)))


def watched(own: Item, when: str = "2021-03-18") -> Item:
    """The same as a thing to watch at a time."""
    return structs.replace(own, label=when)


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("ومن المقرر أن يصوت المجلس على الموازنة في 18 مارس", True),
        ("يُنتظر أن تجتمع لجنة الأنهار في كمبالا في سبتمبر", True),
        ("ومن المنتظر أن ترتفع رسوم المرفأ في سبتمبر", False),
        ("وقد يصوت المجلس على الموازنة في 18 مارس", False),
        ("سيخسر الصيادون نصف دخلهم في سبتمبر", False),
    ],
)
def test_an_act_set_for_a_day_is_watched_and_implies_nothing(text: str, once: bool) -> None:  # noqa: FBT001 - a parameter
    """A rise, a danger or a loss to come is told as what follows, too; so is what is set for a month."""
    assert unwatched([line(text)], [watched(line(text))], ARABIC) == (() if once else (line(text),))
    assert unwatched([line(text)], [watched(line(text), "2021-03")], ARABIC) == (line(text),)


def test_what_is_not_watched_stays() -> None:
    """Nothing is lost: a line of another place, or of which only a part is watched, is told."""
    text = "ومن المقرر أن يصوت المجلس على الموازنة في 18 مارس"
    own, elsewhere = line(text), line(text, start=500)
    assert unwatched([own], [watched(elsewhere)], ARABIC) == (own,)
    part = structs.replace(own, evidence=(structs.replace(own.evidence[0], end=own.evidence[0].start + 9),))
    assert unwatched([own], [watched(part)], ARABIC) == (own,)
    assert unwatched([own], [structs.replace(watched(own), evidence=())], ARABIC) == (own,)

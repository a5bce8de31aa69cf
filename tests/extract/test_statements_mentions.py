"""Second mentions: what a line speaks of by a noun, a pronoun or a verb alone is told with what named it."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

# Sentences that name what the lines below take up, in a paragraph of another matter.
OPENING = "افتتحت مدينة المنستير معرضها السنوي للخزف يوم السبت بحضور جمهور كبير من الزوار."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def stands(line: str) -> bool:
    """Whether a line of its own paragraph is told as it is."""
    return line.rstrip(".").removeprefix("و") in [one.removeprefix("و") for one in told(OPENING, line)]


THAT = [
    "وعزا البيان ذلك إلى تأخر وصول الأفران من الخارج.",
    "ونفى وزير الثقافة المغربي إدريس الشاوي ذلك، وقال إن الأفران وصلت في موعدها.",
    "ونفى المتحدث باسم وزارة الثقافة حسن الرايس ذلك، وقال إن الأفران وصلت في موعدها.",
]


@pytest.mark.parametrize("line", THAT)
def test_that_behind_a_minister_or_before_to_stands_for_what_was_told(line: str) -> None:
    """The preposition is no article, and «minister» no word behind «and»."""
    assert not stands(line)


def test_that_article_noun_tells_itself() -> None:
    """«That» with its noun, named before it, stands for no sentence."""
    assert stands("وأعلن البيان ارتفاع الأسعار وعزا ذلك الارتفاع إلى تأخر وصول الأفران من الخارج.")

"""How a sentence opens."""

import pytest

from brief.facets import openings
from tests.facets.builders import named, seen, told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("كان السوق مغلقا", "was"),
        ("والميناء يقع شمال المدينة", "definite"),
        ("وتمتلك البلدية ثلاث سفن", "present"),
        ("وافتتحت البلدية السوق", "past"),
        ("في المدينة ثلاثة أسواق", "preposition"),
        ("لكن البلدية تأخرت", "but"),
        ("كما زارت الوزيرة الرصيف", "also"),
        ("ولذلك تأخرت السفن", "so"),
        ("أما الباعة فغادروا", "as_for"),
    ],
)
def test_the_first_word_is_told_by_its_kind(text: str, kind: str) -> None:
    """«كان», a definite noun, a tense, a preposition, or what joins the sentence to the one before."""
    (signs,) = openings.signs(seen(told(text)))
    assert kind in named(signs, "openings")


def test_a_connective_within_the_sentence_opens_nothing() -> None:
    """Only the first word tells how a sentence opens; a negation counts wherever it stands."""
    (signs,) = openings.signs(seen(told("وصلت السفن لكن الباعة لم يحضروا")))
    assert named(signs, "openings") == {"past", "negated"}

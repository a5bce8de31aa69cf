"""The forms of a verb."""

import pytest

from brief.facets.verbs import forms, is_verb
from brief.language import fold
from tests.builders import ARABIC


@pytest.mark.parametrize(
    ("entry", "met"),
    [
        ("رحب/يرحب", ["رحب", "رحبت", "رحبوا", "يرحب", "ترحب", "يرحبون"]),
        ("سعى/يسعى", ["سعى", "سعت", "سعوا", "سعيا", "يسعى", "تسعى", "يسعون", "يسعيان"]),
        ("دعا/يدعو", ["دعا", "دعت", "دعوا", "يدعو", "تدعو", "يدعون"]),
        ("أيد/يؤيد", ["أيدته", "يؤيدها"]),
    ],
)
def test_a_verb_stands_for_all_of_its_forms(entry: str, met: list[str]) -> None:
    """Persons, numbers and objects are formed, those of weak verbs too."""
    assert {fold(form) for form in met} <= forms(entry, ARABIC)


def test_only_an_entry_of_two_tenses_is_a_verb() -> None:
    """A slash parts the past from the present."""
    assert is_verb("رحب/يرحب")
    assert not is_verb("ترحيب")

"""Two sayings of one speaker are two claims."""

import pytest

from brief.same.quoted import other_words
from tests.builders import ARABIC

SAID = "قال مدير السوق «سنفتح الباب الشمالي صباح الغد أمام الباعة»"


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("أكد مدير السوق أن «المواقف القديمة لا تكفي حافلات المدينة»", True),
        ("نقلت النشرة عن المدير قوله «سنفتح الباب الشمالي أمام الباعة غدا»", False),
        ("قال مدير السوق إن البلدية ستنقل المواقف إلى الميدان", False),
        ("رحب مدير السوق بما سماه «يوم الباعة»", False),
    ],
    ids=["another saying", "the same in other words", "no quotation", "a term"],
)
def test_sayings_without_common_words_keep_passages_apart(other: str, apart: bool) -> None:  # noqa: FBT001
    """Only where both quote, and hardly a word is common, are the passages two claims."""
    assert other_words(SAID, other, ARABIC) is apart
    assert other_words(other, SAID, ARABIC) is apart

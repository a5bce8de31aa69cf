"""«أقر» adopts what it has as an object, and admits what stands behind «ب»."""

import pytest

from brief.facets import standing
from brief.model import Standing
from tests.builders import ARABIC


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("أقرت الحكومة للمرة الأولى بأن كلفة الجسر سترتفع", None),
        ("أقرت حكومة الإقليم أمس بأنها أخطأت في الحساب", None),
        ("أقرت الحكومة المحلية بوجود خلل في الجسر", None),
        ("وأقر المجلس البلدي للمرة الأولى بأن الجسر متصدع", None),
        ("أقرت الحكومة قانونا يقضي بأن تجدد الجسور كل عشر سنوات", Standing.ADOPTED),
        ("أقر البرلمان بالإجماع قانون الجسور", Standing.ADOPTED),
        ("أقرت الحكومة المحلية موازنة الجسور", Standing.ADOPTED),
        ("أقر المجلس البلدي خطة بكلفة 9 ملايين دينار", Standing.ADOPTED),
    ],
)
def test_an_admission_adopts_nothing(text: str, degree: Standing | None) -> None:
    """Nobody has approved what somebody owns to."""
    assert standing(text, ARABIC) is degree

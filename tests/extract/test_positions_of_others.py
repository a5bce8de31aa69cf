"""Stances that are none of who stands beside them: guessed, attributed, passive, in a letter, of old."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def held(line: str) -> list[tuple[str, str]]:
    """Actor and stance of each position."""
    read = document(line, published="2025-06-20")
    return [(one.actor, one.stance.value) for one in positions(read, ARABIC, quotes(read, ARABIC))]


@pytest.mark.parametrize(
    "line",
    [
        "ولا تعترف وزارة النقل في عمان بهذا الشرط، وتقول إن العقد مع مصر قائم.",
        "وشهد الميناء توقفا دام ساعتين، عزته شركة الموانئ الأردنية إلى عطل في الرافعات المصرية.",
        "ويعتقد محللون أن مصر تفضل الانتظار حتى الخريف.",
        "ومحكمة الاستئناف في عمان ليست فوق النقد، وقد اتُهمت قبل أعوام بأنها أداة في يد مصر.",
        "وقالت وزارة الصحة الأردنية إن التلقيح طوعي، رغم أن رسائل في مصر تضمنت تحذيرا من وقف الرواتب.",
        "ففي مارس 2022 استدعى الأردن سفيره في مصر احتجاجا على صفقة القمح.",
        "ويتذكر التاجر صيف 2021، حين خرج محتجون في عمان غضبا من ارتفاع الأسعار في مصر.",
        "ورفض المصدر الأردني الحديث عن تأجيل، لكنه أقر بوجود خلاف مع مصر.",
    ],
    ids=[
        "pointed to",
        "attributed",
        "guessed",
        "passive",
        "in a letter",
        "at the head",
        "when",
        "not spoken of",
    ],
)
def test_nobody_takes_the_stance(line: str) -> None:
    """A wrong actor or stance is worse than none."""
    assert held(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ولا تعترف وزارة النقل الأردنية باتفاق القاهرة مع مصر.", "oppose"),
        ("وتفضل مصر الانتظار حتى الخريف قبل أن ترد على الأردن.", "neutral"),
        ("وقد اتهمت وزارة النقل الأردنية مصر بتعطيل السفن.", "oppose"),
        ("واستدعى الأردن سفيره في مصر احتجاجا على صفقة القمح.", "oppose"),
        ("وفي أبريل 2025 استدعى الأردن سفيره في مصر احتجاجا على صفقة القمح.", "oppose"),
    ],
    ids=["named", "its own", "active", "undated", "of this year"],
)
def test_who_takes_it_does(line: str, expected: str) -> None:
    """The same words, told of who takes the stance and of these days."""
    assert expected in [stance for _, stance in held(line)]


def test_praise_taken_back_is_mixed() -> None:
    """Without the praise the rest is a concern."""
    said = "وقال وزير النقل الأردني سامي العواضة إن قرار مصر «{}»."
    ((_, mixed),) = held(said.format("خطوة في الاتجاه الصحيح لكنها غير كافية"))
    ((_, other),) = held(said.format("متأخر وخطوات التنفيذ غير كافية"))
    assert (mixed, other != "mixed") == ("mixed", True)


def test_a_lament_is_no_reproach() -> None:
    """«فمن يعيدها؟» asks nobody to answer for it; «أين كانت» does."""
    asked = "وقال المزارع سامي العواضة: «{}»، وهو يشير إلى وزارة الزراعة في عمان."
    assert held(asked.format("بعت ثلاث نعاج هذا العام، فمن يعيدها إلي؟")) == []
    assert [stance for _, stance in held(asked.format("أين كانت الوزارة حين جفت الآبار؟"))] == ["oppose"]


def test_a_comparison_ends_a_target() -> None:
    """«أكثر مما» is no part of what is feared for."""
    line = "وقال المزارع سامي العواضة من عمان: «نخشى على محاصيلنا أكثر مما نخشى على أنفسنا»."
    read = document(line, published="2025-06-20")
    told = [one.target for one in positions(read, ARABIC, quotes(read, ARABIC))]
    assert told == ["محاصيلنا"]

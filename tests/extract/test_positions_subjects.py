"""Whose stance a verb tells: whom «as for» puts first, whom an aside parts from it; and whose it is not."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from tests.builders import ARABIC, document


def taken(*lines: str) -> list[tuple[str, str, str | None]]:
    """Actor, stance and target of the positions of an article."""
    text = document(*lines)
    return [
        (one.actor, one.stance.value, one.target) for one in positions(text, ARABIC, quotes(text, ARABIC))
    ]


@pytest.mark.parametrize(
    ("line", "actor", "stance"),
    [
        (
            "أما سلوان، التي تتشارك مع البلدين مياه نهر السنغال، فاكتفت بالدعوة إلى الحوار.",
            "سلوان",
            "neutral",
        ),
        ("أما كينيا، التي تحد بحيرة تنزانيا، فرحبت بالاتفاق.", "كينيا", "support"),
        (
            "وكان النائب المعارض سامي عواضة، الذي زار المرفأ، قد اتهم الوزارة بالإهمال.",
            "سامي عواضة",
            "oppose",
        ),
        ("وتحفظت سلوان على البيان الختامي.", "سلوان", "oppose"),
        ('وأعلن "مجلس الدفاع عن الوادي" رفضه الاتفاق.', "مجلس الدفاع عن الوادي", "oppose"),
        ("ورفضت الحكومة الكينية للمرة الأولى العرض.", "الحكومة الكينية", "oppose"),
        ("وقال متحدث باسم الاتحاد إنهم يرفضون العرض.", "متحدث باسم الاتحاد", "oppose"),
        ("وقال الوزير الكيني إن بلاده ترفض العرض.", "الوزير الكيني", "oppose"),
        ("ويرفض سكان حي الزهور، الواقع على ضفاف بحيرة كينيا، نقلهم.", "سكان حي الزهور", "oppose"),
        ("ودعت نقابة المعلمين، التي لم توقع الاتفاق، إلى إضراب.", "نقابة المعلمين", "oppose"),
        ("وانتقدت كينيا الاتفاق بعد أن رفضت أوغندا العرض.", "كينيا", "oppose"),
    ],
    ids=[
        "as for a name",
        "as for a state",
        "was … had",
        "an unknown name",
        "a name in marks",
        "an adverb",
        "a pronoun",
        "his country",
        "a quarter",
        "a house with whose it is",
        "after that",
    ],
)
def test_the_subject_of_a_stance(line: str, actor: str, stance: str) -> None:
    """A river is no state, who is accused accuses nobody, and an adverb is of no name."""
    assert (actor, stance) in [one[:2] for one in taken(line)]


@pytest.mark.parametrize(
    "line",
    [
        "فإن رفضت كينيا العرض، عرفنا أين تقف.",
        "وإن رفضت كينيا العرض فستلجأ أوغندا إلى المحكمة.",
        "وفي حال رفضت البلدية العرض، سيعود الملف إلى القضاء.",
        "لا شيء يدل على أن كينيا قبلت الشرط؛ فقوانينها لا تسمح باستيراد النفايات.",
        "وأقرت الحكومة الكينية بالخسائر، ونفت أن تكون قد رهنت المرفأ.",
        "وأكدت الحكومة الكينية أنها أعلنت 600 فرصة عمل.",
        "وقالت الوزارة الكينية إن منها ملياري دولار لعقد المرفأ.",
        "ينقسم المراقبون منذ أيام فريقين.",
        "واحتجت أمس على الرسوم.",
        "وقال النقيب الكيني: «إذا لم نر عرضا مكتوبا فسنعود».",
    ],
    ids=[
        "if",
        "if and then",
        "in case",
        "its laws",
        "denied",
        "jobs",
        "of it",
        "anybody",
        "no subject",
        "unless",
    ],
)
def test_nobody_takes_a_stance(line: str) -> None:
    """What would be, what laws say, what is denied or counted is nobody's stance."""
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "target"),
    [
        (
            "سارعت كينيا إلى الاعتراض عليها، مطالبة بتعليق أي أشغال في الموقع إلى حين إجراء مشاورات.",
            "أي أشغال في الموقع",
        ),
        ("وحذرت منظمة «الضفاف» غير الحكومية من إتلاف المرجان.", "إتلاف المرجان"),
        ("وطالب خبراء مستقلون بوقف الأعمال فورا.", "الأعمال"),
    ],
    ids=["until", "of no state", "at once"],
)
def test_a_target_is_what_the_stance_is_taken_to(line: str, target: str) -> None:
    """No time to which something lasts, and no adjective of who takes the stance."""
    assert [one[2] for one in taken(line)] == [target]


def test_a_company_of_any_kind_is_not_meant_far_behind() -> None:
    """«A local company» named paragraphs before is not «the company»."""
    lines = ("وقعت الوزارة مذكرة مع شركة روسية.", "وهدأت الريح.", "وعاد الصيادون.", "ورفضت الشركة العرض.")
    assert taken(*lines) == []


def test_what_is_only_called_for_is_no_target_of_a_neutral_stance() -> None:
    """Who does no more than call for a talk stands apart from the matter, not from the talk."""
    line = "أما كينيا فاكتفت بالدعوة إلى إدراج الموضوع على جدول أعمال القمة."
    assert taken(line) == [("كينيا", "neutral", None)]

"""Who takes no stance after all, and rows that could not stand."""

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.model import Position
from tests.builders import ARABIC, document


def taken(*lines: str) -> list[Position]:
    """The positions of an article, its quotations known."""
    text = document(*lines)
    return list(positions(text, ARABIC, quotes(text, ARABIC)))


@pytest.mark.parametrize(
    "line",
    [
        "ونفت كينيا أن تكون الولايات المتحدة قد تدخلت في اختيار المشرف.",
        "ونفى وزير النقل الكيني أن يكون للقرار أي دافع انتخابي.",
        "علقت شركة العبّارات طلب التحكيم الذي أودعته الاثنين، وتطالب فيه بتعويض كبير من كينيا.",
        "ودعت نقابة البحارة أعضاءها إلى الإضراب في كينيا ما لم تحصل على ضمانات مكتوبة.",
        "وغادر وزير النقل الكيني قاعة الاجتماعات في أوغندا من دون اتفاق.",
        "وسمعنا من يتهم المصرف بأنه ذراع لكينيا.",
        "لا يبدو البرلمان الكيني متحمسا لقطع المياه عن أوغندا.",
        "وحث وزير النقل الكيني أوغندا على توفير بيئة عادلة للشركات.",
        "قال مسؤول في الشركة إن نقل الأصول إلى كينيا يتطلب تقييما محايدا لم يبدأ بعد.",
        "وقال رئيس الشركة إن شحنات من كينيا بقيت 9 ساعات خارج التبريد.",
        "ولا تدعو تجارب الاتحاد الأفريقي السابقة إلى تفاؤل كبير في كينيا.",
        "ولا تعترف الحكومة الكينية بأكثر من 600 مليون.",
    ],
    ids=[
        "an act denied",
        "a motive denied",
        "suspended",
        "unless",
        "without agreement",
        "whoever",
        "seems not",
        "what is asked for",
        "of a noun",
        "outside the cold",
        "no hope",
        "a number",
    ],
)
def test_no_stance_is_taken(line: str) -> None:
    """A denial, a suspension, a condition, an unnamed subject or target: no row."""
    assert taken(line) == []


@pytest.mark.parametrize(
    ("line", "actor", "target", "stance"),
    [
        (
            "وتدافع مديرة هيئة الموانئ في كينيا عن الرسوم الجديدة.",
            "مديرة هيئة الموانئ",
            "الرسوم الجديدة",
            "support",
        ),
        ("وتستنكر كينيا اليوم تسييس الصيد هي نفسها.", "كينيا", "تسييس الصيد", "oppose"),
        ("ورفض وزير النقل بيتر مونيا واواكا هذا التفسير.", "بيتر مونيا", "هذا التفسير", "oppose"),
        ("وطالبت شركة العبّارات الحكومة الكينية بتعويض كبير.", "شركة العبّارات", None, "oppose"),
        ("وغادر الوفد الكيني قاعة الاجتماعات احتجاجا.", "الوفد الكيني", None, "oppose"),
        ("ودعت نقابة البحارة في كينيا إلى الإضراب.", "نقابة البحارة", None, "oppose"),
        ("ودعت الصين إلى الحوار بين كينيا وأوغندا.", "الصين", None, "neutral"),
        ("ورفض البرلمان الكيني 12 طلبا للتمديد.", "البرلمان الكيني", "12 طلبا للتمديد", "oppose"),
        ("ورفضت كينيا نحو نصف الشروط.", "كينيا", "نحو نصف الشروط", "oppose"),
        ("ورفضت كينيا أكثر الشروط.", "كينيا", "أكثر الشروط", "oppose"),
        ("ونددت كينيا بـ12 هجوما على المرفأ.", "كينيا", "12 هجوما على المرفأ", "oppose"),
    ],
    ids=[
        "defends",
        "today",
        "this",
        "claims",
        "walks out",
        "calls out",
        "calls for talks",
        "counted",
        "about half",
        "most",
        "by a number",
    ],
)
def test_a_stance_beside_them_still_counts(line: str, actor: str, target: str | None, stance: str) -> None:
    """The same words without what withholds them; a target begins behind an adverb and ends before «هي»."""
    (found,) = taken(line)
    assert (found.actor, found.target, found.stance.value) == (actor, target, stance)


def test_nobody_in_a_quotation_acts_outside_of_it() -> None:
    """What follows somebody's quotation goes on with the speaker, not with who speaks in the quotation."""
    line = (
        'وتقول مديرة الميناء ليلى حمدان إن "المشغل تعهد خطيا باستيعاب الجميع"، متهمة شركة العبّارات بالتحريض.'
    )
    assert [one.actor for one in taken(line)] == ["ليلى حمدان"]

"""What a later source tells as so much above the figure of before, as held late, or of which day it is."""

from decimal import Decimal

import pytest

from brief.extract.statements import statements
from brief.overtaken import overtaken, wordings
from brief.overtaken.figures import differences
from tests.builders import ARABIC, document

EARLY, LATE = "2021-03-01", "2021-03-09"


def past(early: str, late: str, days: tuple[str, str] = (EARLY, LATE)) -> bool:
    """Whether a later article overtakes what an earlier one tells."""
    documents = [
        document(text, published=day, path=f"{number}.txt")
        for number, (text, day) in enumerate(zip((early, late), days, strict=True))
    ]
    told = [one for each in documents for one in statements(each, ARABIC)]
    found = overtaken(wordings(told), {one.id: one for one in documents}, ARABIC)
    return any(one.source == documents[0].id for one in found.past)


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("تبلغ كلفة المسرح 5.2 مليون دينار، بزيادة 400 ألف عن القيمة الأصلية.", [4_800_000]),
        ("صارت سعة الخزان 90 ألف متر مكعب، أي بزيادة 15 ألفا عن الرقم المعلن.", [75_000]),
        ("قدرت الخسائر بـ7 ملايين دينار، بانخفاض قدره مليونان عن التقدير الأول.", []),
        ("قدرت الخسائر بـ7 ملايين دينار، بانخفاض قدره 2 مليون عن التقدير الأول.", [9_000_000]),
        ("الكلفة 12 مليون دينار، منها 9 ملايين للبناء، أي بزيادة مليون عن السعر الأصلي.", []),
        (
            "الكلفة 12 مليون دينار، منها 9 ملايين للبناء، أي بزيادة 1 مليون عن السعر الأصلي.",
            [11_000_000, 8_000_000],
        ),
        ("بلغت المبيعات 12 مليون دينار، بزيادة 5 في المئة عن التقدير السابق.", []),
        ("بلغت المبيعات 12 مليون دينار، بزيادة 2 مليون عن العام الماضي.", []),
        ("وعد الوزير بزيادة 50 دينارا على الأجور.", []),
        ("بيعت التذاكر كلها. وقال المدير إن المقاعد ستزيد بزيادة 50 عن العدد الأصلي.", []),
    ],
)
def test_a_difference_tells_the_figure_of_before(text: str, was: list[int]) -> None:
    """Whatever figure stands before it in the sentence may be that of now; of shares it is a share."""
    assert [one.was for one in differences(text, ARABIC)] == [Decimal(one) for one in was]


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (
            "قال مدير المسرح إن كلفة المبنى تبلغ 4.8 مليون دينار.",
            "قالت البلدية إن كلفة مبنى المسرح صارت 5.2 مليون دينار، بزيادة 400 ألف عن القيمة الأصلية.",
            True,
        ),
        (
            "اشترى متحف الصحراء لوحة بمبلغ 4.8 مليون دينار.",
            "قالت البلدية إن كلفة مبنى المسرح صارت 5.2 مليون دينار، بزيادة 400 ألف عن القيمة الأصلية.",
            False,
        ),
        (
            "قال مدير المسرح إن كلفة المبنى تبلغ 4.3 مليون دينار.",
            "قالت البلدية إن كلفة مبنى المسرح صارت 5.2 مليون دينار، بزيادة 400 ألف عن القيمة الأصلية.",
            False,
        ),
        (
            "تجتمع لجنة أحواض السفن في ميناء المرسى في 4 مارس.",
            "اختتم في المرسى أمس اجتماع لجنة أحواض السفن الذي تأخر يومين عن موعده وعقد في الميناء.",
            True,
        ),
        (
            "تجتمع لجنة أحواض السفن في ميناء المرسى في 4 مارس.",
            "اختتم في المرسى أمس مهرجان الغناء الذي تأخر يومين عن موعده بسبب المطر.",
            False,
        ),
        (
            "ومن المقرر أن يصوت المجلس البلدي على موازنة المسرح قبل 31 مارس.",
            "ومن المنتظر أن يصوت المجلس على موازنة المسرح في 18 مارس.",
            True,
        ),
        (
            "ومن المتوقع أن يصوت المجلس البلدي على موازنة المسرح في نهاية مارس.",
            "وسيصوت المجلس البلدي على موازنة المسرح يوم 18 مارس.",
            True,
        ),
        (
            "ومن المقرر أن يصوت المجلس البلدي على موازنة المسرح قبل 12 مارس.",
            "ومن المنتظر أن يصوت المجلس على موازنة المسرح في 18 مارس.",
            False,
        ),
        (
            "ومن المقرر أن يصوت المجلس البلدي على موازنة المسرح قبل 31 مارس.",
            "ومن المنتظر أن يصوت اتحاد المعلمين على موازنة المسرح في 18 مارس.",
            False,
        ),
        (
            "ومن المقرر أن يصوت مجلس النواب على موازنة المسرح قبل 31 مارس.",
            "ومن المنتظر أن يصوت مجلس الشيوخ على موازنة المسرح في 18 مارس.",
            False,
        ),
        (
            "ومن المقرر أن يصوت المجلس البلدي على موازنة المسرح في 16 مارس.",
            "ومن المنتظر أن يصوت المجلس على موازنة المسرح في 18 مارس.",
            False,
        ),
        (
            "ومن المقرر أن يصوت المجلس البلدي على موازنة المسرح قبل 31 مارس.",
            "ومن المنتظر أن يصوت المجلس على حديقة الحيوان في 18 مارس.",
            False,
        ),
    ],
)
def test_what_a_later_source_tells_anew_is_past(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """The figure, the day and the bound of before; another matter, actor or sitting overtakes nothing."""
    assert past(early, late) is over
    assert not past(early, late, days=(EARLY, EARLY))


FIRST = "أعلنت شرطة سوسة مقتل حارس سقط من سلم المستودع في ميناء المدينة."


@pytest.mark.parametrize(
    ("late", "told"),
    [
        ("وكانت الشرطة قد تحدثت في البداية عن حارس سقط من سلم المستودع، غير أن التقرير يشير إلى ضربة.", True),
        ("وكانت الشرطة قد ذكرت في بادئ الأمر أن الحارس سقط من سلم داخل المستودع.", True),
        ("وكانت الشرطة قد تحدثت أمس عن حارس سقط من سلم المستودع في المدينة.", False),
        ("وكانت الشرطة قد تحدثت في البداية عن حريق كبير في سوق الخضار بالمدينة.", False),
    ],
)
def test_what_was_said_at_first_no_longer_stands(late: str, told: bool) -> None:  # noqa: FBT001 - of a test
    """Where a later source tells it as the account of the first hour, in so many of its words."""
    assert past(FIRST, late) is told


_DRAFT = "بحسب مسودة اطلعنا عليها، قد يقترح إغلاق ميدان السباق القديم مقابل منح المربين أرضا في التل."


@pytest.mark.parametrize(
    ("early", "late", "over"),
    [
        (_DRAFT, "لكن البيان الختامي جاء خاليا من إغلاق ميدان السباق الذي ورد في المسودة.", True),
        (_DRAFT, "ونص الاتفاق النهائي على منح المربين أرضا في التل بعد عام.", True),
        (_DRAFT, "وأسقط النواب من القانون إغلاق ميدان السباق القديم.", True),
        (_DRAFT, "ويغلق ميدان السباق بعد عامين، لا غدا كما ورد في مسودة سربت للمربين.", True),
        (_DRAFT, "وقال المربون إنهم يخشون إغلاق ميدان السباق القديم.", False),
        (_DRAFT, "ولن يغلق ميدان السباق القديم قبل توقيع الاتفاق النهائي مع المربين.", False),
        (_DRAFT, "ولم يصدر البيان الختامي بشأن ميدان السباق القديم بعد.", False),
        (_DRAFT, "لكن البيان الختامي لم يذكر أجور الحكام ولا مواعيد الجوائز.", False),
        (
            "أعلنت البلدية إغلاق ميدان السباق القديم ومنح المربين أرضا في التل.",
            "لكن البيان الختامي جاء خاليا من إغلاق ميدان السباق الذي ورد في المسودة.",
            False,
        ),
    ],
)
def test_what_a_draft_foresees_is_past_with_the_final_text(early: str, late: str, over: bool) -> None:  # noqa: FBT001 - a parameter
    """Whether the text has it or not; what was told as decided, or is of another matter, is not."""
    assert past(early, late) is over
    assert not past(early, late, (EARLY, EARLY))

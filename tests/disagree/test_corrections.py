"""What a text puts right of another, and what only looks like a disagreement."""

import pytest

from brief.disagree import discrepancies
from brief.extract.datapoints import datapoints
from brief.extract.events import events
from brief.model import Discrepancy, Evidence
from brief.united import united
from tests.builders import ARABIC, document


def told(*texts: tuple[str, str]) -> tuple[Discrepancy, ...]:
    """The disagreements among articles, each with its day."""
    documents = [
        document(text, published=day, path=f"{number}.txt") for number, (day, text) in enumerate(texts)
    ]
    evidence = [
        Evidence(document=one, datapoints=datapoints(one, ARABIC), events=events(one, ARABIC))
        for one in documents
    ]
    return discrepancies(evidence, united(evidence, ARABIC), ARABIC)


def differ(*texts: tuple[str, str]) -> int:
    """How many disagreements there are among articles, each with its day."""
    return len(told(*texts))


EARLY, LATE = "2023-05-10", "2023-05-18"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "وذكرت صحيفة محلية أن على الشركة متأخرات قيمتها 73 مليون دولار للبلدية.",
            "أما المبالغ المتأخرة فحددت بـ68 مليون دولار، لا 73 مليونا كما تردد، تسدد على أقساط.",
        ),
        (
            "وقال الوزير إن السقف «لن يتجاوز 2.65 مليار دولار».",
            "وبلغت الفاتورة 2.9 مليار دولار، وهو ما يتجاوز السقف البالغ 2.65 مليار الذي تحدث عنه الوزير.",
        ),
        (
            "ومن المتوقع أن تبدأ المحطة الضخ في 2025 بدل نهاية العام.",
            "ونص العقد على تشغيل المحطة في الربع الثاني من 2026، لا في 2025 كما أعلن الأحد.",
        ),
        (
            "ومن المتوقع أن تبدأ المحطة الضخ في 2025 بدل نهاية العام.",
            "ونص العقد على تشغيل المحطة في الربع الثاني من ٢٠٢٦، لا في ٢٠٢٥ كما أعلن الأحد.",
        ),
        (
            "وأعلنت البلدية وصول 2025 طنا من القمح.",
            "وحملت الباخرة 1800 طن، لا 2025 طنا كما أعلن الأحد.",
        ),
        (
            "سيبقى الحاكم في القصر سبعة أشهر.",
            "يبقى الحاكم بصلاحيات رمزية حتى نهاية الصيف، لا سبعة أشهر كما ورد في مسودة سربت الأربعاء.",
        ),
        (
            "واستغنى المصنع بحسب متحدث باسمه عن 210 عمال.",
            "وبحسب نقابة عمال المصنع، خسر 290 شخصا وظائفهم، وهو رقم أعلى مما أعلنته الإدارة.",
        ),
        (
            "تظاهر نحو ألفي عامل صباح الثلاثاء أمام مقر الحاكم، وفق تقديرات الشرطة.",
            "وخرجت الثلاثاء مظاهرة قالت النقابة إنها ضمت 5500 عامل، في حين تتمسك الشرطة برقم أقل من نصف ذلك.",
        ),
        (
            "وتوقفت الأعمال في الخط بين المرفأ والمنارة في 4 أبريل.",
            "وكانت الأزمة قد بدأت في 6 أبريل عندما أوقفت الشركة مد الخط بين المرفأ والمنارة.",
        ),
    ],
    ids=[
        "arrears",
        "ceiling",
        "year",
        "year in other digits",
        "tons",
        "length",
        "dismissed",
        "demonstrators",
        "day",
    ],
)
def test_what_a_text_corrects_is_set_beside_what_was_said(first: str, second: str) -> None:
    """The text itself says that another figure, year or count was given."""
    assert differ((EARLY, first), (LATE, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "فقد طلبت البلدية نقل المصب من مسافة 700 متر عن الشاطئ إلى 2.2 كيلومتر.",
            "ويقضي التفاهم بأن ينقل المصب إلى 1.6 كيلومتر عن الشاطئ.",
        ),
        (
            (
                "وينص الاتفاق الإطاري، الموقع في مارس 2019، على محطة واحدة. "
                "ويحدد الاتفاق سعر الكهرباء عند 3.1 سنت للكيلوواط ساعة."
            ),
            "ويقضي التفاهم بأن تباع الكهرباء للمحطة بسعر 3.7 سنت للكيلوواط ساعة.",
        ),
        (
            "نفت وزارة الأشغال والنقل الكينية، الاثنين، أن يكون الجسر قد أغلق.",
            "وأظهر ملخص نشرته وزارة الأشغال والنقل الكينية عقب المراسم أن الجسر سيفتح.",
        ),
        (
            "ويشغل الحزب 52 مقعدا من 97 في البرلمان.",
            "ولا يتغير توزيع مقاعد البرلمان الـ97.",
        ),
        (
            "وفي أول تداولات الأسبوع ارتفع عقد النحاس لأجل ثلاثة أشهر إلى 9450 دولارا للطن.",
            "وأغلق عقد النحاس لأجل ثلاثة أشهر أمس عند 9120 دولارا للطن.",
        ),
        (
            "وحددت كينيا السقف الجديد لأجور عمال ميناء مومباسا عند 700 دولار.",
            "ورفعت كينيا السقف الجديد لأجور عمال ميناء مومباسا إلى 750 دولارا.",
        ),
        (
            "وسبق لكينيا أن حظرت تصدير خام الحديد في 2018.",
            "وفي 2021 رفعت كينيا حظر تصدير زيت السمسم.",
        ),
        (
            "واستغنى المصنع بحسب متحدث باسمه عن 120 عاملا.",
            "وأعاد المصنع 160 شخصا، وهو رقم أعلى مما أعلنته الإدارة.",
        ),
    ],
    ids=[
        "asked and agreed",
        "old and new terms",
        "only the denier",
        "of all",
        "two days",
        "two new ones",
        "two bans",
        "taken back",
    ],
)
def test_what_is_asked_replaced_or_of_something_else_is_not_set_against(first: str, second: str) -> None:
    """A demand and its outcome, a term and its successor, a part and its whole, two days of a market."""
    assert differ((EARLY, first), (LATE, second)) == 0


def test_the_side_that_is_corrected_is_the_one_that_somebody_tells() -> None:
    """Of two clauses with the figure the one that hands it to a paper stands beside the correction."""
    (found,) = told(
        (EARLY, "متأخرات الشركة 73 مليون دولار. وذكرت صحيفة أن متأخرات الشركة 73 مليون دولار."),
        (LATE, "أما المتأخرات فحددت بـ68 مليون دولار، لا 73 مليونا كما تردد، تسدد على أقساط."),
    )
    assert found.items[0].text.startswith("وذكرت صحيفة")

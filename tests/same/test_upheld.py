"""What keeps two passages apart that are near in wording and figures, and what bears them out."""

import pytest
from msgspec import structs

from brief.model import Qualifier
from brief.same.borne_out import agree, agreeing, evidence, support
from brief.same.closer import Figure
from tests.builders import ARABIC
from tests.same.builders import aligned, close, either_way

APART = {
    "turned": (
        "رفعت البلدية رسم موقف السيارات من 20 دينارا إلى 30 دينارا",
        "حدد الاتفاق رسم موقف السيارات بـ25 دينارا بدلا من 30 دينارا",
    ),
    "counted": ("أدرجت اللجنة 54 كتابا في قائمة المدارس", "أدرجت اللجنة خمسة وأربعين كتابا في قائمة المدارس"),
    "measured": ("يمتد سور الحديقة نحو 90 كيلومترا شرق القرية", "يمتد سور الحديقة 64 كيلومترا شرق القرية"),
    "ranked": ("النادي هو البائع الأول للتذاكر في المدينة", "النادي ثاني أكبر بائع للتذاكر في المدينة"),
    "dated": ("أقالت النقابة مدير المسرح في 2 مايو", "أقالت النقابة مدير المسرح في الثالث من مايو"),
    "ahead": (
        "انضم عمال المخابز إلى الإضراب الثلاثاء الماضي",
        "قال النقيب إن عمال المخابز سينضمون إلى الإضراب غدا",
    ),
    "doubted": ("يبدأ الخلاف مرحلة قطيعة بين الناديين", "استبعد المحلل قطيعة بين الناديين بعد الخلاف"),
    "negated": ("يشمل الميثاق تحقيقا مستقلا في الحريق", "لم يتضمن الميثاق تحقيقا مستقلا في الحريق"),
    "conditional": (
        "تعهد النادي بدعم اللاعبين بشكل غير مشروط",
        "تعهد النادي بدعم اللاعبين في حال إصابة أحدهم",
    ),
    "judged": ("وقعت المدينتان اتفاق توأمة المكتبات", "لم يكن اتفاق توأمة المكتبات مجرد مجاملة"),
    "cleft": ("العمال هم الذين طلبوا وساطة القاضي", "طلب مدير المصنع وساطة القاضي لدى العمال"),
    "halved": ("استقبل المهرجان كلا من تونس وليبيا هذا العام", "استقبل المهرجان ليبيا هذا العام"),
    "attitude": (
        "رحب اتحاد المزارعين بالقانون الجديد للري",
        "يساهم اتحاد المزارعين في كلفة القانون الجديد للري",
    ),
}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "counted",
            "قتل ثلاثة أشخاص في حريق المصنع بحسب الأطباء فيما تتحدث البلدية عن قتيلين",
            "تتحدث البلدية عن قتيلين في حريق المصنع بينما أحصت النقابة خمسة",
        ),
        (
            "conditional",
            "لا شك أن المصنع سيخسر نصف زبائنه قبل الشتاء",
            "من المرجح أن يخسر المصنع زبائنه قبل الشتاء",
        ),
        ("conditional", "سيخسر المصنع زبائنه في الشتاء", "قد يخسر المصنع زبائنه في الشتاء"),
        ("counted", "سد مئات النحالين طريق السوق القديم", "سد آلاف النحالين طريق السوق القديم"),
        ("counted", "سد مئات النحالين طريق السوق القديم", "سد 5000 نحال طريق السوق القديم"),
        ("counted", "سد عشرات من النحالين طريق السوق", "سد عشرات الآلاف من النحالين طريق السوق"),
        ("dated", "افتتحت النقابة مسرح الميناء يوم الثلاثاء", "افتتحت النقابة مسرح الميناء مساء الأحد"),
        ("dated", "افتتحت النقابة مسرح الميناء يوم الثلاثاء", "افتتحت النقابة مسرح الميناء في 8 يونيو 2015"),
    ],
)
def test_counts_and_forecasts_are_told_otherwise(kind: str, one: str, other: str) -> None:
    """One count that differs is enough, a bare number too; a sure forecast is none that is hedged."""
    assert either_way(one, other) == kind


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        (
            "ما أشيع عن رفع البلدية رسم الموقف إلى 30 دينارا لا نجد له سندا",
            "رفعت البلدية رسم الموقف إلى 30 دينارا ولن تعيده",
        ),
        (
            "قالت النقابة إن نقل مسرح الميناء إلى التل لا أساس له",
            "سينقل مسرح الميناء إلى التل ولن يعود إلى مكانه",
        ),
        ("لا صحة لنقل مسرح الميناء إلى التل", "نقل مسرح الميناء إلى التل دون ضجيج"),
        ("نقل مسرح الميناء إلى التل شائعات", "نقل مسرح الميناء إلى التل"),
        ("أنباء نقل مسرح الميناء إلى التل عارية عن الصحة", "نقل مسرح الميناء إلى التل"),
        ("يناقض ذلك ما أعلنه المدير عن نقل مسرح الميناء إلى التل", "أعلن المدير نقل مسرح الميناء إلى التل"),
        ("لم يؤكد المدير نقل مسرح الميناء إلى التل", "نقل مسرح الميناء إلى التل"),
        ("نفى المدير نقل مسرح الميناء إلى التل", "نقل مسرح الميناء إلى التل ولن يعود إلى مكانه"),
    ],
)
def test_a_denial_is_borne_out_by_nobody_who_affirms(denial: str, told: str) -> None:
    """«No ground», «rumours», «denied» against a plain word of it, whatever else that says no to."""
    assert either_way(denial, told) == "doubted"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("لا صحة لنقل مسرح الميناء إلى التل", "نقل مسرح الميناء إلى التل لا أساس له"),
        ("لا صحة لنقل مسرح الميناء إلى التل", "نفت النقابة نقل مسرح الميناء إلى التل"),
        ("وضع الحجر الأساس لمسرح الميناء على التل", "وضع حجر مسرح الميناء على التل"),
    ],
)
def test_two_denials_of_one_thing_are_not_kept_apart_as_doubts(one: str, other: str) -> None:
    """They say no in other words; and a stone that is laid denies nothing."""
    assert either_way(one, other) != "doubted"


@pytest.mark.parametrize("kind", APART)
def test_what_differs_keeps_passages_apart(kind: str) -> None:
    """Each kind of difference is seen, from either side."""
    one, other = APART[kind]
    assert either_way(one, other) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "رفعت البلدية رسم الموقف من 20 دينارا إلى 30 دينارا",
            "صار رسم الموقف 30 دينارا بعدما كان 20 دينارا",
        ),
        ("خفضت الشركة أجور السائقين تدريجيا", "تتحدث مسودة عن خفض أجور السائقين تدريجيا"),
        ("سحب الزوار 620 كتابا من المكتبة", "سحب الزوار أكثر من 600 كتاب من المكتبة"),
        ("أقالت النقابة مدير المسرح في 2 مايو", "أقالت النقابة مدير المسرح في الثاني من مايو"),
        ("رحب اتحاد المزارعين بقانون الري", "أشاد اتحاد المزارعين بقانون الري"),
        ("لا يقل عدد المقاعد في القاعة عن 400 مقعد", "في القاعة 400 مقعد"),
        ("سد مئات النحالين طريق السوق القديم", "سد 700 نحال طريق السوق القديم"),
        ("سد آلاف النحالين طريق السوق القديم", "سد عشرات الآلاف من النحالين طريق السوق القديم"),
        ("سد مئات النحالين طريق السوق القديم", "سد آلاف الخراف وراء النحالين طريق السوق القديم"),
        ("افتتحت النقابة مسرح الميناء يوم الثلاثاء", "افتتحت النقابة مسرح الميناء في 9 يونيو 2015"),
        ("افتتحت النقابة مسرح الميناء يوم الثلاثاء", "افتتحت النقابة مسرح الميناء في 8 يونيو"),
        ("افتتحت النقابة المسرح الثلاثاء 9 يونيو", "افتتحت النقابة المسرح في 9 يونيو 2015"),
        ("عمل الحراس للحيلولة دون انتشار الحريق", "منع الحراس انتشار الحريق"),
        ("وقد تم بيع مسرح الميناء في 2 مايو", "سيباع مسرح الميناء في 2 مايو"),
    ],
)
def test_the_same_in_other_words_stays_together(one: str, other: str) -> None:
    """A rounded figure, another way to write a day, another word of the same attitude."""
    assert not either_way(one, other)


@pytest.mark.parametrize(
    ("said", "bound", "counted", "agrees"),
    [
        (12, Qualifier.AT_LEAST, 11, False),
        (12, Qualifier.AT_LEAST, 13, True),
        (1200, Qualifier.APPROX, 1240, True),
        (700, Qualifier.APPROX, 640, False),
        (600, Qualifier.MORE_THAN, 620, True),
        (50, Qualifier.LESS_THAN, 47, True),
        (50, None, 47, False),
    ],
)
def test_a_bound_and_a_rounding_agree_with_what_they_allow(
    said: int,
    bound: Qualifier | None,
    counted: int,
    agrees: bool,  # noqa: FBT001
) -> None:
    """«At least twelve» is not eleven; «some 700» is not 640."""
    one = Figure(0, said, said, "count", "count", frozenset(), "", bound)
    other = Figure(0, counted, counted, "count", "count", frozenset(), "", None)
    assert agree(one, other) is agrees
    assert agree(other, one) is agrees


def test_money_of_a_state_is_that_money_and_a_rate_is_its_unit() -> None:
    """«Guinean francs» and «francs a litre» are one figure."""
    assert agreeing(close("بيع اللتر بسعر 9500 فرنك غيني"), close("السعر 9500 فرنك للتر")) == 1


@pytest.mark.parametrize(
    ("one", "other", "lacking"),
    [
        ("حصة تونس من العسل 76% وحصة ليبيا 11% وحصة المغرب 8%", "دعت تونس وليبيا إلى بيع العسل", True),
        ("حصة تونس من العسل 76% وحصة ليبيا 11% وحصة المغرب 8%", "حصة تونس من العسل 76%", False),
        ("حصة تونس من العسل 76%", "دعت تونس وليبيا إلى بيع العسل", False),
    ],
)
def test_a_passage_made_of_figures_is_not_told_without_any(one: str, other: str, lacking: bool) -> None:  # noqa: FBT001
    """Three figures are what a passage is about: who tells none of them bears out less of it."""

    def lost(mine: str, theirs: str) -> float:
        first, second = close(mine), close(theirs)
        weights, met = aligned(first, second)
        plain = structs.replace(first, figures=()), structs.replace(second, figures=())
        known, bare = (
            support(*pair, met, evidence(met, ARABIC), weights.of_name) for pair in ((first, second), plain)
        )
        return known - bare

    assert (lost(one, other) < 0) is lacking
    assert (lost(other, one) < 0) is lacking


def test_a_fixed_phrase_is_hardly_more_than_one_thing() -> None:
    """The words of one name side by side bear out less than the same number of words apart."""
    one, other = (close(text) for text in ("مصرف التنمية الزراعية مول", "مصرف التنمية الزراعية رحب"))
    _, met = aligned(one, other)
    assert len(met.matches) == 3
    assert 1 <= evidence(met, ARABIC) < 2


def test_what_is_granted_is_no_condition() -> None:
    """«If he has …» is so already; «if he does …» may be."""
    assert not close("وإذا كانت النقابة قد رفعت صوتها محتجة، فإن البلدية صمتت").unsure
    assert close("وإذا رفعت النقابة صوتها محتجة، فإن البلدية ستصمت").unsure


def test_one_of_many_is_not_that_one_alone() -> None:
    """«Who is one of the greatest …» says of nobody else that he is not."""
    assert not close("تعيش الجزيرة، وهي من أقدم صانعي الملح، على صيد المرفأ").cleft
    assert close("الجزيرة هي من طلب الملح من المرفأ").cleft

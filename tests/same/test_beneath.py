"""What two passages share beneath a clause, or at two stages of one matter."""

import pytest

from brief.same.told import is_of_saying
from brief.same.upheld import OTHERWISE
from tests.builders import ARABIC
from tests.same.builders import either_way

APART = {
    "worded": (
        "وقالت مجلة المتاحف في تونس هاتفيا «لن تخرج لوحة واحدة من القاعة قبل الربيع»",
        "وترى مجلة المتاحف في تونس أن الميزانية لا تكفي لترميم السقف وتدفئة المخازن هاتفيا",
    ),
    "beneath": (
        "في القرية حيث التقى الصيادون والتجار مساء السبت، لا يبدو أحد مستعجلا على إصلاح المرفأ القديم",
        "التقى الصيادون والتجار مساء السبت من دون نتيجة",
    ),
    "behind": (
        "امتلأت مخازن المزارعين بالقمح بعد حظر تصدير القمح اللين عام 2019",
        "حظرت البلاد تصدير القمح اللين عام 2019 وخفضت رسم الطحين",
    ),
    "considered": (
        "قالت البلدية إنها تدرس منح الباعة مساعدات صيفية عاجلة",
        "أعلنت البلدية مساعدات صيفية للباعة قيمتها ألف دينار",
    ),
    "lasting": (
        "أوضحت البلدية أن القيود على الشاحنات في السوق القديمة ستظل قائمة ما دام الجسر مغلقا",
        "فرضت البلدية القيود على الشاحنات في السوق القديمة",
    ),
    "unreal": (
        "ولو فعلت لكان موقفها أمام محكمة المدينة التي تطالب بألفي دينار أقوى",
        "سحبت الشركة الدعوى أمام محكمة المدينة وتطالب بألفي دينار",
    ),
    "contented": (
        "أما النقابة فاكتفت بالدعوة إلى الهدوء، ولا يزال مشروع الجسر الثاني متعثرا",
        "أشادت النقابة بالاتفاق وجددت التزامها بمشروع الجسر الثاني",
    ),
}


@pytest.mark.parametrize("kind", APART)
def test_what_is_shared_beneath_keeps_passages_apart(kind: str) -> None:
    """Each reason is seen, and in either order of the passages."""
    one, other = APART[kind]
    assert either_way(one, other) == kind


def test_what_a_thing_is_known_for_is_told_in_passing() -> None:
    """A clause that says which one is meant, without a figure, is no account of what was done."""
    guests = "وصل إلى تونس التي استضافت مهرجان الزيتون وفد من الطهاة يبحث عن وصفات قديمة"
    assert either_way(guests, "استضافت تونس مهرجان الزيتون في الخريف أمام ألف زائر") == "beneath"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same words of his
        (
            "قال مدير المتحف «لن تخرج لوحة واحدة من هذه القاعة قبل الربيع»",
            "قال مدير المتحف إن لوحات القاعة لن تخرج قبل الربيع",
        ),
        # what is told of it before his words
        (
            "رحبت مديرة المتحف بالقرار ووصفته بأنه «خطوة تعيد للمدينة روحها القديمة»",
            "رحبت مديرة المتحف بالقرار",
        ),
        # a clause that gives a figure tells what was done
        (
            "باعت البلدية، التي اشترت 40 حافلة في الربيع، مرأبها",
            "اشترت البلدية 40 حافلة في الربيع",
        ),
        # one of those who did it did it
        (
            "تونس من بين البلاد التي استضافت مهرجان الزيتون",
            "استضافت تونس مهرجان الزيتون في الخريف أمام ألف زائر",
        ),
        (
            "كانت القرية من بين القرى التي امتنعت عن المشاركة في المهرجان",
            "امتنعت القرية عن المشاركة في المهرجان",
        ),
        # both consider it, and both tell until when
        ("تدرس البلدية منح الباعة مساعدات صيفية", "قالت البلدية إنها تدرس مساعدات صيفية للباعة"),
        (
            "ستظل القيود على الشاحنات قائمة ما دام الجسر مغلقا",
            "تبقى القيود على الشاحنات حتى يفتح الجسر",
        ),
        # what was in force until then stands in passing
        (
            "رفعت البلدية حد الصيد إلى 350 طنا، بعد الحد الذي يبقى ساريا حتى نهاية الشهر",
            "رفعت البلدية حد الصيد إلى 350 طنا",
        ),
    ],
)
def test_the_same_stays_together(one: str, other: str) -> None:
    """Nothing is kept apart that tells the same in other words."""
    assert either_way(one, other) not in {*APART, "speaker"}


def test_other_words_of_a_speaker_are_another_claim() -> None:
    """A name with the post of who bears it is all that both tell."""
    roof = "ويشرح الوزير سمير منصور رئيس لجنة الفنون الشعبية أن السقف يحتاج إلى ترميم قبل الشتاء"
    readers = "وتحدث الوزير سمير منصور رئيس لجنة الفنون الشعبية قائلا إن القراء ثلاثة آلاف طفل في كل صيف"
    assert either_way(roof, readers) == "speaker"
    assert either_way(roof, f"{readers}، وإن السقف يحتاج إلى ترميم") != "speaker"


@pytest.mark.parametrize(
    ("span", "differs"),
    [("لعامين", True), ("لمدة عامين", True), ("لمدة 24 شهرا", False), ("لسنة ونصف", False)],
)
def test_two_spans_of_one_thing_differ(span: str, differs: bool) -> None:  # noqa: FBT001 - a parameter of a test
    """«For two years» is no eighteen months, though one act is told; a year is twelve months."""
    one = f"أسندت البلدية تشغيل المسبح {span} إلى تحالف من شركتين"
    other = "كلفت البلدية تحالفا بتشغيل المسبح لمدة 18 شهرا"
    if span == "لمدة 24 شهرا":
        other = "كلفت البلدية تحالفا بتشغيل المسبح لعامين"
    assert (either_way(one, other) in OTHERWISE) is differs


def test_a_mark_between_blanks_is_no_word() -> None:
    """A comma that stands alone neither speaks nor is a fault."""
    one = "أغلقت البلدية ، الجسر القديم قبل أسبوع بعد شكوى السكان"
    assert either_way(one, one.replace("السكان", "سكان الحي")) == ""
    assert not is_of_saying("", ARABIC)

"""Second mentions: what a line speaks of by a noun, a pronoun or a verb alone is told with what named it."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

# Sentences that name what the lines below take up, in a paragraph of another matter.
OPENING = "افتتحت مدينة المنستير معرضها السنوي للخزف يوم السبت بحضور جمهور كبير من الزوار."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def stands(line: str) -> bool:
    """Whether a line of its own paragraph is told as it is."""
    return line.rstrip(".").removeprefix("و") in [one.removeprefix("و") for one in told(OPENING, line)]


THAT = [
    "وعزا البيان ذلك إلى تأخر وصول الأفران من الخارج.",
    "ونفى وزير الثقافة المغربي إدريس الشاوي ذلك، وقال إن الأفران وصلت في موعدها.",
    "ونفى المتحدث باسم وزارة الثقافة حسن الرايس ذلك، وقال إن الأفران وصلت في موعدها.",
]


@pytest.mark.parametrize("line", THAT)
def test_that_behind_a_minister_or_before_to_stands_for_what_was_told(line: str) -> None:
    """The preposition is no article, and «minister» no word behind «and»."""
    assert not stands(line)


def test_that_article_noun_tells_itself() -> None:
    """«That» with its noun, named before it, stands for no sentence."""
    assert stands("وأعلن البيان ارتفاع الأسعار وعزا ذلك الارتفاع إلى تأخر وصول الأفران من الخارج.")


LEFT_OUT = [
    # a verb whose subject was named before
    "ولم يوضح ما البديل عن القاعة القديمة التي أغلقت للترميم في مايو.",
    "وأعلنت الجمعة تأجيل الدورة الثانية للمعرض إلى موعد غير معلوم.",
    "وبدل إلغاء المعرض كله، أعلنت الجمعة تأجيل الدورة الثانية إلى موعد غير معلوم.",
    "يضم، بحسب الدليل الموزع على الزوار، ستين جناحا وثلاث قاعات للعرض.",
    "وترفع رسم الاشتراك من 40 إلى 65 دينارا، وكلفة الجناح من 200 إلى 300.",
    "ويزن عند الخروج من الفرن خمسة أطنان تقريبا بلا زخارف.",
    "أوقف في مطار صفاقس في 12 مايو بموجب مذكرة صادرة عن المحكمة الابتدائية.",
    # an office that leaves something unsaid
    "ولم يتطرق الرئيس إلى أجنحة الخزف القديم، مع أن أصحابها طالبوا بها.",
    "ولم يوضح الوزير ما إذا كانت الأجنحة القديمة ستبقى مفتوحة في الصيف.",
    # in his view
    "وبحسب تقديره، فإن الفرن الأول جاهز للتشغيل أما الثاني فينقصه الغاز.",
    "ووفق روايتهم، فإن الفرن الأول انفجر قبل وصول رجال الإطفاء بساعة.",
    # through it, of its
    "ويمر عبره اليوم، بحسب أرقام المعرض، أكثر من نصف الخزف المصدر إلى الخارج.",
    "ولا يتجاوز عمق أحواضه ثلاثة أمتار، ما يعني أن القطع الكبيرة لا تغسل فيها.",
    "وقد تراجع إنتاجها المحلي منذ عقد، ولذلك لم تستطع التصدير من دون طين مستورد.",
    "وتتجه حصة متزايدة من بضائعها إلى أسواق الخزف في مالطا وصقلية.",
    "وستذهب 40 في المئة من سعته إلى الحرفيين الشبان وطلاب المعاهد الفنية.",
    "وربما لا يصدقه المنظم نفسه، وإلا لما اشترط دفع نصف الكلفة مقدما.",
]


@pytest.mark.parametrize("line", LEFT_OUT)
def test_a_verb_or_pronoun_of_nobody_is_not_told_alone(line: str) -> None:
    """Who does it, or whose it is, the words before the line told."""
    assert not stands(line)


@pytest.mark.parametrize(
    "line",
    [
        "ولم يوضح مدير المعرض سامي الحداد ما البديل عن القاعة القديمة.",
        "وأعلنت إدارة المعرض الجمعة تأجيل الدورة الثانية إلى موعد غير معلوم.",
        "تونس، بحسب دليل المعرض، أول منتج للخزف المزخرف في المتوسط.",
        "ورفعت الإدارة رسم الاشتراك من 40 إلى 65 دينارا في السنة.",
        "أوقف في مطار صفاقس بعد الافتتاح بيوم ثلاثة أشخاص حاولوا تهريب قطع أثرية.",
        "ولم يتطرق رئيس رابطة الحرفيين إلى أجنحة الخزف القديم في كلمته.",
        "وبحسب تقدير إدارة المعرض، فإن الفرن الأول جاهز للتشغيل قبل نهاية الشهر.",
        "ويمر عبر ميناء صفاقس اليوم أكثر من نصف الخزف المصدر إلى الخارج.",
        "وقالت شركة محلية، ومقرها مدينة صفاقس، إنها ستبيع أفرانها القديمة.",
        "وقد تراجعت صادرات الشركة بعدما خفضت إنتاجها المحلي إلى النصف.",
        "وقد قالت جمعية حماية المياه يوم الجمعة إنها أخذت علما بالاتفاق.",
        "وتتجه حصة متزايدة من بضائع المعرض إلى أسواق مالطا وصقلية.",
        "ويواجه المنظم نفسه دعوى رفعها سبعة من أصحاب الأجنحة القديمة.",
    ],
)
def test_who_is_named_in_the_line_needs_nothing_before(line: str) -> None:
    """A doer, an owner or who estimates it stands in the line itself."""
    assert stands(line)

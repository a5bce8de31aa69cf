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
    return line.rstrip(".").removeprefix("وقد ").removeprefix("و") in [
        one.removeprefix("و") for one in told(OPENING, line)
    ]


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


FAULT = "وكان مقررا تشغيل الفرن الكبير في مايو، غير أن عطلا في نظام التبريد أرجأه شهرا كاملا."


def test_what_the_second_sentence_brings_in_for_the_third_is_told_with_it() -> None:
    """Who reads one line of an article has not read the second sentence of it."""
    line = "وقالت شركة الخزف التونسية، في بيان أمس السبت، إن العطل أصلح في أقل من خمسة أيام."
    later = "وأصبح الفرن جاهزا، وفق شركة الخزف التونسية، قبل موعد المعرض بيومين."
    found = told(f"{OPENING} {FAULT} {line}", later)
    assert f"{FAULT} {line}".removeprefix("و").rstrip(".") in [one.removeprefix("و") for one in found]
    assert line.rstrip(".") not in found


def test_a_day_of_the_week_is_no_second_mention() -> None:
    """«Sunday» is the same word as «one of them»."""
    before = "وزار المعرض أحد كبار الحرفيين في الساحل التونسي."
    line = "وكانت إدارة المعرض أعلنت مساء الأحد رفع رسم الدخول إلى خمسة دنانير."
    assert line.rstrip(".") in told(f"{OPENING} {before} {line}")


KNOWN_BEFORE = [
    "ورحبت رابطة الحرفيين بالنتيجة، معتبرة أنها أنصفت الخزف المحلي.",
    "وقالت شركة الخزف التونسية إن الفارق يتعلق برسوم جمركية لم تسدد بعد.",
    "وجرى التوقيع في قاعة البلدية بحضور ستين من الحرفيين وأسرهم.",
    "وجرت العملية قرب ميناء صفاقس واستغرقت قرابة ست ساعات في الليل.",
    "ونفى متحدث باسم شركة الخزف التونسية أن تكون الموافقة نهائية أو مكتوبة.",
    "وقال حسن الرايس إن فريقا من الخبراء سيتوجه إلى المكان اليوم إذا سمح الطقس.",
    "ويقترب الرقم الجديد من حصيلة شركة الخزف التونسية التي نشرت في مايو.",
    "وأكد مستشفى صفاقس أن الحرفيين الأربعة لا يزالون تحت العلاج.",
    "والأمر ذاته ينطبق على معارض الخزف في المغرب والجزائر.",
    "وتعرض شركة الخزف التونسية 12 في المئة، وتصف الباقي بأنه غير قابل للنقاش.",
    "وتقول شركة الخزف التونسية إنها 312 مليون دينار تراكمت منذ سنوات.",
]


@pytest.mark.parametrize("line", KNOWN_BEFORE)
def test_what_is_told_as_known_needs_what_made_it_known(line: str) -> None:
    """A result, a signing or a number that nothing in the line explains."""
    assert not stands(line)


@pytest.mark.parametrize(
    "line",
    [
        "ورحبت رابطة الحرفيين بنتيجة المسابقة، معتبرة أنها أنصفت الخزف المحلي.",
        "وقارنت شركة الخزف التونسية فارق السعرين وقالت إن الفارق يتعلق برسوم لم تسدد.",
        "وجرى التوقيع على عقد المعرض في قاعة البلدية بحضور ستين من الحرفيين.",
        "وجرت عملية النقل قرب ميناء صفاقس واستغرقت قرابة ست ساعات في الليل.",
        "ونفت شركة الخزف التونسية أن تكون الموافقة على بيع الأفران نهائية.",
        "وقال حسن الرايس إن فريقا من الخبراء سيتوجه إلى ميناء صفاقس اليوم.",
        "وأصيب أربعة حرفيين، وأكد مستشفى صفاقس أن الحرفيين الأربعة لا يزالون فيه.",
        "وفي الأيام الأربعة الأولى باع حرفيو صفاقس نصف ما عرضوه من الخزف.",
        "وتعرض شركة الخزف التونسية 12 في المئة من أرباح المعرض على الحرفيين.",
        "وتقول شركة الخزف التونسية إنها باعت 312 قطعة في الأسبوع الأول.",
    ],
)
def test_what_the_line_itself_explains_needs_nothing(line: str) -> None:
    """Of what it is, on what or how many of them were named stands in the line."""
    assert stands(line)


def test_what_was_decided_in_answer_is_told_with_the_decision() -> None:
    """«The extension "granted …"» is of what the sentence before tells."""
    rest = "واستقبلت قاعات صفاقس زوارا من المغرب والجزائر."
    before = "وقضت محكمة صفاقس بأن بقاء الأجنحة شهرا آخر مخالف للقانون."
    line = 'وقال القاضي حسن الرايس في بيان إن التمديد "منح الأجنحة مزايا لا نفع منها للمدينة".'
    found = told(OPENING, f"{rest} {before} {line}")
    assert f"{before} {line}".removeprefix("و").rstrip(".") in [one.removeprefix("و") for one in found]


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("ونفى الرايس أيضا ما تردد عن نقل المعرض إلى مدينة أخرى في الصيف.", False),
        ("ونفت البلدية أيضا ما تردد عن نقل المعرض إلى مدينة سوسة في الصيف.", True),
        ("ينص قانون البلديات في تونس، كما قال، على مهلة عشرة أيام.", False),
        ("ينص قانون البلديات في تونس، كما قال حسن الرايس، على مهلة عشرة أيام.", True),
        ("وتقول مصادر قضائية إنه متهم بتلقي رشى من أصحاب الأفران القديمة.", False),
        ("ويشتبه المحققون في أنه تلقى رشى من أصحاب الأفران القديمة.", False),
        ("وتقول مصادر قضائية عن مدير المعرض إنه متهم بتلقي رشى من الحرفيين.", True),
        ("وقدر التقرير خسائر الحرفيين بنحو مليوني دينار في عامين متتاليين.", False),
        ("وقدر تقرير لغرفة التجارة خسائر الحرفيين بنحو مليوني دينار في عامين.", True),
        ("وعدلت شركة الخزف التونسية أسعارها بعد حريق الفرن في مايو.", True),
        ("لنبدأ بما أصاب فيه أصحاب الأجنحة القديمة من الحرفيين.", False),
    ],
)
def test_who_speaks_or_is_accused_is_known_from_the_line(line: str, alone: bool) -> None:  # noqa: FBT001
    """A surname that «also» denies, «he» who is accused, a report of nobody's."""
    assert stands(line) is alone


def test_his_country_is_told_with_who_he_is() -> None:
    """Somebody whom the article names often is known in it, and not which country is his."""
    names = ["وتحدث الوزير التونسي سامي الحداد عن الخزف.", *["ثم وصف الحداد زخارف الأجنحة القديمة كلها."] * 4]
    line = "وأكد الحداد أن بلاده ستدفع نصف الكلفة قبل نهاية العام."
    assert line.rstrip(".") not in told(OPENING, *names, line)
    other = "وأكد الحداد أن تونس ستدفع نصف الكلفة قبل نهاية العام."
    assert any(other.rstrip(".") in one for one in told(OPENING, *names, other))


def test_that_an_account_changed_only_heads_what_it_is_now() -> None:
    """The next sentence tells the new account."""
    line = "وعدلت شركة الخزف التونسية روايتها عن حريق الفرن في مايو."
    behind = "فبعدما قالت إن الفرن احترق وحده، تحدثت أمس عن خطأ أحد عمال شركة النقل."
    assert line.rstrip(".") not in told(OPENING, f"{line} {behind}")
    assert line.replace("روايتها", "أسعارها").rstrip(".") in told(
        OPENING, f"{line.replace('روايتها', 'أسعارها')} {behind}"
    )

"""Lines that lean on what is not printed: a body, an item or a speaker that only earlier words name."""

import pytest

from brief.extract.statements import statements
from tests.builders import ARABIC, document

BEFORE = "زار وفد من غرفة التجارة في صفاقس السوق القديم صباح السبت."
NAMED = "قالت البلدية إن سامي حداد سيدير المتحف الجديد في سوسة."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


def alone(line: str, before: str = BEFORE) -> bool:
    """Whether the line is told without the sentence before it."""
    return line.rstrip(".") in told(f"{before} {line}")


LEADING = "افتتحت بلدية سوسة متحفا جديدا في قلب المدينة. وحضر الحفل خمسون ضيفا من تونس والجزائر."


@pytest.mark.parametrize(
    "line",
    [
        "وقالت المنظمة إن المتحف لا يضم قطعة واحدة من آثار الساحل.",
        "ويضم المتحف، وفق المنظمة، ثلاثين قطعة نادرة من آثار الساحل.",
        "وامتنعت الشركة عن نشر كلفة الترميم حتى نهاية الموسم المقبل.",
        "وقال مسؤول في الشركة إن الترميم سينتهي قبل نهاية الموسم المقبل.",
        "وعرض تجار السوق مبلغا كبيرا رفضته الشركة قبل نهاية الموسم.",
    ],
)
def test_a_body_that_no_sentence_before_names_leans(line: str) -> None:
    """«المنظمة» deep in an article that never says which one: the reader cannot know."""
    assert not any(line.rstrip(".") in one for one in told(f"{LEADING} {line}"))


def test_a_body_takes_along_the_name_between_marks_before_it() -> None:
    """«الشركة» is the one of the name in the sentence before."""
    named = "ارتفع سهم «أمواج الساحل» في بورصة تونس بعد افتتاح المتحف."
    line = "وذكرت الشركة أنها ستبيع تذاكر المتحف حتى نهاية الموسم المقبل."
    assert told(LEADING, f"{named} {line}")[-1] == f"{named} {line}".rstrip(".")


@pytest.mark.parametrize(
    "line",
    [
        "وقالت شركة الساحل للنقل إن المتحف سيفتح أبوابه يوم الأحد.",
        "ورفض رئيس اللجنة سامي حداد الاتهامات التي نشرتها الصحف أمس.",
        "ويرى سكان الحي أن المتحف الجديد سيجلب الزوار إلى سوسة.",
    ],
)
def test_a_body_with_its_name_stands(line: str) -> None:
    """In full, by the man who heads it, or where none is told of."""
    assert any(one.endswith(line.rstrip(".")) for one in told(f"{LEADING} {line}"))


def test_the_body_that_the_article_is_about_stands() -> None:
    """Named at its head, and the last of its kind that was: that one is meant."""
    head = (
        "أعلن بنك الساحل في تونس أنه سيغلق عشرة من فروعه في الجنوب. وقال زبائن إنهم لم يعلموا بذلك قبل السبت."
    )
    line = "ويخدم البنك نصف مليون زبون في الجنوب والساحل."
    assert line.rstrip(".") in told(f"{head} {NAMED} {line}")
    other = "وكان بنك الواحة قد أغلق فروعه في الجنوب قبل عامين."
    assert line.rstrip(".") not in told(f"{head} {other} {NAMED} {line}")


def test_the_only_body_of_a_kind_that_every_state_has_stands() -> None:
    """A ministry that is named once is meant far from there, too; a company may be any."""
    line = "ودفعت {} نصف كلفة الترميم قبل نهاية الموسم."
    for named, later, stands in (
        ("وزارة الثقافة", "الوزارة", True),
        ("شركة الساحل", "الشركة", False),
    ):
        far = (f"ورحبت {named} بافتتاح المتحف.", NAMED, BEFORE, line.format(later))
        assert (line.format(later).rstrip(".") in told(f"{LEADING} {' '.join(far)}")) is stands


@pytest.mark.parametrize(
    "line",
    [
        "وكان قد تخلى في الربيع عن ترميم الجناح الشرقي للمتحف.",
        "وعن الكلفة قال إنها لن تتجاوز ثلاثة ملايين دينار تونسي.",
        "ولا يتوقع أن تقبله علنا قبل أن يفتح المتحف أبوابه.",
        "الوزير أقر أمس بأن ترميم المتحف تأخر عاما كاملا.",
        "غير أنه لم يستبعد تأجيل الافتتاح إلى الربيع المقبل.",
        "ثم يضيف: «لن أبيع دكاني لأحد ما دمت حيا».",
        "وقال مبررا: «سئلت عن المتحف ولم أسأل عن السوق».",
        "كانت في السوق، تقول، حين دخلت الشاحنات من الباب الشمالي.",
        "والعمق، في رأيه، أهم من المسافة ومن سعر التذكرة أيضا.",
        "وبالعودة إلى عروض الشراء يقول تجار إن السعر لم يتغير.",
        "وفي الاتجاه الآخر، اشترى التجار من الجنوب ألف صندوق.",
        "في ثمان وأربعين ساعة انتقل السوق من البيع إلى الإغلاق.",
        "أما تجار الحرير، الذين يبيعون للسياح، فبدوا أكثر حذرا.",
    ],
)
def test_what_nobody_in_the_line_does_or_says_leans(line: str) -> None:
    """Who does it, or what it is counted from, stands before."""
    assert not alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "وكان مدير المتحف قد تخلى في الربيع عن ترميم الجناح الشرقي.",
        "وعن الكلفة قال مدير المتحف إنها لن تتجاوز ثلاثة ملايين.",
        "ويمكن أن يواجه تجار السوق القديم صعوبات في موسم الأعياد.",
        "وقال سامي حداد مبررا التأخير إن الحجر لم يصل من الجنوب.",
        "ويقول سامي حداد إن العمق، في رأيه، أهم من المسافة بكثير.",
        "في ثمان وأربعين ساعة من الإضراب خسر تجار السوق نصف زبائنهم.",
        "أما تجار الحرير فقد باعوا للسياح أكثر من ألف قطعة في الربيع.",
    ],
)
def test_what_somebody_in_the_line_does_or_says_stands(line: str) -> None:
    """The same words with who does it, or what it is counted from."""
    assert alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "صمد الأول لأنه بني من حجر، وصمد الثاني لأن الريح لا تبلغه.",
        "ولدى الأولى مخزون يكفي شهرا، ولا يتجاوز لدى الثانية أسبوعا.",
        "ولو رفض البند الثالث لعاد التجار إلى السوق قبل الربيع.",
        "وأغلق التجار دكاكينهم في السادس عشر منه بسبب الرسوم الجديدة.",
        "وتبادلا الاتهامات أمام تجار السوق القديم طوال الصيف.",
        "وتختلف مخازن الحرير عنهما في أنها تبيع للسياح وحدهم.",
    ],
)
def test_members_that_are_counted_and_not_named_lean(line: str) -> None:
    """«The first … the second», «item three», a day «of it», «the two of them»."""
    assert not alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "فتح متحفان في سوسة: صمد الأول لأنه من حجر، وتهدم الثاني.",
        "وفي الأول من أكتوبر يفتح المتحف، وفي الثاني من نوفمبر السوق.",
        "ويبدأ الموسم في تشرين الأول وينتهي في كانون الثاني كل عام.",
        "وفي الاتفاق ثلاثة بنود، ولو رفض البند الثالث لعاد التجار.",
        "وبدأ الإضراب في الثاني من أكتوبر وانتهى في السادس عشر منه.",
        "والتقى التونسي والجزائري في السوق وتبادلا الاتهامات أمام التجار.",
        "والتقى المدير والحارس في السوق وتبادلا الاتهامات أمام الزوار.",
        "وفتح المتحف بابين، من الأول يدخل الزوار ومن الثاني يخرج الحراس.",
        "وكان رئيس البلدية الأول تاجرا باع دكانه ليفتح متحفا في سوسة.",
        "والبند الأول من الدستور يحمي أملاك التجار في المدينة العتيقة.",
    ],
)
def test_members_of_what_is_named_stand(line: str) -> None:
    """With the pair, the list or the month before them; a day, a month and an office are none."""
    assert alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "وقدر مدير المتحف الخسارة بـ19 مليون دينار تونسي.",
        "وبلغت الزيادة نحو 40 في المئة عند تجار الحرير.",
        "أما الرفع فيتم على مراحل في نهاية الشهر المقبل.",
        "ولا يرى تجار السوق أن هذا العامل يكفي لتأجيل الافتتاح.",
    ],
)
def test_a_matter_told_by_the_article_alone_leans(line: str) -> None:
    """Nobody says what the loss, the rise or the lifting is of."""
    assert not alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "وقدر مدير المتحف خسارة التجار بـ19 مليون دينار تونسي.",
        "وبلغت الزيادة في أسعار الحرير نحو 40 في المئة منذ الربيع.",
        "أما رفع الرسوم فيتم على مراحل في نهاية الشهر المقبل.",
        "وللغلاء عامل واحد، ولا يرى تجار السوق أن هذا العامل يكفي.",
        "وخسر تجار السوق خسائر كبيرة، وقدر المدير الخسائر بـ19 مليونا.",
    ],
)
def test_a_matter_with_what_it_is_of_stands(line: str) -> None:
    """With its complement, or named before in the line."""
    assert alone(line)


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("وتقول كبيرة محلليها إن سعر الحرير قد يهبط إلى النصف في الصيف.", False),
        ("«لم يغلق أحد دكانه في هذه السوق»، تقول المتحدثة باسمها قبل الافتتاح.", False),
        ("وتقول كبيرة محللي الشركة التونسية إن سعر الحرير قد يهبط في الصيف.", True),
        ("وتقول شركة الحرير إن كبيرة محلليها تتوقع هبوط السعر في الصيف.", True),
    ],
)
def test_an_office_whose_body_is_a_pronoun_leans(line: str, stands: object) -> None:
    """«Her chief analyst», «the speaker for her»: neither is who «she» is."""
    assert alone(line) is stands


def test_a_minister_of_no_state_takes_along_the_sentence_that_names_it() -> None:
    """In an article about several states «the prime minister» may be any of them."""
    states = "اتفقت تونس والجزائر والمغرب على فتح المعابر أمام الشاحنات."
    head = " ".join(
        f"{states[:-1]} في الجولة {number}." for number in ("الأولى", "الثالثة", "الخامسة", "السابعة")
    )
    first = "وتشتري الجزائر نصف حاجتها من القمح من الخارج."
    line = "وقال رئيس الوزراء سامي حداد إن مخزون القمح يكفي أربعة أشهر."
    printed = told(head, f"{first} {line}")
    assert line.rstrip(".") not in printed
    assert f"{first} {line}".rstrip(".") in printed

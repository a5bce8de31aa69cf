"""What the head of a line takes up from the sentence before it."""

import pytest
from msgspec.structs import replace

from brief.extract.statements import statements
from tests.builders import ARABIC, document

BEFORE = "أعلنت بلدية صفاقس نقل سوق السمك إلى رصيف الميناء الجديد."


def told(*lines: str) -> list[str]:
    """The texts of the statements that stand alone."""
    return [one.text for one in statements(document(*lines), ARABIC) if not one.leans]


LEANING = [
    # an act that stands for what was told
    "ولم تعجب الخطوة باعة السوق القديم الذين جمعوا 900 توقيع.",
    "وقد أثارت الخطوة غضب الباعة في ثلاث نقابات محلية.",
    "ويشمل الإجراء 40 كشكا في الشارعين المحيطين بالسوق.",
    "وأسندت المهمة إلى شركة محلية فازت بالعطاء في مارس.",
    "ويتطلب الأمر موافقة الولاية ومجلسها قبل نهاية الصيف.",
    # of its list
    "ومن شروطه الستة بناء مخزن للتبريد وفتح طريق للشاحنات.",
    "ومن أبرز بنودها رفع الإيجار وإلزام الباعة بالتأمين.",
    # so many reasons of nothing
    "هناك أربعة أسباب معلنة: ضيق المكان والرائحة وقلة المواقف وقدم البناء.",
    "وثمة شروط ثلاثة: نظافة المكان وتأمين الباعة وصيانة الأرصفة.",
    # the same one, who was named before
    "وتخشى البلدية إضراب الباعة، وفق المصدر نفسه، وتستعد له بخطة بديلة.",
    # planned
    "وكان مقررا افتتاح جناحه الأول في صفاقس في مارس، غير أنه أرجئ مرتين.",
    # there
    "واتفق الباعة هناك على تشكيل لجنة تضم سبعة منهم.",
    "ووافق المشرفون هناك بعد يومين على تأجيل الموعد.",
    # an amount
    "وقالت نقابة الباعة إنها خفضت الكمية إلى 300 صندوق يوميا بعد تعديل المواعيد.",
    # one of a list
    "وتنفي البلدية السبب الأخير قائلة إنها سلمت الملف في فبراير.",
    # who says nothing of something
    "ولم تعلق على مشروع آخر قدمه سبعة من الأعضاء لنقل المواقف.",
    "ولم تتراجع عن رفع الإيجار الذي أقره المجلس في مارس.",
    # an office alone
    "ونفى الوزير ما تردد عن بيع السوق القديم في مزاد علني.",
    "ولوح النائب بورقة قال إنها ملحق للعقد بقيمة تسعة ملايين.",
    # how far from where
    "وعلى بعد أقل من ثلاثة كيلومترات يصلح بحارة شباكهم في الظل.",
]


@pytest.mark.parametrize("line", LEANING)
def test_what_the_sentence_before_tells_is_told_with_it(line: str) -> None:
    """Alone such a line leans; within the paragraph it is told with the sentence before."""
    assert told(line) == []
    printed = told(f"{BEFORE} {line}")
    assert all(one.startswith(BEFORE.rstrip(".")) for one in printed)


@pytest.mark.parametrize(
    "line",
    [
        "وأثارت خطوة البلدية غضب الباعة في ثلاث نقابات محلية.",
        "وأثارت الخطوة التونسية غضب الباعة في ثلاث نقابات محلية.",
        "وأغلقت البلدية السوق القديم في مارس، فأثارت الخطوة غضب الباعة.",
        "وأسندت المهمة الفضائية إلى شركة محلية فازت بالعطاء في مارس.",
        "ومن شروط العقد الستة بناء مخزن للتبريد وفتح طريق للشاحنات.",
        "هناك أربعة أسباب لنقل السوق: ضيق المكان والرائحة وقلة المواقف وقدم البناء.",
        "وكان مقررا افتتاح جناح الأسماك في مارس غير أن الافتتاح تأخر مرتين.",
        "ووصل باعة صفاقس إلى الميناء وبقوا هناك في انتظار الموعد الجديد.",
        "وترى نقابة الباعة أن هناك في المدينة ثلاثة أسواق أفضل من الجديد.",
        "وكانت هناك في صفاقس ثلاث أسواق للسمك قبل بناء الميناء.",
        "وقالت نقابة الباعة إنها خفضت كمية السمك إلى 300 صندوق يوميا بعد تعديل المواعيد.",
        "والدافع الأول لبلدية صفاقس هو توسيع الميناء قبل نهاية الصيف.",
        "وذكرت البلدية ثلاثة أسباب للنقل، لكن نقابة الباعة نفت السبب الأخير.",
        "ولم يعلق على الخبر أي مسؤول في بلدية صفاقس حتى المساء.",
        "ولم تعلق بلدية صفاقس على مشروع قدمه سبعة من الأعضاء لنقل المواقف.",
        "ولوح النائب سامي الحداد بورقة قال إنها ملحق للعقد بقيمة تسعة ملايين.",
        "وقال النائب علي الحداد إن العقد يخالف قانون البلديات الصادر في مارس.",
        "وعلى بعد ثلاثة كيلومترات من صفاقس يصلح بحارة شباكهم منذ قرون.",
        "واعتمد البيان الختامي لاجتماع البلديات خطة من تسعة بنود للنقل.",
    ],
)
def test_what_names_it_stands_alone(line: str) -> None:
    """With what it is of, or with it named before in the line, nothing is missing."""
    assert told(line) != []


def test_what_is_more_than_it_seems_tells_nothing() -> None:
    """It only announces what comes."""
    assert told("أما بلدية صفاقس فموقفها من السوق أعقد مما يبدو.") == []
    assert told("وقالت بلدية صفاقس إن كلفة السوق أكبر مما قدرته الشركة في مارس.") != []


def test_what_is_taken_up_again_is_no_story_of_its_end() -> None:
    """What began and was given up is told with the sentence that takes it up again."""
    began = "بدأ مشروع السوق عام 2016 حين طلبته نقابة الباعة، ثم طوي بعد ثلاث سنوات لأسباب مالية."
    again = "وعاد في 2022 عندما ارتفعت إيجارات السوق القديم بنحو الثلث."
    assert told(f"{BEFORE} {began} {again}")[1:] == [f"{began} {again}".rstrip(".")]
    moved = "وتقول بلدية صفاقس إن الميناء يتسع لسوق ثانية في الصيف."
    assert began.rstrip(".") in told(f"{BEFORE} {began} {moved}")


def test_a_bridge_to_what_is_told_next_is_no_line() -> None:
    """A few words with no name and no figure head the sentence that opens with «so in …»."""
    told_next = "ففي صفاقس وقع 900 من الباعة عريضة ضد نقل السوق."
    bridge = "على الرصيف القديم تبدو النبرة أكثر حدة."
    assert bridge.rstrip(".") not in told(f"{BEFORE} {bridge} {told_next}")
    assert "وارتفعت الإيجارات بنحو 20 في المئة" in told(
        f"{BEFORE} وارتفعت الإيجارات بنحو 20 في المئة. {told_next}"
    )


def test_questions_that_the_text_goes_on_to_answer_are_no_line() -> None:
    """What raises them is told by other lines; without the announcement the line may stand."""
    raised = "أثار نقل سوق السمك في صفاقس أسئلة عن كلفته وعن مصير الباعة."
    assert told(f"{raised} في ما يلي محاولة للإجابة عن أبرزها.") == []
    assert told(f"{raised} وتقول بلدية صفاقس إن الكلفة لم تحدد بعد.") != []


@pytest.mark.parametrize(
    ("line", "author", "stands"),
    [
        ("وقد أحسن وزير التجارة سامي الحداد حين قال إن السوق لن ينقل قبل الصيف.", True, False),
        ("وقد أحسن وزير التجارة سامي الحداد حين قال إن السوق لن ينقل قبل الصيف.", False, True),
        ("وأخطأت بلدية صفاقس حين أجلت بناء المخزن إلى مارس من العام المقبل.", True, False),
        ("وقال وزير التجارة سامي الحداد إن السوق أحسن حالا مما كان عليه.", True, True),
    ],
)
def test_an_author_who_praises_or_blames_is_not_repeated(line: str, *, author: bool, stands: bool) -> None:
    """In a piece of opinion it is his verdict; a reporter's words are left as they are."""
    printed = [one for one in statements(replace(document(line), opinion=author), ARABIC) if not one.leans]
    assert bool(printed) is stands


def test_what_a_place_does_not_show_is_a_scene() -> None:
    """Nothing on the road gives it away: no line; what a text does not give away is one."""
    assert told("لا شيء في السوق القديم يوحي بأن الباعة سيرحلون قبل نهاية الصيف.") == []
    assert told("لا شيء في بيان بلدية صفاقس يوحي بأن الباعة سيرحلون قبل نهاية الصيف.") != []


def test_two_camps_that_the_author_sets_aside_are_not_told() -> None:
    """«ينقسم … فريقين» is told up to «وأحسب أن الفريقين …», which is the author's own."""
    camps = "ينقسم المعلقون في صفاقس فريقين: فريق يرى النقل إنجازا وآخر يراه كارثة."
    aside = "وأحسب أن الفريقين يخطئان العنوان."
    assert camps.rstrip(".") not in told(f"{camps} {aside}")
    assert camps.rstrip(".") in told(f"{camps} وتقع السوق في وسط صفاقس قرب الميناء.")


@pytest.mark.parametrize(
    "line",
    [
        "والمسألة أحيلت إلى فريق قانوني يقدم رأيه في مارس.",
        "ومن هناك يمكن للباعة أن يبلغوا الأسواق الأخرى في ساعة.",
        "ولما سئل عما إذا كان الإيجار سيرتفع ضحك ورد بأن الباعة لا يملكون ثمن الميزان.",
        "ثانيا، أن يقبل عرض الشركة على أن يكون عملها تحت إشراف النقابة.",
        "وأرجعت الزيادة إلى احتساب 29 كشكا لم تكن مسجلة من قبل.",
        "ونفت كذلك صحة وثيقة تداولتها مواقع محلية عن الإيجار.",
        "أطلقت عام 2019 بتمويل جزئي من بنك محلي وتديرها شركة خاصة.",
        "وقال نائب رئيسه بدر الحداد إن الإيجار الجديد لا يحقق ربحا يذكر.",
        "العيب الأول أن لجنة السوق تضم أربعة باعة وأربعة موظفين.",
    ],
)
def test_who_or_what_it_is_stands_in_the_sentence_before(line: str) -> None:
    """Alone such a line leans; within the paragraph it is told with the sentence before."""
    assert told(line) == []
    assert all(one.startswith(BEFORE.rstrip(".")) for one in told(f"{BEFORE} {line}"))


@pytest.mark.parametrize(
    "line",
    [
        "ومسألة الإيجار أحيلت إلى فريق قانوني يقدم رأيه في مارس.",
        "ولما سئل وزير التجارة سامي الحداد عن الإيجار قال إنه لن يرتفع.",
        "وأرجعت بلدية صفاقس الزيادة إلى احتساب 29 كشكا لم تكن مسجلة من قبل.",
        "ونفت كذلك بلدية صفاقس صحة وثيقة تداولتها مواقع محلية.",
        "أطلقت عام 2019 مبادرة لترميم أسواق صفاقس بتمويل من بنك محلي.",
        "وقال نائب رئيس البلدية بدر الحداد إن الإيجار الجديد لا يحقق ربحا يذكر.",
        "العيب الأول في سوق صفاقس أنها تضم 40 كشكا بلا تبريد.",
    ],
)
def test_who_or_what_it_is_stands_in_the_line(line: str) -> None:
    """Named in the line itself, nothing is missing."""
    assert told(line) != []


def test_weather_and_the_time_of_day_open_a_scene() -> None:
    """What passes before a reporter is no line; what falls due at noon is one."""
    assert told("وبينما كانت الشمس تغرب، حلقت طيور فوق الساحة فتوقف الباعة لحظات.") == []
    assert told("وعند الظهر، خرج موظف من المخزن ليبلغ الباعة بأن التسجيل بلا رسوم.") == []
    assert told("وعند الظهر، أعلنت بلدية صفاقس نتائج التسجيل في السوق الجديد.") != []


def test_she_is_none_of_many_people() -> None:
    """«إنها» behind «يقول نواب» is somebody of the sentence before."""
    line = "ويقول نواب إنها عرضت 90 مليون دينار سنويا لقاء استخدام السوق."
    assert told(line) == []
    assert told(f"وسعت بلدية صفاقس أسواقها منذ 2018. {line}")[-1].startswith("وسعت")


def test_what_only_sets_the_place_of_a_result_is_told_with_it() -> None:
    """The background of what was agreed «there» is no line besides the one that tells both."""
    where = "وجاء دور مدينة صفاقس بعد اجتماع البلديات الذي عقد في الميناء يوم 17 يوليو."
    agreed = "واتفق الباعة هناك على تشكيل لجنة مشتركة تنظم السوق قبل 15 ديسمبر."
    assert told(f"{BEFORE} {where} {agreed}")[1:] == [f"{where} {agreed}".rstrip(".")]
    stays = "وبلغت كلفة السوق في صفاقس تسعة ملايين دينار."
    assert told(f"{BEFORE} {where} {stays}")[1:] == [where.rstrip("."), stays.rstrip(".")]

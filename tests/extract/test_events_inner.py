"""A date of a clause inside another dates that clause alone; one that bounds or compares dates nothing."""

import pytest

from brief.extract.events import events
from brief.extract.events.alone import with_putting_off
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday
LONG = "من ساحة السوق القديم القريبة من الجسر الحجري العالي المطل على النهر والحقول والبساتين والجبال الخضراء"


def told(line: str) -> list[tuple[str, str]]:
    """The events of an article of one line."""
    return [(one.start, one.text) for one in events(document(line, published=TODAY), ARABIC)]


def days(line: str) -> list[str]:
    """Their days."""
    return [start for start, _ in told(line)]


@pytest.mark.parametrize(
    ("line", "day", "part"),
    [
        (
            "أغلق المصنع أبوابه أمس، بعد أن خفضت شركة الكهرباء الأحد الماضي حصته من التيار.",
            "2023-05-07",
            "خفضت شركة الكهرباء الأحد الماضي حصته من التيار.",
        ),
        (
            "فبعد أن ألغت اللجنة النتائج الأحد الماضي، بقي الموظفون في المبنى.",
            "2023-05-07",
            "ألغت اللجنة النتائج الأحد الماضي",
        ),
        (
            "استأنف العمال تفريغ السفن صباح اليوم، إثر توقيع الشركة والنقابة تسوية مؤقتة مساء أمس.",
            "2023-05-09",
            "توقيع الشركة والنقابة تسوية مؤقتة مساء أمس.",
        ),
        (
            "زرع المتطوعون ألف شجرة منذ بدء الحملة في 11 أبريل، وقالوا إنهم لن يتوقفوا.",
            "2023-04-11",
            "بدء الحملة في 11 أبريل",
        ),
        (
            "وثمة فرصة لتسعيره بشفافية، ولا سيما بعد عودة الشركة في صيف 2021 إلى السوق المحلية.",
            "2021-06",
            "عودة الشركة في صيف 2021 إلى السوق المحلية.",
        ),
        (
            "وقضت المحكمة بعدم دستورية القانون الذي مدد في 2021 رخصة المنجم عشرين عاما.",
            "2021",
            "القانون الذي مدد في 2021 رخصة المنجم عشرين عاما.",
        ),
        (
            "وأثارت الخطوة نقاشا أعاد قضية الجسر المنهار التي هزت المدينة في مارس الماضي.",
            "2023-03",
            "قضية الجسر المنهار التي هزت المدينة في مارس الماضي.",
        ),
        (
            "وقال مصدران إن البلدية تدرس فسخ عقد التنظيف الموقع في مارس الماضي.",
            "2023-03",
            "عقد التنظيف الموقع في مارس الماضي.",
        ),
        (
            "سلمت الشركة الرصيف أمس، قبل أن تعلن النقابة الأحد الماضي إضرابا مفتوحا.",
            "2023-05-07",
            "تعلن النقابة الأحد الماضي إضرابا مفتوحا.",
        ),
        (
            "وقضت المحكمة بعدم دستورية القانون الذي مدد في 2021 رخص 2,500 منجم عشرين عاما.",
            "2021",
            "القانون الذي مدد في 2021 رخص 2,500 منجم عشرين عاما.",
        ),
        (
            "اعترضت النقابة على الاتفاق، الذي وقع في 15 أبريل لتوظيف 2,500 عامل في الميناء.",
            "2023-04-15",
            "الاتفاق، الذي وقع في 15 أبريل لتوظيف 2,500 عامل في الميناء.",
        ),
    ],
    ids=[
        *("after", "in front", "upon", "since", "all the more", "a law", "a case", "a paper"),
        *("before", "a law, with a number", "a deal, with a number"),
    ],
)
def test_an_inner_date_is_told_by_its_own_clause(line: str, day: str, part: str) -> None:
    """The line of that day holds nothing of the sentence around."""
    found = told(line)
    assert (day, part) in found
    assert [text for start, text in found if start == day] == [part]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ارتفع سعر القطن أمس إلى 90 سنتا، بعدما خسر ثلاثة سنتات الأسبوع الماضي.", ["2023-05-09"]),
        ("أغلق المصنع أبوابه أمس، بعد أن سرحت شركة الكهرباء 2,500 عامل الأحد الماضي.", ["2023-05-09"]),
        ("علقت الشركة في 9 مايو الطلب الذي أودعته الأحد لدى المحكمة.", ["2023-05-09"]),
        ("أعلن الاتحاد الأحد بطلان تمديد الامتياز الذي تدير بموجبه شركة السوق منذ عام 2001.", ["2023-05-07"]),
    ],
    ids=["who lost", "how many", "who lodged", "since when"],
)
def test_what_cannot_stand_alone_is_no_event(line: str, found: list[str]) -> None:
    """Who did it is told by the sentence around: the day tells nothing."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وستزيد الشركة ضخ المياه إلى القرى الجبلية حتى نهاية يونيو.", []),
        ("وأمهلت البلدية أصحاب المحال حتى نهاية يونيو لدفع الرسوم.", ["2023-06"]),
        ("وأمام سكان الحي مهلة لإخلاء البيوت القديمة حتى نهاية يونيو.", ["2023-06"]),
        ("وبلغ الإيجار 4730 درهما أمس، مقارنة بـ3850 درهما قبل أسبوع.", ["2023-05-09"]),
        ("وأغلق سهم الشركة أمس منخفضا عشرة في المئة عن إغلاق الأحد.", ["2023-05-09"]),
        ("وقال المدير أمس «أرسلنا خمسة إنذارات منذ فبراير ولم يصلنا رد».", ["2023-05-09"]),
        ("وفي بعض المدن لا يجوز طرد المستأجر المتعثر من بيته في يناير.", []),
        ("سطر لا يكلف شيئا في الصيف، ويساوي كل شيء في يناير.", []),
        ("وسيوقع الجانبان العقد غدا أو بعد غد.", []),
        ("وسيوقع الجانبان العقد غدا في مقر الغرفة.", ["2023-05-11"]),
        ("طرابلس/صور 10 مايو 2023", []),
        ("وتراجع العائد على السندات المستحقة في 2036 أمس.", ["2023-05-09"]),
        ("فالبلدية التي تستنكر اليوم ضجيج السوق هي التي أوقفت مشروع الرصيف.", []),
        ("وجددت الرخصة أمس، أي قبل شهر واحد من توقيع عقد التشغيل.", ["2023-05-09"]),
    ],
    ids=[
        "an end",
        "an end that is set",
        "an end that is given",
        "compared",
        "a level",
        "counted",
        "a rule",
        "every year",
        "one of two",
        "tomorrow",
        "place and day",
        "due",
        "nowadays",
        "counted from",
    ],
)
def test_a_date_that_bounds_or_compares_is_no_event(line: str, found: list[str]) -> None:
    """Only days on which something happens are told."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ودعت النقابة أعضاءها إلى الإضراب عن العمل اعتبارا من منتصف ليل السبت.", ["2023-05-13"]),
        ("وقررت النقابة الإضراب عن العمل، وأضرب العمال مساء السبت.", ["2023-05-06"]),
    ],
    ids=["called for", "happened"],
)
def test_what_is_called_for_begins_ahead(line: str, found: list[str]) -> None:
    """The first day of what is called for lies ahead of the article, a day of what was done behind."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وأجلت البلدية افتتاح الرصيف الجديد حتى نهاية يونيو.", ["2023-06"]),
        ("وأعلنت البلدية تأجيل افتتاح الرصيف الجديد إلى نهاية يونيو.", ["2023-06"]),
        ("ومنح القاضي الشركة مهلة حتى نهاية يونيو لدفع الرسوم.", ["2023-06"]),
        ("ورفضت النقابة تأجيل افتتاح الرصيف الجديد إلى نهاية أبريل.", ["2023-04"]),
        ("وأعلنت البلدية تأجيل الافتتاح، وعاد الصيادون إلى المرفأ في نهاية يونيو.", []),
    ],
    ids=["put off", "its putting off", "a term", "one that is over", "another act"],
)
def test_what_is_put_off_comes_in_the_year_to_come(line: str, found: list[str]) -> None:
    """A month that nothing but its putting off places lies ahead, unless it was over only lately."""
    assert days(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "ووصفه سعيد بأنه استراحة ملوحا بالعودة إلى الإضراب في منتصف يوليو.",
        "ولم تستأنفه إلا في 2018 مع تحسن العلاقات.",
        "وهي منفصلة عن الرصيفين اللذين أعلنت الشركة في مارس اتفاقا لبيعهما.",
        "وقال متحدث باسم خارجيتها أمس إن بلاده ستتخذ ما يلزم.",
        "ويستدرك «لكننا تجمدنا نحن أيضا في يناير 2023».",
        "وأضاف، خلال مؤتمر صحافي، أن اللجنة أقرت الخطة في 3 مايو.",
    ],
    ids=["described him", "resumed it", "it is", "whose spokesman", "who goes on", "who added"],
)
def test_words_that_lean_on_others_are_no_event(line: str) -> None:
    """Whom or what they speak of stands before them."""
    assert days(line) == []


@pytest.mark.parametrize("according", ["وفقا لبيان", "وفق بيان", "طبقا لبيان", "بحسب بيان", "حسب بيان"])
def test_a_part_of_a_sentence_is_widened(according: str) -> None:
    """«According to …» is told with what it tells of, though the sentence is long."""
    head = "نقل أربعة رجال من حي السوق إلى المستوصف وقد غطى الدخان وجوههم وثيابهم في الغرف المطلة على الساحة"
    line = f"{head}، {according} أصدرته البلدية أمس عن الحادث في ختام اجتماع مع السكان."
    assert told(line) == [("2023-05-09", line)]


def test_a_part_of_a_sentence_is_freed() -> None:
    """«After the failure …» is told without its first word."""
    line = f"فبعد تعثر جولة الصلح يوم 7 مايو، انتقل الوفدان {LONG} إلى مدينة ساحلية من دون أن يعلم أحد"
    assert [day for day, text in told(line) if text.startswith("تعثر جولة الصلح يوم 7 مايو")] == [
        "2023-05-07"
    ]


def test_what_is_put_off_to_a_day_is_told_with_its_putting_off() -> None:
    """«The opening to Tuesday» is no happening: the putting off of it is."""
    line = (
        "أكدت مصادر في فاليتا إرجاء التوقيع النهائي على البروتوكول المعدل إلى الثلاثاء المقبل 16 مايو/أيار، "
        "في وقت نفت فيه فاليتا ذلك."
    )
    put_off = [text for start, text in told(line) if start == "2023-05-16"]
    assert [text.split()[0] for text in put_off] == ["أكدت"]


def test_what_is_set_for_a_day_begins_with_itself() -> None:
    """A putting off from the day that was set does not govern it."""
    text = "بعد تأجيل الاجتماع المقرر يوم الخميس"
    start, when = text.index("الاجتماع"), text.index("يوم")
    assert with_putting_off(text, 0, start, when, ARABIC) == start

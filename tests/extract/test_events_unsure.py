"""Dates of no event: quoted, only possible, denied, of a thing, or of a year that is in doubt."""

import pytest
from msgspec import structs

from brief.extract.events import events
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from brief.language import load
from tests.builders import anchor, claim, document, event, statement

ARABIC = load("ar")


def told(*lines: str, published: str = "2023-05-10", opinion: bool = False) -> list[tuple[str, str]]:
    """The days of the events of an article of these lines, with their words."""
    found = document(*lines, published=published)
    return [(one.start, one.text) for one in events(structs.replace(found, opinion=opinion), ARABIC)]


def days(*lines: str, published: str = "2023-05-10", opinion: bool = False) -> list[str]:
    """The days of those events."""
    return [day for day, _ in told(*lines, published=published, opinion=opinion)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("«يوم الأحد بعت السلة بثلاثين شلنا، واليوم بخمسين» قال بائع السمك أوتينو.", []),
        ('وقالت البلدية إن "شركة الصيد لن تدفع شيئا قبل نهاية يوليو من هذا العام".', []),
        ("وأطلقت البلدية حملة «موانئ بلا نفايات 2023» يوم الأحد في الميناء.", ["2023-05-07"]),
    ],
    ids=["counted by the speaker", "his to vouch for", "a label"],
)
def test_what_somebody_says_of_a_day_is_no_event(line: str, found: list[str]) -> None:
    """A day in a quotation counts from when it was said; a label in marks is none."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وقالت الشركة إن السفينة قد تصل إلى الميناء الأسبوع المقبل.", []),
        ("وكانت الشركة قد تسلمت السفينة في الأسبوع الماضي.", ["2023-04-30"]),
        ("وقد تتأخر أعمال الرصيف المقرر افتتاحه في 4 يونيو 2023.", ["2023-06-04"]),
        ("إن فتحت البلدية السوق قبل 30 مايو فسيعود الباعة إلى أكشاكهم.", []),
        ("وقالت البلدية إن السوق أعيد فتحها في 3 مايو بعد إصلاحها.", ["2023-05-03"]),
        ("وأكد المجلس أن لجنته لن تنظر في طلب الصيادين قبل 19 مايو.", []),
        ("وأكد المجلس أن لجنته ستنظر في طلب الصيادين قبل 19 مايو.", ["2023-05-19"]),
        ("وأعلنت البلدية إرجاء افتتاح السوق من 20 مايو إلى موعد آخر.", []),
        ("لم يسمع حارس المنارة، وهو صياد سابق، صوت الموج ليلة أمس.", []),
        ("ولم تغادر السفينة المرفأ إلا في 3 مايو بعد دفع الرسوم.", ["2023-05-03"]),
        ("ولم توقع البلدية العقد بعد، ويُنتظر أن يعرض على المجلس في 20 مايو.", ["2023-05-20"]),
        ("ورأى البحارة كيف أغلقت العاصفة الميناء في 3 مايو أمام السفن.", []),
        ("ورفعت الخبيرة سعاد توقعاتها لأسعار السمك في مارس إلى تسعة شلنات.", []),
        ("وقالت البلدية إن يوم 20 مايو هو الموعد الأكثر ترجيحا لجلسة المجلس.", []),
    ],
)
def test_what_only_may_be_or_is_not_is_no_event(line: str, found: list[str]) -> None:
    """A possibility, a condition, a lower bound and a denial leave the day without an event."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وناقش المجلس قانون موازنة 2026 مع خبراء من نيروبي.", []),
        ("ورفعت اللجنة حصيلة ضحايا حريق أبريل إلى سبعة صيادين.", []),
        ("وقال البائع إنه مستعد للتفاوض اليوم قبل الغد مع البلدية.", []),
        ("وتعد كينيا أكثر الدول صيدا منذ استقلالها عام 1963 بلا منازع.", []),
        ("ووافقت الوزارة على شراء المضخات قبل موسم الأمطار الذي يبدأ في ديسمبر.", []),
        ("ووافقت الوزارة على شراء المضخات قبل المؤتمر الذي يبدأ في ديسمبر.", ["2023-12"]),
        ("وهبط سعر السمك إلى ثلاثة شلنات من أربعة عند الإغلاق يوم الاثنين.", []),
        ("ووقع الصيادون الاتفاق الجديد عام 2019 في نيروبي.", ["2019"]),
    ],
)
def test_a_date_of_a_thing_dates_no_event(line: str, found: list[str]) -> None:
    """What only says which thing is meant, or since when something is so, is the date of no event."""
    text = document(line, published="2023-05-10")
    assert [one.start for one in told_once(events(text, ARABIC), (), ARABIC)] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وكان وفد من ثلاثة صيادين، يرأسه شيخ الميناء، قد توجه السبت إلى الجزيرة.", ["2023-05-06"]),
        ("وكانت البلدية قد أعلنت رفع الرسوم، على أن يسري ذلك من مساء الاثنين.", ["2023-05-08"]),
        ("وستفتح البلدية السوق الجديدة أمام الصيادين يوم الاثنين.", ["2023-05-15"]),
        ("وعرضت الشركة على الصيادين زيادة تصرف ابتداء من يناير.", ["2024-01"]),
        ("والموعد الأهم هو الخامس من يونيو، حين يفترض أن يجتمع مجلس الصيد.", ["2023-06-05"]),
        ("وتسدد البلدية قروضا كثيرة للمصرف في 2024، من بينها قرض الميناء في مارس.", ["2024-03"]),
        ("وباع الصيادون السفينة القديمة في أغسطس لشركة من نيروبي.", []),
        ("وباع الصيادون السفينة القديمة في مارس لشركة من نيروبي.", ["2023-03"]),
    ],
)
def test_a_bare_day_is_near_its_article(line: str, found: list[str]) -> None:
    """A weekday of what had happened is the last one; a bare month is the near one, or none in doubt."""
    assert [day for day in days(line) if len(day) > len("2024")] == found


def test_the_second_word_of_a_month_is_no_day() -> None:
    """«From 30 October (Tishrin the First) to the sixth of November» names no first of November."""
    line = "ومددت البلدية المعرض من 30 أكتوبر/تشرين الأول إلى السادس من نوفمبر/تشرين الثاني."
    assert "2023-11-01" not in days(line, published="2023-10-20")


@pytest.mark.parametrize(
    ("line", "day", "text"),
    [
        (
            (
                "وتعهد رئيس بلدية الميناء جون أوتينو، في كلمة قصيرة أمام الصيادين مساء، تخفيف الرسوم "
                "على المراكب الصغيرة كلها، كما أعلن منحة لكل صياد تدفع في نهاية الشهر الحالي."
            ),
            "2023-05",
            "وتعهد رئيس بلدية",
        ),
        (
            (
                "وقال العقيد جون أوتينو، قائد حرس السواحل، إن قواته بدأت صباح أمس (الثلاثاء) سحب "
                "زوارقها الثقيلة من الضفة الشرقية، وإنها لن تعود قبل أن تتسلم الرصيف الجديد من البلدية كاملا."
            ),
            "2023-05-09",
            "سحب زوارقها الثقيلة",
        ),
        (
            (
                "وقالت الرابطة، في تقرير قصير نشرته الشهر الماضي، إن الميناء شيد بلا دراسة للتيارات البحرية "
                "التي تعبر الخليج في فصل الشتاء، وإن الرصيف سيغرق في أول عاصفة تضربه."
            ),
            "2023-04",
            "إن الميناء شيد",
        ),
    ],
    ids=["the promiser", "a note in brackets", "what was said"],
)
def test_an_event_is_told_with_who_and_what(line: str, day: str, text: str) -> None:
    """Words cut off from their subject or from what was said are told with their sentence."""
    assert text in dict(told(line))[day]


@pytest.mark.parametrize(
    "lines",
    [
        ("«الشباك لم تصل بعد»، قال في اتصال هاتفي مساء اليوم من الميناء.",),
        ("كانت هنا عام 1990، تقول، حين افتتح الناس السوق القديمة.",),
        ("وقالت أمام لجنة الصيد في البرلمان أمس إن الميناء لن يغلق.",),
        ("ففي عام 1965 تبادلا أراضي على ضفة النهر الشمالية.",),
        ("ويأتي ذلك وسط إغلاق السوق أمام الباعة اعتبارا من مطلع يونيو.",),
    ],
    ids=["a quotation", "an aside", "where", "two of before", "that"],
)
def test_nothing_is_told_of_nobody(lines: tuple[str, ...]) -> None:
    """Words whose speaker or doer stands before them tell no event."""
    assert told(*lines) == []


def test_a_meeting_of_nobody_is_not_told_apart() -> None:
    """«After a meeting that lasted seven hours» does not say whose meeting."""
    long = "، كما قال مندوبون حضروا الجلسة حتى آخرها وطلبوا ألا تنشر أسماؤهم في الصحف المحلية" * 2
    found = told(f"فبعد اجتماع استمر سبع ساعات أمس، أغلقت لجنة الصيد الباب أمام شركات الشمال{long}.")
    assert not any(text.startswith("اجتماع استمر") for _, text in found)


def test_an_opinion_tells_only_acts() -> None:
    """An author's picture of the week is no event; an act that he dates is one."""
    assert days("كان أمام الميناء فرصة أفضل في ربيع 2021، والسمك وفير.", opinion=True) == []
    assert days("ووقعت كينيا وأوغندا اتفاق البحيرة في ربيع 2021.", opinion=True) == ["2021-03"]


def test_a_second_sentence_with_its_own_day_is_not_put_before() -> None:
    """What leans on a sentence of another day is not told with it."""
    lines = "افتتح المجلس السوق في 3 مايو. وستجتمع لجنته كذلك في 20 مايو لبحث الرسوم."
    assert all("3 مايو" not in text for day, text in told(lines) if day == "2023-05-20")


# Plans that no longer stand ----------------------------------------------------------------------

DAYS = {"old": "2023-05-10", "new": "2023-05-17"}


def left(plan: str, day: str, news: str, *others: str) -> list[str]:
    """The days of a plan and other events, but those that news of a week later leaves standing."""
    known = [event(day, plan, evidence=(anchor(plan, "old"),))]
    known += [event(day, other, evidence=(anchor(other, "new"),)) for other in others]
    stand = standing(known, [claim(statement(news, "new"))], DAYS, ARABIC)
    return [one.text for one in stand]


@pytest.mark.parametrize(
    "news",
    [
        "وأعلن اتحاد البحارة إرجاء إضراب الموانئ من 30 مايو إلى 6 يونيو.",
        "وأكد اتحاد البحارة أن إضراب الموانئ لن يبدأ قبل 6 يونيو.",
        "وانتهى إضراب الموانئ الذي دعا إليه اتحاد البحارة، وكان قد تأخر أسبوعا عن موعده وبدأ في 6 يونيو.",
    ],
    ids=["put off", "not before", "late"],
)
def test_a_plan_that_is_moved_no_longer_stands(news: str) -> None:
    """A later source sets the same matter another time, or gives up the one that was told."""
    assert left("أقر اتحاد البحارة إضراب الموانئ في 30 مايو.", "2023-05-30", news) == []


@pytest.mark.parametrize(
    "news",
    [
        "وأعلنت البلدية إرجاء افتتاح المتحف من 20 مايو إلى 6 يونيو.",
        "وأكد اتحاد البحارة أن إضراب الموانئ سيبدأ في 30 مايو.",
        "وأعلن اتحاد البحارة إرجاء التصويت على إضراب الموانئ.",
    ],
    ids=["another matter", "as it was", "no other time"],
)
def test_a_plan_stands_until_it_is_moved(news: str) -> None:
    """News of another matter, or that keeps the day, moves nothing."""
    assert len(left("أقر اتحاد البحارة إضراب الموانئ في 30 مايو.", "2023-05-30", news)) == 1


def test_a_plan_on_a_condition_must_have_come() -> None:
    """Once its day has passed, somebody must tell of it."""
    plan, news = "ستصل السفينة الأولى إلى الميناء يوم 14 مايو إن توافرت الأموال.", "فتح السوق أبوابه."
    assert left(plan, "2023-05-14", news) == []
    assert len(left(plan, "2023-05-14", news, "وصلت السفينة الأولى إلى الميناء.")) == 2
    assert len(left(plan.partition(" إن ")[0], "2023-05-14", news)) == 1

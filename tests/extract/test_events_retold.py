"""Plans told anew, dates that only bound or forecast, and whole sentences of what was made, held or said."""

import pytest
from msgspec import structs

from brief.extract.events import events
from brief.extract.events.moved import standing
from brief.extract.events.once import told_once
from tests.builders import ARABIC, claim, document

TAIL = "بكلفة تبلغ مليوني دولار لم يؤمن منها سوى الربع، على أن تبدأ أعمال الحفر بعد انتهاء موسم القطاف."
COULD = (
    "وكان يمكن كذلك إشراك البلديات المجاورة في مشروع لترميم السوق يخدم خمسين ألف نسمة بدل تسعة آلاف، "
    "خصوصا أن رؤساء البلديات في الساحل اتفقوا على ذلك، نظريا، في المدينة نفسها في ربيع العام الماضي."
)
LOAD = (
    "وذكرت مصادر في المرفأ أن قاربين وصلا هذا الأسبوع ينتظران إيضاحات من إدارة المرفأ البحري الكبير "
    "في المدينة القديمة بشأن ما إذا كانت حمولتهما، وهي نحو 90 طنا، مشمولة بالاستثناء."
)
FIRST, SECOND = "2023-05-10", "2023-07-04"


def texts(*lines: str, published: str = FIRST) -> list[tuple[str, str]]:
    """The starts and texts of the events of an article."""
    return [(one.start, one.text) for one in events(document(*lines, published=published), ARABIC)]


def left(plan: str, news: str) -> list[str]:
    """The days that stand of two articles, the second a later one."""
    first, second = document(plan, published=FIRST), document(news, published=SECOND)
    claims = [claim(one.anchor.text, one.anchor) for one in (*first.sentences, *second.sentences)]
    told = told_once((*events(first, ARABIC), *events(second, ARABIC)), claims, ARABIC)
    days = {first.id: first.published, second.id: second.published}
    return [one.start for one in standing(told, claims, days, ARABIC)]


@pytest.mark.parametrize(
    ("plan", "news", "days"),
    [
        (
            "وستوقع البلدية العقد النهائي للجسر في سبتمبر 2023.",
            "وستوقع البلدية العقد النهائي للجسر خلال احتفال في نوفمبر 2023.",
            ["2023-11"],
        ),
        (
            "وأعلن المجلس أن الحظر ينتهي نظريا في مارس 2024.",
            "مدة الحظر، التي بقيت عاما، ستنتهي الآن في منتصف 2024.",
            ["2024"],
        ),
        (
            "ومن المنتظر أن تعقد قمة الصيادين في صور في 9 يونيو 2023.",
            "ولم يثمر مؤتمر الصيادين، الذي انعقد في 16 يونيو بعد تأجيله أسبوعا، عن شيء.",
            ["2023-06-16"],
        ),
    ],
    ids=["another month", "a half of a year", "late by a week"],
)
def test_a_plan_that_is_told_anew_gives_way(plan: str, news: str, days: list[str]) -> None:
    """The later source sets the same act for another time, or tells by how much it came late."""
    assert left(plan, news) == days


@pytest.mark.parametrize(
    ("plan", "news", "days"),
    [
        (
            "وستوقع البلدية العقد النهائي للجسر في سبتمبر 2023.",
            "وستوقع البلدية عقد السوق في نوفمبر 2023.",
            ["2023-09", "2023-11"],
        ),
        (
            "وستفتتح البلدية المعرض الزراعي في يونيو 2023.",
            "وستفتتح البلدية المعرض الزراعي في أكتوبر 2023.",
            ["2023-06", "2023-10"],
        ),
    ],
    ids=["another contract", "that time was over"],
)
def test_a_plan_of_another_act_stands(plan: str, news: str, days: list[str]) -> None:
    """Another object, or a time that had passed when the second was told: it comes again."""
    assert left(plan, news) == days


@pytest.mark.parametrize(
    "line",
    [
        "لكن هناك سببا آخر يذكره التجار، وهو الانتخابات البلدية المتوقعة العام المقبل.",
        COULD,
        "وتُستثنى العقود المبرمة قبل مايو من الرسم الجديد.",
    ],
    ids=["a motive", "what could have been", "a bound"],
)
def test_a_bound_and_a_motive_are_no_events(line: str) -> None:
    """Nothing happened, and nothing is due, on such a day."""
    assert texts(line) == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("وهناك اجتماع مقرر للبلدية يوم الاثنين المقبل.", ["2023-05-15"]),
        ("وكان المجلس قد أقر العقود المبرمة مع التجار في مارس الماضي.", ["2023-03"]),
        ("وقال المصرف إن الجسر سيفتتح في 2024.", ["2024"]),
    ],
    ids=["a meeting", "struck in a month", "what will be"],
)
def test_what_is_due_beside_them_is_told(line: str, days: list[str]) -> None:
    """A meeting that is set, contracts struck in a month, a bridge that will be opened."""
    assert [start for start, _ in texts(line)] == days


def test_the_year_of_a_forecast_is_no_second_event() -> None:
    """What was said on a day is told once, by its day."""
    line = "قال رئيس المصرف أمس الثلاثاء إن الجفاف قد يقتطع 0.4 نقطة مئوية من النمو في 2024."
    assert [one.start for one in told_once(events(document(line, published=FIRST), ARABIC), (), ARABIC)] == [
        "2023-05-09"
    ]


def test_the_middle_of_a_year_comes_behind_its_spring() -> None:
    """A year told by its middle is sorted there."""
    lines = "وسيفتتح الجسر الكبير في منتصف 2024. وسيفتتح السوق القديم في أبريل 2024."
    assert [one.start for one in told_once(events(document(lines, published=FIRST), ARABIC), (), ARABIC)] == [
        "2024-04",
        "2024",
    ]


def test_a_month_gives_way_to_its_day_in_another_source() -> None:
    """The same meeting, told by the middle of a month and by its day."""
    first = document("على أن تعقد لجنة المرافئ الثلاثية اجتماعها الأول في صور منتصف يونيو.", published=FIRST)
    second = document(
        "ومن المنتظر أن تجتمع لجنة المرافئ الثلاثية في صور يوم 14 يونيو.", published="2023-06-01"
    )
    told = told_once((*events(first, ARABIC), *events(second, ARABIC)), (), ARABIC)
    assert [one.start for one in told] == ["2023-06-14"]


def test_where_an_author_points_nothing_happens() -> None:
    """«Here exactly is the chance of …» is no event of the day that it names."""
    line = "وهنا تحديدا فرصة البلدية إن أحسنت التفاوض خلال زيارة الوفد يوم الاثنين المقبل."
    column = structs.replace(document(line, published=FIRST), opinion=True)
    assert events(column, ARABIC) == ()


def test_the_verb_of_an_aside_makes_no_act_of_an_opinion() -> None:
    """What the papers celebrated is a scene, whatever its noun did in another year."""
    line = "وفي اليوم التالي كانت الصحف تحتفل بالجسر، ناسية، على عادتها، الجفاف الذي بدأ عام 1948."
    column = structs.replace(document("أغلق المرفأ الثلاثاء. " + line, published=FIRST), opinion=True)
    assert "2023-05-10" not in [one.start for one in events(column, ARABIC)]


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        (
            "وقعت البلديتان ومصرف المدينة، اليوم الأربعاء في صور، اتفاقا ينظم ري البساتين، " + TAIL,
            "2023-05-10",
            "اتفاقا ينظم ري البساتين",
        ),
        (
            LOAD,
            "2023-05-07",
            "مشمولة بالاستثناء.",
        ),
    ],
    ids=["what was signed", "what is said of the load"],
)
def test_words_go_on_to_what_they_wait_for(line: str, start: str, end: str) -> None:
    """An aside stands before the object of a verb, or what is said of a thing."""
    assert any(day == start and text.endswith(end) for day, text in texts(line))


def test_the_day_on_which_a_decision_takes_force_is_not_its_own() -> None:
    """What was decided and raised in one decree was so on the day of the decree."""
    line = (
        "قررت بلدية المدينة الكبيرة إرجاء تطبيق رسم المرفأ ثلاثة أشهر، ليبدأ في الأول من أغسطس المقبل، "
        "ورفعت عدد القوارب المعفاة إلى 450 قاربا بدلا من 300، وفق مرسوم نُشر مساء أمس الثلاثاء، "
        "وذلك بعد أسابيع من الإضرابات في المرفأ القديم وسوق السمك."
    )
    assert any(day == "2023-05-09" and text.startswith("قررت بلدية") for day, text in texts(line))


def test_what_was_held_is_told_where_it_brought_nothing() -> None:
    """The day of a meeting is told by the way, beside what it did not do."""
    line = "ولم يحقق مؤتمر الصيادين، الذي انعقد في 24 أبريل، ما كانت البلدية تعول عليه."
    assert texts(line) == [("2023-04-24", "مؤتمر الصيادين، الذي انعقد في 24 أبريل")]
    assert texts("ولم يقرأ العمدة الاتفاق الذي نشر في 24 أبريل كاملا.") == []


def test_an_office_with_a_pronoun_brings_its_house() -> None:
    """«Its envoy said on Sunday» begins with the sentence that names whose envoy speaks."""
    lines = "لكن منظمة المياه قدمت رواية أخرى. فقد قالت مديرتها سهى مراد الثلاثاء إن السد أغلق."
    assert texts(lines) == [
        ("2023-05-09", "منظمة المياه قدمت رواية أخرى. فقد قالت مديرتها سهى مراد الثلاثاء إن السد أغلق.")
    ]


def test_a_month_behind_since_is_that_of_its_noun() -> None:
    """What has gone on since then happened in no such month."""
    line = "ويقول المجلس إن مئات الصيادين عادوا إلى الساحل منذ سقوط حكم القراصنة في مارس الماضي."
    assert texts(line) == [("2023-03", "سقوط حكم القراصنة في مارس الماضي.")]
    owned = "وتُعد صور ثالث مدينة يزورها العمدة منذ أدائه اليمين الدستورية في مارس 2023."
    assert [text for _, text in texts(owned)] != ["أدائه اليمين الدستورية في مارس 2023."]

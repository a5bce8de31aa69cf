"""What only looks like a day of the week, or like one to come."""

import pytest
from msgspec import structs

from brief.extract.events import events
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def told(*lines: str) -> list[tuple[str, str | None]]:
    """The days of the events of an article of these lines."""
    return [(one.start, one.end) for one in events(document(*lines, published=TODAY), ARABIC)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وقال مدرب الفريق إن اللاعبين الأحد عشر خاضوا المباراة بلا تدريب.", []),
        ("وقال مدرب الفريق الأحد إن اللاعبين خاضوا المباراة بلا تدريب.", ["2023-05-07"]),
        ("وسلمت البلدية الأسر الأحد عشر مفاتيح منازلها يوم الاثنين.", ["2023-05-08"]),
    ],
    ids=["eleven", "Sunday", "eleven on a Monday"],
)
def test_eleven_is_no_sunday(line: str, found: list[str]) -> None:
    """The first word of the number is spelled as the day."""
    assert [start for start, _ in told(line)] == found


@pytest.mark.parametrize(
    "line",
    [
        "كانت ليلة الأحد إلى الاثنين الأبرد في المدينة منذ عشر سنوات، وسقطت فيها ثلوج كثيفة.",
        "سقطت ثلوج كثيفة على المدينة ليل الأحد على الاثنين وأغلقت الطريق الجبلي.",
        "سقطت ثلوج كثيفة على المدينة ليل الأحد الاثنين وأغلقت الطريق الجبلي.",
    ],
    ids=["to", "upon", "bare"],
)
def test_a_night_between_two_days_is_one_event(line: str) -> None:
    """It is told for the day on which it begins."""
    assert told(line) == [("2023-05-07", None)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وبلغ عدد المرضى 40 في آخر حصيلة للمستشفى تعود إلى الخميس.", []),
        ("وتعود الرحلات إلى المطار الخميس بعد إصلاح المدرج.", ["2023-05-11"]),
        ("وتعود ملكية المصنع إلى عام 1987 حين اشترته البلدية من ورثة مؤسسه.", ["1987"]),
    ],
    ids=["a count", "flights", "a year"],
)
def test_a_count_of_a_day_is_no_event_to_come(line: str, found: list[str]) -> None:
    """«The last toll dates back to Thursday» tells of the last Thursday, and of no act."""
    assert [start for start, _ in told(line)] == found


def texts(*lines: str, opinion: bool = False) -> list[str]:
    """The words of the events of an article of these lines."""
    text = structs.replace(document(*lines, published=TODAY), opinion=opinion)
    return [one.text for one in events(text, ARABIC)]


def test_two_ministries_are_no_verb() -> None:
    """The dual is spelled as «and they visited»; and a noun with «and» and the article is definite."""
    line = "وكانت وزارتا الري والزراعة أعلنتا في بيان مشترك مساء الأحد خفض حصص المياه إلى النصف في الصيف."
    assert told(line) == [("2023-05-07", None)]


def test_a_time_given_to_somebody_is_to_come() -> None:
    """«Gave the owners until 20 November» is a day to watch."""
    assert told("وأمهلت البلدية أصحاب القوارب حتى 20 نوفمبر لتجديد تراخيصهم.") == [("2023-11-20", None)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "ينص البرنامج الذي أُقر في مارس الماضي على خفض كلفة الري إلى النصف وتجديد القنوات بحلول 2027.",
            "البرنامج الذي أُقر في مارس الماضي",
        ),
        ("وعن السجناء الذين لم يشملهم العفو في 29 أبريل، أكد الوزير أنهم سيحاكمون الأسبوع المقبل.", None),
        (
            "وفق المهندس المقيم سليم حداد، الذي تحدث عن 20 يونيو موعدا للافتتاح، ينتظر السد الأمطار.",
            None,
        ),
    ],
    ids=["a verb before it", "about whom", "by whom"],
)
def test_a_thing_dated_by_the_way_is_told_as_a_thing(line: str, found: str | None) -> None:
    """Neither the verb of the sentence nor «about» and «according to» open the words of such an event."""
    assert [one for one in texts(line) if one.endswith(("مارس الماضي", "29 أبريل", "20 يونيو"))] == (
        [found] if found else []
    )


@pytest.mark.parametrize(
    "line",
    [
        "والمخزون من القمح، وفق أرقام الهيئة المنشورة الأسبوع الماضي، يكفي أربعة أشهر من الاستهلاك.",
        "ولم يعد افتتاح الجسر ممكنا في 12 يوليو بعد انهيار الدعامة.",
        "ويناقض ذلك ما أعلنه رئيس البلدية عقب التدشين في 21 أبريل.",
        "وليس هذا بالأمر الهين على البلدية، التي أغلقت المسبح سنة 2007.",
    ],
    ids=["figures put out", "no longer possible", "it belies", "no small matter"],
)
def test_what_is_only_said_of_a_day_is_no_event(line: str) -> None:
    """Numbers of a day, what will not be, and what is said of what stands before."""
    assert texts(line) == []


@pytest.mark.parametrize(
    ("line", "opinion", "number"),
    [
        ("فمن يطلب الصبر من الفلاح في أبريل لن يحصد قمحه في يونيو.", True, 0),
        ("ووقعت البلدية في 12 أبريل عقدا لن تلغيه بسهولة.", True, 1),
        ("وربما غير الوزير رأيه، إلا أن الانتخابات المقررة في نوفمبر تجعل التوقيت مريبا.", True, 0),
        ("وهنا تكمن العقدة: الجسر لن يكتمل قبل الشتاء، بينما تبدأ المواسم في سبتمبر.", True, 0),
        ("لم يأت قرار 12 أبريل بإغلاق السوق من فراغ.", False, 0),
        ("وأتى قرار 12 أبريل بإغلاق السوق بعد شكاوى السكان.", False, 1),
    ],
    ids=["whoever", "who did", "perhaps", "here lies", "out of nothing", "upon complaints"],
)
def test_a_maxim_is_no_event(line: str, *, opinion: bool, number: int) -> None:
    """«Whoever asks … will not …», «this did not come from nowhere»."""
    assert len(texts(line, opinion=opinion)) == number


def test_a_happening_is_told_without_the_effect_that_is_cut_off() -> None:
    """«Brought back the signing …, yesterday, of …» waits for what it brought back."""
    line = (
        "أعاد توقيع شيلي وبيرو بالأحرف الأولى، يوم الأحد الماضي، على بروتوكول معدل بشأن صيد الأنشوفة في "
        "المياه المشتركة، تسليط الضوء على شريط مائي ضيق ظل عقودا طويلة مصدر خلاف بين البلدين وصياديهما."
    )
    (found,) = texts(line)
    assert found.startswith("توقيع شيلي وبيرو")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        (
            (
                "وقالت وزارة الصيد إن ما تردد عن مخزن مشترك «كلام فارغ»، وإن الوفد لم يوافق في محادثات "
                "أبريل إلا على «مساهمة لم يحدد مقدارها، ولا تعني شيئا»."
            ),
            0,
        ),
        ("ولم توافق الوزارة إلا في 12 أبريل على نصف القروض المطلوبة.", 1),
        ("ووقع الوزير العقد في 12 أبريل، إلا أن الشركة ألغته.", 1),
    ],
    ids=["cut off", "whole", "but it"],
)
def test_an_exception_is_told_with_what_it_is_excepted_from(line: str, number: int) -> None:
    """«In the talks of April but to …» says the contrary of «did not agree in the talks but to …»."""
    assert len([one for one in texts(line) if "أبريل" in one]) == number


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وتعهدت الحكومة بخفض الرسوم قبل نهاية سبتمبر 2022، وبإنشاء سجل للسفن قبل ذلك بثلاثة أشهر.", []),
        (
            "ووقعت الحكومة العقد في سبتمبر 2022، وكانت قد أنشأت سجلا للسفن قبل ذلك بثلاثة أشهر.",
            ["2022-09", "2022-06"],
        ),
    ],
    ids=["promised", "done"],
)
def test_what_was_promised_is_not_told_as_done(line: str, found: list[str]) -> None:
    """A time counted from a promised one is that of a promise."""
    assert [start for start, _ in told(line) if start == "2022-06"] == [
        one for one in found if one == "2022-06"
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("أمام مخبز في حي الزيتون، وقف الحاج سالم صباح أمس يعد نقوده ثم سأل البائع مرة ثانية عن السعر.", 0),
        ("أمام مكتب البريد في الميناء، كان نحو أربعين شخصا ينتظرون صباح أمس وصول الطرود.", 0),
        ("أمام مقر البلدية، وقف مئات المحتجين صباح أمس مطالبين بإلغاء الرسوم.", 1),
    ],
    ids=["a man with his money", "a queue", "a protest"],
)
def test_a_scene_is_no_event(line: str, number: int) -> None:
    """Whom a reporter saw stand somewhere did nothing that a brief would tell."""
    assert len(told(line)) == number

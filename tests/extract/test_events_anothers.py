"""A day that is not that of what its clause tells."""

import pytest

from brief.extract.events import events
from brief.model import Event
from tests.builders import ARABIC, document


def told(line: str) -> list[tuple[str, str]]:
    """The events of an article of one line, written on a Wednesday."""
    found: tuple[Event, ...] = events(document(line, published="2023-05-10"), ARABIC)
    return [(one.start, one.text) for one in found]


@pytest.mark.parametrize(
    ("line", "day", "thing"),
    [
        (
            "اعترضت نقابة الصيادين على توقيع العقد واتفاق الرصيف، الذي جرى في 3 مايو، معتبرة أنه جائر.",
            "2023-05-03",
            "اتفاق الرصيف، الذي جرى في 3 مايو",
        ),
        (
            "انتقد رئيس البلدية الاتفاق الموقع في 3 مايو بين المرفأ والشركة.",
            "2023-05-03",
            "الاتفاق الموقع في 3 مايو بين المرفأ والشركة.",
        ),
        (
            "ندد الوزير بالهجوم الذي وقع يوم الثلاثاء في الميناء القديم.",
            "2023-05-09",
            "الهجوم الذي وقع يوم الثلاثاء في الميناء القديم.",
        ),
        (
            "وتقول كينيا إنها محايدة، وقد رفضت الانضمام إلى مؤتمر البحيرة الذي عقد في 3 مارس 2021.",
            "2021-03-03",
            "مؤتمر البحيرة الذي عقد في 3 مارس 2021.",
        ),
        (
            "رحبت غرفة التجارة بالقمة المقررة في ديسمبر المقبل في مدينة المرفأ.",
            "2023-12",
            "القمة المقررة في ديسمبر المقبل في مدينة المرفأ.",
        ),
        (
            "أثنت غرفة التجارة على الاتفاق الموقع في 3 مايو بين المرفأ والشركة.",
            "2023-05-03",
            "الاتفاق الموقع في 3 مايو بين المرفأ والشركة.",
        ),
        (
            "انتقد رئيس البلدية توقيع عقد الرصيف الذي جرى في 3 مايو.",
            "2023-05-03",
            "توقيع عقد الرصيف الذي جرى في 3 مايو.",
        ),
    ],
    ids=["objected to", "a participle", "condemned", "refused", "to come", "praised", "a contract's signing"],
)
def test_a_thing_that_is_only_named_is_told_by_its_own_words(line: str, day: str, thing: str) -> None:
    """The day of the thing somebody speaks of is not the day he speaks: the line of it is the thing."""
    assert told(line) == [(day, thing)]


@pytest.mark.parametrize(
    "line",
    [
        "هنا قاعة القمة التي عقدت في 3 مايو بحضور الصيادين.",
        "رأي غرفة التجارة في الاتفاق الموقع في 3 مايو معروف للجميع.",
        "طريق السفن عبر القناة القديمة إلى المعرض الذي أقيم في 3 مايو طويل.",
        "دافع الصيادين إلى الإضراب الذي بدأ في 3 مايو أجورهم القديمة.",
        "على لوحة السوق صورة المعرض الذي أقيم في 3 مايو في المرفأ.",
    ],
    ids=["here", "a view", "across", "a motive", "a board"],
)
def test_a_word_that_looks_like_a_verb_of_opinion_is_none(line: str) -> None:
    """«Here», «across» and «a motive» share their letters with a verb: the clause stays whole."""
    assert told(line) == [("2023-05-03", line)]


@pytest.mark.parametrize(
    "line",
    [
        "وأوصت الغرفة بربط الأجور بمعدل التضخم الذي بلغ 9.4 في المئة في أبريل.",
        "أوقفت النقابة الإضراب الذي بدأته في 3 مايو.",
        "وقال الوزير إن الزيادة مشروطة بإقرار البرلمان موازنة العام المقبل.",
    ],
    ids=["a figure", "somebody's act", "a thing of a year"],
)
def test_a_thing_told_too_shortly_makes_no_event(line: str) -> None:
    """A figure, an act of somebody who is not named with it, a budget by its year: nothing happened then."""
    assert told(line) == []


def test_what_stands_first_is_dated_by_its_own_clause() -> None:
    """A subject with a relative clause of its own is told with what is said of it."""
    line = "القمة التي عقدت في مارس الماضي في مدينة المرفأ فشلت."
    assert told(line) == [("2023-03", line)]


def test_a_share_that_falls_due_does_not_date_the_act() -> None:
    """«Half of it in July» is neither the day of the signing nor an act."""
    line = (
        "وقعت وزارة التربية ونقابة المعلمين في 3 مايو اتفاقا يزيد الأجور 12 في المئة، "
        "نصفها في يوليو ونصفها الآخر في أكتوبر من العام المقبل."
    )
    assert [day for day, _ in told(line)] == ["2023-05-03"]


def test_what_is_announced_stands_behind_an_inserted_day() -> None:
    """«Announced, on Sunday evening, that …»: neither comma ends the clause."""
    line = (
        "أعلنت نقابة عمال الرصيف في مدينة المرفأ، مساء الأحد، تعليق الإضراب العام المفتوح، "
        "بعد التوصل إلى تفاهم مبدئي مع إدارة الميناء يقضي بزيادة الأجور 12 في المئة على مرحلتين متتاليتين."
    )
    ((_, text),) = told(line)
    assert text == "أعلنت نقابة عمال الرصيف في مدينة المرفأ، مساء الأحد، تعليق الإضراب العام المفتوح"


def test_a_lead_in_is_no_part_of_what_is_to_come() -> None:
    """«Meanwhile» ties an event to the text around it, and is not told."""
    ((_, text),) = told("في هذا الوقت، دعا اتحاد البحارة إلى اعتصام أمام البرلمان في 22 مايو.")
    assert text.startswith("دعا اتحاد البحارة")


def test_what_is_ruled_out_before_a_month_was_not_a_month_ago() -> None:
    """«Before a month» behind such a verb is a term, elsewhere a day behind the article."""
    assert told("واستبعد مهندس في الهيئة عودة المياه إلى القناة قبل شهر.") == []
    assert [day for day, _ in told("عادت المياه إلى القناة القديمة قبل يومين.")] == ["2023-05-08"]


def test_a_dateline_is_no_part_of_an_event() -> None:
    """Where and by whom it was written stands before the first words."""
    ((_, text),) = told(
        "المرفأ (وكالة البحر) - قررت محكمة المرفأ، الثلاثاء 9 مايو 2023، وقف الأعمال في القناة."
    )
    assert text.startswith("قررت محكمة المرفأ")


@pytest.mark.parametrize(
    "thing",
    ["في الرصيف القديم، الذي افتتح في 3 مايو 2019", "في الرصيفين القديمين، اللذين افتتحا في 3 مايو 2019"],
)
def test_an_inserted_clause_keeps_its_day_of_one_thing_and_of_two(thing: str) -> None:
    """What is told of the piers themselves is not of the day they were opened."""
    assert told(f"{thing}، سفن كثيرة للصيادين.") == [("2019-05-03", thing)]

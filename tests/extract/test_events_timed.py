"""What the words right before a date make of it: past, to come, of no month, or of another thing."""

import pytest
from msgspec import structs

from brief.extract.events import events
from tests.builders import ARABIC, document

TODAY = "2023-05-10"  # a Wednesday


def told(*lines: str, opinion: bool = False) -> list[tuple[str, str]]:
    """The events of an article of these lines, with their words."""
    text = structs.replace(document(*lines, published=TODAY), opinion=opinion)
    return [(one.start, one.text) for one in events(text, ARABIC)]


def days(*lines: str, opinion: bool = False) -> list[str]:
    """Their days."""
    return [start for start, _ in told(*lines, opinion=opinion)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وصوتت البلدية أمس على إلغاء القروض الممنوحة في أكتوبر.", ["2023-05-09"]),
        ("وقال المدير إن الرخصة الممنوحة في أكتوبر «رخصة للحفر لا للبناء».", []),
        ("ومن المقرر أن يبدأ المشروع في أكتوبر بعد موافقة البلدية.", ["2023-10"]),
        ("وستطلق الشركة المنظومة في أكتوبر بعد موافقة البلدية.", ["2023-10"]),
    ],
    ids=["a loan that was given", "said of a licence", "a project", "a system"],
)
def test_what_was_done_to_a_thing_lies_in_the_past(line: str, found: list[str]) -> None:
    """«The licence granted in October» was granted; nouns of that form tell nothing."""
    assert days(line) == found


def test_a_name_is_no_verb_to_come() -> None:
    """The letters of the future may open a family name."""
    line = "وقالت المديرة زينب بنت سيدانا إن الشركة وقعت عقد الرصيف في مارس أمام الصيادين."
    assert days(line) == ["2023-03"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("وطالب الصيادون بإرجاء افتتاح الرصيف إلى ما بعد سبتمبر.", []),
        ("ورحلت البلدية افتتاح الرصيف الجديد إلى ما بعد 30 سبتمبر 2023.", ["2023-09-30"]),
        ("وعادت أسعار الأسماك إلى ما قبل مارس، كما قالت البلدية.", []),
        ("وأجلت البلدية افتتاح الرصيف الجديد إلى 30 سبتمبر.", ["2023-09-30"]),
    ],
    ids=["till after a month", "till after a day", "as before", "to a day"],
)
def test_what_comes_after_a_time_comes_not_on_it(line: str, found: list[str]) -> None:
    """«Till after September» is no September; a day that is named with it can be watched for."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("واتفقت البلديتان على تشكيل لجنة لفحص الرصيف، على أن ترفع تقريرها في مارس.", ["2024-03"]),
        ("وشدد المدير على أن الشركة وقعت عقد الرصيف في مارس.", ["2023-03"]),
    ],
    ids=["it is to report", "it signed"],
)
def test_what_is_agreed_on_is_still_to_come(line: str, found: list[str]) -> None:
    """«On the condition that it report in March» looks ahead, whatever verb of the past stands before."""
    assert days(line) == found


@pytest.mark.parametrize(
    ("count", "found"),
    [
        ("بنحو 15 شهرا", []),
        ("بـ 15 شهرا", []),
        ("بنحو شهرين", []),
        ("بشهرين", ["2025-02"]),
        ("بنحو عامين", ["2026"]),
    ],
    ids=["about fifteen months", "fifteen months", "about two", "two", "about two years"],
)
def test_a_round_number_leads_to_no_month(count: str, found: list[str]) -> None:
    """Fifteen months after the end of a year is in no month that anybody named."""
    line = f"وسيفتتح الرصيف الأول في نهاية عام 2024 على أن يليه الثاني بعد ذلك {count}."
    assert days(line) == ["2024-12", *found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "تستند النقابة إلى بروتوكول أجور عمال السكك الموقع عام 1998، وترفض أي خفض.",
            "بروتوكول أجور عمال السكك الموقع عام 1998",
        ),
        (
            "وتطالب البلدية بتعديل عقد صيانة رصيف الصيد المبرم عام 2011.",
            "عقد صيانة رصيف الصيد المبرم عام 2011.",
        ),
        (
            "وشدد البيان على حقها، لكنها تطلب وقف أعمال التوسعة التي بدأت في أبريل حتى تطلع على الخرائط.",
            "التوسعة التي بدأت في أبريل",
        ),
    ],
    ids=["leans on a charter", "asks for a contract", "asks for a stop till it has seen"],
)
def test_a_year_of_a_paper_is_told_by_the_paper(line: str, found: str) -> None:
    """What somebody asks for today is not of the year of what it leans on."""
    assert [text for _, text in told(line)] == [found]


@pytest.mark.parametrize(
    "line",
    [
        "ويقول مدير المتحف إن الحي خسر نصف مقاهيه بسبب الضجيج منذ مد الطريق الدائري عام 1998.",
        "وفي السوق المغطى، الذي صورته القناة أمس، علق الباعة لافتات سوداء على الأبواب.",
        "وهذا هو المبلغ الذي أعلنته البلدية عند توقيع العقد، والمبلغ الذي أعلنته عند توقيع العقد في مارس.",
        "ويرى مراقبون أن وراء الإضراب خوف الباعة من نقل السوق إلى الضاحية اعتبارا من 2026.",
        "وأغلب الظن أن رخصة المقاول كانت تنتهي في 30 أبريل.",
    ],
    ids=["since a road", "pictures of the place", "who did it", "observers", "a guess"],
)
def test_a_date_of_something_beside_dates_nothing(line: str) -> None:
    """The loss is not of the year of the road, nor the banners of the day of the pictures."""
    assert days(line) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("والأرجح أن يفتتح الرصيف الجديد في يوليو المقبل.", ["2023-07"]),
        ("وفي البلدة القديمة، التي شهدت أمس مواجهات عنيفة، أغلقت المتاجر.", ["2023-05-09"]),
    ],
    ids=["likely to come", "a place of clashes"],
)
def test_what_is_likely_or_happened_there_stays(line: str, found: list[str]) -> None:
    """A forecast that says that it is one, and what happened in a place that is named."""
    assert days(line) == found


def test_an_author_only_names_elections_by_their_year() -> None:
    """«They care for nothing but the elections of 2027» tells of no elections."""
    line = "ولا يشغل كثيرين من أعضاء المجلس سوى انتخابات 2027 ومقاعدها."
    assert days(line, opinion=True) == []


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("أما الجسر القديم، الذي كان من معالم المدينة لعقود، فقد هُدم في 3 مايو 2021.", True),
        ("أما المصنع فيغلق أبوابه في 3 مايو 2024.", True),
        ("أما الجسر القديم، والذي كان من معالم المدينة، فتح في 3 مايو 2021.", True),
        ("أما الجسر القديم، والذي هدم بقرار من البلدية في 3 مايو 2021.", False),
    ],
)
def test_as_for_without_what_is_said_of_it_is_no_event(line: str, *, stands: bool) -> None:
    """«As for the bridge, which …» needs its answer."""
    assert bool(told(line)) is stands


def test_nothing_counts_from_a_day_that_is_asked_about() -> None:
    """«Two days earlier» behind a question leans on what was told before it."""
    line = "قبل ذلك بيومين، أعلنت البلدية وقف البناء في الميناء."
    assert days("افتتح الجسر في 5 مايو 2023.", line) == ["2023-05-05", "2023-05-03"]
    assert days("ماذا سيحدث بعد 5 مايو 2023؟", line) == []


def test_what_an_author_asks_for_is_no_event() -> None:
    """«What is needed», in an opinion piece."""
    line = "المطلوب نشر الميزانية وتحديد ما سيحدث في أكتوبر 2024 حين ينتهي العقد."
    assert told(line, opinion=True) == []

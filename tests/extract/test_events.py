"""Dated happenings, each with the clause that tells it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.extract.events import events
from brief.language import load
from brief.model import Event
from tests.builders import document

ARABIC = load("ar")
CASES = tomllib.loads(Path(__file__).with_name("events_cases.toml").read_text("utf-8"))["case"]


def dated(line: str, published: str | None = "2023-05-10") -> list[Event]:
    """The events of an article of one line."""
    text = document(line, published=published)
    found = list(events(text, ARABIC))
    assert all(text.text[a.start : a.end] == a.text for one in found for a in one.evidence)
    return found


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("افتتح الرئيس الكيني السد الجديد في 3 مارس 2021 بحضور ضيوفه.", "2021-03-03", None),
        ("وقعت مصر والسودان اتفاقية النهر عام 1959 في القاهرة.", "1959", None),
        ("عقد الوزراء قمتهم في نيروبي بين 4 و6 أبريل 2023.", "2023-04-04", "2023-04-06"),
        ("ستستضيف نيروبي القمة المقبلة في سبتمبر 2023.", "2023-09", None),
    ],
)
def test_a_date_beside_a_happening_is_an_event(line: str, start: str, end: str | None) -> None:
    """Days, months, years and ranges date the clause they stand in."""
    (event,) = dated(line)
    assert (event.start, event.end) == (start, end)


@pytest.mark.parametrize(
    "line",
    [
        "بلغ حجم الصادرات الكينية 7 مليارات دولار في عام 2021.",
        "يظل الطريق مفتوحا حتى عام 2021.",
        "في فترة رئاسته الوحيدة للنقابة (1990- 2020).",
        "كان من المتوقع أن يصل الطلب إلى 30 مليون طن بحلول عام 2020.",
    ],
)
def test_figures_bounds_and_long_spans_are_no_events(line: str) -> None:
    """A figure's year, a bound, a misprinted term and a past forecast date nothing that happened."""
    assert dated(line) == []


def test_the_clause_is_tight() -> None:
    """The evidence is the clause of the date, not the whole sentence."""
    (event,) = dated(
        "تراجعت الأسعار في الأسواق كلها، وأغلق الميناء الشمالي أبوابه أمام السفن في 3 مارس 2021، "
        "بينما بقيت الموانئ الأخرى تعمل كما كانت تعمل من قبل دون أن يشعر التجار بفرق كبير."
    )
    assert "الميناء الشمالي" in event.text
    assert len(event.text) <= 200
    assert "بقيت" not in event.text


def test_nothing_is_dated_from_an_undated_article() -> None:
    """A time that counts from «now» gives no event where nobody knows when the text was written."""
    assert dated("وصل الوزير الكيني إلى القاهرة يوم الأربعاء.", published=None) == []
    assert [one.start for one in dated("وصل الوزير الكيني إلى القاهرة يوم الأربعاء.", "2023-05-12")] == [
        "2023-05-10"
    ]


def test_a_late_date_of_a_long_clause_keeps_the_words_before_it() -> None:
    """A clause without a break is cut between words to what stands near its date, far as it began."""
    long = " ".join(["وصل الوفد الكيني إلى المدينة الشمالية"] * 20)
    (event,) = dated(f"{long} ثم وقعت مصر والسودان اتفاقية النهر في 3 مارس 2021.")
    assert len(event.text) <= 200
    assert event.text.endswith("وقعت مصر والسودان اتفاقية النهر في 3 مارس 2021.")


def test_each_of_many_dates_has_its_clause() -> None:
    """The dates of a long sentence are told by the words around each, not by those of another."""
    years = range(1950, 1990)
    found = dated("، ".join(f"ووقعت مصر والسودان اتفاقية النهر الكبير عام {year}" for year in years) + ".")
    assert [event.start for event in found] == [str(year) for year in years]
    assert all(event.text.rstrip(".").endswith(event.start) for event in found)


def spelled(one: Event) -> str:
    """An event's time as the cases have it."""
    return f"{one.start}/{one.end}" if one.end else one.start


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_times_of_the_press(case: dict[str, Any]) -> None:
    """Each sentence of the cases tells its events and no other; those known to be missed are still so."""
    found = [spelled(one) for one in dated(case["text"], case["published"])]
    assert (found == case["events"]) != ("missed" in case)


def test_there_are_cases_enough() -> None:
    """The cases are many and hardly any is missed."""
    assert len(CASES) >= 100
    assert sum("missed" in case for case in CASES) <= 2


def test_a_year_of_a_stretch_that_runs_backwards_is_none() -> None:
    """A term that ends before it begins is misprinted, in whichever way it is written."""
    assert dated("تولى الحكم بين عامي 2012 و2002 في البلاد.") == []
    assert dated("ترأس البنك المركزي (2015- 2009) ثم استقال.") == []


def test_a_forecast_is_something_to_come() -> None:
    """What is foreseen for a year after the article is dated by it, however large the figure."""
    (event,) = dated("من المتوقع أن يصل الطلب إلى 30 مليون طن بحلول عام 2040.")
    assert event.start == "2040"


def test_a_promise_may_be_dated_after_its_article() -> None:
    """A verb of the past that promises is no misprint; one that tells is."""
    (event,) = dated("أعلنت الحكومة الكينية نيتها بيع شركة السكك الحديدية في 2031.")
    assert event.start == "2031"
    assert dated("انهار السد الكبير على نهر تانا في 2031.") == []


def test_what_is_to_come_is_widened_until_it_stands_alone() -> None:
    """A clause that is to be watched begins with the words it hangs on."""
    long = "، وهو سد كبير تموله ثلاثة مصارف من شرق القارة وجنوبها وتنفذه شركة من نيروبي" * 2
    line = f"وافق البرلمان الكيني على مشروع السد{long}، على أن تبدأ الأعمال في سبتمبر 2023."
    (event,) = dated(line)
    assert event.start == "2023-09"
    assert event.text.startswith("وافق البرلمان الكيني")


@given(
    st.text(
        alphabet="في عام 2019 مارس الماضي قبل يومين،.اليوم التالي بين و-ليل الخميس من الشهر", max_size=120
    )
)
def test_any_words_give_events_with_their_own_passages(line: str) -> None:
    """Whatever the words, events have times in order and passages of the text."""
    for one in dated(f"قال {line}."):
        assert one.end is None or one.start <= one.end
        assert one.text == one.evidence[0].text


@pytest.mark.parametrize(
    ("line", "start", "text"),
    [
        (
            "وفي حي الميناء، حيث غرق ثلاثة بحارة في 15 أبريل، لا يبدو الصيف سعيدا.",
            "2023-04-15",
            "وفي حي الميناء، حيث غرق ثلاثة بحارة في 15 أبريل",
        ),
        (
            "قال الرئيس الكيني وليام روتو، الذي وصل إلى باريس في 3 مارس 2021، إن بلاده لن تغلق السد.",
            "2021-03-03",
            "الرئيس الكيني وليام روتو، الذي وصل إلى باريس في 3 مارس 2021",
        ),
        (
            "ويرفع العقد أجور البحارة ابتداء من يناير المقبل، ويقضي بعودة المفصولين إلى السفن.",
            "2024-01",
            "ويرفع العقد أجور البحارة ابتداء من يناير المقبل",
        ),
        (
            "دخل إضراب الصيادين اليوم الأربعاء أسبوعه الثاني، ولم تغادر أي سفينة المرفأ منذ يوم 3 مايو.",
            "2023-05-03",
            "ولم تغادر أي سفينة المرفأ منذ يوم 3 مايو.",
        ),
        (
            "كما أن الانتخابات البلدية المقررة في 4 يونيو 2023 ستجعل الزيادة صعبة.",
            "2023-06-04",
            "الانتخابات البلدية المقررة في 4 يونيو 2023 ستجعل الزيادة صعبة.",
        ),
        (
            "وكان الأجدى أن يبنى السد على مراحل؛ وهو ما أوصى به خبراء في تقريرهم الصادر في 3 مارس 2021.",
            "2021-03-03",
            "وكان الأجدى أن يبنى السد على مراحل؛ وهو ما أوصى به خبراء في تقريرهم الصادر في 3 مارس 2021.",
        ),
    ],
)
def test_a_date_dates_its_own_clause(line: str, start: str, text: str) -> None:
    """An inserted, a joined or a later clause keeps its date to itself, and no clause points to nothing."""
    told = {event.start: event.text for event in dated(line)}
    assert told[start].rstrip(".") == text.rstrip(".")


def test_an_adjunct_does_not_stand_without_its_sentence() -> None:
    """«After its signing …» is told with what came after it."""
    (event,) = dated(
        "علق اتحاد البحارة إضرابه الطويل في موانئ الشمال، بعد توقيعه ليل الاثنين اتفاقا مع الشركة يرفع أجور "
        "العاملين على السفن، وفق ما قاله ممثلون عن الجانبين للصحافة المحلية في العاصمة بعد ساعات من اللقاء."
    )
    assert event.text.startswith("علق اتحاد البحارة")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            (
                "وتدعو اتفاقية البحيرة بين كينيا وأوغندا التي صادق عليها البرلمان الكيني بعد جدل طويل، إلى "
                "مراقبة الصيد في كل فصول السنة، وهي تحيي اتفاقًا بين البلدين وقع عام 1961 في نيروبي."
            ),
            "اتفاقية البحيرة",
        ),
        (
            (
                "أجرى وزير الصيد الكيني جون أوتينو، في إطار جولة طويلة بدأت من أوغندا وشملت بلدانا كثيرة "
                "على ضفاف البحيرة وحولها، زيارة قصيرة إلى العاصمة السودانية، في 22 يونيو 2021."
            ),
            "جون أوتينو",
        ),
    ],
)
def test_an_event_names_who_did_it(line: str, told: str) -> None:
    """Words whose subject stands before them in their sentence are told with it."""
    (event,) = dated(line)
    assert told in event.text


@pytest.mark.parametrize(
    "line",
    [
        "وقعا الاتفاقية الجديدة في نيروبي في 3 مارس 2021.",
        "وأعلنوا ذلك للصحفيين في 3 مارس 2021 بعد اجتماع قصير.",
        "استأنفنا رحلات القطار إلى نيروبي في 3 مارس 2021.",
        "وقّع اتفاقًا لصيد السمك في 3 مارس 2021 في نيروبي.",
    ],
)
def test_what_nobody_does_is_no_event(line: str) -> None:
    """Where no words of the passage name who did it, nothing is told."""
    assert dated(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "وقع جون أوتينو اتفاقًا لصيد السمك في 3 مارس 2021 في نيروبي.",
        "وقعت كينيا وأوغندا الاتفاقية في 3 مارس 2021.",
        "ردا على ذلك أغلقت كينيا الجسر في 3 مارس 2021.",
        "قتل صيادون في عاصفة ضربت البحيرة في 3 مارس 2021.",
    ],
)
def test_what_somebody_does_stays_an_event(line: str) -> None:
    """A subject right after its verb, or a passive, is no missing one."""
    (event,) = dated(line)
    assert event.text == line.rstrip(".") or event.text == line


def test_an_event_begins_behind_what_adds_nothing() -> None:
    """«While», «however» and «noteworthy is that» are no words of what happened."""
    (event,) = dated("في حين افتتحت كينيا الميناء الجديد في 3 مارس 2021 بحضور ضيوفها.")
    assert event.text.startswith("افتتحت كينيا")

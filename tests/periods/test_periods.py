"""Times in a text: their ISO form, their spans, and what is no time."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import periods
from brief.language import load, table
from brief.periods.words import prefixes

ARABIC = load("ar")
PUBLISHED = "2022-09-14"  # a Wednesday


def told(text: str, reference: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Each time of a text: the words and the ISO form."""
    return [(text[time.start : time.end], time.iso) for time in periods.find(text, ARABIC, reference)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("صدر في 2021-03-09 عن الوزارة", "2021-03-09", "2021-03-09"),
        ("بيانات 2021-03 المنشورة", "2021-03", "2021-03"),
        ("نتائج 2021-Q2 للشركة", "2021-Q2", "2021-Q2"),
        ("اجتمعوا بين 3 و7 مارس 2021م في الرباط", "3 و7 مارس 2021م", "2021-03-03/2021-03-07"),
        (
            "بين الثاني من مايو/أيار و19 يونيو/حزيران 2021",
            "الثاني من مايو/أيار و19 يونيو/حزيران 2021",
            "2021-05-02/2021-06-19",
        ),
        ("بين 20 نوفمبر و3 فبراير 2021", "20 نوفمبر و3 فبراير 2021", "2020-11-20/2021-02-03"),
        ("من 5 مارس حتى 9 يونيو 2021", "5 مارس حتى 9 يونيو 2021", "2021-03-05/2021-06-09"),
        ("بين مارس ويونيو 2021", "مارس ويونيو 2021", "2021-03/2021-06"),
        ("من 5 إلى 6 أغسطس الماضي", "5 إلى 6 أغسطس الماضي", "2022-08-05/2022-08-06"),
        ("أُسست عام 1987 في عدن", "عام 1987", "1987"),
        ("صدر التقرير 2015م كاملا", "2015م", "2015"),
        ("ولايته (2009-2013) كانت صعبة", "2009-2013", "2009/2013"),
        ("قالت في أبريل/نيسان إن", "أبريل/نيسان", "2022-04"),
        ("الجمعة 5/مارس/2021 صباحا", "الجمعة 5/مارس/2021", "2021-03-05"),
        ("5 مارس، 2021", "5 مارس، 2021", "2021-03-05"),
        ("٥ آذار ٢٠٢١ في دمشق", "٥ آذار ٢٠٢١", "2021-03-05"),
        ("12 جوان 2020 في تونس", "12 جوان 2020", "2020-06-12"),
        ("غرة العمل 1 كانون الثاني 2020", "1 كانون الثاني 2020", "2020-01-01"),
        ("في 5/3/2021 وقعوا", "5/3/2021", "2021-03-05"),
        ("في الثاني من أيلول الجاري", "الثاني من أيلول الجاري", "2022-09-02"),
        ("بلغت العام الماضي ذروتها", "العام الماضي", "2021"),
        ("ستنطلق الشهر المقبل", "الشهر المقبل", "2022-10"),
        ("نهاية هذا العام", "نهاية هذا العام", "2022-12"),
        ("أواخر عام 2019", "أواخر عام 2019", "2019-Q4"),
        ("في أكتوبر العام الماضي", "أكتوبر العام الماضي", "2021-10"),
        ("ديسمبر المقبل", "ديسمبر المقبل", "2022-12"),
        ("في نوفمبر", "نوفمبر", "2021-11"),
        ("في الربع الثاني من العام الجاري", "الربع الثاني من العام الجاري", "2022-Q2"),
        ("النصف الأول من عام 2020", "النصف الأول من عام 2020", "2020-01/2020-06"),
        ("خلال العقدين الماضيين", "العقدين الماضيين", "2002/2022"),
        ("في السنوات العشر الأخيرة", "السنوات العشر الأخيرة", "2012/2022"),
        ("في الأشهر الستة المقبلة", "الأشهر الستة المقبلة", "2022-09/2023-03"),
        ("قال يوم الاثنين", "يوم الاثنين", "2022-09-12"),
        ("قال الاثنين المقبل", "الاثنين المقبل", "2022-09-19"),
        ("أعلنت أمس الثلاثاء", "أمس الثلاثاء", "2022-09-13"),
        ("منتصف أيار 2020", "منتصف أيار 2020", "2020-05"),
        ("بين عامي 2011 و2018", "عامي 2011 و2018", "2011/2018"),
        ("من عام 2011 إلى عام 2018", "عام 2011 إلى عام 2018", "2011/2018"),
        ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "1980/1989"),
        ("في 10 رمضان 1443هـ", "10 رمضان 1443هـ", "2022-04-11"),
    ],
)
def test_a_time_is_read_with_its_words(text: str, words: str, iso: str) -> None:
    """Every way of the press to write a time gives its ISO form and exactly its words."""
    assert told(text) == [(words, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "خلال الأعوام نفسها تراجعت الأسعار",
        "زرعوا 2021 شجرة",
        "في 1900 قرية",
        "مارس الضغط على الحكومة",
        "كلا الطرفين الاثنين موافق",
        "فاز الفريق 3-2",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Counts, verbs spelt like months and times without an antecedent give nothing."""
    assert told(text) == []


def test_listed_years_are_two_times() -> None:
    """«في عامي …» names each year of its list."""
    assert [iso for _, iso in told("ترشح في عامي 2009 و2014")] == ["2009", "2014"]


def test_without_a_reference_nothing_is_counted_from_now() -> None:
    """A relative time gives nothing where the date of the text is unknown; a full date still does."""
    assert told("العام الماضي وفي مايو و3 مايو 2020", None) == [("3 مايو 2020", "2020-05-03")]


def test_the_future_is_marked() -> None:
    """A time after the reference, or one spoken of as an aim, is in the future; the past is not."""
    found = periods.find("في 2019، وبحلول عام 2035، وفي يناير المقبل", ARABIC, PUBLISHED)
    assert [time.future for time in found] == [False, True, True]


def test_until_is_marked() -> None:
    """«حتى عام …» says only how long something lasted."""
    assert [time.until for time in periods.find("وحتى عام 2018 ثم عام 2020", ARABIC, None)] == [True, False]


@given(st.text(alphabet="في عام ومن إلى 0123456789/-.،ممايو يونيوالماضيالثلاثاء\n", max_size=80))
def test_no_text_breaks_it_and_spans_are_apart(text: str) -> None:
    """Whatever the text, times lie within it, in order, without overlap."""
    found = periods.find(text, ARABIC, PUBLISHED)
    ends = [0, *(time.end for time in found)]
    assert all(end <= time.start < time.end <= len(text) for end, time in zip(ends, found, strict=False))


def spelled(data: object) -> list[str]:
    """Every word of a data file."""
    if isinstance(data, str):
        return [data]
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [word for part in parts for word in spelled(part)]


WORDS = [*spelled(table("ar", "periods")), *spelled(table("ar", "months")), "2020", "31", "1445هـ", "5", "-"]
REFERENCES = ["2024-02-29", "2024-Q2", "2024-05", "2024", "1800-01-01", None]


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.sampled_from(REFERENCES))
def test_its_own_words_in_any_order_do_not_break_it(said: list[str], reference: str | None) -> None:
    """However the words of time follow each other, times are apart and none runs backwards."""
    text = " ".join(said)
    end = 0
    for one in periods.in_context(text, ARABIC, reference).mentions:
        assert end <= one.start < one.end <= len(text)
        assert one.last is None or one.first <= one.last
        end = one.end


@pytest.mark.parametrize("reference", ["0001-01-01", "9999-12-31", "2024-13-01", "soon", ""])
def test_a_reference_that_is_no_day_of_the_press_counts_nothing(reference: str) -> None:
    """From a day before the press, or from none, nothing is counted, and nothing breaks."""
    assert told("الأحد الماضي وأول أمس وقبل عامين والعقد المقبل", reference) == []


@given(st.dates())
def test_an_iso_date_is_itself(day: object) -> None:
    """A written ISO date between 1800 and 2100 comes back as it is."""
    text = str(day)
    expected = [text] if "1800" <= text[:4] <= "2100" else []
    assert [time.iso for time in periods.find(f"في {text} كان", ARABIC, None)] == expected


def test_two_days_without_between_are_two() -> None:
    """«و» alone makes no range of two dates."""
    assert [iso for _, iso in told("اجتمعوا في 3 مارس 2021 و7 أبريل 2021")] == ["2021-03-03", "2021-04-07"]


def test_a_range_is_read_without_a_reference() -> None:
    """The first day takes its year from the second, on whatever day the text was written."""
    assert told("بين الثاني من مايو و19 يونيو 2021", None)[0][1] == "2021-05-02/2021-06-19"


def linked(text: str, reference: str | None = PUBLISHED) -> tuple[list[str], int]:
    """The times of a sentence in context, and how many nothing settles."""
    times = periods.in_context(text, ARABIC, reference)
    return [time.iso for time in times.mentions], len(times.unsettled)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("5 مصانع في عام 2014 مقابل 3 في العام الذي سبقه", ["2014", "2013"]),
        ("5 مصانع في عام 2014 مقابل 3 قبل ذلك بعام", ["2014", "2013"]),
        ("5 مصانع في عام 2014 مقابل 3 قبل ذلك بعامين", ["2014", "2012"]),
        ("5 مصانع في مارس 2014 مقابل 3 قبل ذلك بسنة", ["2014-03", "2013-03"]),
        ("5 مصانع في عام 2014 ثم 7 في السنة التي تلتها", ["2014", "2015"]),
        ("5 مصانع العام الماضي مقابل 3 في العام السابق", ["2021", "2020"]),
        ("5 مصانع في مارس 2014 و3 في يوليو من العام نفسه", ["2014-03", "2014-07"]),
        ("5 مصانع في ربيع 2014 و3 في يوليو من ذلك العام", ["2014-03/2014-05", "2014-07"]),
        ("5 مصانع في مارس 2014 و3 في 9 يوليو/تموز من تلك السنة", ["2014-03", "2014-07-09"]),
        ("5 مصانع في مارس 2014 و3 في 9 يوليو من العام ذاته", ["2014-03", "2014-07-09"]),
        ("5 مصانع في الربع الأول من 2014 مقابل 3 في الفترة نفسها من 2013", ["2014-Q1", "2013-Q1"]),
        (
            "5 في النصف الأول من 2014 و3 في الفترة ذاتها من العام الماضي",
            ["2014-01/2014-06", "2021-01/2021-06"],
        ),
        ("5 في مارس الماضي مقابل 3 في الشهر ذاته من عام 2013", ["2022-03", "2013-03"]),
        ("نزحوا قبل عامين", ["2020"]),
        ("نزحوا قبل ثلاثة أشهر", ["2022-06"]),
        ("نزحوا قبل خمسة أيام", ["2022-09-09"]),
    ],
)
def test_a_year_is_counted_from_the_one_named_before_it(text: str, isos: list[str]) -> None:
    """«في العام الذي سبقه» means the year before the one just named."""
    assert linked(text) == (isos, 0)


@pytest.mark.parametrize(
    "text",
    [
        "3 مصانع في العام السابق",
        "3 مصانع قبل ذلك بعام",
        "3 مصانع في العقد الذي سبق الثورة",
        "3 مصانع في العام السابق للثورة",
        "3 مصانع خلال الفترة نفسها من العام الماضي",
        "3 مصانع خلال السنوات نفسها",
        "3 مصانع في نفس العام",
        "3 مصانع في مايو من العام نفسه",
        "3 مصانع في مايو من ذلك العام",
        "3 مصانع في 9 مايو/أيار من تلك السنة",
    ],
)
def test_a_year_without_an_antecedent_is_unsettled(text: str) -> None:
    """Nothing before it, or another thing than a year: no guess."""
    assert linked(text) == ([], 1)


def test_a_year_is_not_counted_from_an_unknown_one() -> None:
    """Where «العام الماضي» is unknown, the year before it is so too, whatever stands earlier."""
    assert linked("7 في عام 2010 و5 العام الماضي مقابل 3 في العام الذي سبقه", None) == (["2010"], 1)


@pytest.mark.parametrize("text", ["5 بين 2010 و2014 ثم 3 في العام السابق", "5 قبل ذلك بعام في العام السابق"])
def test_a_stretch_is_no_antecedent(text: str) -> None:
    """From several years none is counted, nor from what is unsettled itself."""
    assert linked(text)[1] > 0


@pytest.mark.parametrize("text", ["قبل عام من الحرب", "قبل عامين ونصف", "قبل نحو عامين", "قبل عشرين عاما"])
def test_what_is_not_counted_from_today_is_no_time(text: str) -> None:
    """«قبل عام من الحرب» counts from the war, and twenty years are a round number."""
    assert linked(text) == ([], 0)


def test_a_figure_of_years_is_none_of_the_times() -> None:
    """«قبل عامين» is a time only in context: alone it is a figure."""
    assert told("نزحوا قبل عامين") == []


def test_a_prefix_is_the_same_as_list_and_expression() -> None:
    """What may be written to a word is told twice in the data, and means one thing."""
    when = table("ar", "periods")
    assert all(re.fullmatch(when["prefix"], one) for one in prefixes(when))
    assert len(set(prefixes(when))) == (1 + len(when["conjunctions"])) * (2 + len(when["prepositions"]))


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "2010-", "من عام ", "عامي 2010 ", "مايو ", "بين 5 مايو و", "القرن ", "عام" + " " * 500,
     "الشهر نفسه من العام الماضي و", "عام 2010 في العام الذي سبقه "],
)  # fmt: skip
def test_time_grows_with_the_text(unit: str) -> None:
    """A hostile text four times as long takes nowhere near sixteen times as long."""
    texts = [(unit * 20_000)[:length] for length in (10_000, 40_000)]
    short, long = (min(spent(text) for _ in range(3)) for text in texts)
    assert long < 9 * short + 0.02


def spent(text: str) -> float:
    """Seconds that a text takes to be read."""
    begun = time.perf_counter()
    periods.find.__wrapped__(text, ARABIC, PUBLISHED)
    periods.in_context(text, ARABIC, None)
    return time.perf_counter() - begun

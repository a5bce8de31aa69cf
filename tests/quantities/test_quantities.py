"""Figures in a text: value, unit, bounds, spans, and numbers that are no figures."""

import doctest
import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief import quantities
from brief.errors import TopicError
from brief.language import load
from brief.quantities import Quantity
from brief.quantities.numerals import number

ARABIC = load("ar")


def only(text: str) -> Quantity:
    """The single figure of a text."""
    (found,) = quantities.find(text, ARABIC)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("ثلاثة مليارات وخمسمئة مليون دولار", 3_500_000_000, "usd"),
        ("قرض بقيمة 2,5 مليون يورو", 2_500_000, "eur"),
        ("١٬٢٣٤٫٥ طن من الأرز", "1234.5", "tonne"),
        ("بـ7.3 ملايين جنيه مصري", 7_300_000, "egp"),
        ("3 آلاف و500 ريال سعودي", 3500, "sar"),
        ("11 مليار و200 مليون درهم إماراتي", 11_200_000_000, "aed"),
        ("مليونا و940 ألفا و36 ليرة تركية", 1_940_036, "try"),
        ("نصف مليون برميل يوميا", 500_000, "barrel_per_day"),
        ("مليون ونصف المليون نسمة", 1_500_000, "persons"),
        ("خمسة وأربعين جنديا", 45, "persons"),
        ("اثنتا عشرة سفينة", 12, "count"),
        ("مائتي كيلومتر", 200, "km"),
        ("ألفي هكتار", 2000, "hectare"),
        ("إحدى وعشرين دولة", 21, "count"),
        ("80 مليار متر مكعب", 80, "bcm"),
        ("33 مليار متر مكعب سنويا", 33, "bcm_per_year"),
        ("12 دولارا لكل مليون وحدة حرارية", 12, "usd_per_mmbtu"),
        ("95 دولارا للبرميل", 95, "usd_per_barrel"),
        ("بنسبة 12.5%", "12.5", "percent"),
        ("عشرين في المئة", 20, "percent"),
        ("٣٠٪ من الأصوات", 30, "percent"),
        ("استمرت يومين", 2, "day"),
        ("خلال أشهر الجفاف الأربعة", 4, "month"),
        ("سنوات القحط الثلاث", 3, "year"),
        ("الأسابيع الثلاثة", 21, "day"),
        ("لمدة أسبوع", 7, "day"),
        ("قبل ثلاث سنوات", 3, "year"),
        ("بعد شهر من التوقيع", 1, "month"),
        ("ربع قرن", 25, "year"),
        ("أربعة عقود من النزاع", 4, "decade"),
        ("عامين ونصف العام", "2.5", "year"),
        ("الذكرى الأربعين للاستقلال", 40, "year"),
        ("الدورة الـ27 للمؤتمر", 27, "ordinal"),
        ("رابع منتج للقطن", 4, "ordinal"),
        ("أبلغت الدول الأربع المجلس", 4, "count"),
        ("زار مدينتين ساحليتين", 2, "count"),
        ("تضاعفت 3 مرات", 3, "times"),
        ("توقيع ثمانية عقود", 8, "count"),
    ],
)
def test_a_figure_has_its_value_and_unit(text: str, value: object, unit: str) -> None:
    """Digits, words, scales, duals and fractions come to one value in one unit."""
    found = only(text)
    assert (found.value, found.unit) == (Decimal(str(value)), unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("بين 3.5 و4 مليارات دولار", 3_500_000_000, 4_000_000_000, "usd"),
        ("بين أسبوعين وثلاثة أسابيع", 14, 21, "day"),
        ("عامين إلى ثلاثة أعوام", 2, 3, "year"),
        ("بين الـ18 والـ40 عاما", 18, 40, "year"),
        ("5 ـ 7 بالمئة", 5, 7, "percent"),
        ("زيادة تتراوح من 3 إلى 5%", 3, 5, "percent"),
        ("%5 - %10", 5, 10, "percent"),
        ("من 40 إلى 60 صاروخا", 40, 60, "count"),
        ("15-20 ألف طن", 15_000, 20_000, "tonne"),
        ("ما بين 30% إلى 35%", 30, 35, "percent"),
        ("يستغرق بين 5 و8 أشهر", 5, 8, "month"),
    ],
)
def test_a_range_has_two_ends_of_one_scale(text: str, low: int, high: int, unit: str) -> None:
    """The scale and unit of the upper end hold for the lower end."""
    found = only(text)
    assert (found.value, found.unit) == (None, unit)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_a_change_is_two_figures() -> None:
    """«ارتفع من … إلى …» is no range: both ends stand alone, the first in the unit of the second."""
    found = quantities.find("ارتفعت الأرباح من 210 إلى 260 مليون دولار", ARABIC)
    assert [(int(one.value or 0), one.unit) for one in found] == [(210_000_000, "usd"), (260_000_000, "usd")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("نحو 40 قتيلا", "approx"),
        ("بما يقرب من 40 قتيلا", "approx"),
        ("40 قتيلا تقريبا", "approx"),
        ("ما لا يقل عن 40 قتيلا", "at_least"),
        ("40 قتيلا على الأقل", "at_least"),
        ("لا يتجاوز 40 قتيلا", "at_most"),
        ("بأكثر من 40 قتيلا", "more_than"),
        ("أقل من 40 قتيلا", "less_than"),
        ("40 قتيلا فقط", "only"),
        ("مستوى قياسيا بلغ 40 قتيلا", "record"),
        ("لا يقل عدد القتلى عن 40 قتيلا", "at_least"),
        ("لا تزيد حصيلة الهجوم على 40 قتيلا", "at_most"),
        ("ناهز عدد الضحايا 40 قتيلا", "approx"),
        ("تنوف على 40 قتيلا", "more_than"),
        ("كحد أقصى 40 قتيلا", "at_most"),
        ("في القارب 40 قتيلا", None),
        ("سقط 40 قتيلا", None),
    ],
)
def test_what_the_source_adds_is_kept(text: str, qualifier: str | None) -> None:
    """Bounds and approximations before and after a figure are read."""
    assert only(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "في عام 2014 وفي 2019",
        "25 مايو 2021",
        "2. تعزيز التعاون",
        "المركبة أبولو-11 وقناة عربي21",
        "طائرات F-16 ومنظومة إس-400",
        "القرار 1701 الصادر",
        "الساعة 10:45",
        "آلاف المتظاهرين وملايين الدولارات",
        "واحد من الناس",
        "لست أدري",
        "خلال العقدين الماضيين",
        "192.168.1.2",
        "المادة 5 من الميثاق",
        "المادة الخامسة من الميثاق",
        "قرار مجلس الأمن 2231",
        "هاتف 00962-6-5677890",
        "مجموعة 5+1",
        "فاز الفريق 3-1 أمس",
        "الساعة 8 مساء",
        "الثامنة صباحا",
        "سنة 1332 للميلاد",
        "قمة مجموعة العشرين",
        "الحرب العالمية الثانية",
        "زار محمد السادس المدينة",
        "اشترت طائرات بوينغ 737 مستعملة",
        "ألف الكاتب رواية",
        "بضعة عشر رجلا",
        "9" * 400,
    ],
)
def test_numbers_that_are_no_figures_give_none(text: str) -> None:
    """Dates, list numbers, names, labels, vague plurals and codes are no figures."""
    assert quantities.find(text, ARABIC) == ()


def test_the_counted_noun_is_that_of_the_text() -> None:
    """The noun stands as it is written, with the article or its marks."""
    assert only("أكثر من عشرين ولايةً").noun == "ولايةً"
    assert only("اثنتين من الشركات الكبرى").noun == "الشركات"


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1\u066c234\u066b5", "1234.5"),
        ("7,500", "7500"),
        ("7,5", "7.5"),
        ("0,25", "0.25"),
        ("1.2.3", None),
        ("1,23,4", None),
    ],
)
def test_separators_of_every_habit(digits: str, value: str | None) -> None:
    """Grouping and decimal signs are told apart by their place."""
    assert number(digits) == (Decimal(value) if value else None)


WORDS = "بين 7 ونصف مليون و5 مليارات دولار خمسة عشر مئة ألف % - من إلى الـ18 يومين قرن الثلاثين 2. \n"


@given(
    st.text(max_size=60)
    | st.text(alphabet=WORDS, max_size=80)
    | st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)
)
@example("0¹")
def test_no_text_breaks_it_and_spans_are_exact(text: str) -> None:
    """Whatever the text, figures lie within it, in order, apart, with one value or two ends."""
    end = 0
    for one in quantities.find(text, ARABIC):
        assert end <= one.start < one.end <= len(text)
        assert (one.value is None) == (one.low is not None) == (one.high is not None)
        end = one.end


@given(st.integers(0, 10**12))
def test_digits_come_back_as_their_value(value: int) -> None:
    """Grouped digits before a unit give the integer they write."""
    assert only(f"بلغ {value:,} طن").value == value


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("تجاوزت صادرات القطن 5 ملايين طن", "more_than"),
        ("لم تتجاوز صادرات القطن 5 ملايين طن", "at_most"),
        ("تجاوزت الأزمة التي بدأت قبل 5 سنوات", None),
        ("كلفة في حدود 5 ملايين يورو", "approx"),
    ],
)
def test_a_verb_bounds_a_figure_from_before_its_subject(text: str, qualifier: str | None) -> None:
    """What exceeds a figure is more than it; a figure behind a preposition is not meant."""
    assert only(text).qualifier == qualifier


def test_a_part_of_one_is_not_its_number() -> None:
    """The vowel that the press prints in «خُمس» makes it a fifth, never five."""
    assert quantities.find("ويلبي المصنع خُمس الطلب", ARABIC) == ()
    assert only("وفي الميناء خَمس سفن").value == 5


@pytest.mark.parametrize("day", ["التاسع من أبريل/ نيسان", "السابع من تموز", "الثالث من شهر مايو / أيار"])
def test_a_day_of_a_month_is_no_ordinal(day: str) -> None:
    """A day told in a word is a date, whatever is known of the year."""
    assert quantities.find(f"بدأ الحظر في {day} بلا إنذار", ARABIC) == ()


def test_the_examples_of_the_package_are_true() -> None:
    """What the docstring of the package shows is what one gets."""
    tried = doctest.testmod(quantities)
    assert tried.attempted >= 5
    assert tried.failed == 0


def test_a_language_may_be_named_by_its_code() -> None:
    """Arabic is the language where none is named; one that is unknown is refused."""
    text = "وصلت 5 ملايين طن"
    assert quantities.find(text) == quantities.find(text, "ar") == quantities.find(text, ARABIC) != ()
    with pytest.raises(TopicError, match="xx"):
        quantities.find(text, "xx")


def test_dates_that_the_caller_knows_are_taken() -> None:
    """A figure within a span that is said to be a date is none; without that it may be one."""
    text = "بلغ 15 ألفا"
    assert quantities.find(text, times=[(4, 6)]) == ()
    assert len(quantities.find(text, times=[])) == 1


def test_a_stretch_counted_back_is_an_amount_too() -> None:
    """«Three years ago» tells how long; «the last three years» is only a time."""
    assert only("قبل ثلاث سنوات من الآن").value == 3
    assert quantities.find("السنوات الثلاث الماضية") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("61.300 نسمة", 61300), ("5.600 اتصال", 5600), ("5.600 دولار", "5.6"), ("1 250 000 طن", 1_250_000)],
)
def test_what_is_counted_is_whole(text: str, value: object) -> None:
    """A full stop before three digits sets thousands apart where a fraction cannot be counted."""
    assert only(text).value == Decimal(str(value))


def test_cells_of_a_table_are_numbers_apart() -> None:
    """Only a blank joins groups of digits, never a tab."""
    assert [one.value for one in quantities.find("12%\t250 طنا")] == [12, 250]
    assert only("12\t250 طنا").value == 250


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 000 ", "5-", "و5 ", "خمسة و", "% ", "$", "يومين ", "بين 5 و"]
)
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    """Eight times as long a text takes no more than forty times as long."""
    spent = []
    for length in (500, 4000):
        begun = time.perf_counter()
        quantities.find(piece * length)
        spent.append(time.perf_counter() - begun)
    assert spent[1] < 40 * max(spent[0], 0.005)

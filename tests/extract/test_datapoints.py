"""Figures of a document: what they measure, of whom, against whom, when, and where they stand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Datapoint
from tests.builders import document

ARABIC = load("ar")


def points(*lines: str, published: str | None = "2022-03-10") -> tuple[Datapoint, ...]:
    """The datapoints of an article of these lines; every one resolves."""
    text = document(*lines, published=published)
    found = datapoints(text, ARABIC)
    assert all(text.text[one.anchor.start : one.anchor.end] == one.anchor.text for one in found)
    return found


def sides(one: Datapoint) -> tuple[str | None, str | None]:
    """Subject and counterpart."""
    return one.subject, one.counterpart


def test_trade_of_two_states_and_the_comparison_that_leans_on_it() -> None:
    """«الأخيرة» is the state named last; measure, unit and year pass on to the compared figure."""
    first, second = points(
        "بلغ حجم التبادل التجاري بين مصر وكينيا 9 مليارات دولار في عام 2020، "
        "مقارنة بـ2 مليار دولار بين الأخيرة وتونس."
    )
    assert [first.value, second.value] == [9 * 10**9, 2 * 10**9]
    assert first.measure == second.measure
    assert [first.period, second.period] == ["2020", "2020"]
    assert set(sides(first)) == {"مصر", "كينيا"}
    assert set(sides(second)) == {"كينيا", "تونس"}


def test_prices_have_a_seller_and_a_buyer_across_ellipsis() -> None:
    """An elliptic price keeps unit, measure and buyer and has its own seller."""
    found = points(
        "تدفع اليابان لقطر 11 دولارا لكل مليون وحدة حرارية، مقابل 14 دولارا لأستراليا، و9 دولارات لماليزيا."
    )
    assert [(int(one.value or 0), one.unit) for one in found] == [
        (11, "usd_per_mmbtu"),
        (14, "usd_per_mmbtu"),
        (9, "usd_per_mmbtu"),
    ]
    assert [sides(one) for one in found] == [
        ("قطر", "اليابان"),
        ("أستراليا", "اليابان"),
        ("ماليزيا", "اليابان"),
    ]


@pytest.mark.parametrize(
    ("line", "seller", "buyer"),
    [
        ("باعت الجزائر الغاز إلى إيطاليا بسعر 8 دولارات لكل مليون وحدة حرارية.", "الجزائر", "إيطاليا"),
        ("تستورد إسبانيا الغاز من الجزائر بسعر 8 دولارات لكل مليون وحدة حرارية.", "الجزائر", "إسبانيا"),
    ],
)
def test_who_sells_is_told_by_the_verb(line: str, seller: str, buyer: str) -> None:
    """The seller is the subject of a figure, whichever of the two is named first."""
    (found,) = points(line)
    assert sides(found) == (seller, buyer)


@pytest.mark.parametrize(
    "line",
    [
        "استحوذت فرنسا على 35% من واردات المغرب من السلاح بين عامي 2015 و2019.",
        "يستورد المغرب 35% من أسلحته من فرنسا بين عامي 2015 و2019.",
    ],
)
def test_a_share_of_arms_has_supplier_buyer_and_years(line: str) -> None:
    """The share is the supplier's, of what the buyer buys, over the years that are said."""
    (found,) = points(line)
    assert (found.value, found.unit, found.period) == (Decimal(35), "percent", "2015/2019")
    assert sides(found) == ("فرنسا", "المغرب")


def test_two_decades_count_from_the_year_until_which_they_are_said_to_last() -> None:
    """«حتى عام …» dates «العقدين الماضيين», not the day of the article."""
    (found,) = points("وحتى عام 2015، وفرت فرنسا نحو 35% من مشتريات مصر العسكرية خلال العقدين الماضيين.")
    assert found.period == "1995/2015"


def test_a_forecast_is_told_from_a_fact() -> None:
    """A figure of a future year is a forecast, the one it is compared with is not."""
    ahead, past = points(
        "من المتوقع أن يبلغ الإنتاج 90 مليون طن بحلول عام 2030، قياسا على 60 مليون طن في عام 2020."
    )
    assert (ahead.qualifier, ahead.period) == ("forecast", "2030")
    assert (past.qualifier, past.period) == (None, "2020")


def test_relative_times_count_from_the_date_of_the_article() -> None:
    """«العام الماضي» is the year before the article's; without a date it is unknown."""
    line = "أنفقت البلدية على الطرق 5 ملايين دولار العام الماضي."
    assert points(line)[0].period == "2021"
    assert points(line, published=None)[0].period is None


def test_a_yearly_capacity_is_a_rate() -> None:
    """What a pipe carries in a year is told per year."""
    (found,) = points("وتبلغ الطاقة السنوية للخط الجديد 20 مليار متر مكعب من الغاز.")
    assert (int(found.value or 0), found.unit) == (20, "bcm_per_year")


def test_several_figures_of_one_clause_keep_their_own_subject() -> None:
    """Each share of a clause belongs to the state before it."""
    found = points("تستحوذ الأرجنتين بنسبة 40% وكندا بنسبة 15% على واردات القمح إلى المغرب.")
    assert [one.subject for one in found] == ["الأرجنتين", "كندا"]


def test_evidence_is_the_clause_of_the_figure() -> None:
    """The passage is cut at commas and opening words, and is neither a crumb nor a page."""
    first, second = points(
        "وافق البنك على قرض بقيمة 40 مليون يورو، بينما رفض الصندوق طلبا بقيمة 15 مليون يورو؛ "
        "وهو ما أغضب الوزير."
    )
    assert first.anchor.text == "وافق البنك على قرض بقيمة 40 مليون يورو"
    assert second.anchor.text == "بينما رفض الصندوق طلبا بقيمة 15 مليون يورو"


def test_bare_numbers_tell_nothing() -> None:
    """A number that counts nothing is no datapoint, nor is a lone ordinal of no row."""
    assert points("النتيجة 7 كما قال من جهة ثانية.") == ()


def test_ids_are_of_the_place_and_differ() -> None:
    """The same article has the same ids, and no two figures share one."""
    line = "أصيب 12 جنديا و15 مدنيا في الهجوم."
    assert [one.id for one in points(line)] == [one.id for one in points(line)]
    assert len({one.id for one in points(line)}) == 2


# Names that are no parties ----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "هبط متوسط سعر الغاز إلى 12 دولارا لكل مليون وحدة حرارية بريطانية في عام 2020.",
        "وبلغ سعر الغاز 12 دولارا لكل مليون وحدة حرارية (بريطانية) في المتوسط.",
        "وبلغت الصادرات 5 ملايين شيكل إسرائيلي.",
        "وبلغت الواردات 6 ملايين جنيه مصري.",
    ],
)
def test_the_nation_of_a_unit_is_no_party(line: str) -> None:
    """A country in the name of a unit is not whose figure it is."""
    assert [sides(one) for one in points(line)] == [(None, None)]


def test_a_price_of_nobody_is_told_in_the_words_of_its_source() -> None:
    """What is priced names it, and the figure set against it is of the same."""
    found = points(
        "هبط متوسط السعر الفوري للغاز إلى 12 دولارا لكل مليون وحدة حرارية بريطانية في 2020، "
        "مقارنة بـ19 دولارا في 2019."
    )
    assert {one.measure for one in found} == {"سعر الغاز (متوسط السعر الفوري للغاز)"}
    assert [one.period for one in found] == ["2020", "2019"]


def test_a_country_of_a_later_relative_clause_is_no_party() -> None:
    """What is told of the other side of a verb is not told of the figure."""
    _, second = points(
        "تراجع الإنتاج إلى 20 مليون طن في عام 2021، بدلا من 70 مليون طن في العقد الذي سبق الحرب على سوريا."
    )
    assert (sides(second), second.period) == ((None, None), None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("بلغت الصادرات إلى العراق 3 مليارات دولار.", (None, "العراق")),
        ("بلغت الواردات من العراق 3 مليارات دولار.", (None, "العراق")),
        ("بلغت واردات الأردن من العراق 3 مليارات دولار.", ("الأردن", "العراق")),
        ("بحسب وزارة تونسية بلغت التجارة بين مصر والأردن 3 مليارات دولار.", ("مصر", "الأردن")),
        ("قالت السعودية إنها قدمت منحة، وبلغت صادرات مصر إلى كينيا 3 مليارات دولار.", ("مصر", "كينيا")),
        ("بلغت حصة واردات المغرب من السلاح من فرنسا 35%.", ("فرنسا", "المغرب")),
        ("وبلغت الحصة 35% من واردات المغرب من السلاح وفق معهد في السويد.", (None, "المغرب")),
        ("وأنفقت الشركة 3 ملايين دولار في الكويت.", (None, None)),
        ("قالت صحف فرنسية إن تونس زرعت 3 ملايين شجرة.", ("تونس", None)),
        ("وتزرع تونس وليبيا 3 ملايين شجرة.", (None, None)),
        ("ومنحت السعودية 3 ملايين دولار لتونس.", ("السعودية", "تونس")),
        ("أعلن مصنع في مصر زيادة، إذ كشفت الأرقام الأخيرة نموا بنسبة 26%.", (None, None)),
    ],
)
def test_a_preposition_tells_the_side(line: str, expected: tuple[str | None, str | None]) -> None:
    """Where to, where from and where: a name is a party only as its words say."""
    assert sides(points(line)[0]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "صدرت الجزائر الغاز إلى تركيا بـ4 دولارات لكل مليون وحدة حرارية، مقابل 9 دولارات إلى اليونان.",
            ("الجزائر", "اليونان"),
        ),
        (
            "باعت قطر الغاز للهند بسعر 8 دولارات لكل مليون وحدة حرارية، مقابل 10 دولارات لليابان.",
            ("قطر", "اليابان"),
        ),
        ("بلغ التبادل التجاري بين مصر والأردن 4 مليارات دولار، مقابل 3 مليارات مع تونس.", (None, None)),
    ],
)
def test_an_elliptic_figure_changes_the_side_that_is_named(
    line: str, expected: tuple[str | None, str | None]
) -> None:
    """The buyer changes where the first clause tells of a seller; of two equals nobody knows which."""
    assert sides(points(line)[1]) == expected


# Two states without their names ---------------------------------------------------------------

TRADE = "وبلغ التبادل التجاري بين البلدين 4 مليارات دولار."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("وقعت مصر والأردن اتفاقا.", ("مصر", "الأردن")),
        ("زار وزير العراق تونس.", ("العراق", "تونس")),
        ("وصل وفد من تونس.", (None, None)),
        ("وقعت مصر والأردن وتونس اتفاقا.", (None, None)),
        ("وصلت وفود من ليبيا. وقعت مصر والأردن اتفاقا. وزار الوزير تونس.", (None, None)),
    ],
)
def test_a_dual_is_of_the_two_named_together_last(
    before: str, expected: tuple[str | None, str | None]
) -> None:
    """Two states of the same paragraph, with no other between; else nobody."""
    assert sides(points(f"{before} {TRADE}")[-1]) == expected


def test_a_dual_is_not_resolved_across_paragraphs_by_chance() -> None:
    """A state that another paragraph names is not one of the two."""
    assert sides(points("زار الوزير الكويت. وعاد من عمان.", TRADE)[-1]) == (None, None)


@pytest.mark.parametrize("title", ["اتفاق جديد بين مصر والأردن وسط قلق تونسي", "مصر والأردن توقعان"])
def test_a_dual_is_of_the_two_of_the_title(title: str) -> None:
    """Whom the title joins are the two, whoever is named alone nearby."""
    text = structs.replace(document("تراجعت حصة ميناء تونس.", TRADE), title=title)
    assert sides(datapoints(text, ARABIC)[-1]) == ("مصر", "الأردن")


def test_a_dual_before_its_names_is_explained_by_them() -> None:
    """«بين الجارين مصر والأردن» needs no antecedent."""
    (found,) = points("وقعت تونس وليبيا. وبلغت التجارة بين الجارين مصر والأردن 4 مليارات دولار.")
    assert sides(found) == ("مصر", "الأردن")


def test_what_follows_a_dual_is_of_the_same_two_a_year_before() -> None:
    """An elliptic figure keeps parties and measure, and has the year that is counted for it."""
    first, second = points(
        "وقعت مصر والأردن اتفاقا. وبلغت التجارة بين الجارين 4 مليارات دولار في عام 2021، "
        "مقابل 3 مليارات دولار في العام الذي سبقه."
    )
    assert sides(first) == sides(second) == ("مصر", "الأردن")
    assert [first.period, second.period] == ["2021", "2020"]
    assert second.unit == "usd"


def test_a_state_whose_name_is_a_common_word_is_read_beside_another() -> None:
    """«مالي» is a state where «and» joins it to one, and an adjective elsewhere."""
    assert sides(points("بلغت التجارة بين تشاد ومالي مليار دولار.")[0]) == ("تشاد", "مالي")
    assert sides(points("نما الدعم العسكري والمالي لتركيا إلى 3 مليارات دولار.")[0]) == (None, None)


# Times -------------------------------------------------------------------------------------------


def test_a_range_of_days_is_the_period_of_its_figure() -> None:
    """Both ends of a range, not the last day alone."""
    (found,) = points(
        "بلغت صادرات مصر في الفترة بين الثاني من مايو/أيار و19 يونيو/حزيران 2021 نحو 3 مليارات دولار."
    )
    assert found.period == "2021-05-02/2021-06-19"


def test_a_time_of_comparison_does_not_date_the_next_clause() -> None:
    """The year something is compared with is not that of the figure after it."""
    *_, last = points("بلغت صادرات مصر 4 مليارات دولار في 2021، مقارنة بعام 2020، أي بزيادة نسبتها 30%.")
    assert last.period is None


def test_a_rate_after_what_is_counted_is_a_rate() -> None:
    """«من الغاز سنويا» makes an amount a yearly one."""
    (found,) = points("ستستهلك المحطة 2 مليار متر مكعب من الغاز سنويا.")
    assert found.unit == "bcm_per_year"


@given(
    st.lists(
        st.text(max_size=60)
        | st.sampled_from(["بلغ 5% من", "10 مليارات دولار،", "مقارنة بـ3 بين الأخيرة وروسيا", "في 2020"]),
        min_size=1,
        max_size=6,
    )
)
def test_no_text_breaks_it(pieces: list[str]) -> None:
    """Whatever the lines, every datapoint has one value or two ends and resolves."""
    for one in points(*pieces):
        assert (one.value is None) == (one.low is not None) == (one.high is not None)

"""Figures of a document: what they measure, of whom, against whom, when, and where they stand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Datapoint
from tests.builders import document

ARABIC = load("ar")


def points(*lines: str, published: str | None = "2022-03-10") -> tuple[Datapoint, ...]:
    """The datapoints of an article of these lines; every one resolves."""
    text = document(*lines, published=published)
    found = datapoints(text, ARABIC)
    assert all(text.text[one.evidence.start : one.evidence.end] == one.evidence.text for one in found)
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
    assert first.evidence.text == "وافق البنك على قرض بقيمة 40 مليون يورو"
    assert second.evidence.text == "بينما رفض الصندوق طلبا بقيمة 15 مليون يورو"


def test_bare_numbers_tell_nothing() -> None:
    """A number that counts nothing is no datapoint, nor is a lone ordinal of no row."""
    assert points("النتيجة 7 كما قال من جهة ثانية.") == ()


def test_ids_are_of_the_place_and_differ() -> None:
    """The same article has the same ids, and no two figures share one."""
    line = "أصيب 12 جنديا و15 مدنيا في الهجوم."
    assert [one.id for one in points(line)] == [one.id for one in points(line)]
    assert len({one.id for one in points(line)}) == 2


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

"""Charts as data: what is drawn together, what is set apart, what is said; the key figures."""

from decimal import Decimal

import pytest

from brief import figures
from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Chart, Datapoint, Query
from tests.builders import document

ARABIC = load("ar")
NO_DATA = "لا تتوافر بيانات قابلة للمقارنة"


def points(*lines: str) -> tuple[Datapoint, ...]:
    """The datapoints of an article of these lines."""
    return datapoints(document(*lines, published="2022-03-10"), ARABIC)


def chart(name: str, *lines: str) -> Chart:
    """The chart of one request over these lines."""
    (found,) = figures.charts(points(*lines), (Query(id=name),), ARABIC, "ar")
    return found


TRADE = (
    "بلغت التجارة بين مصر وكينيا 9 مليارات دولار في عام 2020، مقارنة بـ3 مليارات دولار بين مصر وتونس.",
    "وبلغ حجم التجارة بين مصر والهند 7 مليارات دولار في عام 2018.",
)


def test_only_one_period_is_compared() -> None:
    """Figures of the common year are drawn together, the largest first; another year's stands apart."""
    found = chart("trade", *TRADE)
    assert [(mark.label, int(mark.high), mark.apart) for mark in found.marks] == [
        ("مصر وكينيا", 9, False),
        ("مصر وتونس", 3, False),
        ("مصر والهند", 7, True),
    ]
    assert (found.unit, found.scale, found.kind) == ("usd", 10**9, "bars")


def test_a_ratio_is_marked_as_computed() -> None:
    """The title's ratio is of the comparable figures, and the note says from which it was computed."""
    found = chart("trade", *TRADE)
    assert "نحو 3 أضعاف" in found.title
    assert "9 مقسومة على 3" in (found.note or "")
    assert "2018" in (found.note or "")


def test_every_number_is_in_the_alternative_text() -> None:
    """Who cannot see the chart is told all of its figures."""
    found = chart("trade", *TRADE)
    assert all(said in found.alt for said in ("9", "3", "7", "2020", "2018"))


def test_units_are_never_mixed() -> None:
    """Of trade in two currencies the commoner is drawn."""
    found = chart("trade", *TRADE, "وبلغ حجم التجارة بين مصر والمغرب 5 مليارات يورو في عام 2020.")
    assert {one.unit for one in points(*TRADE)} == {found.unit}
    assert len(found.marks) == 3


def test_goods_are_not_compared_with_all_exports() -> None:
    """Exports of one good make a chart of their own."""
    found = chart(
        "trade",
        "بلغت صادرات القمح من كندا 5 مليارات دولار، وصادرات القمح من فرنسا 4 مليارات دولار.",
        "وبلغت صادرات المغرب 30 مليار دولار.",
    )
    assert [mark.label for mark in found.marks] == ["كندا", "فرنسا"]
    assert "القمح" in found.title


def test_gas_prices_stand_by_buyer_and_seller() -> None:
    """A buyer's prices stand together under its head, the cheapest first."""
    found = chart(
        "gas_prices",
        "تدفع اليابان لقطر 11 دولارا لكل مليون وحدة حرارية، مقابل 14 دولارا لأستراليا، و9 دولارات لماليزيا.",
        "وباعت قطر الغاز إلى إيطاليا بنحو 13 دولارا لكل مليون وحدة حرارية.",
    )
    assert [(mark.label, int(mark.low)) for mark in found.marks] == [
        ("ماليزيا", 9),
        ("قطر", 11),
        ("أستراليا", 14),
        ("قطر", 13),
    ]
    assert len({mark.group for mark in found.marks}) == 2
    assert found.title.startswith("سعر الغاز من قطر")
    assert (found.unit, found.scale) == ("usd_per_mmbtu", 1)


def test_a_share_of_arms_is_a_share_of_a_hundred() -> None:
    """The supplier's share is drawn with what the source adds to it."""
    found = chart("arms_share", "استحوذت فرنسا على نحو 35% من واردات المغرب من السلاح بين عامي 2015 و2019.")
    assert found.kind == "share"
    assert [(mark.label, mark.high, mark.qualifier) for mark in found.marks] == [
        ("فرنسا", Decimal(35), "approx")
    ]
    assert "نحو 35%" in found.title


@pytest.mark.parametrize("name", ["trade", "gas_prices", "arms_share", "unknown"])
def test_a_request_without_figures_says_so(name: str) -> None:
    """No comparable figure, no drawing: the chart's place says it."""
    found = chart(name, "بلغ عدد السكان 5 ملايين نسمة.")
    assert (found.kind, found.note, found.marks) == ("none", NO_DATA, ())


def test_the_same_figure_of_two_sources_is_drawn_once() -> None:
    """One figure told twice is one mark."""
    assert len(chart("trade", TRADE[1], TRADE[1]).marks) == 1


def of_sources(*lines: str) -> Chart:
    """The trade chart of articles of one line each."""
    found = [
        one
        for number, line in enumerate(lines)
        for one in datapoints(document(line, published="2022-03-10", path=f"{number}.txt"), ARABIC)
    ]
    assert len({one.anchor.source for one in found}) == len(lines)
    return figures.charts(found, (Query(id="trade"),), ARABIC, "ar")[0]


def test_two_figures_for_one_thing_are_both_drawn_and_said() -> None:
    """Sources that disagree are put side by side, and the title takes no side."""
    found = of_sources(TRADE[1], "وبلغ حجم التجارة بين الهند ومصر 8 مليارات دولار في عام 2018.")
    assert [(mark.label, int(mark.high)) for mark in found.marks] == [("مصر والهند", 8), ("مصر والهند", 7)]
    assert "تختلف المصادر" in (found.note or "")
    assert "بين 7 و8" in found.title


@pytest.mark.parametrize(
    "other",
    [
        "وبلغ حجم التجارة بين مصر والهند نحو 7.1 مليار دولار في عام 2018.",
        "وتجاوز حجم التجارة بين مصر والهند 6 مليارات دولار في عام 2018.",
        "وبلغ حجم التجارة بين مصر والهند 9 مليارات دولار في عام 2017.",
        "وبلغ حجم التجارة بين مصر وعمان 9 مليارات دولار في عام 2018.",
        "وبلغ حجم التجارة بين مصر والهند 9 مليارات دولار.",
    ],
)
def test_sources_differ_only_about_one_thing_of_one_time(other: str) -> None:
    """A rounder figure, another year, other parties or no year are no disagreement."""
    assert "تختلف المصادر" not in (of_sources(TRADE[1], other).note or "")


def test_one_source_does_not_differ_with_itself() -> None:
    """Two figures of one article are not two sources."""
    found = chart("trade", TRADE[1], "وبلغ حجم التجارة بين مصر والهند 8 مليارات دولار في عام 2018.")
    assert "تختلف المصادر" not in (found.note or "")


@pytest.mark.parametrize(
    "other",
    [
        "وتجاوز حجم التجارة بين مصر وعمان 2 مليار دولار في عام 2018.",
        "وبلغ حجم التجارة بين مصر وعمان 2 مليار دولار في عام 2017.",
        "وبلغ حجم التجارة بين مصر والهند 2 مليار دولار في عام 2018.",
    ],
)
def test_no_ratio_is_claimed_that_the_marks_do_not_hold(other: str) -> None:
    """A bound, another year, or the same two parties: the title sets nothing against anything."""
    found = of_sources(TRADE[1], other)
    assert "ضعف" not in found.title
    assert "مقسومة" not in (found.note or "")


def test_figures_without_a_time_are_set_against_each_other_in_one_breath_only() -> None:
    """Two articles that name no year may speak of two."""
    lines = ("بلغت التجارة بين مصر وكينيا 9 مليارات دولار.", "بلغت التجارة بين مصر وتونس 3 مليارات دولار.")
    assert "أضعاف" in chart("trade", *lines).title
    assert "أضعاف" not in of_sources(*lines).title


def test_a_price_of_nobody_bears_the_words_of_its_source() -> None:
    """No seller is made up: the mark is called what the source calls it."""
    found = chart(
        "gas_prices",
        "هبط متوسط السعر الفوري للغاز إلى 12 دولارا لكل مليون وحدة حرارية بريطانية في 2020، "
        "مقارنة بـ19 دولارا في 2019.",
    )
    assert {mark.label for mark in found.marks} == {"متوسط السعر الفوري للغاز"}
    assert found.title.startswith("انخفاض سعر الغاز (متوسط السعر الفوري للغاز) من 19 دولارًا")
    assert "تختلف المصادر" not in (found.note or "")


def test_every_source_of_a_figure_is_named() -> None:
    """A figure that two sources tell is one mark and rests on both."""
    found = of_sources(TRADE[1], f"{TRADE[1]} وهذا كل شيء.")
    assert (len(found.marks), len(found.evidence), len(set(found.datapoints))) == (1, 2, 2)


def test_a_locale_with_other_separators_is_followed() -> None:
    """Figures are written in the habit of the locale, in Latin digits."""
    line = "استحوذت فرنسا على 35.5% من واردات المغرب من السلاح."
    (found,) = figures.charts(points(line), (Query(id="arms_share"),), ARABIC, "ar_MA")
    assert "35,5" in found.title


def test_key_figures_are_few_and_differ() -> None:
    """At most eight, no figure twice, money before small counts, spans of time not at all."""
    lines = [f"وبلغت قيمة العقد رقم {number} نحو {number * 10} مليون دولار." for number in range(1, 15)]
    found = points(*TRADE, *TRADE, *lines, "استمرت الزيارة 3 أيام وشملت 4 مدن.")
    chosen = figures.key_figures(found, ARABIC)
    by_id = {one.id: one for one in found}
    assert len(chosen) == len(set(chosen)) <= 8
    assert {by_id[name].unit for name in chosen} == {"usd"}
    assert by_id[chosen[0]].measure == "حجم التجارة"


def test_nothing_gives_nothing() -> None:
    """Without datapoints there are no key figures, and every chart is refused."""
    assert figures.key_figures((), ARABIC) == ()
    assert figures.charts((), (Query(id="trade"),), ARABIC, "ar")[0].kind == "none"

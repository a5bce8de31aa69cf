"""A title says no more than its figures: bounds, disputes, ties and what was left out keep it plain."""

from decimal import Decimal
from typing import Any

import pytest

from brief import figures
from brief.language import load
from brief.model import Certainty, Chart, ChartKind, Datapoint, Qualifier, Query
from tests.builders import anchor, datapoint

ARABIC = load("ar")
INFLATION = "التضخم"
PARTIES = (
    "مصر",
    "تونس",
    "لبنان",
    "الأردن",
    "العراق",
    "سوريا",
    "ليبيا",
    "قطر",
    "اليمن",
    "عمان",
    "تركيا",
    "إيران",
)


def figure(number: int, value: str, subject: str, period: str, **more: Any) -> Datapoint:  # noqa: ANN401
    """A percentage of inflation, each at its own place of its source."""
    told = {"measure": INFLATION, "unit": "percent", "evidence": (anchor(str(number), start=number * 1000),)}
    return datapoint(
        **{**told, "id": f"d{number}", "value": Decimal(value), "subject": subject, "period": period, **more}
    )


def row(*told: tuple[str, dict[str, Any]], period: str = "2023") -> list[Datapoint]:
    """The figures of several parties at one time."""
    named = enumerate(zip(PARTIES, told, strict=False))
    return [figure(at, value, name, period, **more) for at, (name, (value, more)) in named]


def course(*told: tuple[str, dict[str, Any]]) -> list[Datapoint]:
    """The figures of one party, year after year."""
    return [figure(at, value, "مصر", str(2020 + at), **more) for at, (value, more) in enumerate(told)]


def drawn(points: list[Datapoint], kind: ChartKind) -> Chart:
    """The chart of one kind over some figures."""
    (chart,) = figures.charts(points, (Query(id="x", kind=kind),), ARABIC, "ar")
    return chart


BOUND = {"qualifier": Qualifier.AT_LEAST}
DOUBT = {"certainty": Certainty.HEDGED}
OTHER = {"evidence": (anchor("z", source="b"),)}


def test_the_highest_and_the_lowest_are_named() -> None:
    """Where all figures are sure and differ."""
    title = drawn(row(("9", {}), ("7", {}), ("5", {})), "bars").title
    assert title == "التضخم: الأعلى مصر (9%)، والأدنى لبنان (5%)"


@pytest.mark.parametrize(
    "told",
    [
        [("9", BOUND), ("7", {}), ("5", {})],
        [("9", {}), ("7", {}), ("5", {"qualifier": Qualifier.AT_MOST})],
        [("9", DOUBT), ("7", {}), ("5", {})],
        [("9", {}), ("9", {}), ("5", {})],
        [("9", {}), ("5", {}), ("5", {})],
        [("0", {}), ("0", {}), ("0", {})],
    ],
)
def test_nobody_is_highest_in_doubt(told: list[tuple[str, dict[str, Any]]]) -> None:
    """A bound, a reserve or a tie: the title names what is drawn, and of when."""
    assert drawn(row(*told), "bars").title == "التضخم (2023)"


def test_a_disputed_figure_is_no_highest() -> None:
    """Two sources give one party two figures: neither leads the title."""
    points = [*row(("9", {}), ("7", {}), ("5", {})), figure(50, "3", "مصر", "2023", **OTHER)]
    chart = drawn(points, "bars")
    assert chart.title == "التضخم (2023)"
    assert "تختلف المصادر في مصر" in (chart.note or "")


def test_what_is_left_out_is_said_and_nobody_is_lowest() -> None:
    """Twelve parties, ten rows."""
    chart = drawn(row(*((str(50 - at), {}) for at in range(12))), "bars")
    assert (len(chart.marks), "الأدنى" in chart.title, "الأعلى" in chart.title) == (10, False, True)
    assert "2 غيرها" in (chart.note or "")


@pytest.mark.parametrize(
    ("told", "way"),
    [
        ([("5", {}), ("7", {})], "ارتفاع"),
        ([("7", {}), ("5", {})], "انخفاض"),
        ([("5", BOUND), ("7", {})], None),
        ([("5", {}), ("7", {"qualifier": Qualifier.AT_MOST})], None),
        ([("5", {}), ("5", {})], None),
    ],
)
def test_a_way_is_told_where_it_is_sure(told: list[tuple[str, dict[str, Any]]], way: str | None) -> None:
    """What may have gone the other way is told without a direction."""
    title = drawn(course(*told), "change").title
    assert [one for one in ("ارتفاع", "انخفاض", "ثبات") if one in title] == ([way] if way else [])


def test_a_computed_change_is_of_sure_figures() -> None:
    """Neither of what is put with reserve, nor where nothing changed."""
    assert "محسوب" in (drawn(course(("5", {}), ("7", {})), "change").note or "")
    assert "محسوب" not in (drawn(course(("5", DOUBT), ("7", {})), "change").note or "")
    assert "محسوب" not in (drawn(course(("5", {}), ("5", {})), "change").note or "")


def test_forecasts_and_reserve_are_said() -> None:
    """The note tells what is no count, and whose word it is."""
    ahead = {"qualifier": Qualifier.FORECAST, "certainty": Certainty.HEDGED, "said_by": "البنك"}
    note = drawn(course(("5", {"said_by": "البنك"}), ("7", ahead)), "change").note or ""
    assert "توقعات" in note
    assert "بحسب البنك" in note
    assert "بتحفظ" in (drawn(course(("5", DOUBT), ("7", {})), "change").note or "")


def test_percentages_of_no_whole_are_no_shares() -> None:
    """Inflation of three countries is not one whole."""
    assert drawn(row(("33", {}), ("9", {}), ("4", {})), "share").kind == "none"


def test_what_is_denied_is_not_drawn() -> None:
    """Not by a query, nor by a ready request."""
    denied = {"certainty": Certainty.DENIED}
    assert drawn(course(("5", denied), ("7", {})), "change").kind == "none"
    arms = figure(1, "60", "فرنسا", "2023", measure="الحصة من مشتريات السلاح", counterpart="مصر", **denied)
    (chart,) = figures.charts([arms], (Query(id="arms_share"),), ARABIC, "ar")
    assert chart.kind == "none"


def test_a_rate_keeps_its_time() -> None:
    """Barrels a day are not barrels."""
    oil = {"unit": "barrel_per_day", "measure": "إنتاج النفط"}
    assert "يوميًّا" in drawn(course(("5", oil), ("7", oil)), "change").title


def test_what_a_source_adds_to_a_ready_figure_stands_behind_its_unit() -> None:
    """«3.6 billion dollars at least», not «3.6 at least billion dollars»."""
    trade = {"measure": "حجم التجارة", "unit": "usd"}
    points = [
        figure(1, "3600000000", "مصر", "2023", counterpart="تونس", qualifier=Qualifier.AT_LEAST, **trade),
        figure(2, "1200000000", "مصر", "2022", counterpart="لبنان", **trade),
    ]
    (chart,) = figures.charts(points, (Query(id="trade"),), ARABIC, "ar")
    assert chart.title.endswith("3.6 مليار دولار على الأقل")

"""A chart request asks for figures by what they are, and is answered or refused."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from brief import figures
from brief.language import load
from brief.model import Chart, Datapoint, Query
from tests.builders import anchor, datapoint

ARABIC = load("ar")


@dataclass
class Told:
    """A figure in short."""

    value: int
    subject: str
    period: str
    measure: str = "سعر رغيف الخبز"
    unit: str = "egp"


TOLD = (
    Told(2, "مصر", "2021"),
    Told(3, "مصر", "2022"),
    Told(5, "مصر", "2023"),
    Told(7, "السودان", "2023"),
    Told(9, "تونس", "2023"),
    Told(4, "مصر", "2023", measure="سعر لتر الوقود"),
    Told(40, "مصر", "2023", measure="نسبة الدعم", unit="percent"),
)


def points() -> tuple[Datapoint, ...]:
    """The figures of `TOLD`."""
    return tuple(
        datapoint(
            id=f"d{number}",
            value=Decimal(one.value),
            subject=one.subject,
            period=one.period,
            measure=one.measure,
            unit=one.unit,
            evidence=(anchor(str(number), start=number * 1000),),
        )
        for number, one in enumerate(TOLD)
    )


def chart(**asked: Any) -> Chart:  # noqa: ANN401 - fields of Query
    """The chart of one request."""
    (found,) = figures.charts(points(), (Query(id="bread", **asked),), ARABIC, "ar")
    return found


def test_a_request_by_measure_and_party() -> None:
    """The course of one party's figures."""
    found = chart(measure="رغيف الخبز", subject=("مصر",))
    assert (found.kind, [int(mark.low) for mark in found.marks]) == ("line", [2, 3, 5])
    assert found.title.startswith("مصر: ارتفاع سعر رغيف الخبز من 2 جنيه مصري (2021)")


def test_a_request_by_period() -> None:
    """All parties of one year, the highest first."""
    found = chart(measure="سعر رغيف الخبز", period="2023")
    assert (found.kind, [mark.label for mark in found.marks]) == ("bars", ["تونس", "السودان", "مصر"])
    assert "الأعلى تونس" in found.title


def test_a_request_by_kind() -> None:
    """The kind that is asked for, though another would show more."""
    assert chart(measure="رغيف", kind="bars").kind == "bars"
    assert chart(measure="رغيف", kind="range").kind == "none"


def test_a_title_of_ones_own() -> None:
    """Who asks may name the chart."""
    assert chart(measure="رغيف", title="الخبز").title == "الخبز"


@pytest.mark.parametrize(
    "asked",
    [
        {"measure": "الحليب"},
        {"unit": "usd"},
        {"subject": ("لبنان",)},
        {"counterpart": ("مصر",)},
        {"period": "1999"},
        {"measure": "الدعم"},
    ],
)
def test_nothing_comparable_is_said(asked: dict[str, Any]) -> None:
    """No figure, or one alone: the place of the chart says so."""
    found = chart(**asked)
    assert (found.kind, found.marks, found.note) == ("none", (), "لا تتوافر بيانات قابلة للمقارنة")


def test_without_a_request_unknown_measures_are_not_guessed_at() -> None:
    """What only the words of one source name may be many things: nothing is proposed, and that is said."""
    (found,) = figures.charts(points(), (), ARABIC, "ar")
    assert found.kind == "none"


def test_without_a_request_the_figures_propose() -> None:
    """A known measure of several years is drawn; no figure stands in two charts."""
    known = tuple(
        datapoint(
            id=f"x{year}",
            value=Decimal(year % 100),
            unit="usd",
            subject="مصر",
            period=str(year),
            measure="الصادرات",
            evidence=(anchor(str(year), start=year * 1000),),
        )
        for year in range(2019, 2024)
    )
    found = figures.charts((*points(), *known), (), ARABIC, "ar")
    assert [one.kind for one in found] == ["line"]
    drawn = [id_ for one in found for id_ in one.datapoints]
    assert len(drawn) == len(set(drawn)) == len(known)


def test_a_state_does_not_stand_among_its_provinces() -> None:
    """The whole is no row beside its parts."""
    told = enumerate([("الأردن", 33), ("عجلون", 54), ("المفرق", 51), ("الكرك", 49)])
    turnout = tuple(
        datapoint(
            id=f"t{number}",
            value=Decimal(value),
            unit="percent",
            subject=subject,
            period="2023",
            measure="نسبة المشاركة",
            evidence=(anchor(subject, start=number * 1000),),
        )
        for number, (subject, value) in told
    )
    (found,) = figures.charts(turnout, (), ARABIC, "ar")
    assert [mark.label for mark in found.marks] == ["عجلون", "المفرق", "الكرك"]

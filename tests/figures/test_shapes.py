"""What comparable figures are drawn as, and which are never drawn together."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.figures.cells import groups
from brief.figures.shapes import SHAPES, Shape, grain, shapes
from brief.model import Certainty, Datapoint, Qualifier
from tests.builders import anchor, datapoint

INFLATION = "معدل التضخم"
COUNTER = iter(range(10**6))


def figure(value: str, period: str | None = "2023", subject: str | None = "مصر", **more: Any) -> Datapoint:  # noqa: ANN401 - fields of Datapoint
    """A percentage of inflation; two calls are figures of two places of one source."""
    number = next(COUNTER)
    told = {"measure": INFLATION, "unit": "percent", "evidence": (anchor(f"{number}", start=number * 1000),)}
    return datapoint(
        **{
            **told,
            "id": f"d{number}",
            "value": Decimal(value),
            "subject": subject,
            "period": period,
            **more,
        }
    )


def kinds(*points: Datapoint) -> dict[str, Shape]:
    """The shapes of some figures by their kind."""
    return {shape.kind: shape for group in groups(points) for shape in shapes(group)}


def test_points_of_time_are_a_line() -> None:
    """Three years of one party are told as a course, in their order."""
    found = kinds(figure("33", "2023"), figure("5", "2021"), figure("14", "2022"))
    assert [point.period for point in found["line"].points] == ["2021", "2022", "2023"]


def test_two_times_are_a_change() -> None:
    """Before and after of one party."""
    assert set(kinds(figure("33", "2023"), figure("5", "2021"))) == {"change"}


def test_parties_at_one_time_are_bars() -> None:
    """The highest comes first; the figure of another year does not stand among them."""
    found = kinds(
        figure("9", subject="تونس"),
        figure("33"),
        figure("4", subject="الأردن"),
        figure("60", "2020", subject="لبنان"),
    )
    assert [point.subject for point in found["bars"].points] == ["مصر", "تونس", "الأردن"]
    assert found["bars"].period == "2023"


def test_parties_at_two_times_are_grouped() -> None:
    """Only parties of which both times are told."""
    told = [figure("1", year, name) for year in ("2022", "2023") for name in ("مصر", "تونس")]
    found = kinds(*told, figure("7", "2023", "لبنان"))
    assert {point.subject for point in found["grouped"].points} == {"مصر", "تونس"}
    assert len(found["grouped"].points) == 4


def test_ranges_of_parties_are_floating_bars() -> None:
    """Two parties with a lower and an upper end each."""
    wide = [
        structs.replace(figure("5", subject=name), value=None, low=Decimal(2), high=Decimal(5))
        for name in ("مصر", "تونس")
    ]
    found = kinds(*wide)
    assert len(found["range"].points) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"unit": "percent"}, {"unit": "usd"}),
        ({"measure": INFLATION}, {"measure": "البطالة"}),
        ({"period": "2022"}, {"period": "2023-05"}),
        ({"period": "2022"}, {"period": "2020/2023"}),
        ({"period": "2022"}, {"period": None}),
        ({"period": "2022", "subject": "مصر"}, {"period": "2023", "subject": "تونس"}),
        ({"period": "2022"}, {"period": "2023", "certainty": Certainty.DENIED}),
        ({"period": "2022", "measure": None}, {"period": "2023", "measure": None}),
        ({"period": "2022", "unit": "ordinal"}, {"period": "2023", "unit": "ordinal"}),
    ],
)
def test_what_cannot_be_compared_is_not_drawn(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Units, measures, times of another kind, other parties, what is denied or measures nothing."""
    assert not kinds(figure("5", **one), figure("7", **other))


def test_two_figures_of_one_source_are_of_two_things() -> None:
    """One party, one time, one source, two values: nobody knows which one is meant."""
    assert not kinds(figure("5", "2022"), figure("6", "2023"), figure("7", "2023"))


def test_sources_that_differ_are_both_drawn() -> None:
    """The figures of two sources stand side by side; what is only less exact is left out."""
    other: dict[str, Any] = {"evidence": (anchor("7", source="b"),)}
    found = kinds(figure("5", "2022"), figure("6", "2023"), figure("7", "2023", **other))
    assert [point.value for point in found["change"].points] == [Decimal(5), Decimal(6), Decimal(7)]
    about: dict[str, Any] = {"evidence": (anchor("7", source="b"),), "qualifier": Qualifier.APPROX}
    found = kinds(figure("5", "2022"), figure("6", "2023"), figure("6.1", "2023", **about))
    assert [point.value for point in found["change"].points] == [Decimal(5), Decimal(6)]


def test_what_has_happened_stands_before_what_was_expected() -> None:
    """A forecast for a year of which the figure is known is not drawn beside it."""
    found = kinds(figure("5", "2022"), figure("8", qualifier=Qualifier.FORECAST), figure("6"))
    assert [point.value for point in found["change"].points] == [Decimal(5), Decimal(6)]


def test_figures_without_a_time_are_compared_in_one_breath_only() -> None:
    """A source that sets three parties side by side is followed; three articles are not."""
    near: list[dict[str, Any]] = [
        {"period": None, "evidence": (anchor("x", start=at),)} for at in (0, 50, 90)
    ]
    names = ("مصر", "تونس", "لبنان")
    assert "bars" in kinds(*(figure("5", subject=name, **one) for name, one in zip(names, near, strict=True)))
    far: list[dict[str, Any]] = [{"period": None, "evidence": (anchor("x", source=name),)} for name in "abc"]
    assert not kinds(*(figure("5", subject=name, **one) for name, one in zip(names, far, strict=True)))


@pytest.mark.parametrize(
    ("period", "fineness"),
    [
        ("2023", "year"),
        ("2023-Q1", "quarter"),
        ("2023-05", "month"),
        ("2023-05-02", "day"),
        ("2019/2023", None),
    ],
)
def test_grain(period: str, fineness: str | None) -> None:
    """A stretch of several years is no point of time."""
    assert grain(period) == fineness


PERIODS = st.sampled_from([None, "2021", "2022", "2023", "2023-05", "2023-Q1", "2023-05-02", "2019/2023"])


@given(
    st.lists(
        st.builds(
            figure,
            st.integers(0, 9).map(str),
            PERIODS,
            st.sampled_from(["مصر", "تونس", "لبنان", None]),
            unit=st.sampled_from(["percent", "usd"]),
            measure=st.sampled_from([INFLATION, "البطالة"]),
            evidence=st.integers(0, 900).map(lambda at: (anchor("x", source="ab"[at % 2], start=at),)),
        ),
        max_size=14,
    )
)
def test_no_shape_mixes(points: list[Datapoint]) -> None:
    """Whatever is told: one unit, one measure, times of one fineness, no figure twice."""
    for group in groups(points):
        for shape in shapes(group, (*SHAPES, "share")):
            assert {(point.unit, point.measure) for point in shape.points} == {(shape.unit, shape.measure)}
            assert len({point.period and grain(point.period) for point in shape.points}) == 1
            assert len({point.id for point in shape.points}) == len(shape.points)


def test_a_course_has_one_voice() -> None:
    """The figures of the ministry and of the army are two courses, of which the longer is drawn."""
    told = [figure(str(day), f"2024-10-0{day}", said_by="الوزارة") for day in (1, 3, 5)]
    other = [figure(str(day), f"2024-10-0{day}", said_by="الجيش") for day in (2, 4)]
    first, second = groups([*told, *other])
    (line,) = shapes(first, ["line"])
    assert [point.said_by for point in line.points] == ["الوزارة"] * 3
    assert [shape.kind for shape in shapes(second)] == ["change"]


def test_another_voice_stands_beside_what_it_contradicts() -> None:
    """For one day two voices give two figures: both are drawn there, and only there."""
    told = [figure(str(day), f"2024-10-0{day}", said_by="الوزارة") for day in (1, 3, 5)]
    other = [figure("9", "2024-10-05", said_by="الجيش"), figure("9", "2024-10-06", said_by="الجيش")]
    (line,) = shapes(groups([*told, *other])[0], ["line"])
    assert [(point.period, point.value) for point in line.points][2:] == [
        ("2024-10-05", Decimal(5)),
        ("2024-10-05", Decimal(9)),
    ]


def test_a_total_does_not_stand_among_its_parts() -> None:
    """Exports to each of three partners, and all of them: only the partners are rows."""
    parts = [figure("5", counterpart=name) for name in ("تونس", "لبنان", "الأردن")]
    (bars,) = shapes(groups([figure("15"), *parts])[0], ["bars"])
    assert all(point.counterpart for point in bars.points)

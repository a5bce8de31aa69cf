"""Figures of one measure, of the same parties in one period, that differ."""

import pytest

from brief.disagree.measured import measured
from brief.disagree.passages import corpus
from brief.disagree.states import States
from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Discrepancy, Evidence
from brief.united import united
from tests.builders import document

ARABIC = load("ar")


def told(*texts: str | tuple[str, ...]) -> list[Discrepancy]:
    """The disagreements among articles, each of a line or several."""
    documents = [
        document(*([lines] if isinstance(lines, str) else lines), published="2023-05-10") for lines in texts
    ]
    offered = [Evidence(document=one, datapoints=datapoints(one, ARABIC)) for one in documents]
    points = united(offered, ARABIC)
    states = States(points, corpus(offered, ARABIC))
    return list(measured(offered, points, states, ARABIC))


FIRST = "بلغ حجم التجارة بين كينيا ومصر 1.24 مليار دولار في عام 2022."


def test_two_figures_of_one_measure_are_side_by_side() -> None:
    """The topic names measure and parties; each side has its passage."""
    (found,) = told(FIRST, "وصل التبادل التجاري بين مصر وكينيا إلى 900 مليون دولار في عام 2022.")
    assert found.kind == "conflict"
    assert [item.text for item in found.items] == [item.evidence[0].text for item in found.items]
    assert all(name in found.topic for name in ("التجارة", "كينيا", "مصر"))


def test_a_figure_of_two_sources_is_one_side() -> None:
    """Whoever tells the same stands on one side."""
    (found,) = told(FIRST, FIRST + " ", "وبلغت التجارة بين مصر وكينيا 900 مليون دولار في عام 2022.")
    assert [len(item.evidence) for item in found.items] == [2, 1]


@pytest.mark.parametrize("other", ["نحو 1.2 مليار", "أكثر من مليار", "1.2 مليار"])
def test_a_rounding_or_a_bound_is_only_less_precise(other: str) -> None:
    """What may mean the same figure is no conflict."""
    (found,) = told(FIRST, f"وبلغت التجارة بين مصر وكينيا {other} دولار في عام 2022.")
    assert found.kind == "precision"


@pytest.mark.parametrize(
    "other",
    [
        "وبلغت التجارة بين مصر وكينيا 900 مليون دولار في عام 2021.",
        "وبلغت التجارة بين مصر والهند 900 مليون دولار في عام 2022.",
        "وبلغت التجارة بين مصر وكينيا 900 مليون يورو في عام 2022.",
        "وبلغت صادرات مصر إلى كينيا 900 مليون دولار في عام 2022.",
        "ومن المتوقع أن تبلغ التجارة بين مصر وكينيا 900 مليون دولار في عام 2022.",
        "وزادت التجارة بين مصر وكينيا بمقدار 900 مليون دولار في عام 2022.",
        "منها 900 مليون دولار للتجارة بين مصر وكينيا في الحبوب عام 2022.",
        "وبلغت التجارة بين مصر وكينيا 1240 مليون دولار في عام 2022.",
    ],
)
def test_other_years_parties_units_and_parts_are_no_disagreement(other: str) -> None:
    """A part, a change, a forecast and what is told of another time or party may well differ."""
    assert told(FIRST, other) == []


def test_one_source_can_contradict_itself() -> None:
    """An article that gives two figures of one thing in two sentences is told of; one sentence is trusted."""
    assert len(told((FIRST, "وبلغ حجم التجارة بين كينيا ومصر 900 مليون دولار في عام 2022."))) == 1
    assert (
        told("بلغ حجم التجارة بين كينيا ومصر في عام 2022 نحو 1.24 مليار دولار، مقابل 900 مليون دولار.") == []
    )


def test_many_figures_of_one_measure_are_not_of_one_thing() -> None:
    """More than four different figures are a list, not a quarrel."""
    lines = [
        f"بلغ حجم التجارة بين كينيا ومصر {number} مليار دولار في عام 2022." for number in (11, 23, 37, 41, 53)
    ]
    assert told(*lines) == []
    assert len(told(*lines[:4])[0].items) == 4

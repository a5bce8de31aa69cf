"""The charts that two topics propose, against what a statistician signs and refuses of their figures.

Articles and gold were written by somebody who had not seen the code.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brief import config
from brief.model import Brief, Chart, Datapoint
from brief.pipeline import condense

TOPICS = Path(__file__).parents[1] / "topics_of_figures"
NAMES = tuple(sorted(path.name for path in TOPICS.iterdir() if path.is_dir()))
FLOORS = json.loads(Path(__file__).with_name("figures_floors.json").read_text("utf-8"))


@cache
def brief_of(name: str) -> Brief:
    """The brief of a topic without any chart request."""
    brief, _ = condense(TOPICS / name, config.load(TOPICS / name))
    return brief


@cache
def gold(name: str, part: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """A gold file of a topic."""
    return json.loads((TOPICS / name / "gold" / f"{part}.json").read_text("utf-8"))


@cache
def matches(name: str) -> dict[str, frozenset[str]]:
    """Datapoint -> the gold figures that it is: a passage that overlaps, the same value and unit."""
    files = {entry.id: entry.path for entry in brief_of(name).sources}
    texts = {path.name: path.read_text("utf-8") for path in (TOPICS / name).glob("*.txt")}
    places = [
        (one, texts[one["file"]].index(one["span"]), texts[one["file"]].index(one["span"]) + len(one["span"]))
        for one in gold(name, "datapoints")
    ]
    return {
        point.id: frozenset(
            one["id"]
            for one, start, end in places
            for anchor in point.evidence
            if files[anchor.source] == one["file"] and anchor.start < end and start < anchor.end
            if is_figure(point, one)
        )
        for point in brief_of(name).datapoints
    }


def is_figure(point: Datapoint, one: dict[str, Any]) -> bool:
    """Whether value and unit are those of the gold figure."""
    ends = [point.value, point.value] if point.value is not None else [point.low, point.high]
    asked = [one["value"], one["value"]] if one.get("value") is not None else [one["low"], one["high"]]
    signed = [one.get("signed_value", asked[0])] * 2
    same = any(
        all(
            end is not None and abs(float(end) - value) <= 0.01 * abs(value)
            for end, value in zip(ends, told, strict=True)
        )
        for told in (asked, signed)
    )
    return same and alike(point.unit) in {alike(one["unit"]), alike(one.get("unit_also", one["unit"]))}


def alike(unit: str) -> str:
    """A unit under one name: that people are counted is told by the noun."""
    return {"persons": "count", "km2": "square_km"}.get(unit, unit)


def shares(name: str) -> dict[str, float]:
    """Percent of the gold figures that are read, of those read that are in the gold, and of right periods."""
    asked = {one["id"]: one for one in gold(name, "datapoints")}
    found = matches(name)
    read = {id_ for ids in found.values() for id_ in ids}
    wanted = [id_ for id_, one in asked.items() if not one.get("optional")]
    points = {point.id: point for point in brief_of(name).datapoints}
    right = [points[key].period in periods(asked[id_]) for key, ids in found.items() for id_ in ids]
    return {
        "recall": 100 * sum(id_ in read for id_ in wanted) / len(wanted),
        "precision": 100 * sum(map(bool, found.values())) / len(found),
        "period": 100 * sum(right) / len(right),
    }


def periods(one: dict[str, Any]) -> set[str | None]:
    """The periods that a gold figure may have."""
    return {one["period"], one.get("period_also", one["period"])}


def drawn(name: str) -> list[Chart]:
    """The charts that hold figures."""
    return [chart for chart in brief_of(name).charts if chart.kind != "none"]


def figures_in(chart: Chart, name: str) -> list[frozenset[str]]:
    """The gold figures behind each mark, the same figure of another file included."""
    same = [frozenset(group["ids"] if isinstance(group, dict) else group) for group in gold(name, "same")]
    found = [matches(name)[mark.datapoint] for mark in chart.marks]
    return [frozenset(ids.union(*(group for group in same if group & ids))) for ids in found]


def covered(chart: Chart, wanted: list[str], name: str) -> int:
    """How many of some gold figures a chart shows."""
    return sum(any(id_ in ids for ids in figures_in(chart, name)) for id_ in wanted)


def is_signed(chart: Chart, ids: list[str], name: str) -> bool:
    """Whether a chart of its kind that holds these figures is signed: what is wrong as shares may be bars."""
    signed = [*gold(name, "charts")["right"], *gold(name, "charts")["also_right"]]
    return any(one["kind"] == chart.kind and set(ids) <= set(one["ids"]) for one in signed)


def shown_by(chart: Chart, wanted: list[str], name: str) -> list[tuple[str, str | None, str | None]]:
    """The cells in which a chart shows gold figures; two that rival each other stand in one."""
    found = zip(chart.marks, figures_in(chart, name), strict=True)
    return [
        (mark.label, mark.group, mark.period if mark.rival else mark.datapoint)
        for mark, ids in found
        if ids & set(wanted)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_of_the_articles_are_read(name: str) -> None:
    """Figures with their units and periods, against floors that only go up."""
    reached = shares(name)
    assert {key: floor for key, floor in FLOORS[name]["figures"].items() if reached[key] < floor} == {}, (
        reached
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_is_a_figure_of_the_articles(name: str) -> None:
    """Nothing is drawn that an analyst did not find in the text."""
    unknown = [
        (chart.title, mark.label, mark.low, mark.period)
        for chart in drawn(name)
        for mark, ids in zip(chart.marks, figures_in(chart, name), strict=True)
        if not ids
    ]
    assert not unknown


@pytest.mark.parametrize("name", NAMES)
def test_no_chart_sets_together_what_cannot_be_compared(name: str) -> None:
    """None of the combinations that the gold refuses stands whole in one chart."""
    mixed = [
        (chart.title, wrong["why"])
        for chart in drawn(name)
        for wrong in gold(name, "charts")["wrong"]
        if len(set(shown_by(chart, wrong["ids"], name))) == len(wrong["ids"])
        if not is_signed(chart, wrong["ids"], name)
    ]
    assert not mixed


@pytest.mark.parametrize("name", NAMES)
def test_the_charts_are_those_that_a_statistician_signs(name: str) -> None:
    """Each chart shows one that the gold signs, most of its figures; so many of the best are among them."""
    signed = [*gold(name, "charts")["right"], *gold(name, "charts")["also_right"]]
    for chart in drawn(name):
        best = max(covered(chart, one["ids"], name) for one in signed)
        assert 2 * best >= len(chart.marks), chart.title
    found = [
        one["measure"]
        for one in gold(name, "charts")["right"]
        if any(2 * covered(chart, one["ids"], name) > len(one["ids"]) for chart in drawn(name))
    ]
    assert len(found) >= FLOORS[name]["right_charts"], found
    assert len(drawn(name)) >= FLOORS[name]["charts"]

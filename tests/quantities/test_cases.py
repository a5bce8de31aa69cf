"""Figures as press Arabic writes them, told by a hand that had not seen the reader."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from brief.quantities import Quantity, find

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
ARTICLE = "الـ"
# Cases that are read otherwise on purpose, and why.
OTHERWISE = {
    "تضاعف الإنتاج خلال العقدين الماضيين في حقول عمان.": "the last two decades are a time",
}


def said(text: str, one: Quantity) -> str:
    """The words of a figure, with its noun where that stands right before it («المرتبة الـ42»)."""
    before = text[: one.start].rstrip().removesuffix(ARTICLE).rstrip()
    own = text[one.start : one.end]
    if one.noun is None or one.noun in own or not before.endswith(one.noun):
        return own
    return text[len(before) - len(one.noun) : one.end]


def told(text: str, one: Quantity) -> dict[str, object]:
    """A figure as the table tells it: only what is counted has its noun there."""
    value = {"value": one.value} if one.value is not None else {"low": one.low, "high": one.high}
    noun = {"noun": one.noun} if one.unit == "count" and one.noun else {}
    qualifier = {"qualifier": str(one.qualifier)} if one.qualifier else {}
    return {"said": said(text, one), "unit": one.unit, **value, **qualifier, **noun}


def wanted(expected: dict[str, str]) -> dict[str, object]:
    """An entry of the table with its numbers as numbers."""
    return {key: Decimal(text) if key in ("value", "low", "high") else text for key, text in expected.items()}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['group']}: {case['text']}" for case in CASES])
def test_a_figure_of_the_press_is_read(case: dict[str, Any]) -> None:
    """Every figure of a sentence has its exact span, value, unit and qualifier, and there is no other."""
    found = [told(case["text"], one) for one in find(case["text"])]
    as_told = found == [wanted(expected) for expected in case["is"]]
    assert as_told is (case["text"] not in OTHERWISE), found


def test_there_are_cases_enough() -> None:
    """The table is of the size and breadth that was asked for, and no exception is out of date."""
    assert len(CASES) >= 400
    assert len({case["group"] for case in CASES}) >= 12
    assert len({case["text"] for case in CASES}) == len(CASES)
    assert set(OTHERWISE) <= {case["text"] for case in CASES}

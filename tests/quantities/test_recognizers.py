"""The Arabic cases of Recognizers-Text by value; each exception stands with its reason in a table."""

import json
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from brief.language import load
from brief.quantities.ranges import NumberRange, number_ranges
from brief.quantities.views import numbers, ordinals, percents

ARABIC = load("ar")
FOLDER = Path(__file__).with_name("recognizers")
EXCEPTIONS: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "exceptions.toml").read_text("utf-8"))
EXACT = Decimal("1e-12")  # the files round to fifteen digits, some bounds to eleven decimals

End = Decimal | None
Value = Decimal | tuple[bool, End, End, bool]


def told(text: str) -> Value:
    """The value that a case expects: a number, a percentage, or a range such as `[20,35)`."""
    if text[0] not in "[(":
        return Decimal(text.removesuffix("%"))
    low, high = (Decimal(end) if end else None for end in text[1:-1].split(","))
    return text[0] == "[", low, high, text[-1] == "]"


def bounds(one: NumberRange) -> Value:
    """A range of ours in the shape of `told`."""
    return one.closed_low, one.low, one.high, one.closed_high


READERS: dict[str, Callable[[str], list[Value]]] = {
    "NumberModel": lambda text: [one.value for one in numbers(text, ARABIC)],
    "PercentModel": lambda text: [one.value for one in percents(text, ARABIC)],
    "OrdinalModel": lambda text: [one.value for one in ordinals(text, ARABIC)],
    "NumberRangeModel": lambda text: [bounds(one) for one in number_ranges(text, ARABIC)],
}
FLOOR = {"NumberModel": 90, "PercentModel": 90, "OrdinalModel": 85, "NumberRangeModel": 90}
SIZE = {"NumberModel": 282, "PercentModel": 27, "OrdinalModel": 33, "NumberRangeModel": 145}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file; of the ordinals those that expect plain numbers («the last» is none)."""
    rows: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    if name != "OrdinalModel":
        return rows
    return [row for row in rows if row["results"] and all(one["value"].isdecimal() for one in row["results"])]


def near(first: Value | End | bool, second: Value | End | bool) -> bool:  # noqa: FBT001 - either end
    """Whether two values are one but for rounding."""
    if isinstance(first, tuple) and isinstance(second, tuple):
        return all(near(one, other) for one, other in zip(first, second, strict=True))
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return abs(first - second) <= EXACT * max(abs(first), abs(second))
    return first == second


def agrees(name: str, row: dict[str, Any]) -> bool:
    """Whether the values of a case are found, all of them in their order and no other."""
    if any(not one["value"] for one in row["results"]):
        return False
    wanted, found = [told(one["value"]) for one in row["results"]], READERS[name](row["input"])
    return len(wanted) == len(found) and all(map(near, wanted, found))


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in READERS for row in cases(name)])
def test_a_case_agrees_or_its_exception_says_why(name: str, row: dict[str, Any]) -> None:
    """A case outside the table agrees, and one within it does not: no exception outlives its reason."""
    assert agrees(name, row) is (row["input"].strip() not in EXCEPTIONS[name])


@pytest.mark.parametrize("name", READERS)
def test_exceptions_are_few_and_reasoned(name: str) -> None:
    """All cases are there, the share that agrees is that of the contract, and each exception is a case."""
    rows, excepted = cases(name), EXCEPTIONS[name]
    inputs = [row["input"].strip() for row in rows]
    assert len(rows) == SIZE[name]
    assert set(excepted) <= set(inputs)
    assert all(excepted.values())
    assert sum(text not in excepted for text in inputs) >= len(rows) * FLOOR[name] / 100

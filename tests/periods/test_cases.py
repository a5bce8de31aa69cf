"""Times of press Arabic as two hands wrote them down: the words they take and what they mean."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from brief import periods
from brief.language import load

ARABIC = load("ar")
ON = "2024-06-25"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one data file."""
    found: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["case"]
    return found


def check(case: dict[str, Any], on: str | None) -> None:
    """Every time of the text, in its order, with exactly its words, and no other."""
    text = case["text"]
    found = periods.in_context(text, ARABIC, on).mentions
    expected = [(one["said"], one["period"]) for one in case["is"]]
    assert [(text[time.start : time.end], time.iso) for time in found] == expected


@pytest.mark.parametrize("case", cases("cases.toml"), ids=lambda case: case["text"])
def test_a_time_written_by_another_hand_is_read(case: dict[str, Any]) -> None:
    """Sentences by somebody who had not seen the reader."""
    check(case, case.get("on"))


@pytest.mark.parametrize("case", cases("mended.toml"), ids=lambda case: case["text"])
def test_a_time_that_was_mended_stays_so(case: dict[str, Any]) -> None:
    """What once was read wrongly or not at all."""
    check(case, ON)


def test_the_cases_cover_every_group() -> None:
    """No group of times is empty, and what is no time has its share."""
    groups = [case["group"] for case in cases("cases.toml")]
    assert len(groups) >= 150
    assert {"years", "months", "days", "quarters", "halves", "decades", "relative", "ranges"} < set(groups)
    assert groups.count("none") >= 15

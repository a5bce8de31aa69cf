"""Stances and quotations in sentences of our own, each with what a careful reader finds in it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from brief.extract.positions import positions
from brief.extract.quotes import quotes
from brief.language import fold, load
from tests.builders import document

ARABIC = load("ar")
HERE = Path(__file__).parent
POSITIONS: list[dict[str, Any]] = tomllib.loads((HERE / "positions_cases.toml").read_text("utf-8"))["case"]
QUOTES: list[dict[str, Any]] = tomllib.loads((HERE / "quotes_cases.toml").read_text("utf-8"))["case"]
LEAST = 0.95


def met(wanted: list[Any], found: list[Any], fits: Any) -> int:  # noqa: ANN401 - a test of two values
    """How many of the wanted are found, each finding used once."""
    left = list(found)
    for want in wanted:
        hit = next((one for one in left if fits(want, one)), None)
        if hit is not None:
            left.remove(hit)
    return len(found) - len(left)


def stances(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Who stands how in the lines of a case."""
    text = document(*case["lines"])
    said = quotes(text, ARABIC)
    return [(fold(one.actor), one.stance.value) for one in positions(text, ARABIC, said)]


def test_positions_are_found_and_right() -> None:
    """Nearly all stances of the cases are found, with their actor, and nearly nothing else is."""
    wanted = found = right = 0
    for case in POSITIONS:
        got = stances(case)
        wanted, found = wanted + len(case["takes"]), found + len(got)
        right += met(case["takes"], got, lambda want, one: fold(want[0]) in one[0] and want[1] == one[1])
    assert right >= LEAST * wanted
    assert right >= LEAST * found


def test_quotes_are_found_and_right() -> None:
    """Nearly all quotations of the cases are found, with their speakers, and no term is taken for one."""
    wanted = found = right = given = 0
    for case in QUOTES:
        got = quotes(document(*case["lines"]), ARABIC)
        wanted, found = wanted + len(case["says"]), found + len(got)
        for want in case["says"]:
            one = next((one for one in got if fold(one.text).startswith(fold(want["text"]))), None)
            right += one is not None
            shown = {"speaker": "", "role": "", "via": ""} | want
            given += one is not None and all(
                fold(shown[key]) in fold(getattr(one, key) or "") for key in ("speaker", "role", "via")
            )
    assert right >= LEAST * wanted
    assert right >= LEAST * found
    assert given >= LEAST * right


@pytest.mark.parametrize("cases", [POSITIONS, QUOTES])
def test_the_cases_are_many(cases: list[dict[str, Any]]) -> None:
    """Sixty cases at least of either kind, none told twice."""
    told = {" ".join(case["lines"]) for case in cases}
    assert len(told) == len(cases) >= 60

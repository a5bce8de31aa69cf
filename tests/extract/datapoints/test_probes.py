"""What figures are in sentences of many kinds: a table of cases, read whole."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from brief.extract.datapoints import datapoints
from brief.language import load
from brief.model import Datapoint
from tests.builders import document

ARABIC = load("ar")
PROBES = tomllib.loads((Path(__file__).parent / "probes.toml").read_text("utf-8"), parse_float=Decimal)[
    "probe"
]
TOLD = ("measure", "subject", "counterpart", "period", "qualifier", "certainty", "said_by")


def told(one: Datapoint) -> dict[str, Any]:
    """What is told of a figure, as a case writes it."""
    return {"value": one.value, "unit": one.unit} | {name: getattr(one, name) for name in TOLD}


def expected(figure: dict[str, Any]) -> dict[str, Any]:
    """A case's figure with what it leaves out."""
    left = dict.fromkeys(TOLD) | {"certainty": "stated"}
    return left | figure | {"value": Decimal(figure["value"])}


@pytest.mark.parametrize("probe", PROBES, ids=[probe["text"][:40] for probe in PROBES])
def test_a_sentence_tells_its_figures(probe: dict[str, Any]) -> None:
    """Value, unit, measure, sides, time, bound, certainty and speaker of every figure."""
    found = datapoints(document(probe["text"], published="2024-05-10"), ARABIC)
    assert [told(one) for one in found] == [expected(figure) for figure in probe["figures"]]

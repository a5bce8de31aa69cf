"""Charts for the tests: one small chart of each kind, and what a drawing of them holds.

Run as a program it writes `tests/golden/charts`, for a change of the drawings that is meant.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import Decimal
from pathlib import Path
from typing import Any

from brief import themes
from brief.charts import Style, draw
from brief.model import Chart, Mark, Qualifier
from brief.words import words

GOLDEN = Path(__file__).parents[1] / "golden" / "charts"
STYLE = Style.of(themes.load("modern"), words("ar", "ar"), "rtl")
SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def mark(value: str, high: str | None = None, **fields: Any) -> Mark:  # noqa: ANN401 - fields of Mark
    """A mark of one value, or of a range where `high` is given."""
    given = {"label": "أ", "group": None, "qualifier": None, "period": None, "datapoint": "d"}
    return Mark(**{**given, "low": Decimal(value), "high": Decimal(high or value), **fields})


def chart(kind: Any, *marks: Mark, unit: str | None = None) -> Chart:  # noqa: ANN401 - a literal of Chart
    """A chart of these marks."""
    return Chart(
        id="c",
        title="T",
        kind=kind,
        unit=unit or ("percent" if kind == "share" else "usd"),
        unit_label=None,
        scale=1,
        datapoints=(),
        marks=marks,
        evidence=(),
        note=None,
        alt="",
    )


EXAMPLES = {
    "bars": chart(
        "bars",
        mark("9", accent=True),
        mark("4", label="ب", qualifier=Qualifier.APPROX),
        mark("-3", label="ج"),
        mark("7", label="د", rival=True),
        mark("5", label="د", rival=True),
        mark("6", label="ه", apart=True, qualifier=Qualifier.FORECAST),
    ),
    "grouped": chart(
        "grouped",
        mark("9", group="قبل", period="2022"),
        mark("4", group="بعد", period="2023"),
        mark("3", label="ب", group="قبل", period="2022"),
        mark("5", label="ب", group="بعد", period="2023", qualifier=Qualifier.AT_LEAST),
    ),
    "change": chart(
        "change",
        mark("8", period="2022"),
        mark("10", period="2023"),
        mark("5", label="ب", period="2022"),
        mark("2", label="ب", period="2023", qualifier=Qualifier.FORECAST),
    ),
    "share": chart(
        "share",
        mark("50", group="ك", accent=True),
        mark("20", "25", label="ب", group="ك"),
    ),
    "range": chart("range", mark("7.5", "8"), mark("-1", "2", label="ب"), mark("3", label="ج")),
    "line": chart(
        "line",
        mark("2", group="أ", period="2010"),
        mark("9", group="أ", period="2011"),
        mark("5", group="أ", period="2020", rival=True),
        mark("6", group="أ", period="2020", rival=True),
        mark("7", group="أ", period="2024", qualifier=Qualifier.FORECAST),
        mark("1", group="ب", period="2010"),
        mark("3", group="ب", period="2024"),
    ),
}


def ink(svg: str) -> list[tuple[str, str, tuple[float, ...]]]:
    """What is drawn, in order: element, style, and its numbers to a tenth; names of definitions left out."""
    return [
        (
            element.tag.removeprefix(SVG),
            re.sub(r"#\w{11}", "#", element.get("style", "")),
            tuple(round(float(number), 1) for number in _NUMBER.findall(_numbers(element))),
        )
        for element in ET.fromstring(svg).iter()  # noqa: S314 - made by the code under test
        if element.tag in {f"{SVG}path", f"{SVG}use"}
    ]


def _numbers(element: ET.Element) -> str:
    return " ".join(element.get(name, "") for name in ("d", "x", "y", "transform"))


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for kind, example in EXAMPLES.items():
        (GOLDEN / f"{kind}.svg").write_text(draw(example, STYLE), "utf-8")

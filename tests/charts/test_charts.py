"""Charts as SVG: what is drawn, where, and the same every time."""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from brief import themes
from brief.charts import DRAWERS, Style, draw
from brief.charts.style import LABEL, text_width, wrapped
from brief.model import Chart, Mark, Qualifier
from brief.words import words

SVG = "{http://www.w3.org/2000/svg}"
STYLE = Style.of(themes.load("modern"), words("ar", "ar"), "rtl")
NUMBER = re.compile(r"-?[\d.]+")


def mark(value: str, **fields: Any) -> Mark:  # noqa: ANN401 - fields of Mark
    """A mark of one value unless `high` says otherwise."""
    low = Decimal(value)
    given = {
        "label": "A",
        "group": None,
        "low": low,
        "high": low,
        "qualifier": None,
        "period": None,
        "datapoint": "d",
    }
    return Mark(**{**given, **fields})


def chart(kind: Any, *marks: Mark) -> Chart:  # noqa: ANN401 - a literal of Chart
    """A chart of these marks."""
    return Chart(
        id="c",
        title="T",
        kind=kind,
        unit="percent" if kind == "share" else "usd",
        unit_label=None,
        scale=1,
        datapoints=(),
        marks=marks,
        evidence=(),
        note=None,
        alt="",
    )


def boxes(svg: str, color: str) -> list[tuple[float, float]]:
    """Left and right edge of every rectangle filled with `color`."""
    found = []
    for path in ET.fromstring(svg).iter(f"{SVG}path"):  # noqa: S314 - made by the code under test
        if f"fill: {color.lower()}" in path.get("style", ""):
            xs = [float(number) for number in NUMBER.findall(path.get("d", ""))[::2]]
            found.append((min(xs), max(xs)))
    return found


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_drawing_has_a_size_and_repeats(kind: str) -> None:
    """Every SVG states width and height in points, and a second drawing has the same bytes."""
    one = chart(kind, mark("60", accent=True))
    assert re.search(r'<svg[^>]* width="[\d.]+pt" height="[\d.]+pt"', draw(one, STYLE))
    assert draw(one, STYLE) == draw(one, STYLE)
    assert "<text" not in draw(one, STYLE)
    assert "<dc:date>" not in draw(one, STYLE)


def test_bars_grow_leftwards_from_one_baseline_in_proportion() -> None:
    """All bars share their right edge, and their lengths are to each other as their figures."""
    svg = draw(chart("bars", mark("100"), mark("25", label="B")), STYLE)
    (one_left, one_right), (two_left, two_right) = boxes(svg, STYLE.neutral)
    assert one_right == pytest.approx(two_right)
    assert (one_right - one_left) / (two_right - two_left) == pytest.approx(4, rel=0.01)


def test_direction_turns_the_drawing() -> None:
    """Read from the left, bars grow rightwards."""
    style = msgspec.structs.replace(STYLE, direction="ltr")
    (left, _), (other, _) = boxes(draw(chart("bars", mark("100"), mark("25")), style), style.neutral)
    assert left == pytest.approx(other)


def test_one_bar_is_accented() -> None:
    """The accent is for the mark that asks for it."""
    svg = draw(chart("bars", mark("3"), mark("9", accent=True)), STYLE)
    assert len(boxes(svg, STYLE.accent)) >= 1
    assert len(boxes(svg, STYLE.neutral)) == 1


def test_an_approximate_bar_stays_open() -> None:
    """An approximate figure is solid to 92 % of its length and dashed beyond."""
    exact = draw(chart("bars", mark("10")), STYLE)
    about = draw(chart("bars", mark("10"), mark("10", qualifier=Qualifier.APPROX)), STYLE)
    (left, right), (short, _) = boxes(about, STYLE.neutral)
    assert (right - short) / (right - left) == pytest.approx(0.92, rel=0.01)
    assert "stroke-dasharray" in about
    assert "stroke-dasharray" not in exact


def test_what_is_apart_is_outlined_below_a_rule() -> None:
    """A figure not for comparison is not filled, and a dotted rule parts it from the others."""
    svg = draw(chart("bars", mark("10"), mark("99", apart=True)), STYLE)
    assert len(boxes(svg, STYLE.neutral)) == 1
    assert "stroke-dasharray" in svg


def test_zero_and_one_bar_do_not_break_the_scale() -> None:
    """Nothing divides by nothing."""
    assert "<svg" in draw(chart("bars", mark("0")), STYLE)


@pytest.mark.parametrize(("share", "filled"), [("60", 60), ("0.4", 0), ("99.6", 100)])
def test_a_share_fills_its_squares(share: str, filled: int) -> None:
    """As many squares are filled as there are whole percents, from the right."""
    squares = boxes(draw(chart("share", mark(share, accent=True)), STYLE), STYLE.accent)
    squares = [box for box in squares if box[1] - box[0] > 10]
    assert len(squares) == filled


def test_long_labels_break_at_spaces() -> None:
    """No line of a label is wider than its room, and no word is lost."""
    label = "a somewhat long label of a bar that needs room"
    lines = wrapped(label, 20.0, LABEL, STYLE)
    assert " ".join(lines) == label
    assert all(text_width(line, LABEL, STYLE) <= 20.0 for line in lines)

"""What holds for the drawing of any chart: all said, all inside, nothing over anything, same bytes."""

import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from matplotlib.transforms import Bbox

from brief import themes
from brief.charts import DRAWERS, Style, draw
from brief.charts.style import Sheet
from brief.model import Chart, Mark, Qualifier
from brief.words import words
from tests.charts.examples import EXAMPLES, GOLDEN, STYLE, chart, ink, mark

EASTERN = Style.of(themes.load("modern"), words("ar", "ar_EG@numbers=arab"), "rtl")
LATIN = Style.of(themes.load("modern"), words("ar", "ar"), "ltr")
WORD = st.sampled_from(["القمح", "صادرات", "إلى", "دول", "المتوسط", "وشمال", "إفريقيا", "س", "أفلا" * 9])
LABEL = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
VALUE = st.one_of(
    st.sampled_from(["0", "5", "5", "0.001", "999999.25", "-999999.25"]).map(Decimal),
    st.decimals(-1000, 10**6, places=2),
)
SHARE = st.decimals(0, 100, places=1)
QUALIFIER = st.sampled_from([None, None, None, *Qualifier])
PERIOD = st.sampled_from(
    ["1990", "2019", "2020", "2021-Q1", "2022-03", "2023-09-30", "2023-01-01/2024-06-30", "2024", "2031"]
)
HALF = 0.3  # of the size: what a line of letters takes above and below its middle, dots and marks aside


@st.composite
def charts(draw_one: st.DrawFn, kind: str) -> Chart:
    """Any chart of a kind that keeps the contract of `Chart.kind` and `Mark.rival`."""
    labels = draw_one(st.lists(LABEL, min_size=1, max_size=5, unique=True))
    marks = [one for label in labels for one in draw_one(_of_label(kind, label))]
    return chart(
        kind, *marks, unit=draw_one(st.sampled_from(["usd", "percent"])) if kind != "share" else None
    )


def _of_label(kind: str, label: str) -> st.SearchStrategy[list[Mark]]:
    """The marks of one label; those of one line where the kind is a line."""
    if kind == "line":
        times = st.lists(PERIOD, min_size=3, max_size=6, unique=True)
        return times.flatmap(lambda periods: _each(kind, label, [(label, one) for one in periods]))
    if kind == "change":
        return _each(kind, label, [(None, "2021"), (None, "2024")])
    if kind == "grouped":
        names = st.lists(st.sampled_from(["2021", "2022", "المغرب", None]), min_size=1, unique=True)
        return names.flatmap(lambda found: _each(kind, label, [(name, name) for name in found]))
    group = st.sampled_from([None, None, "مجموعة", "مجموعة أخرى"])
    return group.flatmap(lambda name: _each(kind, label, [(name, None)]))


@st.composite
def _each(
    draw_one: st.DrawFn, kind: str, label: str, keys: list[tuple[str | None, str | None]]
) -> list[Mark]:
    """One mark for every group and period, sometimes two of rival sources."""
    made = []
    for group, period in keys:
        rivals = draw_one(st.sampled_from([1, 1, 1, 2]))
        apart = draw_one(st.sampled_from([False, False, False, True]))
        for _ in range(rivals):
            ends = sorted(draw_one(st.lists(SHARE if kind == "share" else VALUE, min_size=1, max_size=2)))
            fields = {"label": label, "group": group, "period": period, "apart": apart, "rival": rivals > 1}
            look = {"qualifier": draw_one(QUALIFIER), "accent": draw_one(st.booleans())}
            made.append(mark(str(ends[0]), str(ends[-1]), **fields, **look))
    return made


def drawn(one: Chart, style: Style = STYLE) -> tuple[Sheet, str]:
    """The sheet of a chart, and its SVG text."""
    sheets: list[Sheet] = []
    save = Sheet.svg

    def kept(sheet: Sheet) -> str:
        sheets.append(sheet)
        return save(sheet)

    with patch.object(Sheet, "svg", kept):
        svg = draw(one, style)
    return sheets[0], svg


def texts(sheet: Sheet) -> Iterator[tuple[str, Bbox]]:
    """Every text with the room its letters take, in points of the sheet."""
    renderer = sheet._figure._get_renderer()  # type: ignore[attr-defined]
    for text in sheet._axes.texts:
        box = text.get_window_extent(renderer)
        size = float(text.get_fontsize())
        base = sheet._axes.transData.transform(text.get_position())[1]
        middle, half = base + 0.35 * size, HALF * size
        yield text.get_text(), Bbox([[box.x0 + 0.4, middle - half], [box.x1 - 0.4, middle + half]])


def painted(sheet: Sheet) -> Iterator[Bbox]:
    """Every box and dot that a reader sees as a figure."""
    for one in sheet._axes.patches:
        if one.get_zorder() < 2:
            yield one.get_path().get_extents(one.get_transform())
    for line in sheet._axes.lines:
        if line.get_marker() not in {"None", None, ""}:
            x, y = sheet._axes.transData.transform(line.get_xydata())[0]
            yield Bbox([[x - 1.5, y - 1.5], [x + 1.5, y + 1.5]])


def meet(one: Bbox, other: Bbox) -> bool:
    """Whether two boxes share an area that shows."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(width > 0.3 and height > 0.3)


def plain(text: str) -> str:
    """Text without spaces and without marks of direction."""
    return re.sub(r"[\s\u200f\u2066\u2069]", "", text)


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_small_chart_of_each_kind_is_drawn_as_before(kind: str) -> None:
    """What is drawn, stroke by stroke; `examples.py` writes the golden files where a change is meant."""
    assert ink(draw(EXAMPLES[kind], STYLE)) == ink((GOLDEN / f"{kind}.svg").read_text("utf-8"))


@pytest.mark.parametrize("kind", sorted(DRAWERS))
@given(data=st.data())
@settings(max_examples=5)
def test_texts_stay_inside_and_clear_of_each_other(kind: str, data: st.DataObject) -> None:
    """No text is cut by the edge of the sheet, written over another text, or over a bar or a dot."""
    one = data.draw(charts(kind))
    sheet, _ = drawn(one)
    width, height = sheet._figure.bbox.width, sheet._figure.bbox.height
    written = list(texts(sheet))
    for text, box in written:
        assert box.x0 >= -0.5, text
        assert box.x1 <= width + 0.5, text
        assert box.y0 >= 0.0, text
        assert box.y1 <= height, text
    for (text, box), (other, other_box) in combinations(written, 2):
        assert not meet(box, other_box), (text, other)
    for text, box in written:
        assert not any(meet(box, figure) for figure in painted(sheet)), text


@pytest.mark.parametrize("kind", sorted(set(DRAWERS) - {"line"}))
@given(data=st.data())
@settings(max_examples=4)
def test_every_figure_and_label_is_said(kind: str, data: st.DataObject) -> None:
    """Rows say every figure in the words of the brief, and every label whole."""
    one = data.draw(charts(kind))
    sheet, _ = drawn(one)
    said = plain("".join(text for text, _ in texts(sheet)))
    sign = "%" if one.unit == "percent" else ""
    for drawn_mark in one.marks:
        amount = STYLE.words.amount(drawn_mark.low, drawn_mark.high, drawn_mark.qualifier, sign)
        assert plain(amount) in said
        assert plain(drawn_mark.label) in said


@given(charts("line"))
@settings(max_examples=6)
@example(EXAMPLES["line"])
def test_every_figure_of_a_line_has_its_marker(one: Chart) -> None:
    """A line shows as many markers as its marks have figures, and the name of every line."""
    sheet, _ = drawn(one)
    markers = [line for line in sheet._axes.lines if line.get_marker() not in {"None", None, ""}]
    assert len(markers) == sum(1 + (drawn_mark.low != drawn_mark.high) for drawn_mark in one.marks)
    said = plain("".join(text for text, _ in texts(sheet)))
    assert all(plain(drawn_mark.group or "") in said for drawn_mark in one.marks)


@given(st.sampled_from(sorted(DRAWERS)).flatmap(charts), st.sampled_from([STYLE, EASTERN, LATIN]))
@settings(max_examples=6)
def test_the_same_chart_has_the_same_bytes(one: Chart, style: Style) -> None:
    """A second drawing repeats the first, without text elements and without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        first = draw(one, style)
    assert first == draw(one, style)
    assert "<text" not in first


def test_another_process_draws_the_same_bytes() -> None:
    """Nothing of the drawing hangs on the order of a set or on the run."""
    code = (
        "import sys; from brief.charts import draw; from tests.charts.examples import *; "
        "sys.stdout.write(''.join(draw(EXAMPLES[kind], STYLE) for kind in EXAMPLES))"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={"PYTHONPATH": f"{root}/src:{root}", "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert run.stdout == "".join(draw(one, STYLE) for one in EXAMPLES.values())


def test_twelve_rows_with_long_labels_are_all_said() -> None:
    """A full chart with tiny, huge, equal and empty figures keeps every text clear and inside."""
    values = ["123456.789", "0.001", "0", "5", "5", "5", "-70000", "1", "99999", "3", "20", "40000"]
    rows = (mark(value, label=f"{'صادرات القمح ' * 6}{place}") for place, value in enumerate(values))
    sheet, _ = drawn(chart("bars", *rows))
    written = list(texts(sheet))
    assert not any(meet(one, other) for (_, one), (_, other) in combinations(written, 2))
    said = [plain(text) for text, _ in written]
    assert all(plain(STYLE.words.number(Decimal(value))) in said for value in values)


def test_digits_are_of_one_family() -> None:
    """A brief in Eastern digits has no other digit in its charts."""
    for one in EXAMPLES.values():
        sheet, _ = drawn(one, EASTERN)
        assert not re.search("[0-9]", "".join(text for text, _ in texts(sheet)))

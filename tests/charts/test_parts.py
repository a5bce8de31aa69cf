"""The parts that drawings are made of: axes, places of texts, times, words of a change."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.charts import draw
from brief.charts.axis import Axis, Extent, fit
from brief.charts.change import _said
from brief.charts.course import courses, heights
from brief.charts.places import Rect, spread
from brief.charts.style import LABEL, WIDTH, text_width, tint, wrapped
from brief.charts.times import middle
from brief.model import Qualifier
from tests.charts.examples import STYLE, chart, ink, mark

EXTENT = st.builds(Extent, st.floats(-1e6, 1e6), st.floats(0, 20), st.floats(0, 20))


@given(st.lists(EXTENT, min_size=1, max_size=8), st.floats(20, 50))
@example([Extent(2e-309)], 20.0)  # a length of which no scale makes anything
def test_an_axis_leaves_the_room_that_is_asked_for(extents: list[Extent], left: float) -> None:
    """Every value has its room between the labels and the edge, and zero lies on the axis."""
    axis = fit(extents, left)
    assert axis.scale >= 0
    assert left - 1e-6 <= axis.zero <= WIDTH
    for extent in extents:
        assert axis.at(extent.value) - extent.before >= left - 1e-6
        assert axis.at(extent.value) + extent.beyond <= WIDTH + 1e-6


def test_an_axis_without_lengths_is_no_division_by_zero() -> None:
    """Where all figures are zero there is still an axis."""
    assert fit([Extent(0.0, 0.0, 9.0)], 40.0) == Axis(40.0, 1.0)


@given(st.lists(st.tuples(st.floats(0, 40), st.floats(1, 5)), max_size=8))
def test_spread_texts_do_not_meet(wanted: list[tuple[float, float]]) -> None:
    """Texts in a column stay within it and clear of each other."""
    middles = spread(wanted, 0.0, 40.0)
    rects = [
        Rect(0.0, at - height / 2 + 1e-6, 1.0, at + height / 2 - 1e-6)
        for at, (_, height) in zip(middles, wanted, strict=True)
    ]
    assert not any(one.meets(other) for place, one in enumerate(rects) for other in rects[:place])
    assert all(rect.top >= -1e-3 and rect.bottom <= 40.001 for rect in rects)


def test_a_text_that_has_room_stays_where_it_is_wanted() -> None:
    """Nothing moves without need."""
    assert spread([(10.0, 4.0), (20.0, 4.0)], 0.0, 40.0) == [10.0, 20.0]


def test_times_stand_in_real_distances() -> None:
    """A year is as long as its days, whatever the fineness it is told in."""
    year, quarter, month, day = (middle(one) for one in ("2023", "2023-Q3", "2023-08", "2023-08-16"))
    assert year is not None
    assert year == middle("2023-01-01/2023-12-31")
    assert quarter == pytest.approx(month, abs=1)
    assert month == pytest.approx(day, abs=1)
    assert middle("2013") == pytest.approx(year - 3652, abs=1)


@pytest.mark.parametrize("period", ["", "soon", "2023-13", "2023-Q5", "2023-02-30"])
def test_what_is_no_period_has_no_time(period: str) -> None:
    """A time that does not exist is not guessed."""
    assert middle(period) is None


def test_a_line_without_times_is_drawn_as_bars() -> None:
    """A figure that has no time is not put on an axis of time."""
    marks = [mark("3", group="أ"), mark("4", group="أ", period="2020"), mark("5", group="أ", period="2021")]
    assert ink(draw(chart("line", *marks), STYLE)) == ink(draw(chart("bars", *marks), STYLE))


def test_unequal_gaps_are_unequal() -> None:
    """The points of a line lie as far apart as their times."""
    (line,) = courses(chart("line", *(mark("1", period=year) for year in ("2010", "2011", "2020"))))
    first, second, third = (point.when for point in line.points)
    assert (third - second) / (second - first) == pytest.approx(9, rel=0.01)


@pytest.mark.parametrize(
    ("values", "is_cut"),
    [(("10", "20"), False), (("100", "103"), True), (("5", "5"), False), (("-1", "1"), False)],
)
def test_an_axis_is_cut_only_where_its_course_would_be_flat(values: tuple[str, str], is_cut: bool) -> None:  # noqa: FBT001 - a case
    """The axis of a line starts at zero unless nothing could be seen then."""
    lines = courses(chart("line", *(mark(one, period=f"202{place}") for place, one in enumerate(values))))
    low, high, cut = heights(lines)
    assert cut is is_cut
    assert (low <= 0 <= high) is not is_cut


@pytest.mark.parametrize(
    ("first", "last", "qualifier", "unit", "said"),
    [
        ("320", "400", None, "usd", "ارتفاع 25%"),
        ("318", "400", None, "usd", "ارتفاع نحو 25.8%"),
        ("400", "300", None, "usd", "انخفاض 25%"),
        ("400", "300", Qualifier.APPROX, "usd", "انخفاض نحو 25%"),
        ("12.5", "16", None, "percent", "ارتفاع 3.5 نقطة مئوية"),
        ("5", "5", None, "usd", "بلا تغيّر"),
        ("0", "5", None, "usd", ""),
        ("5", "9", Qualifier.AT_LEAST, "usd", ""),
    ],
)
def test_a_change_is_said_where_it_is_known(
    first: str, last: str, qualifier: Qualifier | None, unit: str, said: str
) -> None:
    """Percent of the first figure, points between percentages, nothing where a figure is only bounded."""
    pair = mark(first, period="2020"), mark(last, period="2021", qualifier=qualifier)
    told = _said(pair, chart("change", *pair, unit=unit), STYLE)
    assert told.startswith(said)
    assert bool(told) is bool(said)


@given(st.text(st.sampled_from("ابتث نوي"), max_size=60), st.floats(8, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    """No line is wider than its room, also where one word is."""
    lines = wrapped(text, width, LABEL, STYLE)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(text_width(line, LABEL, STYLE) <= width for line in lines)


def test_tints_keep_their_order_in_grey() -> None:
    """A paler tint is lighter in every part; none and all are the colour and white."""
    assert tint("#00566B", 0.0) == "#00566B"
    assert tint("#00566B", 1.0) == "#FFFFFF"
    assert int(tint("#00566B", 0.8)[1:], 16) > int(tint("#00566B", 0.4)[1:], 16)


def test_parts_of_a_named_whole_leave_a_rest() -> None:
    """Parts of one whole stand one after the other; marks that name no whole are each their own."""
    named = chart("share", mark("60", group="ك"), mark("30", label="ب", group="ك"))
    alone = chart("share", mark("60"), mark("30", label="ب"))
    assert len(ink(draw(alone, STYLE))) > 200
    assert len(ink(draw(named, STYLE))) < 100
    assert sum((one.high for one in named.marks), Decimal(0)) <= 100

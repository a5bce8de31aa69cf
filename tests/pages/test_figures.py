"""The figure beside the bottom line."""

from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from brief.model import Qualifier
from brief.outputs import record
from brief.pages.figures import data, figure, foremost, key_figures
from brief.words import words
from tests.charts.examples import chart, mark

BRIEF = record.load(Path(__file__).parents[1] / "pictures" / "brief.json")


def test_the_foremost_figure_is_one_that_the_summary_tells() -> None:
    """Of the key figures that one leads whose passage a line of the summary stands on."""
    said = words(BRIEF.language, BRIEF.locale)
    figures = key_figures(BRIEF, said)
    summary = BRIEF.sections[0]
    for point in figures:
        item = replace(summary.items[0], evidence=point.evidence[:1], actors=())
        told = replace(BRIEF, sections=(replace(summary, items=(item,)),))
        found = foremost(told, figures)
        assert found is not None
        assert any(found.evidence[0].common(passage) for passage in item.evidence)


def test_without_key_figures_nothing_stands_beside_it() -> None:
    """A brief without figures has no headline."""
    assert foremost(BRIEF, ()) is None


def test_numbers_of_a_chart_stand_in_line() -> None:
    """Room for the decimals that a number has not, and before it for others' word; a range needs none."""
    about = Qualifier.APPROX
    marks = (mark("4.45"), mark("1200", qualifier=about), mark("-0.5"), mark("7", "8.25"))
    rows = data(chart("bars", *marks), words("ar", "ar"))
    assert [(row.before, row.number, row.after) for row in rows[:2]] == [
        ("", "4.45", ""),
        ("نحو ", "1,200", ""),
    ]
    assert [(row.beside, row.behind) for row in rows] == [("نحو ", ""), ("", ".45"), ("نحو ", "5"), ("", "")]
    assert rows[3].value == rows[3].number
    more = data(chart("bars", *marks, mark("5", qualifier=Qualifier.MORE_THAN)), words("ar", "ar"))
    assert {row.beside for row in more} == {""}


def test_less_than_a_billion_cubic_metres_is_told_in_millions() -> None:
    """As texts write it; a billion and more keep their own word, and so does a rate by the year."""
    said = words("ar", "ar")
    point = replace(BRIEF.datapoints[0], unit="bcm", qualifier=None, low=None, high=None)

    def told(value: str, unit: str = "bcm") -> str:
        shown = figure(replace(point, value=Decimal(value), unit=unit), "x", said)
        assert shown is not None
        return f"{shown.amount} {shown.unit}"

    assert told("0.62") == "620 مليون متر مكعب"
    assert told("1.4") == "1.4 مليار متر مكعب"
    assert told("0.045", "bcm_per_year").startswith("45 مليون متر مكعب")

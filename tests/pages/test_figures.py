"""Key figures in words."""

from decimal import Decimal

from msgspec import structs

from brief.model import Account, Brief, Certainty, Discrepancy, Qualifier
from brief.pages.figures import key_figures
from brief.words import words
from tests.builders import anchor, datapoint
from tests.check.issues import good

ARABIC = words("ar", "ar")
ONE, OTHER = anchor("بلغت الكلفة 900 دولار"), anchor("بلغت الكلفة 400 دولار", "b")


def brief(**fields: object) -> Brief:
    """A brief of two figures that differ, the first of which has these fields."""
    point = datapoint(
        id="d1", value=Decimal(900), unit="usd", measure="الكلفة", subject="مصر", evidence=(ONE,)
    )
    points = (
        structs.replace(point, **fields),
        datapoint(id="d2", value=Decimal(4), unit="km", evidence=(OTHER,)),
    )
    return structs.replace(good(), datapoints=points, key_figures=("d1",), discrepancies=())


def test_a_key_figure_says_all_that_is_known_of_it() -> None:
    """Value with its qualifier, unit, measure and party, time, whose word it is, and every passage."""
    made = brief(
        qualifier=Qualifier.FORECAST,
        period="2030",
        said_by="الوزارة",
        certainty=Certainty.HEDGED,
        evidence=(ONE, OTHER),
    )
    (row,) = key_figures(made, ARABIC)
    assert (row.number, row.when, row.evidence) == ("900", "2030", (ONE, OTHER))
    assert "متوقَّع" in row.amount
    assert row.what == "الكلفة: مصر"
    assert "بحسب الوزارة" in row.said
    assert "تحفّظ" in row.said


def test_a_firm_figure_says_nothing_more() -> None:
    """What its source states is not hedged, and what nobody denies has no rivals."""
    (row,) = key_figures(brief(), ARABIC)
    assert (row.said, row.rivals) == ("", None)


def test_a_disputed_figure_leads_to_its_rivals() -> None:
    """The row names the element of the page where the sources stand side by side."""
    made = brief()
    rival = datapoint(id="d3", value=Decimal(400), unit="usd", evidence=(OTHER,))
    sides = (Account(ONE.text, (ONE,)), Account(OTHER.text, (OTHER,)))
    doubts = (
        Discrepancy(topic="x", kind="typo", items=sides[:1]),
        Discrepancy(topic="x", kind="conflict", items=sides),
    )
    made = structs.replace(made, datapoints=(*made.datapoints, rival), discrepancies=doubts)
    (row,) = key_figures(made, ARABIC)
    assert row.rivals == "discrepancy-2"

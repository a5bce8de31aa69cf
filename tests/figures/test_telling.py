"""Which figures are the key figures."""

from decimal import Decimal
from itertools import count
from typing import Any, Literal

import pytest
from msgspec import structs

from brief.figures.telling import disputed, key_figures
from brief.language import load
from brief.model import Account, Anchor, Certainty, Datapoint, Discrepancy, Qualifier
from tests.builders import anchor, datapoint, document

ARABIC = load("ar")
_serial = count(1)


def figure(value: int = 7_000_000, **fields: object) -> Datapoint:
    """A figure of trade in dollars in 2022, told by a passage of its own."""
    number = next(_serial)
    known = {
        "id": f"d{number}",
        "measure": "حجم التجارة",
        "unit": "usd",
        "subject": "مصر",
        "counterpart": f"بلد {number}",
        "period": "2022",
        "evidence": (anchor(f"رقم {number}", start=1000 * number),),
    }
    return datapoint(value=Decimal(value), **(known | fields))


def first(*points: Datapoint) -> str:
    """The id of the most telling of some figures."""
    return key_figures(points, ARABIC)[0]


@pytest.mark.parametrize(
    "less",
    [
        {"subject": None, "counterpart": None},
        {"period": None},
        {"measure": "سيتيح"},
        {"value": 7000},
        {"unit": "km"},
        {"certainty": Certainty.HEDGED},
        {"qualifier": Qualifier.FORECAST},
    ],
)
def test_what_is_known_firm_and_large_tells_more(less: dict[str, Any]) -> None:
    """Of two figures that differ in one thing the poorer stands second, whichever is told first."""
    rich, poor = figure(7_000_000_000), figure(**({"value": 7_000_000_000} | less))
    assert first(rich, poor) == first(poor, rich) == rich.id


def test_more_sources_weigh_more() -> None:
    """What two sources tell comes before what one tells twice."""
    twice = figure(evidence=(anchor("رقم", "a"), anchor("رقم", "a", 50)))
    both = figure(evidence=(anchor("رقم", "a"), anchor("رقم", "b")))
    assert first(twice, both) == both.id


def test_titles_and_openings_weigh_more() -> None:
    """A figure or party of the title, or one told at the top, comes before another."""
    text = document("عنوان الصحيفة اليوم.", "جملة أولى هنا.", "جملة ثانية.", "جملة ثالثة.", "جملة رابعة.")
    titled = structs.replace(text, title="مصر تبيع قمحا بقيمة 9 ملايين دولار")
    late = text.sentences[-1].anchor
    plain = figure(subject="كينيا", evidence=(late,))
    for better in (
        figure(9_000_000, subject="كينيا", evidence=(late,)),
        figure(evidence=(late,)),
        figure(subject="كينيا", evidence=(text.sentences[0].anchor,)),
    ):
        assert key_figures((plain, better), ARABIC, (titled,))[0] == better.id


def test_of_a_series_the_latest_stands_for_all() -> None:
    """A measure of the same parties at several times has one row: the newest fact, not a forecast."""
    years = [figure(counterpart="كينيا", period=str(year)) for year in (2020, 2022, 2021)]
    ahead = figure(counterpart="كينيا", period="2030", qualifier=Qualifier.FORECAST)
    assert key_figures((*years, ahead), ARABIC) == (years[1].id,)


def test_the_choice_is_short_and_of_several_kinds() -> None:
    """At most eight figures, two of one measure and four of one unit; a denied one is none."""
    trade = [figure(number * 10**9) for number in range(1, 9)]
    costs = [figure(number * 10**8, measure=f"كلفة السد رقم {number}") for number in range(1, 9)]
    shares = [figure(40 + number, unit="percent", measure=f"الحصة رقم {number}") for number in range(8)]
    people = [figure(900_000, unit="persons", measure="النازحون"), figure(certainty=Certainty.DENIED)]
    points = {point.id: point for point in (*trade, *costs, *shares, *people)}
    chosen = [points[name] for name in key_figures(tuple(points.values()), ARABIC)]
    units = [point.unit for point in chosen]
    assert (len(chosen), units.count("usd"), units.count("percent")) == (8, 4, 3)
    assert sum(point.measure == "حجم التجارة" for point in chosen) == 2
    assert people[1] not in chosen


def differ(
    *sides: tuple[Anchor, ...], kind: Literal["conflict", "precision", "typo"] = "conflict"
) -> Discrepancy:
    """A disagreement of some passages."""
    return Discrepancy(topic="x", kind=kind, items=tuple(Account(side[0].text, side) for side in sides))


def test_figures_in_dispute_are_known_by_their_passages() -> None:
    """Of a passage of two figures the one in the unit of the other side is in dispute."""
    one, other = figure(9), figure(8)
    beside = figure(3, unit="km", evidence=one.evidence)
    doubts = (differ(one.evidence, kind="typo"), differ(one.evidence, other.evidence))
    assert disputed((one, beside, other), doubts) == {one.id: 1, other.id: 1}
    assert disputed((one, beside, other), (differ(one.evidence, other.evidence, kind="precision"),)) == {}


def test_the_first_is_undisputed_where_any_is() -> None:
    """The figure that the cover prints large is no forecast and no side of a dispute."""
    largest, rival, firm = figure(9 * 10**11), figure(8 * 10**11), figure(7_000_000, measure="الصادرات")
    doubts = (differ(largest.evidence, rival.evidence),)
    assert key_figures((largest, rival, firm), ARABIC, (), doubts)[0] == firm.id
    assert key_figures((largest, rival), ARABIC, (), doubts)[0] == largest.id


def test_a_figure_that_was_left_for_another_is_no_key_figure() -> None:
    """«Raised the rate from 3 to 4 per cent»: the rate is 4."""
    passage = (anchor("رفع البنك سعر الفائدة من 3 إلى 4 في المئة"),)
    rate = {"measure": "سعر الفائدة", "unit": "percent", "counterpart": None, "evidence": passage}
    old, new = figure(3, **rate), figure(4, **rate)
    assert key_figures([old, new], ARABIC) == (new.id,)
    alone = figure(3, **(rate | {"evidence": (anchor("رفع البنك سعر الفائدة إلى 3 في المئة"),)}))
    assert key_figures([alone], ARABIC) == (alone.id,)


@pytest.mark.parametrize(
    ("passage", "kept"), [("وميزانيتها لا تتجاوز 3 ملايين", False), ("وموازنة العام 3 ملايين", True)]
)
def test_its_budget_is_no_key_figure(passage: str, *, kept: bool) -> None:
    """Whose it is, is told by what stands before: the reader would take it for the state's."""
    budget = figure(
        3_000_000, measure="الموازنة", subject=None, counterpart=None, evidence=(anchor(passage),)
    )
    assert bool(key_figures([budget], ARABIC)) is kept

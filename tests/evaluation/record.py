"""How well figures, charts, disagreements, dates, quotations and positions were read."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from brief.model import Brief, Datapoint, Discrepancy, Event, Position, Quote
from tests.evaluation.choice import flat
from tests.evaluation.found import Found
from tests.evaluation.gold import Entry, Gold, Passages
from tests.evaluation.places import Place, rest_on
from tests.evaluation.shares import Share

CHARTS = ("trade", "gas_prices", "arms_share")
# Units of the gold that have another name here.
UNITS = {
    "rank": "ordinal",
    "persons": "count",
    "days": "day",
    "years": "year",
    "months": "month",
    "decades": "decade",
}
# A heap of passages is no account of who says what.
MOST_PASSAGES = 6

Located = tuple[Place, ...]


def datapoints(found: Found, gold: Gold) -> dict[str, Share]:
    """Gold figures that are read, and figures on annotated passages that are right."""
    asked = [(one, flat(passages)) for one, passages in gold.datapoints if _numbers(one)]
    read = [(point, found.places(point.evidence)) for point in found.brief.datapoints]
    near = [(point, [one for one, places in asked if rest_on(where, places)]) for point, where in read]
    return {
        "datapoint_recall": Share.of_those(
            any(_is_figure(point, one) and rest_on(where, places) for point, where in read)
            for one, places in asked
        ),
        "datapoint_precision": Share.of_those(
            any(_is_figure(point, one) for one in ones) for point, ones in near if ones
        ),
    }


def charts(found: Found, gold: Gold) -> dict[str, Share]:
    """Gold figures of a chart that are drawn in it, and drawn figures that are such; two units are none."""
    asked = [
        (one, flat(passages)) for one, passages in gold.datapoints if _numbers(one) and one.chart in CHARTS
    ]
    drawn = [
        (chart, point, found.places(point.evidence))
        for chart, points in _drawn(found.brief).items()
        for point in points
    ]

    def shows(chart: str, point: Datapoint, where: Located, one: Entry, places: Sequence[Place]) -> bool:
        return chart == one.chart and _is_figure(point, one) and rest_on(where, places)

    return {
        "chart_recall": Share.of_those(any(shows(*mark, *one) for mark in drawn) for one in asked),
        "chart_precision": Share.of_those(any(shows(*mark, *one) for one in asked) for mark in drawn),
    }


def _drawn(brief: Brief) -> dict[str, list[Datapoint]]:
    inside = {
        chart.id: [point for point in brief.datapoints if point.id in chart.datapoints]
        for chart in brief.charts
        if chart.id in CHARTS
    }
    return {id_: points for id_, points in inside.items() if len({_unit(point) for point in points}) == 1}


def _numbers(one: Entry | Datapoint) -> list[float]:
    if one.value is None:
        ends = [one.low, one.high]
        return [float(end) for end in ends if end is not None] if None not in ends else []
    return list(map(float, one.value)) if isinstance(one.value, tuple) else [float(one.value)]


def _unit(one: Entry | Datapoint) -> str:
    return UNITS.get(one.unit, one.unit)


def _is_figure(point: Datapoint, one: Entry) -> bool:
    """Whether value or both ends, and the unit, are those of the gold figure."""
    mine, theirs = _numbers(point), _numbers(one)
    close = (abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in zip(mine, theirs, strict=False))
    return len(mine) == len(theirs) > 0 and _unit(point) == _unit(one) and all(close)


def discrepancies(found: Found, gold: Gold) -> dict[str, Share]:
    """Gold disagreements that are shown with two of their passages, and those shown that are such.

    Variants of spelling are left aside: they need not be shown and are no fault.
    """
    mine = [_accounts(one, found) for one in found.brief.discrepancies]
    met = [
        (entry.topic.startswith("Spelling"), {n for n, where in enumerate(mine) if _meets(where, passages)})
        for entry, passages in gold.discrepancies
    ]
    right = {number for is_spelling, numbers in met if not is_spelling for number in numbers}
    aside = {number for is_spelling, numbers in met if is_spelling for number in numbers} - right
    return {
        "discrepancy_recall": Share.of_those(
            bool(numbers) for is_spelling, numbers in met if not is_spelling
        ),
        "discrepancy_precision": Share(len(right), len(mine) - len(aside)),
    }


def _accounts(one: Discrepancy, found: Found) -> list[Place]:
    anchors = tuple(anchor for account in one.items for anchor in account.evidence)
    where = list(dict.fromkeys(found.places(anchors)))
    return where if len(where) <= MOST_PASSAGES else []


def _meets(where: Sequence[Place], passages: Passages) -> bool:
    pairs = {
        (place, number)
        for place in where
        for number, places in enumerate(passages)
        if rest_on((place,), places)
    }
    need = min(2, len(passages))
    return all(len({pair[side] for pair in pairs}) >= need for side in (0, 1))


def timeline(found: Found, gold: Gold) -> dict[str, Share]:
    """Dated events that are listed with their date, and listed ones that are such."""
    events = [(one.date or "", flat(passages)) for one, passages in gold.events if one.status != "do_not_use"]
    mine = [(event, found.places(event.evidence)) for event in found.brief.timeline]

    def is_event(event: Event, where: Located, date: str, places: Sequence[Place]) -> bool:
        return _is_date(event.start, date.partition("/")[0]) and rest_on(where, places)

    return _both("timeline", mine, events, is_event)


def traps(found: Found, gold: Gold) -> int:
    """How many dates that are known misprints are listed as they stand."""
    wrong = [(one.date or "", flat(passages)) for one, passages in gold.events if one.status == "do_not_use"]
    mine = [(event.start[:4], found.places(event.evidence)) for event in found.brief.timeline]
    return sum(
        any(year == date[:4] and rest_on(where, places) for year, where in mine) for date, places in wrong
    )


def _is_date(start: str, date: str) -> bool:
    """Whether the start is the date, to the month at least where the date tells it."""
    fine = len(start) >= min(len(date), 7) and date.startswith(start)
    return fine or start.startswith(date)


def quotes(found: Found, gold: Gold) -> dict[str, Share]:
    """Quotations that are found, and those found that are such."""
    mine = [(quote, found.places((quote.evidence,))) for quote in found.brief.quotes]
    asked = [(one, flat(passages)) for one, passages in gold.quotes]

    def is_one(_quote: Quote, where: Located, _entry: Entry, places: Sequence[Place]) -> bool:
        return rest_on(where, places)

    return _both("quote", mine, asked, is_one)


def positions(found: Found, gold: Gold) -> dict[str, Share]:
    """Positions that are found with their stance, and those found that are such."""
    mine = [(position, found.places(position.evidence)) for position in found.brief.positions]
    asked = [(one, flat(passages)) for one, passages in gold.positions]

    def is_one(position: Position, where: Located, one: Entry, places: Sequence[Place]) -> bool:
        return position.stance in {one.stance, one.alt_stance} and rest_on(where, places)

    return _both("position", mine, asked, is_one)


Mine = TypeVar("Mine")
Theirs = TypeVar("Theirs")


def _both(
    name: str,
    mine: Sequence[tuple[Mine, Located]],
    asked: Sequence[tuple[Theirs, Sequence[Place]]],
    is_one: Callable[[Mine, Located, Theirs, Sequence[Place]], bool],
) -> dict[str, Share]:
    if not asked:
        return {}
    return {
        f"{name}_recall": Share.of_those(any(is_one(*found, *one) for found in mine) for one in asked),
        f"{name}_precision": Share.of_those(any(is_one(*found, *one) for one in asked) for found in mine),
    }

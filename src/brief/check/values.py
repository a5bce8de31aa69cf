"""Proof that figures and dates are those of the passages, in print and in charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from brief import periods, quantities
from brief.check.issue import Finding, Issue
from brief.check.wording import in_order, plain
from brief.language import Language, load
from brief.model import Brief, Chart, Datapoint, Item, Mark
from brief.periods import Mention

GATE = "figures"
# A number with its separators, a date of digits, a range of years; a percent sign is part of it.
_NUMBER = re.compile(r"\d+(?:[.,/:\-\u2013\u066b\u066c]\d+)*(?: ?[%\u066a])?")
_POINTS = str.maketrans({"\u066b": ".", "\u066c": ","})
# Thousand to trillion, and parts of what is counted in thousands: a unit may be a billion of another.
_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12, -3))


def prove_figures(issue: Issue) -> Iterator[Finding]:
    """Each number of an item, datapoint, event and chart stands in the passage it is taken from."""
    for told in (_printed, _points, _dates, _charts):
        yield from (Finding(GATE, message) for message in told(issue.brief))


def numbers(text: str) -> list[str]:
    """The numbers and dates that `text` writes in digits, in their order."""
    return [number.replace(" ", "") for number in _NUMBER.findall(plain(text).translate(_POINTS))]


def readings(number: str) -> set[Decimal]:
    """What a number in digits may mean: `1,234` is a thousand or, elsewhere, a little over one."""
    digits = number.rstrip("%\u066a")
    continental = digits.replace(".", "").replace(",", ".")
    candidates = (digits.replace(",", ""), continental, digits.replace(",", "."))
    return {value for candidate in candidates if (value := _decimal(candidate)) is not None}


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _printed(brief: Brief) -> Iterator[str]:
    for section in brief.sections:
        for item in section.items:
            if problem := _item_problem(item):
                yield f"{section.id}, item {item.id}: {problem}"


def _item_problem(item: Item) -> str | None:
    """What is wrong with the numbers of an item; one without a passage is told of elsewhere."""
    printed = numbers(item.text)
    if not item.evidence or in_order(printed, numbers(item.evidence[0].text)):
        return None
    return f"its numbers ({', '.join(printed)}) are not those of its passage; print them as they stand there."


def _points(brief: Brief) -> Iterator[str]:
    language = load(brief.language)
    for point in brief.datapoints:
        written = {value for number in numbers(point.evidence.text) for value in _parts(number)}
        for value in _values(point):
            if written and not _scaled(value, written) and value not in _told(point, language):
                yield f"datapoint {point.id}: its passage has no figure {value}; take it from there."


def _scaled(value: Decimal, written: set[Decimal]) -> bool:
    return any(value == one * scale for one in written for scale in _SCALES)


def _told(point: Datapoint, language: Language) -> set[Decimal | None]:
    """The figures that a passage tells in words, beside others in digits."""
    found = quantities.find(point.evidence.text, language)
    return {end for quantity in found for end in (quantity.value, quantity.low, quantity.high)}


def _dates(brief: Brief) -> Iterator[str]:
    """Events whose passages name dates, but not theirs; one that names none is dated by what is around it."""
    language = load(brief.language)
    published = {entry.id: entry.published for entry in brief.sources}
    for event in brief.timeline:
        named = [
            mention
            for anchor in event.evidence
            for mention in periods.find(anchor.text, language, published.get(anchor.source))
        ]
        if named and not any(_same_time(event.start, mention) for mention in named):
            said = ", ".join(mention.first for mention in named)
            yield f"event of {event.start}: its passages say {said}; date it by one of these."


def _same_time(start: str, named: Mention) -> bool:
    """Whether an event begins at a time a passage names, or says it less exactly (`2024-06`).

    A year that is only counted from the day of the text hangs on the tense of more than the passage.
    """
    year, quarter, number = named.first.partition("-Q")
    first = f"{year}-{3 * int(number) - 2:02}" if quarter else named.first
    return first[4:].startswith(start[4:]) if named.relative else first.startswith(start)


def _parts(number: str) -> set[Decimal]:
    """The readings of a number and, for a range, of its ends."""
    return {value for part in (number, *re.split(r"[-\u2013/]", number)) for value in readings(part)}


def _values(point: Datapoint) -> tuple[Decimal, ...]:
    return tuple(value for value in (point.value, point.low, point.high) if value is not None)


def _charts(brief: Brief) -> Iterator[str]:
    points = {point.id: point for point in brief.datapoints}
    for id_ in brief.key_figures:
        if id_ not in points:
            yield f"key figures: there is no datapoint {id_!r}; leave it out."
    for chart in brief.charts:
        for problem in _chart_problems(chart, points):
            yield f"chart {chart.id}: {problem}"


def _chart_problems(chart: Chart, points: dict[str, Datapoint]) -> Iterator[str]:
    for id_ in chart.datapoints:
        if id_ not in points:
            yield f"there is no datapoint {id_!r}; leave it out."
    for mark in chart.marks:
        point = points.get(mark.datapoint)
        if point is None or mark.datapoint not in chart.datapoints:
            yield f"the mark «{mark.label}» stands on none of its datapoints; leave it out."
        elif problem := _mark_problem(mark, point, chart):
            yield f"the mark «{mark.label}» {problem}"


def _mark_problem(mark: Mark, point: Datapoint, chart: Chart) -> str | None:
    drawn = (mark.low * chart.scale, mark.high * chart.scale)
    meant = tuple(point.value if end is None else end for end in (point.low, point.high))
    if drawn != meant:
        return f"shows {drawn[0]} to {drawn[1]}, its datapoint says {meant[0]} to {meant[1]}; draw that."
    if chart.unit != point.unit:
        return f"is in {chart.unit}, its datapoint in {point.unit}; a chart holds one unit."
    if (mark.period, mark.qualifier) != (point.period, point.qualifier):
        return "has another period or qualifier than its datapoint; say what the passage says."
    return None

"""Proof that figures and dates are those of the passages, in print and in charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief import periods, quantities
from brief.check.issue import Finding, Issue
from brief.check.wording import in_order, plain
from brief.language import Language, read_in
from brief.model import Anchor, Brief, Chart, Datapoint, Item, Mark
from brief.periods import Mention

GATE = "figures"
# A number with its separators, a date of digits, a range of years; a percent sign is part of it.
_NUMBER = re.compile(r"\d+(?:[.,/:\-\u2013\u066b\u066c]\d+)*(?: ?[%\u066a])?")
_POINTS = str.maketrans({"\u066b": ".", "\u066c": ","})


def prove_figures(issue: Issue) -> Iterator[Finding]:
    """Each number of an item, datapoint, event and chart stands in the passage it is taken from."""
    yield from (Finding(GATE, message) for message in _points(issue))
    for told in (_printed, _dates, _charts):
        yield from (Finding(GATE, message) for message in told(issue.brief))


def numbers(text: str) -> list[str]:
    """The numbers and dates that `text` writes in digits, in their order."""
    return [number.replace(" ", "") for number in _NUMBER.findall(plain(text).translate(_POINTS))]


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


def _points(issue: Issue) -> Iterator[str]:
    """Datapoints with a passage, be it one of several, that does not tell their figure."""
    language = read_in(issue.brief.language)
    places = {entry.id: entry.place for entry in issue.brief.sources}
    for point in issue.brief.datapoints:
        told = " to ".join(str(value) for value in (point.value, point.low, point.high) if value is not None)
        for passage in point.evidence:
            text = issue.texts.get(places.get(passage.source, "")) or ""
            if not _tells(passage.text, point, language) and not _tells(
                _paragraph(text, passage), point, language
            ):
                where = f"{places.get(passage.source, passage.source)} [{passage.start}:{passage.end}]"
                yield f"datapoint {point.id}: its passage {where} has no figure {told}; take it from there."
        if not point.evidence:
            yield f"datapoint {point.id}: it has no passage; leave it out."


def _tells(text: str, point: Datapoint, language: Language) -> bool:
    """Whether a text has the figure of a datapoint, in digits or in words, its scale applied."""
    meant = (point.value, point.low, point.high)
    return any(meant == (one.value, one.low, one.high) for one in quantities.find(text, language))


def _paragraph(text: str, passage: Anchor) -> str:
    """The line of a text in which a passage begins: a scale may stand outside of the passage."""
    end = text.find("\n", passage.end)
    return text[text.rfind("\n", 0, passage.start) + 1 : end if end >= 0 else len(text)]


def _dates(brief: Brief) -> Iterator[str]:
    """Events whose passages name dates, but not theirs; one that names none is dated by what is around it."""
    language = read_in(brief.language)
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

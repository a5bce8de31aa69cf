"""Proof that figures and dates are those of the passages, in print and in charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief import quantities
from brief.check.issue import Finding, Issue, of_item
from brief.check.wording import in_order, plain
from brief.errors import Remark
from brief.extract.events.leaning import leaning
from brief.extract.events.senses import Sense, settled
from brief.extract.events.times import times
from brief.language import Language, fold, read_in, view
from brief.model import Anchor, Brief, Chart, Datapoint, Item, Mark
from brief.periods import Mention

GATE = "figures"
# A number with its separators, a date of digits, a range of years; a percent sign is part of it.
_NUMBER = re.compile(r"\d+(?:[.,/:\-\u2013\u066b\u066c]\d+)*(?: ?[%\u066a])?")
_LEAD = 600  # characters before a passage in which the time is named that it may count from
_POINTS = str.maketrans({"\u066b": ".", "\u066c": ","})


def prove_figures(issue: Issue) -> Iterator[Finding]:
    """Each number of an item, datapoint, event and chart stands in the passage it is taken from."""
    yield from (Finding(GATE, message) for message in _points(issue))
    yield from (Finding(GATE, message) for message in _dates(issue))
    for told in (_printed, _charts):
        yield from (Finding(GATE, message) for message in told(issue.brief))


def numbers(text: str) -> list[str]:
    """The numbers and dates that `text` writes in digits, in their order."""
    return [number.replace(" ", "") for number in _NUMBER.findall(plain(text).translate(_POINTS))]


def _printed(brief: Brief) -> Iterator[Remark]:
    for section in brief.sections:
        for item in section.items:
            if problem := _item_problem(item):
                yield of_item(section, item, problem)


def _item_problem(item: Item) -> Remark | None:
    """What is wrong with the numbers of an item; one without a passage is told of elsewhere."""
    printed = numbers(item.text)
    if not item.evidence or in_order(printed, numbers(item.evidence[0].text)):
        return None
    return Remark(
        "its numbers (%(numbers)s) are not those of its passage; print them as they stand there.",
        numbers=", ".join(printed),
    )


def _points(issue: Issue) -> Iterator[Remark]:
    """Datapoints with a passage, be it one of several, that does not tell their figure."""
    language = read_in(issue.brief.language)
    places = {entry.id: entry.place for entry in issue.brief.sources}
    for point in issue.brief.datapoints:
        for passage in point.evidence:
            text = issue.texts.get(places.get(passage.source, "")) or ""
            if not _tells(passage.text, point, language) and not _tells(
                _paragraph(text, passage), point, language
            ):
                where = f"{places.get(passage.source, passage.source)} [{passage.start}:{passage.end}]"
                yield Remark(
                    "datapoint %(point)s: its passage %(place)s has no figure %(figure)s; "
                    "take it from there.",
                    point=point.id,
                    place=where,
                    figure=_figure(point),
                )
        if not point.evidence:
            yield Remark("datapoint %(point)s: it has no passage; leave it out.", point=point.id)


def _figure(point: Datapoint) -> Remark:
    if point.value is None:
        return Remark("%(least)s to %(most)s", least=point.low, most=point.high)
    return Remark(str(point.value))


def _tells(text: str, point: Datapoint, language: Language) -> bool:
    """Whether a text has the figure of a datapoint, in digits or in words, its scale applied."""
    meant = (point.value, point.low, point.high)
    return any(meant == (one.value, one.low, one.high) for one in quantities.find(text, language))


def _paragraph(text: str, passage: Anchor) -> str:
    """The line of a text in which a passage begins: a scale may stand outside of the passage."""
    end = text.find("\n", passage.end)
    return text[text.rfind("\n", 0, passage.start) + 1 : end if end >= 0 else len(text)]


def _dates(issue: Issue) -> Iterator[Remark]:
    """Events whose passages name dates, but not theirs; one that names none is dated by what is around it."""
    language = read_in(issue.brief.language)
    entries = {entry.id: entry for entry in issue.brief.sources if entry.is_kept}
    for event in issue.brief.timeline:
        named = [
            mention
            for anchor in event.evidence
            if (entry := entries.get(anchor.source))
            for mention in _named(anchor, issue.texts[entry.place] or "", language, entry.published)
        ]
        if named and not any(_same_time(event.start, mention) for mention in named):
            said = ", ".join(dict.fromkeys(mention.first for mention in named))
            yield Remark(
                "event of %(start)s: its passages say %(dates)s; date it by one of these.",
                start=event.start,
                dates=said,
            )


def _named(anchor: Anchor, text: str, language: Language, published: str | None) -> Iterator[Mention]:
    """The times of a passage; a weekday or month alone also as what is told as to come gives it.

    Which of the two is meant hangs on the tense of the whole sentence, of which the passage may be a part.
    What counts from a time named before («of the same month») is read behind the words before it.
    """
    leans = leaning(language.code).hints.search(view(anchor.text).text)
    lead = text[max(0, anchor.start - _LEAD) : anchor.start] if leans else ""
    said = lead + anchor.text
    for mention in times(said, language, published, None):
        if mention.end > len(lead):
            yield mention
            words = fold(said[mention.start : mention.end])
            yield settled(mention, words, Sense.AHEAD, published, language)


def _same_time(start: str, named: Mention) -> bool:
    """Whether an event begins at a time a passage names, or says it less exactly (`2024-06`).

    A year that is only counted from the day of the text hangs on the tense of more than the passage.
    """
    year, quarter, number = named.first.partition("-Q")
    first = f"{year}-{3 * int(number) - 2:02}" if quarter else named.first
    return first[4:].startswith(start[4:]) if named.relative else first.startswith(start)


def _charts(brief: Brief) -> Iterator[Remark]:
    points = {point.id: point for point in brief.datapoints}
    for id_ in brief.key_figures:
        if id_ not in points:
            yield Remark("key figures: there is no datapoint %(point)r; leave it out.", point=id_)
    for chart in brief.charts:
        for problem in _chart_problems(chart, points):
            yield Remark("chart %(chart)s: %(problem)s", chart=chart.id, problem=problem)


def _chart_problems(chart: Chart, points: dict[str, Datapoint]) -> Iterator[Remark]:
    for id_ in chart.datapoints:
        if id_ not in points:
            yield Remark("there is no datapoint %(point)r; leave it out.", point=id_)
    for mark in chart.marks:
        point = points.get(mark.datapoint)
        if point is None or mark.datapoint not in chart.datapoints:
            yield Remark(
                "the mark «%(label)s» stands on none of its datapoints; leave it out.", label=mark.label
            )
        elif problem := _mark_problem(mark, point, chart):
            yield Remark("the mark «%(label)s» %(problem)s", label=mark.label, problem=problem)


def _mark_problem(mark: Mark, point: Datapoint, chart: Chart) -> Remark | None:
    drawn = (mark.low * chart.scale, mark.high * chart.scale)
    meant = tuple(point.value if end is None else end for end in (point.low, point.high))
    if drawn != meant:
        return Remark(
            "shows %(low)s to %(high)s, its datapoint says %(least)s to %(most)s; draw that.",
            low=drawn[0],
            high=drawn[1],
            least=meant[0],
            most=meant[1],
        )
    if chart.unit != point.unit:
        return Remark(
            "is in %(unit)s, its datapoint in %(other)s; a chart holds one unit.",
            unit=chart.unit,
            other=point.unit,
        )
    if (mark.period, mark.qualifier) != (point.period, point.qualifier):
        return Remark("has another period or qualifier than its datapoint; say what the passage says.")
    return None

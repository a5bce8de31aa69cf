"""Charts with their tables, and the key figures, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from brief.manuscript.blocks import Block, Drawing, Heading, Line, Paragraph, Row, Said, Table
from brief.manuscript.lines import Teller
from brief.model import Brief, Chart
from brief.pages.figures import Figure, data, key_figures


def charts(brief: Brief, teller: Teller) -> Iterator[Block]:
    """Each chart with its title, picture, figures, sources and caveat."""
    say = teller.words.say
    told = (
        "Each chart names its unit, its period and its source; "
        "what the sources do not hold is said in its place."
    )
    yield Paragraph((Said(say(told)),), "standfirst")
    for index, chart in enumerate(brief.charts, 1):
        number = say("Chart %(n)s", n=teller.words.digits(str(index)))
        title = (Said(f"{number}: ", "quiet"), Said(chart.title))
        yield Paragraph(title, "caption", f"chart-{index}")
        yield from _chart(chart, teller)


def _chart(chart: Chart, teller: Teller) -> Iterator[Block]:
    say = teller.words.say
    if chart.unit_label:
        yield Paragraph((Said(chart.unit_label),), "standfirst")
    if not chart.marks:
        yield Paragraph((Said(chart.note or say("No comparable figures are available.")),))
        return
    yield Drawing(chart, chart.alt or chart.title)
    rows = data(chart, teller.words)
    dated = any(row.period for row in rows)
    head = (say("Category"), say("Period"), say("Value")) if dated else (say("Category"), say("Value"))
    yield Table(
        head,
        (50, 25, 25) if dated else (70, 30),
        tuple(Row(_cells(row.label, *((row.period,) if dated else ()), row.value)) for row in rows),
    )
    if chart.evidence:
        yield Paragraph((Said(f"{say('Source')}: ", "strong"), *teller.proofs(chart.evidence)), "note")
    if chart.note:
        yield Paragraph((Said(chart.note),), "note")


def key(brief: Brief, teller: Teller) -> Iterator[Block]:
    """The key figures, each with what it measures, when, and on what it stands."""
    say = teller.words.say
    found = key_figures(brief, teller.words)
    if found:
        yield Heading(2, say("Key figures"), "key-figures")
        head = tuple(map(say, ("Value", "Unit", "What it measures", "Period", "Source")))
        yield Table(head, (13, 15, 34, 15, 23), tuple(_figure(figure, teller) for figure in found))


def _figure(figure: Figure, teller: Teller) -> Row:
    values = _cells(figure.amount, figure.unit), _cells(figure.when)
    measured = (Said(figure.what),), *_remarks(figure, teller)
    sources = tuple(_sources(figure, teller))
    return Row((*values[0], measured, *values[1], sources), figure.id)


def _remarks(figure: Figure, teller: Teller) -> Iterator[Line]:
    if figure.said:
        yield (Said(figure.said, "quiet"),)
    if figure.rivals:
        yield (Said(teller.words.say("the sources differ"), "quiet", figure.rivals),)


def _sources(figure: Figure, teller: Teller) -> Iterator[Line]:
    for group in teller.annex.by_source(figure.evidence):
        leaves = (said for anchor in group.anchors for said in (teller.leaf(anchor), Said(" ")))
        yield (*teller.number(group.anchors[0]), *leaves)


def _cells(*texts: str) -> tuple[tuple[Line, ...], ...]:
    return tuple(((Said(text),),) for text in texts)

"""What the first page holds, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from brief.manuscript.blocks import Block, Break, Heading, Numbered, Paragraph, Said
from brief.manuscript.lines import Teller
from brief.model import Brief
from brief.pages.cover import Cover


def front(brief: Brief, cover: Cover, teller: Teller) -> Iterator[Block]:
    """Marking, title, dates and scope, bottom line, the figure that tells most, key points."""
    say = teller.words.say
    if brief.marking:
        yield Paragraph((Said(teller.words.word(brief.marking), "strong"),), "marking")
    yield Paragraph((Said(say("Policy brief")),), "kicker")
    yield Paragraph((Said(brief.title),), "title")
    if brief.subtitle:
        yield Paragraph((Said(brief.subtitle),), "subtitle")
    yield Paragraph(tuple(_facts(brief, cover, teller)), "note")
    yield Heading(1, cover.title, "summary")
    for index, item in enumerate(cover.bottom_line, 1):
        yield Paragraph(teller.point(item), "lead", f"summary-{index}")
    yield from _figure(cover, teller)
    if cover.points:
        yield Heading(2, say("Key points"), "points")
        first = len(cover.bottom_line) + 1
        ids = tuple(f"summary-{index}" for index, _ in enumerate(cover.points, first))
        points = tuple(teller.point(item) for item in cover.points)
        yield Numbered(points, ids, close=True)


def _facts(brief: Brief, cover: Cover, teller: Teller) -> Iterator[Said | Break]:
    """Days, scope and content in a line each, and for whom the brief is."""
    say = teller.words.say
    kept = f" {teller.words.dot} ".join
    yield Said(f"{say('Date')}: ", "strong")
    yield Said(kept(filter(None, (teller.words.date(brief.issued, weekday=True), cover.hijri))))
    yield Break()
    yield Said(f"{say('Scope')}: ", "strong")
    yield Said(kept(filter(None, (cover.sources, cover.period, cover.items, cover.passages))))
    if brief.audience:
        yield Break()
        yield Said(say("For: %(audience)s", audience=brief.audience), "strong")


def _figure(cover: Cover, teller: Teller) -> Iterator[Block]:
    figure = cover.figure
    if figure is None:
        return
    when = f" ({figure.when})" if figure.when else ""
    yield Heading(2, teller.words.say("The figure that tells most"), "figure")
    yield Paragraph((Said(" ".join(filter(None, (figure.number, figure.unit)))),), "figure")
    yield Paragraph(teller.cited(f"{figure.what}{when}", figure.evidence), "measured")

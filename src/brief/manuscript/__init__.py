"""Brief -> one run of blocks in the order of the pages, for formats that break their own pages."""

from __future__ import annotations

from collections.abc import Iterator

from brief.annex import annex
from brief.manuscript import changes, figures, record, speech
from brief.manuscript import cover as covers
from brief.manuscript.blocks import (
    Block,
    Contents,
    Heading,
    Manuscript,
    Numbered,
    Paragraph,
    Row,
    Said,
    Table,
)
from brief.manuscript.lines import Teller
from brief.model import Brief, Item
from brief.pages.changes import PART
from brief.pages.cover import Cover, cover
from brief.pages.edition import edition
from brief.pages.figures import foremost, key_figures
from brief.pages.geometry import Part
from brief.pages.parts import parts
from brief.pages.timeline import moments
from brief.words import words


def manuscript(brief: Brief) -> Manuscript:
    """The brief with the same selection, order and words as its pages.

    Raises `TopicError` for an unknown locale.
    """
    said = words(brief.language, brief.locale)
    brief = edition(brief)
    found = annex(brief, said)
    figure = foremost(brief, key_figures(brief, said))
    first = cover(brief, figure, len(found.passages), said)
    teller = Teller(said, found)
    planned = parts(brief, said)
    titles = (("summary", first.title), *((part.id, part.title) for part in planned))
    listed = Contents(said.say("Contents"), titles, not first.dense)
    blocks = [*covers.front(brief, first, teller), *changes.box(first.changed, teller), listed]
    for part in planned:
        blocks.append(_head(part, teller))
        blocks += _part(part, brief, first, teller)
    edition_line = f"{said.say('Policy brief')} {said.dot} {said.date(brief.issued)}"
    return Manuscript(said, brief.title, brief.marking or "", edition_line, tuple(blocks))


def _head(part: Part, teller: Teller) -> Heading:
    number = teller.words.say("Part %(n)s", n=teller.words.digits(part.number))
    kicker = f" {teller.words.dot} ".join(filter(None, (number, part.kicker)))
    return Heading(1, part.title, part.id, kicker)


def _part(part: Part, brief: Brief, first: Cover, teller: Teller) -> Iterator[Block]:
    if part.id == "figures":
        yield from figures.charts(brief, teller)
        yield from figures.key(brief, teller)
    elif part.id == "record":
        yield from record.sources(brief, teller)
        yield from record.methods(brief, teller)
        yield from record.key(first, teller)
    elif part.id == PART:
        yield from changes.part(first.changed, teller)
    elif part.id == "annex":
        yield from record.evidence(teller.annex.passages, teller)
    else:
        yield from _facet(part, brief, teller)


def _facet(part: Part, brief: Brief, teller: Teller) -> Iterator[Block]:
    """The items of a section with what stands beside them."""
    if part.id == "context":
        yield from _timeline(brief, teller)
    if part.id == "reactions":
        yield from speech.stances(brief, teller)
    if len(part.groups) > 1:
        yield from _groups(part, teller)
    elif part.items:
        yield _items(part, part.items, 0, teller)
    if part.standings:
        yield Paragraph(tuple(_standings(part, teller)), "note")
    if part.id == "reactions":
        yield from speech.quotations(brief, teller)
        yield from speech.disagreements(brief, teller)


def _groups(part: Part, teller: Teller) -> Iterator[Block]:
    before = 0
    for number, group in enumerate(part.groups, 1):
        actor = group.actor or teller.words.say("Other actors")
        yield Heading(2, teller.words.word(actor), f"{part.id}-group-{number}")
        yield _items(part, group.items, before, teller)
        before += len(group.items)


def _items(part: Part, items: tuple[Item, ...], before: int, teller: Teller) -> Numbered:
    ids = tuple(f"{part.id}-{before + index}" for index, _ in enumerate(items, 1))
    return Numbered(tuple(map(teller.item, items)), ids)


def _standings(part: Part, teller: Teller) -> Iterator[Said]:
    say = teller.words.say
    yield Said(f"{say('Standing')}: ", "strong")
    for index, name in enumerate(part.standings):
        yield Said(say("list separator") if index else "")
        yield Said(f"{say(f'standing:{name}')}: ", "strong")
        yield Said(say(f"standing means:{name}"))
    yield Said(".")


def _timeline(brief: Brief, teller: Teller) -> Iterator[Block]:
    say = teller.words.say
    rows = tuple(
        Row(
            (((Said(moment.when),),), (teller.cited(moment.text, moment.evidence, stop="."),)),
            f"event-{index}",
        )
        for index, moment in enumerate(moments(brief, teller.words), 1)
    )
    if rows:
        yield Heading(2, say("Timeline"), "timeline")
        yield Table((say("Date"), say("Event")), (25, 75), rows)

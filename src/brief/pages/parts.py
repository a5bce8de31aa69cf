"""The parts after the cover, in page order, each told whether it opens a page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from brief.model import Brief, Item, Section, Standing
from brief.pages import PAGE, lines
from brief.words import Words

# Points of a head, a line and the room around an item, as templates/modern.css sets them.
HEAD, LINE, ROW, CHARS_A_LINE = 62.0, 16.0, 10.0, 68
# A part opens a new page unless the page before it would stay emptier than this.
FILLED = 0.62
_TEMPLATES = {"context": "context.html", "reactions": "reactions.html"}


class Part(Struct, frozen=True):
    """A part of the brief after its cover."""

    id: str
    number: str
    title: str
    template: str
    items: tuple[Item, ...] = ()
    standings: tuple[str, ...] = ()
    kicker: str | None = None
    fresh: bool = True


def parts(brief: Brief, passages: int, words: Words) -> list[Part]:
    """The parts after the cover, in page order, each told whether it opens a page."""
    plan = [section for section in brief.sections if section.id != "summary"]
    drafts = [(_part(section, words), _height(section.items) + _extra(section.id, brief)) for section in plan]
    if brief.charts or brief.key_figures:
        place = next((at for at, section in enumerate(plan) if section.id == "implications"), len(plan))
        height = 190.0 * len(brief.charts) + 24.0 * len(brief.key_figures)
        drafts.insert(place, (Part("figures", "", words.say("Figures"), "figures.html"), height))
    drafts.append(
        (Part("record", "", words.say("Sources and method"), "record.html"), 46.0 * len(brief.sources) + 120)
    )
    drafts.append((Part("annex", "", words.say("Evidence"), "annex.html"), PAGE * passages))
    return _broken(drafts)


def _part(section: Section, words: Words) -> Part:
    standings = {item.standing for item in section.items}
    return Part(
        id=section.id,
        number="",
        title=section.title,
        template=_TEMPLATES.get(section.id, "facet.html"),
        items=section.items,
        standings=tuple(standing.value for standing in Standing if standing in standings),
        kicker=words.counted(len(section.items), "%(n)s item", "%(n)s items"),
    )


def _height(items: Sequence[Item]) -> float:
    taken = sum(lines(item.text, CHARS_A_LINE) + bool(item.label) for item in items)
    return taken * LINE + len(items) * ROW


def _extra(section: str, brief: Brief) -> float:
    if section == "context":
        return 17.0 * len(brief.timeline) + 60
    if section == "reactions":
        return 24.0 * len(brief.positions) + 25.0 * len(brief.quotes) + 70.0 * len(brief.discrepancies)
    return 0.0


def _broken(drafts: Sequence[tuple[Part, float]]) -> list[Part]:
    """Number the parts and let each open a page, unless the one before it would end too soon."""
    placed: list[Part] = []
    at = PAGE
    for index, (part, height) in enumerate(drafts, 2):
        fresh = at >= PAGE * FILLED or part.id == "annex" or not placed
        at = ((0.0 if fresh else at) + HEAD + height) % PAGE
        placed.append(msgspec.structs.replace(part, number=str(index), fresh=fresh))
    return placed

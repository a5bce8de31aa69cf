"""The parts after the cover, in page order, each told whether it opens a page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from brief.model import Brief, Section, Standing
from brief.pages.geometry import PAGE, Part
from brief.pages.heights import heights, packed
from brief.words import Words

# A part opens a new page unless the page before it would stay emptier than this.
FILLED = 0.7
_TEMPLATES = {"context": "context.html", "reactions": "reactions.html"}


def parts(brief: Brief, words: Words) -> list[Part]:
    """The parts after the cover, in page order, each told whether it opens a page."""
    plan = [section for section in brief.sections if section.id != "summary"]
    drafts = [_part(section, words) for section in plan]
    if brief.charts or brief.key_figures:
        place = next((at for at, section in enumerate(plan) if section.id == "implications"), len(plan))
        drafts.insert(place, Part("figures", "", words.say("Figures"), "figures.html"))
    drafts.append(Part("record", "", words.say("Sources and method"), "record.html"))
    drafts.append(Part("annex", "", words.say("Evidence"), "annex.html"))
    return _broken(drafts, brief)


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


def _broken(drafts: Sequence[Part], brief: Brief) -> list[Part]:
    """Number the parts and let each open a page, unless the one before it would end too soon."""
    placed: list[Part] = []
    at = PAGE
    for index, part in enumerate(drafts, 2):
        fresh = at >= PAGE * FILLED or part.id == "annex"
        at = packed(0.0 if fresh else at, heights(part, brief))
        placed.append(msgspec.structs.replace(part, number=str(index), fresh=fresh))
    return placed

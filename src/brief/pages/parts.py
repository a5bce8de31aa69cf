"""The parts after the cover, in page order, each told whether it opens a page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from brief.model import Brief, Section, Standing
from brief.pages.geometry import PAGE, Part
from brief.pages.heights import heights, next_page, packed
from brief.sections.actors import by_actor
from brief.words import Words

# A part opens a new page unless the page before it would stay emptier than this; the next
# value counts where the pages before the annex would be more than `PAGES`.
FILLED, PAGES = (0.65, 0.8, 1.0), 13
ALONE, JOINED = {"annex"}, {"indicators"}
_TEMPLATES = {"context": "context.html", "motives": "motives.html", "reactions": "reactions.html"}


def parts(brief: Brief, words: Words) -> list[Part]:
    """The parts after the cover, in page order, each told whether it opens a page."""
    plan = _plan(brief, words)
    drafts = [_part(section, words) for section in plan]
    if brief.charts or brief.key_figures:
        place = next((at for at, section in enumerate(plan) if section.id == "implications"), len(plan))
        drafts.insert(place, Part("figures", "", words.say("Figures"), "figures.html"))
    drafts.append(Part("record", "", words.say("Sources and method"), "record.html"))
    drafts.append(Part("annex", "", words.say("Evidence"), "annex.html"))
    return _broken(drafts, brief)


def _plan(brief: Brief, words: Words) -> list[Section]:
    """The sections after the summary; what stands beside items has its section even without any."""
    plan = [section for section in brief.sections if section.id != "summary"]
    known = {section.id for section in plan}
    if brief.timeline and "context" not in known:
        plan.insert(0, Section("context", words.say("Context"), ()))
    if (brief.positions or brief.quotes or brief.discrepancies) and "reactions" not in known:
        place = next((at for at, section in enumerate(plan) if section.id == "implications"), len(plan))
        plan.insert(place, Section("reactions", words.say("Reactions"), ()))
    return plan


def _part(section: Section, words: Words) -> Part:
    standings = {item.standing for item in section.items}
    return Part(
        id=section.id,
        number="",
        title=section.title,
        template=_TEMPLATES.get(section.id, "facet.html"),
        items=section.items,
        groups=by_actor(section.items) if section.id == "motives" else (),
        standings=tuple(standing.value for standing in Standing if standing in standings),
        kicker=words.counted(len(section.items), "%(n)s item", "%(n)s items") if section.items else None,
    )


def _broken(drafts: Sequence[Part], brief: Brief) -> list[Part]:
    """Number the parts and let each open a page, less readily where the pages would be too many."""
    measured = [(part, tuple(heights(part, brief))) for part in drafts]
    placed: list[Part] = []
    for filled in FILLED:
        placed, pages = _placed(measured, filled)
        if pages <= PAGES:
            break
    return placed


def _placed(measured: Sequence[tuple[Part, tuple[float, ...]]], filled: float) -> tuple[list[Part], float]:
    """The parts with their breaks, and how many pages come before the annex."""
    placed: list[Part] = []
    at = PAGE
    for index, (part, blocks) in enumerate(measured, 2):
        fresh = part.id in ALONE or _opens(part, at % PAGE, blocks, filled)
        placed.append(msgspec.structs.replace(part, number=str(index), fresh=fresh))
        if part.id not in ALONE:
            at = packed(next_page(at) if fresh else at, blocks)
    return placed, next_page(at) / PAGE


def _opens(part: Part, at: float, blocks: Sequence[float], filled: float) -> bool:
    """Whether a part opens a page; indicators belong to what stands before them."""
    cramped = at + sum(blocks[:3]) > PAGE
    return at == 0 or cramped or (at >= PAGE * filled and part.id not in JOINED)

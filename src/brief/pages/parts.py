"""The parts after the cover, in page order."""

from __future__ import annotations

import msgspec

from brief.model import Brief, Section, Standing
from brief.pages.changes import PART, evidence
from brief.pages.geometry import Part
from brief.sections.actors import by_actor
from brief.short import is_short
from brief.words import Words

_TEMPLATES = {"context": "context.html", "motives": "motives.html", "reactions": "reactions.html"}


def parts(brief: Brief, words: Words) -> list[Part]:
    """The parts after the cover, in page order, numbered from 2: the cover is the first."""
    plan = _plan(brief, words)
    drafts = [_part(section, words) for section in plan]
    if brief.changes is not None:
        drafts.insert(0, Part(PART, "", words.say("What changed"), "changed.html"))
    if brief.charts or brief.key_figures:
        place = next((at for at, part in enumerate(drafts) if part.id == "implications"), len(drafts))
        drafts.insert(place, Part("figures", "", words.say("Figures"), "figures.html"))
    drafts.append(Part("record", "", words.say("Sources and method"), "record.html"))
    if not is_short(brief) or (brief.changes and any(evidence(brief.changes))):
        drafts.append(Part("annex", "", words.say("Evidence"), "annex.html"))
    return [msgspec.structs.replace(part, number=str(number)) for number, part in enumerate(drafts, 2)]


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

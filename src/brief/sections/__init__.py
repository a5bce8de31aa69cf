"""Chosen claims -> the sections of the brief, one builder each, in page order."""

from __future__ import annotations

from collections.abc import Callable

from brief.model import Facet, Pool, Section
from brief.sections.facet import facet_section
from brief.sections.indicators import indicators
from brief.sections.item import judged
from brief.sections.summary import summary
from brief.sections.title import SECTION_IDS, title

Builder = Callable[[Pool, str, str], Section | None]

SECTIONS: tuple[Builder, ...] = (summary, *map(facet_section, Facet), indicators)


def compose(pool: Pool, issued: str, language: str) -> tuple[Section, ...]:
    """All sections that have something to say; `pool` holds the claims chosen for print.

    `issued` is the brief's ISO date, `language` the code of its interface words. The analyst's
    judgements close the sections they are written for.
    """
    built = [build(pool, issued, language) for build in SECTIONS]
    told = {section.id: section for section in built if section is not None}
    said = {id_: tuple(judged(one) for one in pool.judgements if one.section == id_) for id_ in SECTION_IDS}
    return tuple(
        Section(id_, title(id_, language), (told[id_].items if id_ in told else ()) + said[id_])
        for id_ in SECTION_IDS
        if id_ in told or said[id_]
    )

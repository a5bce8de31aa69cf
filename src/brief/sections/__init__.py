"""Chosen claims -> the sections of the brief, one builder each, in page order."""

from __future__ import annotations

from collections.abc import Callable

from brief.model import Facet, Pool, Section
from brief.sections.facet import facet_section
from brief.sections.indicators import indicators
from brief.sections.summary import summary

Builder = Callable[[Pool, str, str], Section | None]

SECTIONS: tuple[Builder, ...] = (summary, *map(facet_section, Facet), indicators)


def compose(pool: Pool, issued: str, language: str) -> tuple[Section, ...]:
    """All sections that have something to say; `pool` holds the claims chosen for print.

    `issued` is the brief's ISO date, `language` the code of its interface words.
    """
    built = (build(pool, issued, language) for build in SECTIONS)
    return tuple(section for section in built if section is not None)

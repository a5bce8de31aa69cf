"""Chosen claims -> the sections of the brief, one builder each, in page order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from brief.language import read_in
from brief.messages import catalogue
from brief.model import Document, Event, Facet, Item, Pool, Section
from brief.sections.facet import facet_section
from brief.sections.indicators import indicators
from brief.sections.item import judged
from brief.sections.summary import summary
from brief.sections.unjoined import unjoined
from brief.sections.watched import unwatched
from brief.sections.when import NO_DAYS, Days, days

# What a section holds: from the pool, the brief's ISO date, the code of the language that is read and
# the days on which the sources were published.
Builder = Callable[[Pool, str, str, Days], tuple[Item, ...]]

SECTIONS: dict[str, Builder] = {
    "summary": summary,
    **{facet.value: facet_section(facet) for facet in Facet},
    "indicators": indicators,
}


def printed(
    pool: Pool, issued: str, language: str, documents: Sequence[Document]
) -> tuple[tuple[Section, ...], tuple[Event, ...]]:
    """The sections and the timeline as they are printed, each line beginning with a word of its own."""
    composed = compose(pool, issued, language, days(documents))
    return unjoined(composed, pool.events, documents, read_in(language))


def compose(pool: Pool, issued: str, language: str, published: Days = NO_DAYS) -> tuple[Section, ...]:
    """All sections that have something to say; `pool` holds the claims chosen for print.

    `issued` is the brief's ISO date, `language` the code of the language that frames it, `published` tells
    the days of the documents. The analyst's judgements close the sections they are written for.
    """
    code = read_in(language).code
    built = {id_: build(pool, issued, code, published) for id_, build in SECTIONS.items()}
    follows = Facet.IMPLICATIONS.value
    built[follows] = unwatched(built[follows], built["indicators"], read_in(language))
    said = ((id_, (*items, *_judgements(pool, id_))) for id_, items in built.items())
    return tuple(
        Section(id_, catalogue(language).gettext(id_.capitalize()), items) for id_, items in said if items
    )


def _judgements(pool: Pool, section: str) -> Iterator[Item]:
    return (judged(one) for one in pool.judgements if one.section == section)

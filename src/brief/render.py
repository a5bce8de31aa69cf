"""Brief -> HTML: a page for print and one for screens; the templates hold neither words nor decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from jinja2 import Environment
from msgspec import Struct

from brief import charts
from brief.annex import Annex, annex
from brief.framed import printed, tongue, verbatim
from brief.language import Language
from brief.model import Anchor, Brief, SourceEntry
from brief.pages.captions import imprint, label, leaf, note, refusal, source_name, worded, written
from brief.pages.cover import cover
from brief.pages.disagreements import disagreements
from brief.pages.edition import edition
from brief.pages.extent import Extent, digest, extents, most
from brief.pages.figures import foremost, key_figures
from brief.pages.geometry import is_tall, kind
from brief.pages.listed import Listed, method
from brief.pages.parts import parts
from brief.pages.pictures import picture
from brief.pages.reading import Sheet
from brief.pages.speech import STANCES, positions, sayings
from brief.pages.texts import scattered, texts
from brief.pages.timeline import moments, scale
from brief.printed import amount, kept_together, plain, split_stop
from brief.templating import environment
from brief.themes import Theme
from brief.words import Words, words


class Frame(Struct, frozen=True):
    """What every page of one brief is made of: its templates with their filters, and what they show."""

    templates: Environment
    found: Annex
    shown: Mapping[str, Any]

    def page(self, template: str, **more: object) -> str:
        """A page that stands alone: style and charts inside, nothing fetched."""
        return self.templates.get_template(template).render({**self.shown, **more})


def render(brief: Brief, theme: Theme) -> str:
    """The brief as one HTML page for print that stands alone: style and charts inside, nothing fetched.

    Raises `TopicError` for an unknown locale and `FontError` for a missing font.
    """
    return frame(brief, theme).page("brief.html")


def render_screen(brief: Brief, theme: Theme, kept: Mapping[str, str | None]) -> str:
    """The brief for a screen, with the texts behind it, by their places, instead of the annex.

    Raises the errors of `render`.
    """
    made = frame(brief, theme)
    told = texts(made.found, kept)
    planned = made.shown["parts_of_brief"]
    annexed = [
        msgspec.structs.replace(part, template="texts.html") if part.id == "annex" else part
        for part in planned
    ]
    return made.page(
        "screen.html", screen=True, parts_of_brief=annexed, texts=told, scattered=scattered(told)
    )


def render_digest(brief: Brief, theme: Theme, template: str, room: Extent) -> Iterator[str]:
    """A template of a single page, from all it has room for to the least, one block less each time.

    Raises the errors of `render`.
    """
    made = frame(brief, theme)
    first, drawn = made.shown["cover"], [chart for chart in made.shown["charts"] if chart.picture]
    shown: Brief = made.shown["brief"]
    for extent in extents(most(shown, first, drawn, room)):
        told = digest(shown, first, extent, words(brief.language, brief.locale))
        evidence = (*told.evidence, *(first.figure.evidence if told.figure else ()))
        evidence += drawn[0].evidence if told.charts else ()
        yield made.page(
            template,
            single=True,
            digest=told,
            chart=drawn[0] if told.charts else None,
            cited=made.found.sources(evidence),
        )


@lru_cache(maxsize=1)
def frame(brief: Brief, theme: Theme) -> Frame:
    """What the pages of a brief share, kept for the next page of the same one: charts are drawn once.

    Raises the errors of `render`.
    """
    said = words(brief.language, brief.locale)
    brief = edition(brief)
    found = annex(brief, said)
    figures = key_figures(brief, said)
    style = charts.Style.of(theme, said, brief.direction)
    shown: dict[str, Any] = {
        "brief": brief,
        "theme": theme,
        "screen": False,
        "dot": said.dot,
        "single": False,
        "numerals": ", arabic-indic" if said.eastern else "",
        "cover": cover(brief, foremost(brief, figures), len(found.passages), said, theme.height),
        "parts_of_brief": parts(brief, said),
        "events": moments(brief, said),
        "scale": scale(brief, said),
        "positions": positions(brief),
        "disagreements": disagreements(brief),
        "stances": [stance.value for stance in STANCES],
        "quotes": sayings(brief, said),
        "charts": [picture(chart, style) for chart in brief.charts],
        "figures": figures,
        "sources": Listed.of(brief),
        "passages": found.passages,
        "source_by_id": found.entries,
        "method": method(brief, found, said),
    }
    return Frame(environment(said, _filters(said, found)), found, shown)


def render_reading(name: str, read: Sequence[Sheet], language: Language, locale: str) -> str:
    """What was read of the topic `name` as an HTML page that stands alone, for an analyst's screen."""
    said = words(language.code, locale)
    filters = {
        "plain": plain,
        "printed": lambda text: printed(text, said),
        "date": said.date,
        "digits": lambda value: said.digits(str(value)),
        "reason": lambda reason: worded(f"removed:{reason}", reason, said),
        "refusal": lambda entry: refusal(entry, said),
    }
    page = environment(said, filters).get_template("sources.html")
    return page.render(topic=name, sheets=read, language=language)


def _filters(said: Words, found: Annex) -> dict[str, Any]:
    return {
        "plain": lambda text: said.numerals(plain(text)),
        "printed": lambda text: printed(text, said),
        "verbatim": lambda text: verbatim(text, said),
        "tongue": lambda text: tongue(text, said),
        "word": lambda text: said.word(text or ""),
        "split_stop": split_stop,
        "kept": kept_together,
        "amount": amount,
        "kind": kind,
        "tall": is_tall,
        "digits": lambda value: said.digits(str(value)),
        "date": said.date,
        "weekday": lambda iso: said.date(iso, weekday=True),
        "differences": lambda count: said.counted(
            count, "%(n)s difference between sources", "%(n)s differences between sources"
        ),
        "sources": found.sources,
        "by_source": found.by_source,
        "passage_of": lambda source, evidence: f"passage-{_first_of(source, evidence, found)}",
        "source_id": lambda entry: f"source-{entry.id}",
        "source_name": lambda entry: source_name(entry, said),
        "imprint": lambda entry: imprint(entry, said),
        "leaf": lambda number: leaf(number, said),
        "passage_id": lambda anchor: f"passage-{found.number(anchor)}",
        "passage_label": lambda anchor: leaf(found.number(anchor), said),
        "label": lambda text: label(text, said),
        "written": lambda as_of: written(as_of, said),
        "refusal": lambda entry: refusal(entry, said),
        "note": lambda told: note(told, said),
    }


def _first_of(source: SourceEntry, evidence: Iterable[Anchor], found: Annex) -> int:
    """The number of the first passage of a source among some."""
    return next(found.number(anchor) for anchor in evidence if anchor.source == source.id)

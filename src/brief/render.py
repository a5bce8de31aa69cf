"""Brief -> HTML: one page for print and screen; the templates hold neither words nor decisions."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from msgspec import Struct

from brief import charts
from brief.annex import Annex, annex
from brief.fonts import of_theme
from brief.language import Language
from brief.model import Anchor, Brief, Chart, Note, SourceEntry
from brief.pages.cover import cover
from brief.pages.edition import edition
from brief.pages.figures import Datum, data, key_figures
from brief.pages.geometry import kind
from brief.pages.parts import parts
from brief.pages.reading import Sheet
from brief.pages.speech import STANCES, positions, sayings
from brief.pages.timeline import moments, scale
from brief.printed import plain, printed, split_stop
from brief.words import Words, words

_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
# What notes of these kinds say stands in the list of sources.
_LISTED = {"set_aside", "undated"}
_NAME_WORDS = 3


def render(brief: Brief) -> str:
    """The brief as one HTML page that stands alone: style and charts inside, nothing fetched.

    Raises `TopicError` for an unknown theme or locale and `FontError` for a missing font.
    """
    said = words(brief.language, brief.locale)
    family = of_theme(brief.theme)
    brief = edition(brief)
    found = annex(brief, said)
    figures = key_figures(brief, said)
    style = charts.Style(said, family, brief.direction)
    page = environment(said, _filters(said, found)).get_template("brief.html")
    return page.render(
        brief=brief,
        cover=cover(brief, figures[0] if figures else None, len(found.passages), said),
        parts_of_brief=parts(brief, said),
        events=moments(brief, said),
        scale=scale(brief, said),
        positions=positions(brief),
        stances=[stance.value for stance in STANCES],
        quotes=sayings(brief, said),
        charts=[picture(chart, style) for chart in brief.charts],
        figures=figures,
        sources=Listed.of(brief),
        passages=found.passages,
        source_by_id=found.entries,
        method=method(brief, found, said),
    )


def render_reading(name: str, read: Sequence[Sheet], language: Language, locale: str) -> str:
    """What was read of the topic `name` as an HTML page that stands alone, for an analyst's screen."""
    said = words(language.code, locale)
    filters = {
        "plain": plain,
        "printed": printed,
        "date": said.date,
        "digits": lambda value: said.digits(str(value)),
        "reason": lambda reason: _worded(f"removed:{reason}", reason, said),
        "refusal": lambda entry: _worded(f"reason:{entry.reason_kind}", entry.reason or "", said),
    }
    page = environment(said, filters).get_template("sources.html")
    return page.render(topic=name, sheets=read, language=language)


def _worded(message: str, otherwise: str, said: Words) -> str:
    """The catalogue's words for a message, or what is told where it has none."""
    text = said.say(message)
    return otherwise if text == message else text


def environment(said: Words, filters: Mapping[str, Any]) -> Environment:
    """The Jinja environment: escaping on, a missing name is an error, words from the catalogue."""
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_template),
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(said.catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(filters)
    return made


def _template(name: str) -> str:
    return (files("brief") / "templates" / name).read_text(encoding="utf-8")


def _filters(said: Words, found: Annex) -> dict[str, Any]:
    def source_name(entry: SourceEntry) -> str:
        return entry.publisher or entry.author or _shortened(entry.title) or said.say("Untitled text")

    def imprint(entry: SourceEntry) -> str:
        known = entry.published or ""
        day = said.date(known) if known else said.say("undated")
        return said.say("list separator").join(filter(None, (entry.author, entry.publisher, day)))

    def leaf(number: int) -> str:
        return said.say("passage %(n)s", n=said.digits(str(number)))

    return {
        "plain": plain,
        "printed": printed,
        "split_stop": split_stop,
        "kind": kind,
        "digits": lambda value: said.digits(str(value)),
        "date": said.date,
        "weekday": lambda iso: said.date(iso, weekday=True),
        "sources": found.sources,
        "by_source": found.by_source,
        "source_id": lambda entry: f"source-{entry.id}",
        "source_name": source_name,
        "imprint": imprint,
        "leaf": leaf,
        "passage_id": lambda anchor: f"passage-{found.number(anchor)}",
        "passage_label": lambda anchor: leaf(found.number(anchor)),
        "label": lambda text: said.date(text) if _ISO.fullmatch(text) else text,
        "note": lambda note: _note(note, said),
    }


def _shortened(title: str | None) -> str:
    parts = (title or "").split()
    return " ".join(parts[:_NAME_WORDS]) + ("\u2026" if len(parts) > _NAME_WORDS else "")


def _note(note: Note, said: Words) -> str:
    """A note in the words of its kind; a kind without words of its own prints its message."""
    message = f"note:{note.kind}"
    text = said.say(message)
    return note.message if text == message else text % {"message": note.message}


class Picture(Struct, frozen=True):
    """A chart with its drawing as a data: URI and its size in points."""

    title: str
    unit_label: str | None
    alt: str
    note: str | None
    evidence: tuple[Anchor, ...]
    picture: str | None
    width: str
    height: str
    rows: list[Datum]
    dated: bool


def picture(chart: Chart, style: charts.Style) -> Picture:
    """The chart drawn; one without figures keeps its place and its note."""
    rows = data(chart, style.words)
    svg = charts.draw(chart, style) if chart.marks else None
    size = _SIZE.search(svg) if svg else None
    return Picture(
        title=chart.title,
        unit_label=chart.unit_label,
        alt=chart.alt or chart.title,
        note=chart.note,
        evidence=chart.evidence,
        picture=f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" if svg else None,
        width=size.group(1) if size else "0",
        height=size.group(2) if size else "0",
        rows=rows,
        dated=any(row.period for row in rows),
    )


class Listed(Struct, frozen=True):
    """The list of sources: those used, by number, with their copies, and those set aside."""

    used: tuple[tuple[SourceEntry, tuple[SourceEntry, ...]], ...]
    aside: tuple[SourceEntry, ...]

    @classmethod
    def of(cls, brief: Brief) -> Listed:
        """The sources of a brief."""
        used = [entry for entry in brief.sources if entry.status == "used"]
        used.sort(key=lambda entry: (entry.number is None, entry.number or 0))
        copies: dict[str | None, list[SourceEntry]] = {}
        for entry in brief.sources:
            copies.setdefault(entry.copy_of, []).append(entry)
        aside = tuple(entry for entry in brief.sources if not entry.is_kept)
        return cls(tuple((entry, tuple(copies.get(entry.id, ()))) for entry in used), aside)


class Method(Struct, frozen=True):
    """What the note on method says beside its fixed sentences."""

    counts: str
    ungraded: str | None
    notes: tuple[Note, ...]


def method(brief: Brief, found: Annex, said: Words) -> Method:
    """Counts of sources and passages, and how many sources nobody graded."""
    used = [entry for entry in brief.sources if entry.status == "used"]
    ungraded = sum(entry.grade is None for entry in used)
    counts = said.say(
        "The brief stands on %(passages)s from %(sources)s.",
        passages=said.counted(len(found.passages), "%(n)s passage", "%(n)s passages"),
        sources=said.counted(len(used), "%(n)s source", "%(n)s sources"),
    )
    unsaid = said.say("Sources without a grade: %(n)s.", n=said.digits(str(ungraded))) if ungraded else None
    return Method(counts, unsaid, tuple(note for note in brief.notes if note.kind not in _LISTED))

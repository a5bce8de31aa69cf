"""What stands on the pages, decided before any markup: parts, their breaks, the views of their data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec import Struct

from brief.model import Anchor, Brief, Chart, Datapoint, Event, Item, Position, Quote, Section, Stance, Standing
from brief.words import Words, scale_of

# Points of the text block and of lines, as templates/modern.css sets them.
PAGE, HEAD, LINE, ROW, CHARS_A_LINE = 694.0, 62.0, 16.0, 10.0, 68
# A part opens a new page unless the page before it would stay emptier than this.
FILLED = 0.62
BOTTOM_LINE_WORDS = 70
LONG_TITLE = 34
PULLED_WORDS = range(6, 22)
MINIMUM_SPAN_MM, SCALE_MM = 1.2, 166.0
KEY = 42.0
SHOWN_QUOTES, SHOWN_EVENTS, QUOTES_A_SPEAKER = 16, 40, 3
QUOTE_WORDS = range(4, 46)
STANCES = (Stance.SUPPORT, Stance.NEUTRAL, Stance.MIXED, Stance.CONCERNED, Stance.OPPOSE)
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


class Figure(Struct, frozen=True):
    """A datapoint in words."""

    id: str
    number: str
    amount: str
    unit: str
    what: str
    when: str
    evidence: Anchor


def figure(point: Datapoint, target: str, words: Words) -> Figure | None:
    """The datapoint as it is printed; nothing where it holds no number."""
    low = point.value if point.value is not None else point.low
    high = point.value if point.value is not None else point.high
    first, last = low if low is not None else high, high if high is not None else low
    if first is None or last is None:
        return None
    scale = scale_of(last)
    ends = first.scaleb(-scale), last.scaleb(-scale)
    percent = point.unit == "percent"
    parties = words.say("list separator").join(filter(None, (point.subject, point.counterpart)))
    return Figure(
        id=target,
        number=words.amount(*ends, None, percent),
        amount=words.amount(*ends, point.qualifier, percent),
        unit=words.unit(point.unit, last),
        what=": ".join(filter(None, (point.measure, parties))),
        when=words.period(point.period) if point.period else "",
        evidence=point.evidence,
    )


def key_figures(brief: Brief, words: Words) -> list[Figure]:
    """The key figures of the brief in its order."""
    points = {point.id: point for point in brief.datapoints}
    found = (
        figure(points[name], f"figure-{index}", words)
        for index, name in enumerate(brief.key_figures, 1)
        if name in points
    )
    return [one for one in found if one is not None]


# The edition ----------------------------------------------------------------------------


def edition(brief: Brief) -> Brief:
    """The brief with no more quotations and events than its pages hold; the record keeps all."""
    return msgspec.structs.replace(brief, quotes=_shown_quotes(brief.quotes), timeline=_shown_events(brief))


def _shown_quotes(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Whole sayings of known speakers, a few of each, in the order of the record."""
    shown: list[Quote] = []
    voices: Counter[str] = Counter()
    for quote in quotes:
        if not quote.speaker or len(quote.text.split()) not in QUOTE_WORDS:
            continue
        voices[quote.speaker] += 1
        if voices[quote.speaker] <= QUOTES_A_SPEAKER and len(shown) < SHOWN_QUOTES:
            shown.append(quote)
    return tuple(shown)


def _shown_events(brief: Brief) -> tuple[Event, ...]:
    """All events, or those of the brief's period and, of the others, the best supported and newest."""
    if len(brief.timeline) <= SHOWN_EVENTS:
        return brief.timeline
    ranked = sorted(brief.timeline, key=lambda event: event.start, reverse=True)
    ranked.sort(key=lambda event: (not _current(event, brief), -len(event.evidence)))
    kept = set(ranked[:SHOWN_EVENTS])
    return tuple(event for event in brief.timeline if event in kept)


# The cover ------------------------------------------------------------------------------


class Cover(Struct, frozen=True):
    """What stands on the first page beside title, date and marking."""

    title: str
    bottom_line: tuple[Item, ...]
    points: tuple[Item, ...]
    labelled: bool
    figure: Figure | None
    kinds: tuple[str, ...]
    hijri: str | None
    sources: str
    period: str | None
    items: str
    passages: str
    long_title: bool
    dense: bool
    key: bool


def cover(brief: Brief, passages: int, words: Words) -> Cover:
    """The first page: the bottom line is the head of the summary, its rest are the key points."""
    summary = next((section for section in brief.sections if section.id == "summary"), Section("", "", ()))
    first = _bottom_line(summary.items)
    points = summary.items[first:]
    items = [item for section in brief.sections for item in section.items]
    used = sum(source.status == "used" for source in brief.sources)
    count = sum(len(section.items) for section in brief.sections if section.id != "summary")
    figures = key_figures(brief, words)
    room = PAGE - _cover_height(brief, summary.items[:first], points, bool(figures))
    return Cover(
        title=summary.title,
        bottom_line=summary.items[:first],
        points=points,
        labelled=any(item.label for item in points),
        figure=figures[0] if figures else None,
        kinds=tuple(sorted({kind(item) for item in items}, key=_KINDS.index)),
        hijri=words.hijri(brief.issued),
        sources=words.counted(used, "%(n)s source", "%(n)s sources"),
        period=words.period(brief.period.start, brief.period.end) if brief.period.start else None,
        items=words.counted(count, "%(n)s item", "%(n)s items"),
        passages=words.counted(passages, "%(n)s passage", "%(n)s passages"),
        long_title=len(brief.title) > LONG_TITLE,
        dense=room < 0,
        key=room > KEY,
    )


def _cover_height(brief: Brief, first: Sequence[Item], points: Sequence[Item], figure: bool) -> float:
    """An estimate, in points, of what the first page needs without its key."""
    head = 190.0 + 30.0 * (len(brief.title) // LONG_TITLE + bool(brief.subtitle))
    lead = 40.0 + sum(18.0 * _lines(item.text, 56 if figure else 86) for item in first)
    labelled = any(item.label for item in points)
    rows = sum(14.4 * max(_lines(item.text, 90 if labelled else 112), _lines(item.label or "", 18)) + 7.6 for item in points)
    return head + max(lead, 140.0 * figure) + 32.0 + rows


def _lines(text: str, characters: int) -> int:
    return len(text) // characters + 1


_KINDS = ("stated", "attributed", "hedged", "denied", "analyst")


def kind(item: Item) -> str:
    """The kind of statement whose glyph an item carries."""
    return "analyst" if item.kind == "analyst" else item.certainty.value


def _bottom_line(items: Sequence[Item]) -> int:
    """How many of the first items make up the bottom line: one to three, about seventy words."""
    words = 0
    for index, item in enumerate(items[:3]):
        words += len(item.text.split())
        if index and words > BOTTOM_LINE_WORDS:
            return index
    return min(3, len(items))


# The parts ------------------------------------------------------------------------------


def parts(brief: Brief, passages: int, words: Words) -> list[Part]:
    """The parts after the cover, in page order, each told whether it opens a page."""
    plan = [section for section in brief.sections if section.id != "summary"]
    drafts = [(_part(section, words), _height(section.items) + _extra(section.id, brief)) for section in plan]
    if brief.charts or brief.key_figures:
        place = next((at for at, section in enumerate(plan) if section.id == "implications"), len(plan))
        height = 190.0 * len(brief.charts) + 24.0 * len(brief.key_figures)
        drafts.insert(place, (Part("figures", "", words.say("Figures"), "figures.html"), height))
    drafts.append((Part("record", "", words.say("Sources and method"), "record.html"), 46.0 * len(brief.sources) + 120))
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
    lines = sum(len(item.text) // CHARS_A_LINE + 1 + bool(item.label) for item in items)
    return lines * LINE + len(items) * ROW


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
        placed.append(
            Part(part.id, str(index), part.title, part.template, part.items, part.standings, part.kicker, fresh)
        )
    return placed


# Timeline, positions, quotations ----------------------------------------------------------


class Moment(Struct, frozen=True):
    """An event with its date in words; `current` lies within the brief's period."""

    when: str
    text: str
    evidence: tuple[Anchor, ...]
    current: bool


def moments(brief: Brief, words: Words) -> list[Moment]:
    """The timeline in the brief's order."""
    return [
        Moment(words.period(event.start, event.end), event.text, event.evidence, _current(event, brief))
        for event in brief.timeline
    ]


def _current(event: Event, brief: Brief) -> bool:
    start, end = brief.period.start, brief.period.end or brief.issued
    return start is not None and start[: len(event.start)] <= event.start <= end


class Stroke(Struct, frozen=True):
    """A bar of the scale: millimetres from its start, and its length."""

    at: float
    length: float
    current: bool


class Year(Struct, frozen=True):
    """A year's beginning on the scale."""

    at: float
    name: str


class Scale(Struct, frozen=True):
    """The timeline drawn to scale over the years in which most of it lies."""

    years: tuple[Year, ...]
    ticks: tuple[float, ...]
    bars: tuple[Stroke, ...]


def scale(brief: Brief, words: Words) -> Scale | None:
    """The last three years of the timeline to scale; nothing for fewer than three dated events."""
    spans = [(_days(event), _current(event, brief)) for event in brief.timeline]
    known = [(span, current) for span, current in spans if span is not None]
    if len(known) < 3:
        return None
    last = max(end for (_, end), _ in known).year
    first = max(last - 2, min(start for (start, _), _ in known).year)
    begin, stop = date(first, 1, 1), date(last, 12, 31)
    unit = SCALE_MM / (stop - begin).days
    bars = tuple(
        Stroke(round((start - begin).days * unit, 2), round(max(MINIMUM_SPAN_MM, (end - start).days * unit), 2), current)
        for (start, end), current in known
        if start >= begin
    )
    years = tuple(
        Year(round((date(year, 1, 1) - begin).days * unit, 2), words.digits(str(year))) for year in range(first, last + 1)
    )
    months = (date(year, month, 1) for year in range(first, last + 1) for month in range(2, 13))
    return Scale(years, tuple(round((month - begin).days * unit, 2) for month in months), bars)


def _days(event: Event) -> tuple[date, date] | None:
    """The first and last day of an event that is dated by day or month; years are too coarse to draw."""
    if len(event.start) < len("2024-01"):
        return None
    try:
        start = date.fromisoformat((event.start + "-01")[:10])
        end = date.fromisoformat(((event.end or event.start) + "-28")[:10])
    except ValueError:
        return None
    return start, max(start, end)


def positions(brief: Brief) -> list[tuple[int, Position]]:
    """Positions from welcome to opposition, each with its place in the record."""
    numbered = list(enumerate(brief.positions, 1))
    return sorted(numbered, key=lambda entry: (STANCES.index(entry[1].stance), entry[0]))


class Said(Struct, frozen=True):
    """A quotation with its speaker and role in words."""

    id: str
    text: str
    speaker: str
    role: str
    evidence: Anchor


class Sayings(Struct, frozen=True):
    """Two quotations set large, and the rest."""

    pulled: tuple[Said, ...]
    rest: tuple[Said, ...]


def sayings(brief: Brief, words: Words) -> Sayings:
    """The quotations; the first two of good length and known speakers are set large."""
    numbered = list(enumerate(brief.quotes, 1))
    fit = [index for index, quote in numbered if quote.speaker and len(quote.text.split()) in PULLED_WORDS]
    pulled = fit[:2] if len(fit) > 1 else []
    said = {index: _said(index, quote, words) for index, quote in numbered}
    rest = tuple(one for index, one in said.items() if index not in pulled)
    return Sayings(tuple(said[index] for index in pulled), rest)


def _said(index: int, quote: Quote, words: Words) -> Said:
    via = words.say("via %(name)s", name=quote.via) if quote.via else None
    return Said(
        id=f"quote-{index}",
        text=words.say("quotation %(text)s", text=quote.text.strip("\"'\u00ab\u00bb\u201c\u201d ")),
        speaker=quote.speaker or words.say("speaker not named"),
        role=words.say("list separator").join(filter(None, (quote.role, via))),
        evidence=quote.evidence,
    )


class Datum(Struct, frozen=True):
    """A row of the table beside a chart."""

    label: str
    period: str
    value: str


def data(chart: Chart, words: Words) -> list[Datum]:
    """The drawn figures as rows, in the order of the drawing."""
    percent = chart.unit == "percent"
    told_apart = len({mark.label for mark in chart.marks}) == len(chart.marks)
    return [
        Datum(
            label=mark.label if told_apart else ": ".join(filter(None, (mark.group, mark.label))),
            period=words.period(mark.period) if mark.period else "",
            value=words.amount(mark.low, mark.high, mark.qualifier, percent),
        )
        for mark in chart.marks
    ]


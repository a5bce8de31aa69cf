"""The first page: title, bottom line, key points and the figure that tells most."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from msgspec import Struct

from brief.model import Brief, Item, Section
from brief.pages.changes import Changed, Row, changed
from brief.pages.figures import Figure
from brief.pages.geometry import KINDS, PAGE, kind, lines
from brief.short import NO_NEWS, is_short
from brief.words import Words

BOTTOM_LINE_WORDS = 70
LONG_TITLE = 34
# Points that the key to the glyphs takes at the foot of the page beside its lines, and each of these.
KEY, KEY_LINE = 20.0, 11.0
# Letters that its columns hold together in a line of the page, without those for their gaps.
KEY_LETTERS = 92
# Points that the figure beside the bottom line takes.
FIGURE = 114.0
# Points that the box on what changed takes beside its lines, and the fewest lines that are worth it.
BOX, FEWEST = 42.0, 2
# What setting the key points closely saves of their height.
CLOSER = 0.1
# Letters in a line of a key point: across the page, as wide as the bottom line, and beside a label.
ACROSS, MEASURED, BESIDE = 109, 73, 85
# What the key tells beside the kinds of statement.
_NUMBERS = ("number of the source", "number of the passage")
# Letters that the kind of statement takes before a line of the bottom line.
MARK = 8


class Cover(Struct, frozen=True):
    """What stands on the first page beside title, date and marking."""

    title: str
    bottom_line: tuple[Item, ...]
    points: tuple[Item, ...]
    labelled: bool
    measured: bool
    figure: Figure | None
    kinds: tuple[str, ...]
    compares: bool
    hijri: str | None
    sources: str
    period: str | None
    items: str
    passages: str
    long_title: bool
    dense: bool
    key: bool
    changed: Changed | None = None
    changes: tuple[Row, ...] = ()
    nothing: str | None = None


def cover(brief: Brief, figure: Figure | None, passages: int, words: Words, height: float = 1.0) -> Cover:
    """The first page: the bottom line is the head of the summary, its rest are the key points.

    Of what changed it tells as many lines as there is room for, where there is any for a few, else the
    counts alone. Key points without labels are `measured`, no wider than the bottom line, where the page
    holds them so: lines across a whole page read badly. `height` is how high the theme's lines stand
    against those that the page is estimated for.
    """
    since = changed(brief, words)
    summary = next((section for section in brief.sections if section.id == "summary"), Section("", "", ()))
    first = _bottom_line(summary.items)
    points = summary.items[first:]
    items = [item for section in brief.sections for item in section.items]
    kinds = tuple(sorted({kind(item) for item in items}, key=KINDS.index))
    key = _key_height(kinds, words)
    used = sum(source.status == "used" for source in brief.sources)
    count = sum(len(section.items) for section in brief.sections if section.id != "summary")
    room = PAGE - height * _cover_height(brief, summary.items[:first], points, FIGURE if figure else 0.0)
    told = _told(since, room + CLOSER * height * _rows_height(points), height)
    room -= height * _box_height(told) if since else 0.0
    # Twice, since lines that are more than was estimated would put the key onto a page of its own.
    longer = 2 * height * (_rows_height(points, MEASURED) - _rows_height(points))
    return Cover(
        title=summary.title or words.say("Summary"),
        bottom_line=summary.items[:first],
        points=points,
        labelled=_labelled(points),
        measured=not _labelled(points) and room - longer > key,
        figure=figure,
        kinds=kinds,
        compares=any(item.contrary for item in items),
        hijri=words.hijri(brief.issued),
        sources=words.counted(used, "%(n)s source", "%(n)s sources"),
        period=words.period(brief.period.start, brief.period.end) if brief.period.start else None,
        items=words.counted(count, "%(n)s item", "%(n)s items"),
        passages=words.counted(passages, "%(n)s passage", "%(n)s passages"),
        long_title=len(brief.title) > LONG_TITLE,
        dense=room < 0,
        key=room > key,
        changed=since,
        changes=told,
        nothing=words.say(f"note:{NO_NEWS}") if is_short(brief) else None,
    )


def _told(since: Changed | None, room: float, height: float) -> tuple[Row, ...]:
    """The foremost changes that a page with so much room has lines for; none where it has not for a few."""
    rows = since.foremost if since else ()
    counts = range(len(rows), min(FEWEST, len(rows)) - 1, -1)
    return next((rows[:count] for count in counts if height * _box_height(rows[:count]) <= room), ())


def _box_height(rows: Sequence[Row]) -> float:
    return BOX + sum(3.0 + 13.0 * lines(row.summed_up, 112) for row in rows)


def _cover_height(brief: Brief, first: Sequence[Item], points: Sequence[Item], beside: float) -> float:
    """An estimate, in points, of what the first page needs without its key."""
    head = 152.0 + 30.0 * (len(brief.title) // LONG_TITLE + bool(brief.subtitle))
    lead = 40.0 + sum(18.0 * lines(" " * MARK + item.text, 62 if beside else 94) for item in first)
    return head + max(lead, beside) + 32.0 + _rows_height(points)


def _key_height(kinds: Sequence[str], words: Words) -> float:
    """The key to the glyphs: a word, and its meaning in as many lines as a narrow column makes of it."""
    letters = KEY_LETTERS // (len(kinds) + len(_NUMBERS))
    told = (words.say(message) for message in (*(f"meaning:{kind}" for kind in kinds), *_NUMBERS))
    return KEY + KEY_LINE * (1 + max(len(wrap(text, letters)) for text in told))


def _rows_height(points: Sequence[Item], across: int = ACROSS) -> float:
    letters = BESIDE if _labelled(points) else across
    return sum(14.4 * max(lines(item.text, letters), lines(item.label or "", 18)) + 7.6 for item in points)


def _labelled(items: Sequence[Item]) -> bool:
    """Whether labels are worth a column: most of the items have one."""
    return sum(item.label is not None for item in items) * 2 > len(items)


def _bottom_line(items: Sequence[Item]) -> int:
    """How many of the first items make up the bottom line: one to three, about seventy words."""
    words = 0
    for index, item in enumerate(items[:3]):
        words += len(item.text.split())
        if index and words > BOTTOM_LINE_WORDS:
            return index
    return min(3, len(items))

"""The first page: title, bottom line, key points and the figure that tells most."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brief.model import Brief, Item, Section
from brief.pages.figures import Figure
from brief.pages.geometry import KINDS, PAGE, kind, lines
from brief.words import Words

BOTTOM_LINE_WORDS = 70
LONG_TITLE = 34
# Points that the key to the glyphs takes at the foot of the page.
KEY = 42.0
# Points that the figure beside the bottom line takes.
FIGURE = 114.0


class Cover(Struct, frozen=True):
    """What stands on the first page beside title, date and marking."""

    title: str
    bottom_line: tuple[Item, ...]
    points: tuple[Item, ...]
    labelled: bool
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


def cover(brief: Brief, figure: Figure | None, passages: int, words: Words, height: float = 1.0) -> Cover:
    """The first page: the bottom line is the head of the summary, its rest are the key points.

    `height` is how high the theme's lines stand against those that the page is estimated for.
    """
    summary = next((section for section in brief.sections if section.id == "summary"), Section("", "", ()))
    first = _bottom_line(summary.items)
    points = summary.items[first:]
    items = [item for section in brief.sections for item in section.items]
    used = sum(source.status == "used" for source in brief.sources)
    count = sum(len(section.items) for section in brief.sections if section.id != "summary")
    room = PAGE - height * _cover_height(brief, summary.items[:first], points, FIGURE if figure else 0.0)
    return Cover(
        title=summary.title,
        bottom_line=summary.items[:first],
        points=points,
        labelled=_labelled(points),
        figure=figure,
        kinds=tuple(sorted({kind(item) for item in items}, key=KINDS.index)),
        compares=any(item.contrary for item in items),
        hijri=words.hijri(brief.issued),
        sources=words.counted(used, "%(n)s source", "%(n)s sources"),
        period=words.period(brief.period.start, brief.period.end) if brief.period.start else None,
        items=words.counted(count, "%(n)s item", "%(n)s items"),
        passages=words.counted(passages, "%(n)s passage", "%(n)s passages"),
        long_title=len(brief.title) > LONG_TITLE,
        dense=room < 0,
        key=room > KEY,
    )


def _cover_height(brief: Brief, first: Sequence[Item], points: Sequence[Item], beside: float) -> float:
    """An estimate, in points, of what the first page needs without its key."""
    head = 152.0 + 30.0 * (len(brief.title) // LONG_TITLE + bool(brief.subtitle))
    lead = 40.0 + sum(18.0 * lines(item.text, 62 if beside else 94) for item in first)
    labelled = _labelled(points)
    rows = sum(
        14.4 * max(lines(item.text, 96 if labelled else 120), lines(item.label or "", 18)) + 7.6
        for item in points
    )
    return head + max(lead, beside) + 32.0 + rows


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

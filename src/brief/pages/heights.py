"""How high the blocks of a part are, in points, as templates/modern.css sets them: an estimate.

It decides where a part opens a page. Where it errs a page is emptier or a part flows on;
nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from math import ceil

from brief.model import Brief, Chart, Item
from brief.pages.geometry import PAGE, Part, lines

_HEAD, _LINE, _SMALL, _ROW, _SUBHEAD = 64.0, 16.0, 13.0, 10.4, 40.0
_MOST_SQUARES = 2  # shares of which each has a hundred squares of its own
_ITEM_CHARS, _EVENT_CHARS, _QUOTE_CHARS, _TARGET_CHARS, _TITLE_CHARS = 75, 62, 60, 44, 56


def packed(at: float, blocks: Iterable[float]) -> float:
    """Where the last of some blocks ends that are never split, the first one starting at `at`.

    Places are points from the top of the first page, so that `at // PAGE` counts pages.
    """
    for block in blocks:
        at = at + block if at % PAGE + block <= PAGE else next_page(at) + min(block, PAGE)
    return at


def next_page(at: float) -> float:
    """The top of the page after `at`, or `at` itself at the top of a page."""
    return ceil(at / PAGE) * PAGE


def heights(part: Part, brief: Brief) -> Iterator[float]:
    """The blocks of a part in page order; its head goes with the first of them."""
    headings = [_SUBHEAD] * len(part.groups)
    blocks = [*_before(part, brief), *headings, *map(_item, part.items), *_after(part, brief)]
    first = blocks[0] if blocks else 0.0
    yield _HEAD + first
    yield from blocks[1:]


def _item(item: Item) -> float:
    text = _LINE * (lines(item.text, _ITEM_CHARS) + bool(item.label))
    margin = 16.0 * (item.standing is not None) + 18.0 * len({anchor.source for anchor in item.evidence})
    return _ROW + max(text, margin)


def _before(part: Part, brief: Brief) -> list[float]:
    if part.id == "figures":
        return [*map(_chart, brief.charts), _SUBHEAD, *(27.0 for _ in brief.key_figures)]
    if part.id == "record":
        return [*(37.0 for _ in brief.sources), _SUBHEAD, 80.0]
    if part.id == "reactions" and brief.positions:
        targets = (position.target or "" for position in brief.positions)
        return [36.0, *(10.4 + _SMALL * lines(target, _TARGET_CHARS) for target in targets)]
    return []


def _after(part: Part, brief: Brief) -> list[float]:
    if part.id == "context" and brief.timeline:
        return [
            _SUBHEAD + 40.0,
            *_paired([20.0 + _SMALL * lines(event.text, _EVENT_CHARS) for event in brief.timeline]),
        ]
    if part.id == "reactions":
        quotes = [35.0 + _SMALL * lines(quote.text, _QUOTE_CHARS) for quote in brief.quotes]
        box = 80.0 + 56.0 * len(brief.discrepancies)
        return [_SUBHEAD * bool(quotes), *_paired(quotes), box * bool(brief.discrepancies)]
    return [20.0] if part.standings else []


def _paired(blocks: Sequence[float]) -> list[float]:
    """Blocks in two columns, as rows of the higher of two."""
    return [max(pair) for pair in zip_longest(blocks[::2], blocks[1::2], fillvalue=0.0)]


def _chart(chart: Chart) -> float:
    frame = 57.0 + _LINE * lines(chart.title, _TITLE_CHARS)
    labels = len({(mark.group, mark.label) for mark in chart.marks})
    if chart.kind == "line":
        return frame + 150.0
    if chart.kind == "change":
        return frame + 30.0 * labels + 20.0
    if chart.kind == "grouped":
        return frame + 15.0 * len(chart.marks) + 7.0 * len({mark.label for mark in chart.marks})
    if chart.kind == "share" and len(chart.marks) <= _MOST_SQUARES:
        return frame + 100.0 * len(chart.marks)
    groups = len(list(groupby(mark.group for mark in chart.marks)))
    return frame + 21.0 * len(chart.marks) + 26.0 * groups

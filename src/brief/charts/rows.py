"""Rows of a chart: labels at the reading edge, then a baseline at zero, then what is drawn.

Every kind whose figures lie along one axis of values is drawn by these rows; the kind itself
says how a strip looks and how much room its texts need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from brief.charts.axis import Axis, Extent, fit
from brief.charts.ink import beyond, far
from brief.charts.style import (
    HEAD,
    LABEL,
    LINE,
    NOTE,
    SMALL_LINE,
    STRONG,
    VALUE,
    WIDTH,
    Sheet,
    Style,
    widest,
    wrapped,
)
from brief.model import Chart, Mark

THICK, THIN = 4.6, 3.6
_PITCH, _PAD, _HEAD, _GAP, _RULE, _FOOT = 5.2, 2.3, 6.2, 3.0, 6.0, 4.6
_LABEL_ROOM, _LABEL_BESIDE_TAGS, _LEAST_LABEL, _TAG_ROOM = 37.0, 30.0, 22.0, 19.0
_COLUMN_GAP, _BRACKET = 2.0, 2.2
_VALUE_ROOM = 31.0
_Item = TypeVar("_Item")


class Strip(Struct, frozen=True, kw_only=True):
    """One line of drawing: its marks, what is said of each in lines, and the tag before it.

    `start` is where its part of a whole begins, `place` the number of its series.
    """

    marks: tuple[Mark, ...]
    said: tuple[tuple[str, ...], ...]
    tag: str = ""
    start: Decimal = Decimal(0)
    place: int = 0
    disputed: bool = False
    thick: float = THICK


class Entry(Struct, frozen=True, kw_only=True):
    """A label with its strips; `note` is a second line under the label."""

    label: str
    strips: tuple[Strip, ...]
    note: str = ""
    strong: bool = False


class Block(Struct, frozen=True):
    """Entries under one head; `apart` blocks stand below a dotted rule."""

    head: str | None
    apart: bool
    entries: tuple[Entry, ...]


class Kind(Struct, frozen=True, kw_only=True):
    """How strips are drawn: the room they need and their ink, at the height of their middle.

    `needs` is asked a second time with `True` where the texts of negative figures leave no
    room for lengths: they stand beyond zero then.
    """

    needs: Callable[[Strip, bool, Style], Iterable[Extent]]
    ink: Callable[[Sheet, Axis, Strip, float, bool], None]
    zero: bool = False
    firm: bool = True


class _Columns(Struct, frozen=True):
    """Widths of the label and of the tag, and where the drawing may begin."""

    label: float
    tag: float
    tag_at: float
    left: float


def drawn(blocks: Sequence[Block], kind: Kind, style: Style) -> Sheet:
    """The rows on a sheet; one axis for all of them."""
    columns = _columns(blocks, style)
    heights = [[_height(entry, columns, style) for entry in block.entries] for block in blocks]
    tops = list(_tops(blocks, heights))
    bottom = tops[-1] + _above(blocks[-1]) + sum(heights[-1])
    sheet = Sheet(bottom + (_FOOT if kind.zero else 1.0), style)
    axis, flipped = _axis(blocks, kind, columns, style)
    for block, rows, top in zip(blocks, heights, tops, strict=True):
        _draw_head(sheet, block, top)
        _draw_baseline(sheet, axis, top + _above(block), top + _above(block) + sum(rows), firm=kind.firm)
        _draw_entries(sheet, block, rows, top + _above(block), columns)
        _draw_ink(sheet, block, rows, top + _above(block), columns, axis, flipped, kind)
    if kind.zero:
        zero = style.words.number(Decimal(0))
        sheet.text((axis.zero, bottom + 2.0), zero, NOTE, style.second, side="middle")
    return sheet


def single(chart: Chart, style: Style) -> Callable[[Mark, int, int], Strip]:
    """What makes the strip of one mark that is a bar of its own, thinner where it has rivals."""

    def strip(mark: Mark, number: int, count: int) -> Strip:
        return Strip(
            marks=(mark,),
            said=(value_lines(mark, chart, style),),
            tag=source_tag(number, count, style),
            disputed=count > 1,
            thick=THICK if count == 1 else THIN,
        )

    return strip


def one_each(chart: Chart, strip: Callable[[Mark, int, int], Strip]) -> list[Block]:
    """A block for every group, an entry for every mark; rival marks share one entry.

    `strip` makes the strip of a mark from its number among its rivals and their count.
    """
    marks = sorted(chart.marks, key=lambda mark: mark.apart)
    return [
        Block(head, apart, tuple(_entry(rivals, strip) for rivals in disputes(members)))
        for (apart, head), members in groupby(marks, key=lambda mark: (mark.apart, mark.group))
    ]


def _entry(rivals: Sequence[Mark], strip: Callable[[Mark, int, int], Strip]) -> Entry:
    strips = tuple(strip(mark, number, len(rivals)) for number, mark in enumerate(rivals))
    return Entry(label=rivals[0].label, strips=strips, strong=any(mark.accent for mark in rivals))


def disputes(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Marks in their order, rivals (same label, group and period) gathered at the first of them."""
    found: dict[tuple[object, ...], list[Mark]] = {}
    for number, mark in enumerate(marks):
        key = (mark.label, mark.group, mark.period, mark.apart) if mark.rival else (number,)
        found.setdefault(key, []).append(mark)
    return list(found.values())


def gathered(items: Iterable[_Item], key: Callable[[_Item], object]) -> list[list[_Item]]:
    """Items of one key together, in the order in which the keys come first."""
    found: dict[object, list[_Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


def source_tag(number: int, count: int, style: Style) -> str:
    """Whose figure a rival mark is; nothing where there is no dispute."""
    if count < 2:
        return ""
    return style.words.say("by another source" if number else "by one source")


def value_lines(mark: Mark, chart: Chart, style: Style, room: float = _VALUE_ROOM) -> tuple[str, ...]:
    """The figure of a mark with its qualifier, in lines of at most `room` millimetres."""
    sign = "%" if chart.unit == "percent" else ""
    said = style.words.amount(mark.low, mark.high, mark.qualifier, sign)
    return tuple(wrapped(said, room, VALUE, style))


def outward(strip: Strip, flipped: bool, style: Style) -> list[Extent]:  # noqa: FBT001 - asked by Kind
    """The room of one mark whose value stands beyond its end, on the side away from zero."""
    mark, room = strip.marks[0], widest(strip.said[0], VALUE, style)
    if far(mark) >= 0:
        return [Extent(far(mark), 0.0, beyond(mark) + room), Extent(float(mark.low))]
    end = Extent(far(mark), beyond(mark) if flipped else beyond(mark) + room, 0.0)
    return [end, Extent(max(0.0, float(mark.high)), 0.0, beyond(mark) + room if flipped else 0.0)]


def say_outward(sheet: Sheet, axis: Axis, strip: Strip, middle: float, flipped: bool) -> None:  # noqa: FBT001 - asked by Kind
    """The value of one mark beyond its end; beyond zero where `flipped`."""
    mark = strip.marks[0]
    color = sheet.style.accent if mark.accent else None
    end, gap = axis.at(far(mark)), beyond(mark)
    if far(mark) >= 0:
        say(sheet, (end + gap, middle), strip.said[0], color)
    elif flipped:
        say(sheet, (axis.at(max(0.0, float(mark.high))) + gap, middle), strip.said[0], color)
    else:
        room = widest(strip.said[0], VALUE, sheet.style)
        say(sheet, (end - gap - room, middle), strip.said[0], color)


def say(sheet: Sheet, at: tuple[float, float], lines: Sequence[str], color: str | None) -> None:
    """Lines of a value from `at`, their block centred on its height."""
    first = at[1] - LINE * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        sheet.text((at[0], first + number * LINE), line, VALUE, color)


# Where everything stands ------------------------------------------------------------------


def _columns(blocks: Sequence[Block], style: Style) -> _Columns:
    entries = [entry for block in blocks for entry in block.entries]
    strips = [strip for entry in entries for strip in entry.strips]
    tag = min(_TAG_ROOM, widest([strip.tag for strip in strips], NOTE, style) * 1.001)
    most = _LABEL_BESIDE_TAGS if tag else _LABEL_ROOM
    natural = max(
        widest([entry.label for entry in entries], STRONG, style),
        widest([entry.note for entry in entries], NOTE, style),
    )
    label = min(most, max(_LEAST_LABEL, natural + 0.1))
    tag_at = label + _COLUMN_GAP + (_BRACKET if any(strip.disputed for strip in strips) else 0.0)
    return _Columns(label, tag, tag_at, tag_at + (tag + 2.2 if tag else 0.0))


def _height(entry: Entry, columns: _Columns, style: Style) -> float:
    label, note = _label_lines(entry, columns, style)
    texts = LINE * len(label) + SMALL_LINE * len(note) + _PITCH - LINE
    return max(texts, sum(_strip_height(strip, columns, style) for strip in entry.strips)) + _PAD


def _strip_height(strip: Strip, columns: _Columns, style: Style) -> float:
    tag = wrapped(strip.tag, columns.tag, NOTE, style)
    most = max((len(lines) for lines in strip.said), default=1)
    return max(_PITCH, LINE * most + 0.8, SMALL_LINE * len(tag) + 1.0)


def _label_lines(entry: Entry, columns: _Columns, style: Style) -> tuple[list[str], list[str]]:
    label = wrapped(entry.label, columns.label, STRONG if entry.strong else LABEL, style)
    return label, wrapped(entry.note, columns.label, NOTE, style)


def _above(block: Block) -> float:
    return _HEAD if block.head or block.apart else 0.0


def _tops(blocks: Sequence[Block], heights: Sequence[Sequence[float]]) -> Iterator[float]:
    top = 0.0
    for number, (block, rows) in enumerate(zip(blocks, heights, strict=True)):
        opens_apart = number and block.apart and not blocks[number - 1].apart
        top += (_RULE if opens_apart else _GAP) if number else 0.0
        yield top
        top += _above(block) + sum(rows)


def _axis(blocks: Sequence[Block], kind: Kind, columns: _Columns, style: Style) -> tuple[Axis, bool]:
    strips = [strip for block in blocks for entry in block.entries for strip in entry.strips]
    extents = [extent for strip in strips for extent in kind.needs(strip, False, style)]  # noqa: FBT003 - first try
    axis = fit(extents, columns.left)
    if not (axis.is_short(extents) and any(extent.value < 0 for extent in extents)):
        return axis, False
    turned = [extent for strip in strips for extent in kind.needs(strip, True, style)]  # noqa: FBT003 - second try
    return fit(turned, columns.left), True


# Ink --------------------------------------------------------------------------------------


def _draw_head(sheet: Sheet, block: Block, top: float) -> None:
    words = sheet.style.words
    head = block.head
    if block.apart:
        head = (
            words.say("%(group)s: not for comparison", group=head)
            if head
            else words.say("not for comparison")
        )
        if top:
            rule = top - _RULE / 2
            sheet.line(
                (0.0, WIDTH), (rule, rule), color=sheet.style.neutral, linewidth=0.6, linestyle=(0, (1, 2))
            )
    if head:
        sheet.text((0.0, top + 2.2), head, HEAD, sheet.style.second)


def _draw_baseline(sheet: Sheet, axis: Axis, top: float, bottom: float, *, firm: bool) -> None:
    look = {"color": sheet.style.ink, "linewidth": 0.8}
    sheet.line(
        (axis.zero, axis.zero),
        (top, bottom),
        **(look if firm else {"color": sheet.style.neutral, "linewidth": 0.6, "zorder": 0.5}),
    )


def _draw_entries(
    sheet: Sheet, block: Block, heights: Sequence[float], top: float, columns: _Columns
) -> None:
    for entry, height in zip(block.entries, heights, strict=True):
        label, note = _label_lines(entry, columns, sheet.style)
        at = top + (height - LINE * len(label) - SMALL_LINE * len(note)) / 2 + LINE / 2
        for line in label:
            sheet.text((0.0, at), line, STRONG if entry.strong else LABEL)
            at += LINE
        for line in note:
            sheet.text((0.0, at - 0.2), line, NOTE, sheet.style.second)
            at += SMALL_LINE
        top += height


def _draw_ink(  # noqa: PLR0913, PLR0917 - a block, its places, and how its kind is drawn
    sheet: Sheet,
    block: Block,
    heights: Sequence[float],
    top: float,
    columns: _Columns,
    axis: Axis,
    flipped: bool,  # noqa: FBT001 - handed on
    kind: Kind,
) -> None:
    for entry, height in zip(block.entries, heights, strict=True):
        rows = [_strip_height(strip, columns, sheet.style) for strip in entry.strips]
        at = top + (height - sum(rows)) / 2
        for disputed, members in groupby(
            zip(entry.strips, rows, strict=True), key=lambda row: row[0].disputed
        ):
            first = at
            for strip, row in members:
                _draw_tag(sheet, strip, at + row / 2, columns)
                kind.ink(sheet, axis, strip, at + row / 2, flipped)
                at += row
            if disputed:
                _draw_bracket(sheet, columns.tag_at - 1.0, first + 0.8, at - 0.8)
        top += height


def _draw_tag(sheet: Sheet, strip: Strip, middle: float, columns: _Columns) -> None:
    lines = wrapped(strip.tag, columns.tag, NOTE, sheet.style)
    first = middle - SMALL_LINE * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        sheet.text((columns.tag_at, first + number * SMALL_LINE), line, NOTE, sheet.style.second)


def _draw_bracket(sheet: Sheet, at: float, top: float, bottom: float) -> None:
    sheet.line((at, at - 1.2, at - 1.2, at), (top, top, bottom, bottom), color=sheet.style.ink, linewidth=0.8)

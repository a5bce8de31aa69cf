"""How much of a brief stands on a single page or card, and what is left out first where it is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from brief.gist import small_words
from brief.language import Language, read_in
from brief.model import Anchor, Brief, Item, Position
from brief.pages.changes import Row
from brief.pages.cover import Cover
from brief.pages.excerpts import excerpt
from brief.pages.speech import ALONE, Stand, positions
from brief.words import Words


class Extent(Struct, frozen=True):
    """How many of each block there are: lines of the bottom line, key points, positions and so on."""

    lines: int
    points: int
    positions: int
    watched: int
    charts: int
    figures: int
    changes: int


# What there is room for at most.
SHEET = Extent(lines=3, points=7, positions=6, watched=3, charts=1, figures=1, changes=4)
CARD = Extent(lines=3, points=3, positions=0, watched=0, charts=0, figures=1, changes=0)

# The least important first: each block goes down to a number before the next is touched.
_ORDER: tuple[tuple[str, int], ...] = (
    ("charts", 0),
    ("positions", 3),
    ("watched", 1),
    ("changes", 2),
    ("points", 3),
    ("positions", 0),
    ("watched", 0),
    ("changes", 0),
    ("points", 1),
    ("figures", 0),
    ("points", 0),
    ("lines", 0),
)


def extents(most: Extent) -> Iterator[Extent]:
    """From all there is to the title alone, one block less each time."""
    yield most
    now = most
    for name, least in _ORDER:
        while getattr(now, name) > least:
            now = msgspec.structs.replace(now, **{name: getattr(now, name) - 1})
            yield now


class Digest(Struct, frozen=True):
    """The blocks of a brief that an extent leaves."""

    bottom_line: tuple[Item, ...]
    points: tuple[Item, ...]
    positions: tuple[Position, ...]
    watched: tuple[Item, ...]
    charts: int
    figure: bool
    changes: tuple[Row, ...] = ()

    @property
    def evidence(self) -> tuple[Anchor, ...]:
        """Every passage that its lines stand on."""
        told = (*self.bottom_line, *self.points, *self.watched)
        return (
            *(anchor for item in told for anchor in (*item.evidence, *item.contrary)),
            *(anchor for position in self.positions for anchor in position.evidence),
            *(
                anchor
                for row in self.changes
                for one in row.short
                for anchor in (*one.evidence, *one.contrary)
            ),
        )


def most(brief: Brief, cover: Cover, drawn: Sequence[object], room: Extent) -> Extent:
    """All that a brief has of what a format has room for."""
    return Extent(
        lines=min(len(cover.bottom_line), room.lines),
        points=min(len(cover.points), room.points),
        positions=min(len(positions(brief)), room.positions),
        watched=min(len(_watched(brief)), room.watched),
        charts=min(len(drawn), room.charts),
        figures=min(int(cover.figure is not None), room.figures),
        changes=min(len(cover.changed.foremost), room.changes) if cover.changed else 0,
    )


def digest(brief: Brief, cover: Cover, extent: Extent, words: Words) -> Digest:
    """What stands on a page of this extent; positions run from welcome to opposition."""
    stands = positions(brief)
    chosen = sorted(stands, key=lambda one: one.actors)[: extent.positions]
    return Digest(
        bottom_line=cover.bottom_line[: extent.lines],
        points=cover.points[: extent.points],
        positions=tuple(_named(one, words, read_in(brief.language)) for one in stands if one in chosen),
        watched=_watched(brief)[: extent.watched],
        charts=extent.charts,
        figure=extent.figures > 0,
        changes=cover.changed.foremost[: extent.changes] if cover.changed else (),
    )


def _named(stand: Stand, words: Words, language: Language) -> Position:
    """A position of all who take it, with what it is taken to, which else the words of its passage tell."""
    actors = words.say("list separator").join(words.word(actor) for _, actor in stand.actors)
    target = stand.position.target or excerpt(
        stand.position.evidence[0].text, 0, ALONE, small_words(language.code)
    )
    return msgspec.structs.replace(stand.position, actor=actors, target=target)


def _watched(brief: Brief) -> tuple[Item, ...]:
    return next((section.items for section in brief.sections if section.id == "indicators"), ())

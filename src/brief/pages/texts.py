"""The texts behind the brief as a screen shows them: line by line, every passage marked in its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, zip_longest

from msgspec import Struct, structs

from brief.annex import Annex, Passage, Place
from brief.model import Line, SourceEntry

_STOPS = re.compile(r"\A[^\w\s]+")
# What opens a heading in a plain text, and is no part of it.
_SIGNS = "# "


class Piece(Struct, frozen=True):
    """A run of a line within the same passages.

    `opens` are the numbers of the passages that begin with it, `within` of those it is a part of and
    that have other parts, `places` where the brief uses those that end with it, each with the number of
    the passage that is used there; `apart` tells that a blank follows.
    """

    text: str
    marked: bool = False
    opens: tuple[int, ...] = ()
    within: tuple[int, ...] = ()
    places: tuple[tuple[int, Place], ...] = ()
    apart: bool = False


class Row(Struct, frozen=True):
    """A line of a text; `after_gap` where lines before it are none of the article and left out."""

    pieces: tuple[Piece, ...]
    heading: bool = False
    after_gap: bool = False


class Text(Struct, frozen=True):
    """A source with its lines."""

    source: SourceEntry
    rows: tuple[Row, ...]


class _Stretch(Struct, frozen=True):
    """A line before it is cut: its span in the text of the source."""

    start: int
    end: int
    heading: bool = False
    removed: bool = False


class _Column:
    """The lines of a text in order, found by what stands on them."""

    def __init__(self, stretches: Iterable[_Stretch], text: str) -> None:
        self._text = text
        self.stretches = sorted(dict.fromkeys(stretches), key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self.stretches]
        # How far the lines reach up to each: those of a record that was edited may overlap.
        self._reach = list(accumulate((one.end for one in self.stretches), max))

    def under(self, passage: Passage) -> list[int]:
        """The numbers of the lines that a passage has words in."""
        first = bisect_right(self._reach, passage.anchor.start)
        last = bisect_left(self._starts, passage.anchor.end)
        return [at for at in range(first, last) if _meet(passage, self.stretches[at], self._text)]


def texts(found: Annex, kept: Mapping[str, str | None]) -> tuple[Text, ...]:
    """The texts that are in use, by number, and the copies of them that tell something otherwise.

    `kept` holds them by their places; of one that is not there, or not as it was read, the passages
    alone are shown.
    """
    told: dict[str, list[Passage]] = {}
    for passage in found.passages:
        told.setdefault(passage.anchor.source, []).append(passage)
    shown = [entry for entry in found.entries.values() if entry.status == "used" or entry.id in told]
    shown.sort(key=lambda entry: (entry.number is None, entry.number or 0))
    return tuple(
        Text(entry, tuple(_rows(entry, told.get(entry.id, ()), kept.get(entry.place) or "")))
        for entry in shown
    )


def scattered(shown: Iterable[Text]) -> list[int]:
    """The numbers of the passages that have more than one part, in order."""
    return sorted(
        {number for text in shown for row in text.rows for piece in row.pieces for number in piece.within}
    )


def _rows(entry: SourceEntry, passages: Sequence[Passage], text: str) -> Iterator[Row]:
    standing = [one for one in passages if _stands(one, text)]
    column = _column(entry, standing, text)
    parts = {one.number: column.under(one) for one in standing}
    on: dict[int, list[Passage]] = {}
    for one in standing:
        for at in parts[one.number]:
            on.setdefault(at, []).append(one)
    begun: set[int] = set()
    gap = False
    for at, stretch in enumerate(column.stretches):
        here = on.get(at, [])
        if stretch.removed and not here:
            gap = True
            continue
        last = {one.number for one in here if parts[one.number][-1] == at}
        pieces = _behind_stops(list(_pieces(stretch, text, here, last, begun)))
        yield Row(tuple(pieces), stretch.heading, gap)
        gap = False
    for one in passages:
        if one.number not in parts:
            yield Row((Piece(one.anchor.text, marked=True, opens=(one.number,), places=_used((one,))),))


def _stands(passage: Passage, text: str) -> bool:
    anchor = passage.anchor
    return bool(anchor.text.strip()) and text[anchor.start : anchor.end] == anchor.text and anchor.start >= 0


def _column(entry: SourceEntry, passages: Iterable[Passage], text: str) -> _Column:
    """The lines of the article and those left out, in order, and whatever passage stands on neither."""
    lines = [_Stretch(_headed(line, text), line.end, heading=line.heading) for line in entry.lines]
    lines += [_Stretch(line.start, line.end, removed=True) for line in entry.removed]
    lines = [line for line in lines if 0 <= line.start < line.end <= len(text)]
    column = _Column(lines, text)
    beside: list[_Stretch] = []
    for one in passages:
        if not column.under(one) and not any(_meet(one, line, text) for line in beside):
            beside.append(_Stretch(one.anchor.start, one.anchor.end))
    return _Column((*lines, *beside), text) if beside else column


def _headed(line: Line, text: str) -> int:
    """Where the words of a line begin: behind the signs that mark a heading in plain text."""
    told = text[line.start : line.end]
    return line.start + len(told) - len(told.lstrip(_SIGNS)) if line.heading else line.start


def _meet(passage: Passage, stretch: _Stretch, text: str) -> bool:
    """Whether a passage has words in a line."""
    start, end = max(passage.anchor.start, stretch.start), min(passage.anchor.end, stretch.end)
    return bool(text[start:end].strip())


def _pieces(
    stretch: _Stretch, whole: str, here: Sequence[Passage], last: set[int], begun: set[int]
) -> Iterator[Piece]:
    """A line cut wherever a passage begins or ends; blanks stand between the pieces, not in them."""
    cuts = {stretch.start, stretch.end}
    for one in here:
        end = min(one.anchor.end, stretch.end)
        # The stop behind it is a piece of its own, which what leads back stands behind.
        cuts |= {max(one.anchor.start, stretch.start), end, end + _stops(whole[end : stretch.end])}
    edges = sorted(cuts)
    runs = [run for run in pairwise(edges) if whole[run[0] : run[1]].strip()]
    for at, (start, end) in enumerate(runs):
        text = whole[start:end]
        within = [one for one in here if one.anchor.start <= start and end <= one.anchor.end]
        cut = tuple(one.number for one in within if _is_cut(one, text))
        # The mark itself is the target of the passage that is no longer than it.
        opens = tuple(
            sorted((one.number for one in within if one.number not in begun), key=lambda one: one in cut)
        )
        ended = [one for one in within if one.number in last and not _goes_on(one, runs[at + 1 :])]
        yield Piece(
            text,
            marked=bool(within),
            opens=opens,
            within=cut,
            places=_used(ended),
            apart=at + 1 < len(runs) and _blank(whole[end - 1 : runs[at + 1][0] + 1]),
        )
        begun.update(opens)


def _behind_stops(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, the places of each behind the stop that stands after it: no stop is torn from its words."""
    carried: tuple[tuple[int, Place], ...] = ()
    for piece, after in zip_longest(pieces, pieces[1:]):
        own = carried + piece.places
        stops = after is not None and not after.marked and not any(map(str.isalnum, after.text))
        carried = own if stops else ()
        yield structs.replace(piece, places=() if stops else own)


def _stops(text: str) -> int:
    """How many signs that are neither words nor blanks a text opens with."""
    return len(text) - len(_STOPS.sub("", text, count=1))


def _used(passages: Iterable[Passage]) -> tuple[tuple[int, Place], ...]:
    """Where the brief uses some passages, each place once."""
    found: dict[Place, int] = {}
    for one in passages:
        for place in one.places:
            found.setdefault(place, one.number)
    return tuple((number, place) for place, number in found.items())


def _blank(seam: str) -> bool:
    """Whether there is a blank where two pieces meet, whose last and first letters are `seam`."""
    return any(sign.isspace() for sign in seam)


def _goes_on(passage: Passage, runs: Iterable[tuple[int, int]]) -> bool:
    return any(start < passage.anchor.end for start, _ in runs)


def _is_cut(passage: Passage, part: str) -> bool:
    """Whether a piece is less than the words of a passage."""
    return part.strip() != passage.anchor.text.strip()

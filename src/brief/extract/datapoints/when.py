"""When a figure was so, and whether it lies ahead."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from brief.extract.datapoints import clauses
from brief.extract.datapoints.place import Place, Stand
from brief.model import Qualifier
from brief.periods import Mention

_LEADING = 60  # characters between the time that opens a sentence and the clause it dates
_NEAR = 40  # characters before a time in which it may be told to be a base of comparison


class Told(Struct, frozen=True):
    """A time, or a stretch that tells one which nothing settles; a `base` of comparison dates nothing."""

    start: int
    end: int
    time: Mention | None
    base: bool


class Row(Struct, frozen=True):
    """The times of a sentence, and where those begin that a figure of it has already."""

    told: tuple[Told, ...]
    taken: set[int]


def times(place: Place) -> tuple[Told, ...]:
    """The times of a sentence in their order, also those a change counts from («عن العام الماضي»)."""
    told = [(one.start, one.end, one) for one in place.times.mentions]
    loose = [(start, end, None) for start, end in place.times.unsettled]
    spans = sorted([*told, *loose], key=lambda one: one[0])
    return tuple(
        Told(start, end, time, _is_base(start, place) or _is_over(time)) for start, end, time in spans
    )


def _is_over(time: Mention | None) -> bool:
    """Whether a time only says until which year: «حتى عام 2022» is told of what went on before it."""
    return time is not None and time.until and not time.last and time.precision == "year"


def _is_base(start: int, place: Place) -> bool:
    leading = place.fold(max(0, start - _NEAR), start)
    return bool(place.words.base.search(leading) or place.words.since.search(leading))


def when(stand: Stand, place: Place, row: Row) -> tuple[Mention | None, bool]:
    """The time of a figure; the second is false where its clause tells a time that nothing settles.

    Of a row («5% في 2019 و6% في 2020») each figure has its own, which is then taken: the
    time before it that no other has, else the one after it; else what its clause tells; else
    the time that opens the sentence.
    """
    clause, figure, told, taken = stand.clause, stand.figure, row.told, row.taken
    own = [one for one in clauses.within(told, *clause) if not one.base]
    before = [one for one in clauses.within(own, stand.previous, figure.start) if one.start not in taken]
    after = clauses.within(own, figure.end, stand.following)
    free = [one for one in own if one.start not in taken]
    near = before[-1:] or list(after[:1]) or ([] if _left(stand, place) else _closest(free or own, stand))
    if near:
        taken.add(near[0].start)
        return near[0].time, near[0].time is not None
    if place.words.comparison.match(place.fold(*clause)):
        return None, True
    earlier = clauses.within(told, stand.previous, clause[0])
    leading = _leading(earlier, clause[0], place)
    return leading, leading is not None or not earlier


def _closest(told: Sequence[Told], stand: Stand) -> list[Told]:
    figure = stand.figure
    return sorted(told, key=lambda one: min(abs(one.start - figure.end), abs(figure.start - one.end)))[:1]


def _left(stand: Stand, place: Place) -> bool:
    """Whether a figure is what was left behind («من 8% إلى 5%»): a time told once is not its own."""
    leading = place.fold(stand.previous, stand.figure.start).split()[-2:]
    between = place.fold(stand.figure.end, stand.following).split()
    return (
        bool(leading) and leading[-1] in place.words.source and bool(between) and between[0] in place.words.to
    )


def _leading(told: Sequence[Told], start: int, place: Place) -> Mention | None:
    """The last time before a clause, unless it stands in a comparison."""
    near = [one for one in told if start - one.end < _LEADING]
    if not near or near[-1].base:
        return None
    home = clauses.around(near[-1].start, place.clauses)
    return None if place.words.comparison.match(place.fold(*home)) else near[-1].time


# What lies ahead ------------------------------------------------------------------------------


def qualifier(stand: Stand, time: Mention | None, place: Place) -> Qualifier | None:
    """What the source adds to a figure; that it lies ahead weighs more than all else."""
    ahead = bool(time and time.future) or _ahead(stand, time, place)
    return Qualifier.FORECAST if ahead else stand.figure.qualifier


def _ahead(stand: Stand, time: Mention | None, place: Place) -> bool:
    """Whether the last word before a figure that tells speaks of what is to come, not of what was.

    What is to come of the figure before is not of one of a time that is over.
    """
    start = stand.clause[0] if not stand.bare else stand.since
    leading = place.fold(min(start, stand.figure.start), stand.figure.start)
    cue = max((match.end() for match in place.words.forecast.finditer(leading)), default=-1)
    happened = max((match.start() for match in place.words.happened.finditer(leading)), default=-1)
    if cue >= 0:
        earlier = place.folded.position(min(start, stand.figure.start)) + cue <= place.folded.position(
            stand.previous
        )
        return cue > happened and not (earlier and time is not None and _past(time, place))
    after = place.fold(stand.figure.end, min(stand.clause[1], stand.following))
    return happened < 0 and place.words.forecast.search(after) is not None


def _past(time: Mention, place: Place) -> bool:
    """Whether a time was over when the article was written."""
    today, last = place.document.published, time.last or time.first
    return bool(today) and last[: len(today or "")] < (today or "")[: len(last)]

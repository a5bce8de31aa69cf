"""What two passages share only beneath a clause, or at two stages of one matter.

Other words of one speaker, what is told merely in a relative clause or behind «after …», what somebody
considers or threatens and what is done, what was asked for and what was settled, an act and how long
it lasts, what would have been.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brief import cues
from brief.same.aligned import Alignment
from brief.same.borne_out import agree
from brief.same.closer import Close, Figure, around

_PERSONS = ("&", "@person")
_MANY = 4  # words that both tell are an account
_BESIDE = 3  # places from a name to the post of who bears it
_MORE = 3  # things beside him that each passage tells
_OWN_WORDS = 2  # so many of them another passage shares where it tells the saying
_HEAD = 4  # how far from the head of a passage its verb lies
# How far from the words that both share a verb that tells until when it lasts.
_LASTING = 10
# Spans of time in days, and how far two of one thing may lie apart.
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_ROUNDED = 0.1
_NEAR = 10  # words around a span of time that tell of what it is


def worded_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one is somebody's quotation, and the other tells of him hardly a word of it."""
    told = met.told()
    return _shares_no_saying(one, [match.one for match in told]) or _shares_no_saying(
        other, [match.other for match in told]
    )


def only_speaker(one: Close, other: Close, met: Alignment) -> bool:
    """Whether all that both tell is who speaks: his name with his post beside it."""
    if not (one.says or other.says) or not any(match.key.startswith(_PERSONS) for match in met.matches):
        return False
    if min(len(close.told.units) for close in (one, other)) < len(met.matches) + _MORE:
        return False
    return all(
        after - before <= _BESIDE
        for places in ([match.one for match in met.matches], [match.other for match in met.matches])
        for before, after in pairwise(sorted(places))
    )


def _shares_no_saying(close: Close, places: list[int]) -> bool:
    spans = close.saying
    return bool(spans) and sum(first <= at <= last for at in places for first, last in spans) < _OWN_WORDS


def beneath(one: Close, other: Close, met: Alignment) -> bool:
    """Whether what they share stands in one of them merely beneath a clause that tells something else."""
    told = met.told()
    return bool(told) and (
        _is_beneath(one, [match.one for match in told], met)
        or _is_beneath(other, [match.other for match in told], met)
    )


def _is_beneath(close: Close, places: list[int], met: Alignment) -> bool:
    """Whether all lies in a clause of place or time, or in one that says of a thing what it is known for.

    Of the latter a figure and many words are an account of what was done.
    """
    clauses = [*close.spans("circumstance")]
    if len(places) < _MANY and not any(match.key[0] == "#" for match in met.matches):
        clauses += _relatives(close)
    return any(all(first <= place <= last for place in places) for first, last in clauses)


def _relatives(close: Close) -> Iterator[tuple[int, int]]:
    """The clauses that say what a thing is known for, with the word before them that names it."""
    kind = cues.expression(close.language, "sameness", "closer", "kind")
    relative = cues.expression(close.language, "sameness", "closer", "relative")
    for match in relative.finditer(close.folded):
        if kind.search(close.folded, 0, match.start()) is None:
            yield max(0, close.at(match.start()) - 1), close.at(match.end() - 1)


def behind(one: Close, other: Close, met: Alignment) -> bool:
    """Whether the act that the head of one tells is in the other what its own act came after."""
    return _came_after(one, [(match.one, match.other) for match in met.told()]) or _came_after(
        other, [(match.other, match.one) for match in met.told()]
    )


def _came_after(close: Close, places: list[tuple[int, int]]) -> bool:
    """Whether the first word behind «after» is the verb at the head of the other, and the own head is not."""
    own = min((unit.place for unit in close.told.units), default=0)
    if any(place == own for place, _ in places):
        return False
    for first, last in close.spans("after"):
        if any(place == first and head < _HEAD for place, head in places):
            return sum(first <= place <= last for place, _ in places) * 2 > len(places)
    return False


def considered(one: Close, other: Close, met: Alignment) -> bool:
    """Whether somebody considers it or threatens with it in one, and it is done in the other."""
    return _at_two_stages(one, other, met, ("weighs", "does"))


def asked_and_settled(one: Close, other: Close, met: Alignment) -> bool:
    """Whether somebody asks for it in one, and it is agreed or decided in the other."""
    return _at_two_stages(one, other, met, ("asks", "settles"))


def _at_two_stages(one: Close, other: Close, met: Alignment, stages: tuple[str, str]) -> bool:
    """Whether each tells one of two stages of what both share, and not the other."""
    if not all(any(map(close.tells, stages)) for close in (one, other)):  # most tell neither
        return False
    here, there = (
        [close.tells_in(around(window), stage) for stage in stages]
        for close, window in ((one, met.span()), (other, met.span(other=True)))
    )
    return sorted((here, there)) == [[False, True], [True, False]]


def lasting(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them tells until when it lasts, and so nothing of the act."""
    here, there = around(met.span(), _LASTING), around(met.span(other=True), _LASTING)
    return (one.tells_in(here, "lasts") and not other.tells("lasts")) or (
        other.tells_in(there, "lasts") and not one.tells("lasts")
    )


def unreal(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them tells what would have been."""
    return one.tells("unreal") != other.tells("unreal")


def contented(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one says that somebody did no more than call for something, and the other tells more."""
    return (one.tells("no_more") and not other.tells("calls")) or (
        other.tells("no_more") and not one.tells("calls")
    )


def timed_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether both tell for how long one thing is, and the spans differ: «for two years», «18 months»."""
    mine, theirs = _durations(one), _durations(other)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (a,), (b,) = mine, theirs
    if agree(a, b) or not _keys_near(one, a.place) & _keys_near(other, b.place):
        return False
    days, others = (figure.low * _DAYS[figure.base] for figure in (a, b))
    return abs(days - others) > _ROUNDED * max(days, others)


def _durations(close: Close) -> list[Figure]:
    """The spans of time that a passage says something is for."""
    places = {last for _, last in close.spans("durations")}
    return [
        figure
        for figure in close.figures
        if figure.base in _DAYS and any(abs(figure.place - place) <= 1 for place in places)
    ]


def _keys_near(close: Close, place: int) -> set[str]:
    return {
        key
        for unit in close.told.units
        if abs(unit.place - place) <= _NEAR
        for key in unit.keys
        if key[0] not in "#@&"
    }

"""What keeps two passages apart that seem to tell one claim.

Asked of few pairs, so each passage is read closely: the same figure in another role, another
figure of one thing, another day, sure and unsure, doubt, a verdict on what others
report, one of two who are both meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from brief.same.aligned import Alignment
from brief.same.asides import conditioned, described, only_timed, placed
from brief.same.beneath import (
    asked_and_settled,
    behind,
    beneath,
    considered,
    contented,
    lasting,
    only_speaker,
    timed_otherwise,
    unreal,
    worded_otherwise,
)
from brief.same.borne_out import agree, of_one_unit
from brief.same.closer import Close, Crowd, Figure, around
from brief.same.nouns import scattered
from brief.same.passing import (
    exceeded,
    figured_otherwise,
    hearsay,
    in_front,
    of_other_units,
    one_phrase,
)
from brief.same.stages import (
    at_first,
    called_off,
    guessed,
    habitual,
    occasion,
    struck,
    to_come,
    unchanged,
    unclear,
    undone,
)

# What keeps two accounts of one act apart from one another, though not from the act: readers find both
# under one line, told as differing.
OTHERWISE = frozenset(
    {"counted", "measured", "dated", "conditional", "cleft", "unclear", "called off", "at first", "undone"}
)
TOGETHER = OTHERWISE | {""}
NOTHING = "nothing is told in both"
_REJECTED = 12  # how far from the words that both share the verdict on them stands
_BESIDE = 2  # words between a place in a row and what stands there


def apart(one: Close, other: Close, met: Alignment) -> str:
    """The reason why two passages do not tell the same claim; empty where none is seen."""
    for name, asked in _ASKED:
        if asked(one, other, met):
            return name
    return ""


def _of_one(one: Figure, other: Figure) -> bool:
    """Whether two figures count one thing."""
    return of_one_unit(one, other) and bool(one.nouns & other.nouns)


def crowded_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one counts a thing by hundreds, and the other by thousands or by a figure beyond that."""
    return bool(one.crowds and _outnumbered(one, other)) or bool(other.crowds and _outnumbered(other, one))


def _outnumbered(one: Close, other: Close) -> bool:
    """Whether a crowd of the first is told in the second, and every time as a number of another order."""
    return any(
        bool(told := [rival for rival in _numbers(other) if rival.nouns & crowd.nouns])
        and not any(crowd.low <= rival.high and rival.low <= crowd.high for rival in told)
        for crowd in one.crowds
    )


def _numbers(close: Close) -> list[Crowd]:
    """All that a passage counts by number or order."""
    counted = [figure for figure in close.figures if figure.base in ("count", "persons")]
    return [*close.crowds, *(Crowd(figure.low, figure.high, figure.nouns) for figure in counted)]


def counted_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether both count one thing, and each has a figure of it that the other lacks."""
    if not one.figures or not other.figures:
        return False
    mine, theirs = (
        [figure for figure in close.figures if figure.unit != "ordinal"] for close in (one, other)
    )
    return any(
        _of_one(a, b) and not any(agree(a, c) for c in theirs) and not any(agree(b, c) for c in mine)
        for a in mine
        for b in theirs
    )


def measured_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether each has one figure of a unit beside what both share, and they differ."""
    if not one.figures or not other.figures:
        return False
    mine, theirs = _beside(one, met.span()), _beside(other, met.span(other=True))
    kinds = {_kind(figure) for figure in mine} & {_kind(figure) for figure in theirs} - {"count", "ordinal"}
    if not kinds or any(agree(a, b) for a in one.figures for b in other.figures):
        return False
    return any(
        all(sum(_kind(figure) == kind for figure in close.figures) == 1 for close in (one, other))
        for kind in kinds
    )


def _kind(figure: Figure) -> str:
    """What a figure measures; a bare number may count persons."""
    return "persons" if figure.base == "count" and not figure.nouns else figure.base


def _beside(close: Close, window: range) -> list[Figure]:
    return [figure for figure in close.figures if figure.place in around(window)]


def turned(one: Close, other: Close, met: Alignment) -> bool:
    """Whether a figure that both tell is the old one here and the new one there.

    Or only old figures are told in both, and what became of them in one.
    """
    shared = [(a, b) for a in one.figures for b in other.figures if agree(a, b)]
    if not shared:
        return False
    roles = [{a.role, b.role} for a, b in shared]
    if {"old", "new"} in roles or {"ago", ""} in roles:
        return True
    return _changed(one, [a for a, _ in shared]) or _changed(other, [b for _, b in shared])


def _changed(close: Close, shared: list[Figure]) -> bool:
    """Whether all shared figures are what was, and a figure of that unit tells what became of it."""
    units = {figure.base for figure in shared}
    return all(figure.role == "old" for figure in shared) and any(
        figure.role != "old" and figure.base in units for figure in close.figures
    )


def dated_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether both name days beside what they share, and none in common.

    Where one names the date and the other the weekday, the weekdays are compared.
    """
    here, there = met.span(), met.span(other=True)
    mine, theirs = _beside_it(one.days, here), _beside_it(other.days, there)
    if mine and theirs:
        return not mine & theirs
    weekday, other_weekday = _beside_it(one.weekdays, here), _beside_it(other.weekdays, there)
    return bool(weekday and other_weekday) and not weekday & other_weekday


_Day = TypeVar("_Day", str, int)


def _beside_it(days: Iterable[tuple[int, _Day]], window: range) -> set[_Day]:
    return {day for place, day in days if place in around(window)}


def ahead_and_done(one: Close, other: Close, met: Alignment) -> bool:
    """Whether it lies ahead in one and is over, by its date, in the other."""
    if not one.ahead and not other.ahead:
        return False
    here, there = met.span(), met.span(other=True)
    if {day for _, day in one.days} & {day for _, day in other.days}:
        return False
    return (_over(one, here) and _ahead(other, there)) or (_over(other, there) and _ahead(one, here))


def _over(close: Close, window: range) -> bool:
    days = [place for place, _ in close.days]
    return _any((*close.past, *days), window) and not _any(close.ahead, window)


def _ahead(close: Close, window: range) -> bool:
    return _any(close.ahead, window) and not _any(close.past, window)


def _any(places: Iterable[int], window: range) -> bool:
    return any(place in around(window) for place in places)


def doubted(one: Close, other: Close, met: Alignment) -> bool:
    """Whether somebody holds it to be untrue in one, and nobody says no to it in the other."""
    return (one.doubted and not _objects(other, {match.other for match in met.matches})) or (
        other.doubted and not _objects(one, {match.one for match in met.matches})
    )


def _objects(close: Close, shared: set[int]) -> bool:
    """Whether a passage says no to what it shares, or rejects anything."""
    return _says_no(close, shared) or close.rejects()


def rejected(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one says of what both share that it has no ground, and the other does not say no to it."""
    here, there = met.span(), met.span(other=True)
    return (_rejects(one, here) and not _says_no(other, {match.other for match in met.matches})) or (
        _rejects(other, there) and not _says_no(one, {match.one for match in met.matches})
    )


def _rejects(close: Close, window: range) -> bool:
    return any(place in around(window, _REJECTED) for place in close.rejected)


def _says_no(close: Close, shared: set[int]) -> bool:
    """Whether a passage doubts or denies, or turns a word that both share round."""
    return close.doubted or bool(close.rejected) or not close.negated.isdisjoint(shared)


def negated(one: Close, other: Close, met: Alignment) -> bool:
    """Whether a word that both share is turned round in one of them only."""
    if not one.negated and not other.negated:
        return False
    return any(
        (match.one in one.negated) != (match.other in other.negated)
        for match in met.matches
        if match.key[0] not in "@&#" and match.one not in one.prevented and match.other not in other.prevented
    )


def conditional(one: Close, other: Close, met: Alignment) -> bool:
    """Whether it may be so, or in one case only, here, and is sure there."""
    if not one.unsure and not other.unsure:
        return False
    here, there = met.span(), met.span(other=True)
    return (_unsure(one, here) and _sure(other, there)) or (_unsure(other, there) and _sure(one, here))


def _unsure(close: Close, window: range) -> bool:
    return _any(close.unsure, window) and not _any(close.sure, window)


def _sure(close: Close, window: range) -> bool:
    return _any((*close.sure, *close.futures), window) and not _any(close.unsure, window)


def judged(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one passes a verdict on what the other reports."""
    return one.judged != other.judged


def singled_out(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one says that it was this one and nobody else."""
    return one.cleft != other.cleft


def halved(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one of two who are both meant is missing in the other passage."""
    if not one.both and not other.both:
        return False
    return any(
        bool({key for place, key in mine.both if place in window} - {name.key for name in theirs.told.names})
        for mine, theirs, window in ((one, other, met.span()), (other, one, met.span(other=True)))
    )


def taken_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one tells how somebody takes it and the other does not."""
    return bool((one.opens and one.opens - other.meets()) or (other.opens and other.opens - one.meets()))


def ranked(one: Close, other: Close, met: Alignment) -> bool:
    """Whether beside a word that both share each tells a place in a row, and not the same."""
    if not one.figures or not other.figures:
        return False
    mine = _ranks(one, [match.one for match in met.matches])
    theirs = _ranks(other, [match.other for match in met.matches])
    return bool(mine and theirs) and not mine & theirs


def _ranks(close: Close, places: Sequence[int]) -> set[float]:
    return {
        figure.low
        for figure in close.figures
        if figure.unit == "ordinal" and any(abs(figure.place - place) <= _BESIDE for place in places)
    }


_ASKED = (
    ("hearsay", hearsay),
    ("phrase", one_phrase),
    ("front", in_front),
    ("asked", asked_and_settled),
    ("worded", worded_otherwise),
    ("speaker", only_speaker),
    ("beneath", beneath),
    ("condition", conditioned),
    ("place", placed),
    ("described", described),
    ("timed", only_timed),
    ("behind", behind),
    ("considered", considered),
    ("lasting", lasting),
    ("unreal", unreal),
    ("contented", contented),
    ("exceeded", exceeded),
    ("units", of_other_units),
    ("guessed", guessed),
    ("habitual", habitual),
    ("undone", undone),
    ("called off", called_off),
    ("at first", at_first),
    ("nouns", scattered),
    ("struck", struck),
    ("unchanged", unchanged),
    ("occasion", occasion),
    ("to come", to_come),
    ("turned", turned),
    ("counted", counted_otherwise),
    ("counted", crowded_otherwise),
    ("measured", measured_otherwise),
    ("measured", timed_otherwise),
    ("ranked", ranked),
    ("dated", dated_otherwise),
    ("ahead", ahead_and_done),
    ("doubted", doubted),
    ("doubted", rejected),
    ("negated", negated),
    ("unclear", unclear),
    ("conditional", conditional),
    ("judged", judged),
    ("cleft", singled_out),
    ("halved", halved),
    ("attitude", taken_otherwise),
    ("figures", figured_otherwise),
)

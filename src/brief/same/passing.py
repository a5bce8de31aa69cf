"""What two passages share only in passing: they name one thing, and neither tells what the other does.

One phrase, what stands before the «so» of «as for …, so …», a sum that is passed here and never
there, other figures throughout, hearsay.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from brief import cues
from brief.same.aligned import NAMES, Alignment
from brief.same.borne_out import agree, agreeing
from brief.same.closer import TIMES, Close

# A name that weighs as much is more than a word of the topic.
_TELLING_NAME = 1.0
_MORE = 3  # things beside a phrase that each passage tells
_FORMS = frozenset("@&#%~^")
_BEFORE = 12  # words before a sum from which on a verb may pass it
# Of so many figures each no two agree: two days. With so many of one unit a passage is an account.
_FIGURES, _OF_ONE_UNIT = 2, 3
_NO_ACCOUNT = frozenset({*TIMES, "count", "persons", "ordinal"})


def hearsay(one: Close, other: Close, met: Alignment) -> bool:
    """Whether only one of them opens with what «they say», whoever they are."""
    return one.tells("hearsay") != other.tells("hearsay")


def one_phrase(one: Close, other: Close, met: Alignment) -> bool:
    """Whether all that both tell is one phrase in one form, the name of a thing and of no act.

    The noun of an act («freezing …») beside somebody whom both name is more; so is a word in another form.
    """
    stems = {match.key: (match.one, match.other) for match in met.matches if match.key[0] not in _FORMS}
    names = [match.weight for match in met.matches if match.key[0] in NAMES]
    if any(_is_form(match.key, stems) for match in met.matches) or agreeing(one, other):
        return False
    acts = cues.expression(one.language, "sameness", "closer", "acts")
    if max(names, default=0.0) >= _TELLING_NAME or (names and any(map(acts.fullmatch, stems))):
        return False
    if min(len(close.told.units) for close in (one, other)) < len(stems) + _MORE:
        return False
    inside = range(*(edge(place for place, _ in stems.values()) for edge in (min, max))) if stems else ()
    named = {(one.one, one.other) for one in met.matches if one.key[0] in NAMES and one.one in inside}
    return all(
        abs(after[0] - before[0]) == abs(after[1] - before[1]) == 1
        for before, after in pairwise(sorted({*stems.values(), *named}))
    )


def _is_form(key: str, stems: Container[str]) -> bool:
    """Whether a match is a figure, or another form or synonym of a word that is not matched itself."""
    return key[0] == "#" or (key[0] in "%~" and key[1:] not in stems)


def in_front(one: Close, other: Close, met: Alignment) -> bool:
    """Whether what they share is only whom or what one of them turns to, before it tells of it."""
    told = met.told()
    return any(all(match.one <= end for match in told) for _, end in one.spans("front")) or any(
        all(match.other <= end for match in told) for _, end in other.spans("front")
    )


def exceeded(one: Close, other: Close, met: Alignment) -> bool:
    """Whether a sum that both tell is passed in one of them, and not passed in the other."""
    return any(
        bool(mine and theirs) and mine.isdisjoint(theirs)
        for a in one.telling
        for b in other.telling
        if agree(a, b)
        for mine, theirs in [(_passes(one, a.place), _passes(other, b.place))]
    )


def _passes(close: Close, figure: int) -> frozenset[str]:
    """How the verb before a figure stands to it, where it is one of passing."""
    denied = {last for _, last in close.spans("unpassed")}
    return frozenset(
        "not passed" if place in denied else "passed"
        for _, place in close.spans("passes")
        if figure - _BEFORE <= place < figure
    )


def figured_otherwise(one: Close, other: Close, met: Alignment) -> bool:
    """Whether both tell several figures, of one unit some, and no two agree: prices of two days."""
    fewest, most = sorted((len(one.telling), len(other.telling)))
    if not fewest or fewest + most < 2 * _FIGURES or agreeing(one, other):
        return False
    return bool({figure.base for figure in one.telling} & {figure.base for figure in other.telling})


def of_other_units(one: Close, other: Close, met: Alignment) -> bool:
    """Whether one is an account in a unit of which the other tells nothing."""
    if agreeing(one, other) >= _FIGURES:
        return False
    return _is_account(one, other) or _is_account(other, one)


def _is_account(close: Close, other: Close) -> bool:
    return bool(other.bases) and any(
        number >= _OF_ONE_UNIT and base not in other.bases and base not in _NO_ACCOUNT
        for base, number in close.bases.items()
    )

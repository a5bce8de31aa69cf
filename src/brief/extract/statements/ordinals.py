"""«The first … the second»: members of a pair or a list that a clause counts without naming them."""

from __future__ import annotations

import re

from brief import cues
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.times import times
from brief.language import View, view

_TWO = 2


def counts_unnamed(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause counts members of something that it does not name before them."""
    seen = view(around.document.text[start:end])
    return (
        _is_pair(around, start, seen)
        or _is_of_two(around, start, seen)
        or _is_item(around, seen.text)
        or _is_of_a_month(around, start, seen)
    )


def _is_of_a_month(around: Surroundings, start: int, seen: View) -> bool:
    """Whether a day is one «of it», and no month is named before."""
    text = around.document.text
    places = (_place(start, seen, found) for found in _found(around, "day_of_it", seen.text))
    return any(not times(text[start:place], around.language) for place in places)


def _is_pair(around: Surroundings, start: int, seen: View) -> bool:
    """Whether «the first» and «the second» stand for two that the words before them do not name."""
    first = next(iter(_found(around, "the_first", seen.text)), None)
    return (
        first is not None
        and bool(_found(around, "the_second", seen.text[first.end() :]))
        and not _are_two(around, start, seen, first)
    )


def _is_of_two(around: Surroundings, start: int, seen: View) -> bool:
    """Whether «the two of them» are told of, or act, and nothing before that may be two."""
    return any(
        not _are_two(around, start, seen, found)
        and not any(one.start() for one in _found(around, "joined", seen.text[: found.start()]))
        for found in _found(around, "of_the_two", seen.text)
    )


def _are_two(around: Surroundings, start: int, seen: View, found: re.Match[str]) -> bool:
    """Whether the words before a match name two, or speak of so many."""
    named = around.named_between(start, _place(start, seen, found))
    return len(named) >= _TWO or bool(_found(around, "two_of_them", seen.text[: found.start()]))


def _place(start: int, seen: View, found: re.Match[str]) -> int:
    return start + seen.span(found.start(), found.start() + 1)[0]


def _is_item(around: Surroundings, key: str) -> bool:
    """Whether an item of a list is told by its number, and no list before it."""
    return any(
        not _found(around, "a_list", key[: found.start()]) for found in _found(around, "numbered_item", key)
    )


def _found(around: Surroundings, name: str, key: str) -> list[re.Match[str]]:
    return list(cues.expression(around.language, "statements", name).finditer(key))

"""The sentence before that of a passage, in its paragraph, and whom it puts first or names alone."""

from __future__ import annotations

from collections.abc import Iterator

from brief import subjects
from brief.speakers.places import Context, Reading, lines_before, number_at
from brief.speakers.turns import put_first
from brief.subjects import Actor, Line


def first_before(reading: Reading, place: Context) -> Actor | None:
    """Whom «as for» at the head of the sentence before puts first."""
    line = line_before(reading, place)
    return put_first(reading, line) if line else None


def alone_before(reading: Reading, place: Context) -> Actor | None:
    """The one person of the sentence before, in its paragraph, where whose view is told is not said."""
    line = line_before(reading, place)
    people = {one.key: one for one in _free(reading, line) if one.kind == "person"} if line else {}
    return next(iter(people.values())) if len(people) == 1 else None


def _free(reading: Reading, line: Line) -> Iterator[Actor]:
    return subjects.standing(line, 0, len(line.tokens), reading.language)


def line_before(reading: Reading, place: Context) -> Line | None:
    """The sentence before that of a passage, where it is of the same paragraph."""
    before = lines_before(reading, number_at(reading, place.passage.start), 1)
    return next((line for _, line in before), None)

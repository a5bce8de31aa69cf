"""A state's figure does not stand among those of its towns and provinces: it is their whole."""

from __future__ import annotations

from msgspec import structs

from brief import names
from brief.figures.cells import Group
from brief.language import Language

_ROW = 3  # parties that are no states make a row of parts


def without_wholes(group: Group, language: Language) -> Group:
    """The group without the figures of states, for each time for which enough others are told."""
    states = {one.subject for one in group.parties() if _is_state(one.subject, language)}
    parts: dict[str | None, int] = {}
    for one, period in group.cells:
        parts[period] = parts.get(period, 0) + (bool(one.subject) and one.subject not in states)
    kept = {
        cell: told
        for cell, told in group.cells.items()
        if cell[0].subject not in states or parts[cell[1]] < _ROW
    }
    return structs.replace(group, cells=kept)


def _is_state(subject: str, language: Language) -> bool:
    found = names.find(subject, language) if subject else ()
    return any(name.kind == "country" and name.label == subject for name in found)

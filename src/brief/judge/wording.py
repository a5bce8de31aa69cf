"""What a person writes into the blanks of a form, as the plain form of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from brief.errors import Remark
from brief.judge import sheet
from brief.judge.answers import MOST_WEIGHT
from brief.judge.blanks import Fault, Field
from brief.judge.forms import FACETS, KINDS, NONE, RELATIONS, STANCES

# What a keyboard or an editor makes of a hyphen.
_NOTHING = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", NONE}
_COMMAS = re.compile("[,;\u060c\u061b]")
_FACETS = re.compile(r"([^\s/]+)(?:\s*/\s*([^\s/]+))?(?:\s+(\S+))?")
_POINTED = re.compile(r"\d{1,3}(?:[.,\u066b]\d{1,6})?")
_SAME, *_POINTS = RELATIONS
Plain = Mapping[str, Any]


def facets(value: str) -> Plain | None:
    """One or two facets and how sure they are, such as `motives/context 0.8`."""
    found = _FACETS.fullmatch(NONE if value in _NOTHING else value)
    if not found or found[1] not in FACETS or found[2] not in {None, *FACETS}:
        return None
    sure = _number(found[3], 1) if found[3] else None
    if found[3] and sure is None:
        return None
    told = {"facet": found[1], "or": found[2], "sure": sure}
    return {name: one for name, one in told.items() if one is not None}


def weight(value: str) -> Plain | None:
    """A weight from 0 to 3."""
    number = _number(value, MOST_WEIGHT)
    return None if number is None else {"weight": number}


def _number(text: str, most: float) -> float | None:
    """A number from 0 to `most` in whatever digits, its point a point or a comma."""
    number = float(re.sub("[,\u066b]", ".", text)) if _POINTED.fullmatch(text) else None
    return number if number is not None and number <= most else None


def article(value: str) -> Plain | None:
    """Yes or no."""
    return {"article": value == "yes"} if value in {"yes", "no"} else None


def speaker(value: str) -> Plain | None:
    """The number of a candidate, 0 for nobody."""
    number = 0 if value in _NOTHING else _count(value)
    return None if number is None else {"candidate": number}


def stance(value: str) -> Plain | None:
    """A stance, or none."""
    said = NONE if value in _NOTHING else value
    return {"stance": said} if said in STANCES else None


def differ(value: str) -> Plain | None:
    """A kind of disagreement, or none."""
    said = NONE if value in _NOTHING else value
    return {"kind": said} if said in KINDS else None


def _count(text: str) -> int | None:
    """A number of few digits, of whatever script."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else None


# How each blank is read that holds an answer by itself.
READERS: Mapping[str, Callable[[str], Plain | None]] = {
    sheet.TELLS: facets,
    sheet.WEIGHT: weight,
    sheet.ARTICLE: article,
    sheet.SPEAKER: speaker,
    sheet.STANCE: stance,
    sheet.DIFFER: differ,
}


class Named(Struct, frozen=True):
    """How a statement stands to the one of a `number` of the form, by the form's `line`."""

    line: int
    number: int
    relation: str


def named(fields: Iterable[Field]) -> tuple[list[Named], list[Fault]]:
    """The relations that blanks name, such as `7, 19` or `7 number, 14 date`, and the blanks that name none.

    Of a blank that cannot be read, or names again what another names, nothing counts.
    """
    found: dict[int, Named] = {}
    faults = []
    for field in fields:
        told = {one.number: one for part in _parts(field) if (one := _relation(field, part))}
        if len(told) < len(_parts(field)) or told.keys() & found.keys():
            faults.append(unfit(field))
        else:
            found |= told
    return list(found.values()), faults


def _parts(field: Field) -> list[str]:
    """What stands between commas; where numbers stand alone, between blanks too."""
    if field.value in _NOTHING:
        return []
    parts = _COMMAS.split(field.value)
    if field.label == sheet.SAME:
        parts = " ".join(parts).split()
    return [part.strip() for part in parts if part.strip()]


def _relation(field: Field, part: str) -> Named | None:
    number, _, point = part.partition(" ")
    count, same = _count(number), field.label == sheet.SAME
    if count is None or (point if same else point not in _POINTS):
        return None
    return Named(field.line, count, _SAME if same else point)


def unfit(field: Field) -> Fault:
    """What is written into a blank and is no answer to it."""
    why = Remark("%(label)s: %(value)s is no answer to it", label=field.label, value=field.value[:40])
    return Fault(field.line, why)

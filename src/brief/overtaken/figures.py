"""A figure that a later source tells anew beside the one of before: «28, not the 40 that were announced»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from brief import cues, quantities
from brief.language import Language, table, view
from brief.quantities import Quantity
from brief.rivals import COUNTED

_NUMBER = re.compile(r"(?<![\d.,٫])\d+(?:[.,٫]\d+)?(?![\d:])")
# The two figures stand within so many characters of each other.
_NEAR = 80
_PART = re.compile(r"[.؛!؟](?!\d)")
# How a figure is told to be the one of before: the names of the groups of `before`.
_FROM, _INSTEAD, _FORMER, _NOT = "from", "instead", "former", "not"
_YEARS = (Decimal(1900), Decimal(2100))


class Revision(Struct, frozen=True):
    """The figure of before and that of now in a text; the number of the second is `text[start:end]`.

    `unit` is that of either. `said` tells that the words correct what was announced, estimated or planned,
    so that nobody may go on telling it: that a thing has changed makes no past act untrue. Where they
    `dispute` the one of before, nothing says whose it was. `key` is its first number as it is written.
    """

    was: Decimal
    new: Decimal
    unit: str
    start: int
    end: int
    said: bool
    dispute: bool
    key: str


class _Figure(Struct, frozen=True):
    """A number in folded words, with its unit; `scale` is what the word behind it multiplies it by.

    It is `bare` where nothing behind it says what it counts.
    """

    start: int
    end: int
    face: Decimal
    scale: Decimal | None
    unit: str
    bare: bool

    def value(self, other: _Figure) -> Decimal:
        """The number in full; one without a scale («from 4.6 to 5 billion») has that of the other."""
        return self.face * (self.scale or (other.scale if self.bare else None) or 1)


def fits(one: str, other: str) -> bool:
    """Whether two figures may be of one unit: what is only counted may be of any."""
    return one == other or one in COUNTED or other in COUNTED


def revisions(text: str, language: Language) -> tuple[Revision, ...]:
    """The figures that a text tells anew, each with the one that it replaces."""
    seen = view(text)
    before = cues.expression(language, "overtaken", "figures", "before")
    places = [_place(found) for found in before.finditer(seen.text)]
    if not places:
        return ()
    figures = _figures(text, language)
    said = cues.expression(language, "overtaken", "figures", "said").search(seen.text) is not None
    planned = cues.expression(language, "overtaken", "figures", "planned")
    told = list[Revision]()
    for name, at in places:
        if pair := _revision(name, at, figures, seen.text):
            was, new = pair
            said_so = said or (name == _INSTEAD and planned.search(seen.text, 0, new.start) is not None)
            unit = new.unit if was.unit in COUNTED else was.unit
            start, end = seen.span(new.start, new.end)
            told.append(
                Revision(
                    was=was.value(new),
                    new=new.value(was),
                    unit=unit,
                    start=start,
                    end=end,
                    said=said_so,
                    dispute=name == _NOT and not said_so,
                    key=re.split(r"\W", seen.text[was.start : was.end])[0],
                )
            )
    return tuple(told)


def differences(text: str, language: Language) -> tuple[Revision, ...]:
    """The figures that a text tells as so much more or less than the one of before, which it leaves unsaid.

    «1.39 billion, 50 million above the first estimate» tells 1.34 as the figure of before. Whichever figure
    stands before the difference may be the one of now.
    """
    seen = view(text)
    apart = cues.expression(language, "overtaken", "figures", "difference")
    found = [*apart.finditer(seen.text)]
    figures = _figures(text, language) if found else []
    return tuple(one for match in found for one in _differing(match, figures, text, language))


def _differing(
    match: re.Match[str], figures: list[_Figure], text: str, language: Language
) -> Iterator[Revision]:
    seen = view(text)
    name = next(name for name in ("more", "less") if match[name])
    by = next((one for one in figures if one.start == match.start(name)), None)
    said = cues.expression(language, "overtaken", "figures", "first").search(match[0]) is not None
    for new in figures if by is not None else ():
        if by is None or new.end > by.start or _PART.search(seen.text, new.end, by.start):
            continue
        change = by.value(new)
        was = new.value(by) - (change if name == "more" else -change)
        if was > 0 and _is_measured_alike(by, new):
            start, end = seen.span(new.start, new.end)
            yield Revision(was, new.value(by), new.unit, start, end, said, dispute=False, key=match[name])


def _is_measured_alike(by: _Figure, new: _Figure) -> bool:
    """Whether a difference may be one of a figure: a share is one of shares alone."""
    return fits(by.unit, new.unit) and (by.unit == "percent") == (new.unit == "percent")


def _place(found: re.Match[str]) -> tuple[str, int]:
    """By which of the ways a figure is told to be of before, and where it begins."""
    return next((name, place) for name in found.re.groupindex if (place := found.start(name)) >= 0)


def _revision(name: str, at: int, figures: list[_Figure], key: str) -> tuple[_Figure, _Figure] | None:
    """The figure of before that begins at a place and the one of now: right behind it, or before it.

    Of those before it the last counts that is told on the same scale, in the same sentence.
    """
    was = next((one for one in figures if one.start == at), None)
    if was is None:
        return None
    if name == _FROM:
        others = [one for one in figures if was.end <= one.start <= was.end + _NEAR][:1]
    else:
        far = name == _FORMER
        others = [one for one in figures if one.end <= at and (far or at - one.end <= _NEAR)]
        others = [one for one in others if not _PART.search(key, one.end, at)]
        others = [one for one in others if fits(one.unit, was.unit)]
        alike = [one for one in others if one.scale == was.scale]
        others = alike[-1:] or others[-1:]
    if not others or not fits(others[0].unit, was.unit) or was.value(others[0]) == others[0].value(was):
        return None
    return was, others[0]


def _figures(text: str, language: Language) -> list[_Figure]:
    """The numbers of a text in digits, years left out."""
    seen, told = view(text), quantities.find(text, language)
    found = (_figure(number, text, told, language) for number in _NUMBER.finditer(seen.text))
    low, high = _YEARS
    return [one for one in found if not (one.bare and low <= one.face < high)]


def _figure(number: re.Match[str], text: str, told: tuple[Quantity, ...], language: Language) -> _Figure:
    seen, face = view(text), Decimal(number[0].replace(",", ".").replace("٫", "."))
    start, end = seen.span(number.start(), number.end())
    around = next((one for one in told if one.start <= start < one.end), None)
    scale = next((by for sign, by in _scales(language) if sign.match(seen.text, number.end())), None)
    bare = scale is None and (around is None or around.end <= end or around.unit in COUNTED)
    unit = around.unit if around else "count"
    return _Figure(number.start(), number.end(), face, scale, unit, bare)


@cache
def _scales(language: Language) -> tuple[tuple[re.Pattern[str], Decimal], ...]:
    listed: dict[str, str] = table(language.code, "overtaken")["figures"]["scale"]
    return tuple((re.compile(sign), Decimal(by)) for by, sign in listed.items())


def told(text: str, language: Language) -> Iterator[tuple[Decimal, str]]:
    """The figures of a text with their units."""
    for one in quantities.find(text, language):
        if one.value is not None and one.unit != "ordinal":
            yield one.value, one.unit

"""The currencies of the world by their names: CLDR's and those of the press."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from brief.language import fold, table

_SHORTEST = 3  # letters of a name that stands alone


class Money(Struct, frozen=True):
    """What money is called, folded.

    `forms` are names with the head they belong to; an adjective of nation after a head tells
    the country (`adjectives`: head, stem, ISO code in lower case), `bare` is what the head means
    without one. `phrases` name one currency whole. `signs` stand before or after a figure.
    """

    forms: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, str], ...]
    adjectives: dict[str, dict[str, str]]
    bare: dict[str, str]
    codes: frozenset[str]
    signs: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]

    @property
    def units(self) -> frozenset[str]:
        """Every unit that is money."""
        return self.codes | frozenset(self.bare.values())


@cache
def money(code: str) -> Money:
    """The money of `languages/<code>/units.toml` and the currencies of CLDR that are in use."""
    data = table(code, "units")
    names = _current(code)
    endings = tuple(data["adjective_endings"])
    forms = [(form, head) for head, entry in data["money"].items() for form in entry["forms"]]
    heads = {fold(form): head for form, head in forms}
    lone = dict(_lone(names, heads))
    bare = {**{head: entry["unit"] for head, entry in data["money"].items()}, **{iso: iso for iso in lone}}
    return Money(
        forms=(*forms, *((name, iso) for iso, name in lone.items())),
        phrases=tuple((name, iso) for iso, name in names.items() if len(name.split()) > 2 or iso in lone),
        adjectives=_adjectives(
            names, {**heads, **{fold(name): iso for iso, name in lone.items()}}, data, endings
        ),
        bare=bare,
        codes=frozenset(names),
        signs=tuple((sign, iso) for iso, signs in data["sign"].items() for sign in signs),
        endings=endings,
    )


def stem(word: str, endings: tuple[str, ...]) -> str:
    """An adjective of nation without its ending."""
    return next(
        (word[: -len(end)] for end in endings if word.endswith(end) and len(word) > len(end) + 2), word
    )


def _current(code: str) -> dict[str, str]:
    """ISO codes in lower case with their names, the legal tender of today only."""
    from babel import Locale  # noqa: PLC0415 - once a process
    from babel.core import get_global  # noqa: PLC0415 - once a process

    names = Locale.parse(code).currencies
    tender = {
        row[0]
        for rows in get_global("territory_currencies").values()
        for row in rows
        if row[2] is None and row[3]
    }
    plain = {iso: fold(names[iso]) for iso in sorted(tender) if iso in names}
    return {iso.lower(): name for iso, name in plain.items() if name.replace(" ", "").isalpha()}


def _lone(names: dict[str, str], heads: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The first words of names that no other currency begins with."""
    shared: dict[str, list[str]] = defaultdict(list)
    for iso, name in names.items():
        first, _, rest = name.partition(" ")
        if rest:
            shared[first].append(iso)
    for first, some in shared.items():
        if len(some) == 1 and first not in heads and len(first) >= _SHORTEST:
            yield some[0], first


def _adjectives(
    names: dict[str, str], heads: dict[str, str], data: dict[str, Any], endings: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for iso, name in names.items():
        parts = name.split()
        if len(parts) == 2 and parts[0] in heads:
            found[heads[parts[0]]][stem(parts[1], endings)] = iso
    for head, codes in data.get("adjective", {}).items():
        for iso, words in codes.items():
            found[heads.get(fold(head), head)].update({stem(fold(word), endings): iso for word in words})
    return {**{head: {} for head in heads.values()}, **found}

"""Whose money a bare «dinar» is: the one of the country that the text speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from brief.language import table
from brief.quantities.units import lexicon

_FEWEST = 2  # how often a text names the country that it takes for granted
_CLEAR = 4  # and how many times as often as another whose money is called so


def national(
    unit: str, near: Sequence[str], named: Mapping[str, int], code: str, home: str | None = None
) -> str:
    """The ISO currency (lower case) that a unit of money stands for, or the unit as it is.

    `near` are the countries (ISO territories) named with the figure, `named` how often the whole
    text names each, `home` the one it is about. Of several whose money is called so the one that
    the text is about counts, else the one named far more often than any other; where that is
    not evident none does: «dinar» stays «dinar».
    """
    family, per, rate = unit.partition("_per_")
    issuers = _issuers(code).get(family)
    if not issuers:
        return unit
    beside = {issuers[country] for country in near if country in issuers}
    currency = beside.pop() if len(beside) == 1 else issuers.get(home or "") or _principal(named, issuers)
    return f"{currency}{per}{rate}" if currency else unit


def is_called(currencies: Sequence[str], unit: str, code: str) -> bool:
    """Whether all of these currencies are called by a bare unit of money: `tnd` by `dinar`."""
    return bool(currencies) and set(currencies) <= set(_issuers(code).get(unit, {}).values())


def _principal(named: Mapping[str, int], issuers: Mapping[str, str]) -> str | None:
    """The currency of the country named most, clearly more often than another of the kind."""
    ranked = sorted(((count, place) for place, count in named.items() if place in issuers), reverse=True)
    if not ranked or ranked[0][0] < _FEWEST:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0
    return issuers[ranked[0][1]] if ranked[0][0] >= _CLEAR * second else None


@cache
def _issuers(code: str) -> dict[str, dict[str, str]]:
    """Bare unit of money -> country -> its currency, for currencies in use (CLDR)."""
    from babel.core import get_global  # noqa: PLC0415 - once a process

    money, adjectives = table(code, "units")["money"], lexicon(code).adjectives
    families = {entry["unit"]: frozenset(adjectives[head].values()) for head, entry in money.items()}
    current = {
        country: [row[0].lower() for row in rows if row[2] is None and row[3]]
        for country, rows in get_global("territory_currencies").items()
    }
    return {
        unit: {country: iso for country, isos in current.items() for iso in isos if iso in family}
        for unit, family in families.items()
        if unit not in family
    }

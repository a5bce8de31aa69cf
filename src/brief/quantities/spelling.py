"""Whole numbers written out in words, as a careful writer of the language would.

>>> spelled(3_500_000_000, "ar")
'ثلاثة مليارات وخمسمئة مليون'
>>> spelled(25, "ar", gender="feminine", case="oblique")
'خمس وعشرين'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from brief.language import table

Gender = Literal["masculine", "feminine"]
Case = Literal["nominative", "oblique"]

_END = 10**18  # the first number that has no word here
_FEW = range(3, 11)


def spelled(value: int, code: str, *, gender: Gender = "masculine", case: Case = "nominative") -> str:
    """`value` in words, agreeing with a counted noun of `gender`; `oblique` is every case but the first.

    Raises `ValueError` for a number below nought or from 10^18 on.
    """
    if not 0 <= value < _END:
        message = f"{value} cannot be spelled: it is below 0 or not below 10^18"
        raise ValueError(message)
    data = table(code, "spelling")
    return f" {data['and']}".join(_parts(value, data, gender, case == "oblique")) or data["zero"]


def _parts(value: int, data: dict[str, Any], gender: Gender, oblique: int) -> Iterator[str]:
    """What «and» joins: each scale with its count, then what is below a thousand."""
    for scale in data["scale"]:
        count, value = divmod(value, scale["value"])
        yield from _scaled(count, scale, data, oblique)
    yield from _below_thousand(value, data, gender, oblique)


def _scaled(count: int, scale: dict[str, Any], data: dict[str, Any], oblique: int) -> Iterator[str]:
    """«ألف», «ألفان», «ثلاثة آلاف», «أحد عشر ألفا», «مئة ألف»; «مئة ألف وألفان» says 102,000."""
    hundreds, rest = divmod(count, 100)
    lone = {1: scale["one"], 2: scale["pair"][oblique]}.get(rest)
    counted = hundreds * 100 if lone else count
    if counted:
        noun = scale["one"] if counted % 100 == 0 else scale["few"] if rest in _FEW else scale["many"]
        *first, last = _below_thousand(counted, data, "masculine", oblique)
        last = data["before_scale"].get(last, last)
        yield f" {data['and']}".join([*first, f"{last} {noun}"])
    if lone:
        yield lone


def _below_thousand(value: int, data: dict[str, Any], gender: Gender, oblique: int) -> Iterator[str]:
    hundreds, rest = value - value % 100, value % 100
    if hundreds:
        yield data["hundreds"][str(hundreds)][oblique]
    tens, units = (rest - rest % 10, rest % 10) if rest >= 20 else (0, rest)
    if units == 1 and tens:
        yield data["before_ten"][gender]
    elif units:
        yield _small(units, data[gender], oblique)
    if tens:
        yield data["tens"][str(tens)][oblique]


def _small(units: int, words: dict[str, list[str]], oblique: int) -> str:
    """From one to nineteen."""
    if str(units) in words:
        return words[str(units)][oblique]
    return f"{words[str(units - 10)][oblique]} {words['teen'][oblique]}"

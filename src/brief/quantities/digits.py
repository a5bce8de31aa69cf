"""The value of a run of digits, whatever habit its separators follow."""

from __future__ import annotations

import re
from decimal import Decimal

# A longer run of digits is no figure but a code; separators say that it is a figure.
_MOST, _MOST_SEPARATED = 18, 22
_LONGEST = 32  # characters: the digits with their separators
_COMMAS = ",\u060c"  # both commas group thousands or begin the decimals
_THOUSANDS, _POINT = "\u066c", "\u066b"
_SEPARATORS = frozenset("." + _COMMAS + _THOUSANDS + _POINT)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,\u060c\u066c])\d{3})(?:\1\d{3})*")
_ZEROS = ".000"
_NO_DIGIT = re.compile(r"\D")


def number(digits: str) -> Decimal | None:
    """The value of folded digits with separators of any habit; None where they make no number.

    `1,234.5`, `1.234,5` and `1٬٢٣٤٫٥` are one number; `7,5` is seven and a half, `7,500` is not.
    """
    if digits.isdecimal():
        return Decimal(digits) if len(digits) <= _MOST else None
    if len(digits) > _LONGEST:
        return None
    signs = [sign for sign in digits if not sign.isdecimal()]
    # A superscript, say, is a digit to Python and none to Decimal.
    if not signs or len(digits) - len(signs) > _MOST_SEPARATED or not _SEPARATORS.issuperset(signs):
        return None
    return _decimal(digits, signs) if _has_decimals(digits, signs) else _grouped(digits)


def _grouped(digits: str) -> Decimal | None:
    return Decimal(_NO_DIGIT.sub("", digits)) if _GROUPED.fullmatch(digits) else None


def _has_decimals(digits: str, signs: list[str]) -> bool:
    """Whether the last separator begins the decimals."""
    last = signs[-1]
    if last == _THOUSANDS or signs.count(last) > 1:
        return False
    # A single comma before three digits groups thousands; a full stop only before three zeros.
    groups = last in _COMMAS or digits.endswith(_ZEROS)
    return not (len(signs) == 1 and groups and _GROUPED.fullmatch(digits))


def _decimal(digits: str, signs: list[str]) -> Decimal | None:
    whole, _, part = digits.rpartition(signs[-1])
    if len(signs) > 1 and not _GROUPED.fullmatch(whole):
        return None
    return Decimal(f"{_NO_DIGIT.sub('', whole)}.{part}")

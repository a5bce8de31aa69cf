"""A part of a passage, for rows that have no room for all of it."""

from __future__ import annotations

from collections.abc import Collection

from brief.language import fold

# Words that an excerpt has at least.
_FEWEST = 2
_CUT = "\u2026"
_EDGES = " \u060c\u061b,;:"


def excerpt(text: str, first: int, most: int, small: Collection[str] = ()) -> str:
    """At most so many words of `text` from the `first`, a number, on; marks tell where words are left out.

    None of the folded words `small`, which only lead to what is left out, stands last before one («وفقا…»);
    no quotation stays open.
    """
    words = text.split()
    told = words[first : first + most]
    cut = first + most < len(words)
    while cut and len(told) > _FEWEST and fold(told[-1].strip(_EDGES)) in small:
        told.pop()
    shown = " ".join(told)
    return f"{_CUT} " * bool(first) + (shown.rstrip(_EDGES) + _CUT if cut else shown) + closing(shown)


def closing(told: str) -> str:
    """What closes a quotation that was opened in some words and goes on behind them."""
    if told.count("\u00ab") > told.count("\u00bb"):
        return "\u00bb"
    return '"' * (told.count('"') % 2)

"""A part of a passage, for rows that have no room for all of it."""

from __future__ import annotations

_CUT = "\u2026"
_EDGES = " \u060c\u061b,;:"


def excerpt(text: str, first: int, most: int) -> str:
    """At most so many words of `text` from the `first`, a number, on; marks tell where words are left out."""
    words = text.split()
    told = " ".join(words[first : first + most])
    cut = first + most < len(words)
    return f"{_CUT} " * bool(first) + (told.rstrip(_EDGES) + _CUT + _closing(told) if cut else told)


def _closing(told: str) -> str:
    """What closes a quotation that was opened and goes on behind the cut."""
    if told.count("\u00ab") > told.count("\u00bb"):
        return "\u00bb"
    return '"' * (told.count('"') % 2)

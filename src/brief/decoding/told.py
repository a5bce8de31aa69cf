"""How letters were mended, in one line."""

from __future__ import annotations


def both(first: str | None, second: str | None) -> str | None:
    """How letters were mended in two steps, each told once; None where neither did anything."""
    return "; ".join(dict.fromkeys(filter(None, (first, second)))) or None

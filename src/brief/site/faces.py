"""The type of a theme for browsers: the same letters, packed as WOFF2 and otherwise untouched.

Only packed, not cut down: the licence of a family may keep its name for the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from brief.fonts import Family
from brief.identity import digest
from brief.outputs.embedding import opened
from brief.outputs.lettering import packed
from brief.themes import Theme

# What is read and what stands out.
_WEIGHTS = (400, 600)


class Face(Struct, frozen=True):
    """A file of type under a name that changes with what it holds, and the CSS rule that loads it."""

    name: str
    rule: str
    content: bytes


def faces(theme: Theme) -> Iterator[Face]:
    """The two weights of each family in use; raises `FontError` for a missing or broken file."""
    for family in theme.families:
        for weight in dict.fromkeys(map(family.nearest, _WEIGHTS)):
            yield _face(family, weight)


def _face(family: Family, weight: int) -> Face:
    content = _packed(family, weight)
    name = f"{digest(content)[:10]}.woff2"
    rule = (
        f'@font-face {{ font-family: "{family.name}"; font-weight: {weight}; font-display: swap; '
        f'src: url("{name}") format("woff2"); }}'
    )
    return Face(name, rule, content)


# Packing takes a second for each file.
@lru_cache(maxsize=8)
def _packed(family: Family, weight: int) -> bytes:
    with opened(family, weight) as font:
        return packed(font)

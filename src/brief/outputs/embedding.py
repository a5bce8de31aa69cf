"""A face of type that is to go along with a file: opened, and what its maker says of that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from brief.errors import FontError
from brief.fonts import Family

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# What OS/2 says of embedding: freely, or in documents that may be edited.
_USAGE, _ALLOWED = 0x000F, {0, 8}


@contextmanager
def opened(family: Family, weight: int) -> Iterator[TTFont]:
    """A face of a family; whatever fails of it is told as a `FontError`."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only what carries type along opens it

    path = family.path(weight)
    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True, recalcTimestamp=False) as font:
            yield font
    except Exception as error:  # Type that is broken breaks a program in any way it likes.
        raise FontError(
            "font: %(family)s cannot go along, %(file)s cannot be packed (%(reason)s); "
            "put another file there, or install the program again where the file is its own.",
            family=family.name,
            file=path.name,
            reason=str(error) or type(error).__name__,
        ) from error


def may_be_embedded(font: TTFont) -> bool:
    """Whether the maker of a face lets it go along with what may be edited."""
    use: int = font["OS/2"].fsType
    return use & _USAGE in _ALLOWED

"""The fullest page of a template that fits on one sheet, found by laying it out."""

from __future__ import annotations

from collections.abc import Sequence

from brief.errors import BriefError
from brief.outputs.pdf import Layout
from brief.themes import Theme


def fitting(pages: Sequence[str], theme: Theme, name: str) -> str:
    """The first of `pages`, which get shorter and shorter, that takes a single sheet.

    Raises `BriefError` where none does or one asks for a file from outside, and `FontError` for a
    missing font.
    """
    layout = Layout(theme, name)

    def fits(page: str) -> bool:
        return len(layout.of(page).pages) == 1

    if fits(pages[0]):
        return pages[0]
    full, fit = 0, len(pages) - 1
    if not fits(pages[fit]):
        raise BriefError(
            "%(name)s: the title does not fit on one page; shorten it in brief.toml.",
            name=name,
        )
    while fit - full > 1:
        middle = (full + fit) // 2
        full, fit = (full, middle) if fits(pages[middle]) else (middle, fit)
    return pages[fit]

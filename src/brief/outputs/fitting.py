"""The fullest page of a template that fits on one sheet, found by laying it out."""

from __future__ import annotations

from collections.abc import Sequence

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from brief.errors import BriefError
from brief.outputs import pdf
from brief.themes import Theme


def fitting(pages: Sequence[str], theme: Theme, name: str) -> str:
    """The first of `pages`, which get shorter and shorter, that takes a single sheet.

    Raises `BriefError` where none does or one asks for a file from outside, and `FontError` for a
    missing font.
    """
    layout = Layout(theme, name)
    if layout.sheets(pages[0]) == 1:
        return pages[0]
    full, fit = 0, len(pages) - 1
    if layout.sheets(pages[fit]) > 1:
        raise BriefError(
            "%(name)s: the title does not fit on one page; shorten it in brief.toml.",
            name=name,
        )
    while fit - full > 1:
        middle = (full + fit) // 2
        full, fit = (full, middle) if layout.sheets(pages[middle]) == 1 else (middle, fit)
    return pages[fit]


class Layout:
    """Lays pages out in one theme, its fonts read once."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._name = name
        self._fetcher = pdf.Bundled(theme)
        self._fonts = FontConfiguration()
        self._faces = CSS(string=pdf.font_faces(theme), font_config=self._fonts, url_fetcher=self._fetcher)

    def of(self, html: str) -> Document:
        """The page laid out; raises `BriefError` where it asks for a file from outside."""
        try:
            page = HTML(string=html, url_fetcher=self._fetcher)
            return page.render(stylesheets=[self._faces], font_config=self._fonts)
        except FatalURLFetchingError as error:
            raise BriefError(
                "%(name)s: the page asks for a file from outside (%(reason)s); "
                "a template must carry all it needs.",
                name=self._name,
                reason=error,
            ) from error

    def sheets(self, html: str) -> int:
        """How many pages it takes."""
        return len(self.of(html).pages)

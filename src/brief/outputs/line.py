"""One line of text as a PDF of its own, to be laid onto a page that is finished."""

from __future__ import annotations

from html import escape

from brief.outputs import Rendered
from brief.outputs.pdf import Layout, finished, written
from brief.themes import Theme

NAME = "line.pdf"
_STYLE = (
    "@page {{ size: {width}pt {height}pt; margin: 0 }} "
    "body {{ margin: 0; border-block-start: 0.6pt solid #555; padding-block-start: 3pt; color: #222; "
    'font: 8.5pt/1.35 "{family}"; font-kerning: none; overflow-wrap: anywhere }}'
)


def line(text: str, language: str, direction: str, size: tuple[int, int], theme: Theme) -> bytes:
    """`text` under a rule, in the theme's type, on a page of `size` (width and height in points).

    Raises as `Layout.of`.
    """
    width, height = size
    style = _STYLE.format(width=width, height=height, family=theme.furniture.name)
    page = (
        f'<html lang="{escape(language)}" dir="{escape(direction)}"><style>{style}</style>'
        f"<body>{escape(text)}</body></html>"
    )
    return finished(written(Layout(theme, NAME).of(page)), Rendered(page, theme))

"""The house style of charts: a sheet in millimetres, read from the edge where reading starts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from io import BytesIO, StringIO
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.textpath import text_to_path
from msgspec import Struct

from brief.fonts import Family
from brief.themes import Colours, Theme
from brief.words import Words

WIDTH = 104.0
LINE, SMALL_LINE = 3.9, 3.4
_MM_PER_INCH = 25.4
# Fine enough for print.
_DOTS_PER_INCH = 300
_MM_PER_POINT = _MM_PER_INCH / 72
# Half the height of a digit, in parts of the size: one base line for words and figures of a row.
_HALF_HEIGHT = 0.35
# A sign before a number would change sides between words that run from the right.
_NEGATIVE = r"(?<![\d\u0660-\u0669])[-\u2212][\d.,\u066b\u066c]+"
# And the one behind it stands at the left of a number between such words, at its right where it is alone.
_OF_A_HUNDRED = r"[\d.,\u066b\u066c]+(?=[%\u066a])"
_APART = {"rtl": re.compile(f"{_NEGATIVE}|{_OF_A_HUNDRED}"), "ltr": re.compile(f"{_NEGATIVE}%?")}


class Face(Struct, frozen=True):
    """A size in points and a weight of the family."""

    size: float
    weight: int


LABEL, STRONG, VALUE = Face(8.0, 400), Face(8.0, 600), Face(8.6, 600)
HEAD, NOTE = Face(7.2, 600), Face(7.2, 400)


class Style(Struct, frozen=True):
    """What a drawing needs beside its data: words, type, colours and direction."""

    words: Words
    family: Family
    direction: Literal["rtl", "ltr"] = "rtl"
    ink: str = Colours().ink
    accent: str = Colours().accent
    neutral: str = Colours().neutral
    second: str = Colours().quiet

    @classmethod
    def of(cls, theme: Theme, words: Words, direction: Literal["rtl", "ltr"]) -> Style:
        """The style of charts in a theme: its furniture's type, its colours."""
        looks = theme.colours
        return cls(words, theme.furniture, direction, looks.ink, looks.accent, looks.neutral, looks.quiet)


def text_width(text: str, face: Face, style: Style) -> float:
    """The width of shaped text in millimetres."""
    width, _, _ = text_to_path.get_text_width_height_descent(
        _directed(text, style), _font(style, face), ismath=False
    )
    return float(width) * _MM_PER_POINT


def widest(lines: Sequence[str], face: Face, style: Style) -> float:
    """The width of the widest of some lines in millimetres; 0 where there are none."""
    return max((text_width(line, face, style) for line in lines), default=0.0)


def wrapped(text: str, width: float, face: Face, style: Style) -> list[str]:
    """`text` in lines of at most `width` millimetres, broken at spaces, in a word only where it must be."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, face, style) <= width:
            lines[-1] = longer
        else:
            lines.extend(_pieces(word, width, face, style))
    return lines


def _pieces(word: str, width: float, face: Face, style: Style) -> list[str]:
    if len(word) < 2 or text_width(word, face, style) <= width:
        return [word]
    fitting = (end for end in range(len(word) - 1, 1, -1) if text_width(word[:end], face, style) <= width)
    cut = next(fitting, 1)
    return [word[:cut], *_pieces(word[cut:], width, face, style)]


def tint(color: str, white: float) -> str:
    """`color` (#RRGGBB) mixed with `white` parts of white, from 0 to 1."""
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * white):02X}" for part in parts)


def _directed(text: str, style: Style) -> str:
    """`text` in the digits of the document, its signs in their places; a line runs as the drawing does."""
    said = _APART[style.direction].sub("\u2066\\g<0>\u2069", style.words.numerals(text))
    if style.direction == "ltr":
        return f"\u200e{said}"
    alone = said.startswith("\u2066") and not said.endswith("\u2069")
    return f"\u200f{said}" if alone else said


def _font(style: Style, face: Face) -> FontProperties:
    return FontProperties(fname=style.family.path(face.weight), size=face.size)


class Sheet:
    """A drawing `WIDTH` millimetres wide; x runs from the reading edge, y from the top."""

    def __init__(self, height: float, style: Style) -> None:
        self.style = style
        self.height = height
        self._figure = Figure(figsize=(WIDTH / _MM_PER_INCH, height / _MM_PER_INCH))
        FigureCanvasSVG(self._figure)
        self._figure.patch.set_visible(False)
        self._axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_axis_off()
        self._axes.set_xlim(*((WIDTH, 0.0) if style.direction == "rtl" else (0.0, WIDTH)))
        self._axes.set_ylim(height, 0.0)

    def box(self, at: tuple[float, float], width: float, height: float, **look: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """A rectangle; `look` goes to matplotlib's patch."""
        self._axes.add_patch(Rectangle(at, width, height, clip_on=False, **look))

    def dot(self, at: tuple[float, float], radius: float, **look: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """A disc; `look` goes to matplotlib's patch."""
        self._axes.add_patch(Circle(at, radius, clip_on=False, **look))

    def line(self, xs: Sequence[float], ys: Sequence[float], **look: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Straight lines from point to point; `look` goes to matplotlib's line."""
        self._axes.add_line(Line2D(xs, ys, clip_on=False, **look))

    def text(
        self,
        at: tuple[float, float],
        text: str,
        face: Face,
        color: str | None = None,
        side: Literal["start", "end", "middle"] = "start",
    ) -> None:
        """Text centred on its height: it starts, ends, or has its middle at `at` in reading direction."""
        begins = "right" if self.style.direction == "rtl" else "left"
        ends = "left" if begins == "right" else "right"
        self._axes.text(
            at[0],
            at[1] + _HALF_HEIGHT * face.size * _MM_PER_POINT,
            _directed(text, self.style),
            ha={"start": begins, "end": ends, "middle": "center"}[side],
            va="baseline",
            color=color or self.style.ink,
            parse_math=False,
            fontproperties=_font(self.style, face),
        )

    def svg(self) -> str:
        """The drawing as SVG text with width and height, the same bytes every time."""
        page = StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        self._figure.savefig(page, format="svg", metadata=nothing)
        return page.getvalue()

    def png(self) -> bytes:
        """The drawing as a PNG on white, for programs that show no SVG; the same bytes every time."""
        page = BytesIO()
        self._figure.savefig(
            page, format="png", dpi=_DOTS_PER_INCH, facecolor="white", metadata={"Software": None}
        )
        return page.getvalue()


def house() -> AbstractContextManager[None]:
    """A context in which matplotlib draws by `templates/charts.mplstyle` and nothing else."""
    with as_file(files("brief") / "templates" / "charts.mplstyle") as path:
        rules = mpl.rc_params_from_file(path, use_default_template=False)
    return mpl.rc_context({**mpl.rcParamsDefault, **rules})

"""Charts as pictures within a line, told to who cannot see them."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from brief.charts import Drawn
from brief.manuscript.blocks import Drawing
from brief.printed import plain
from brief.words import Words

# English metric units; the sheets of charts are narrower than the text block.
_EMU, _SCALE = 36000, 1.15
_GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Hung(Struct, frozen=True):
    """A picture with its place among the pictures, from one."""

    number: int
    drawn: Drawn

    @property
    def relation(self) -> str:
        """The id by which the document refers to its file."""
        return f"rIdPicture{self.number}"


class Gallery:
    """The pictures of a document in their order."""

    def __init__(self, paint: Callable[[Drawing], Drawn]) -> None:
        self._paint = paint
        self.hung: list[Hung] = []

    def hang(self, drawing: Drawing) -> Hung:
        """The drawing as a picture of the document."""
        self.hung.append(Hung(len(self.hung) + 1, self._paint(drawing)))
        return self.hung[-1]


def picture(hung: Hung, alt: str, words: Words) -> str:
    """The run that holds a picture."""
    told = f'id="{hung.number}" name="chart-{hung.number}" descr={quoteattr(plain(words.numerals(alt)))}'
    return placed(hung.relation, told, hung.drawn.width * _SCALE, hung.drawn.height * _SCALE)


def placed(relation: str, told: str, width: float, height: float) -> str:
    """The run of a picture of so many millimetres; `told` are its id, name and description."""
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {told}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{_GRAPHIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )

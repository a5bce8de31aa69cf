"""brief-card.png: the summary as a picture of 1080 by 1350 pixels, for messages."""

from __future__ import annotations

import io

from pypdfium2 import PdfDocument

from brief.model import Artifact, Brief
from brief.outputs import Rendered
from brief.outputs.fitting import fitting
from brief.outputs.pdf import Layout, written
from brief.pages.extent import CARD
from brief.render import render_digest

NAME = "brief-card.png"
# CSS pixels to a point of the PDF.
_SCALE = 96 / 72


def write(brief: Brief, page: Rendered) -> Artifact:
    """The card as PNG; what is least important is left out until it fits.

    The same brief gives the same bytes. Raises `FontError` for a missing font and `BriefError` where
    not even the title fits.
    """
    html = fitting(tuple(render_digest(brief, page.theme, "card.html", CARD)), page.theme, NAME)
    printed = written(Layout(page.theme, NAME).of(html))
    with PdfDocument(printed) as document:
        picture = document[0].render(scale=_SCALE).to_pil()
    content = io.BytesIO()
    picture.convert("RGB").save(content, "PNG", optimize=True)
    return Artifact(NAME, "image/png", content.getvalue())

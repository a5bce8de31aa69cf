"""brief-onepage.pdf: the brief on a single sheet, as much of it as fits, with the record inside."""

from __future__ import annotations

import msgspec

from brief.model import Artifact, Brief
from brief.outputs import Rendered, pdf
from brief.outputs.fitting import fitting
from brief.pages.extent import SHEET
from brief.render import render_digest

NAME = "brief-onepage.pdf"


def write(brief: Brief, page: Rendered) -> Artifact:
    """The sheet as PDF/A-3a; what is least important is left out until it fits.

    Raises `FontError` for a missing font and `BriefError` where not even the title fits.
    """
    sheets = tuple(render_digest(brief, page.theme, "onepage.html", SHEET))
    html = fitting(sheets, page.theme, NAME)
    printed = pdf.write(brief, Rendered(html, page.theme))
    return msgspec.structs.replace(printed, name=NAME)

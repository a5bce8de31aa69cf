"""brief.html: the pages for a screen of any width, with the texts behind them; no script, nothing fetched."""

from __future__ import annotations

from brief.model import Artifact, Brief
from brief.outputs import Rendered
from brief.outputs.lettering import lettered
from brief.render import render_screen


def write(brief: Brief, page: Rendered) -> Artifact:
    """The brief and the texts it stands on and its type as one file; raises the errors of `render`."""
    html = lettered(render_screen(brief, page.theme, page.texts), page.theme)
    return Artifact("brief.html", "text/html; charset=utf-8", html.encode("utf-8"))

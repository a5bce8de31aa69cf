"""brief.html: the page as it is, for screens; it asks for nothing from outside."""

from __future__ import annotations

from brief.model import Artifact, Brief


def write(_brief: Brief, html: str) -> Artifact:
    """The rendered page as a file of its own."""
    return Artifact("brief.html", "text/html; charset=utf-8", html.encode("utf-8"))

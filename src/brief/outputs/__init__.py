"""Brief and its HTML to finished files, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from brief.model import Artifact, Brief
from brief.themes import Theme


class Rendered(Struct, frozen=True):
    """What a brief looks like: its HTML, empty where no format asked for needs it, and its theme.

    `texts` are those behind it, by their places within the issue.
    """

    html: str
    theme: Theme
    texts: Mapping[str, str | None] = {}


Output = Callable[[Brief, Rendered], Artifact]

# Module names, not functions: a build of brief.json alone loads neither fonts nor WeasyPrint.
OUTPUTS: dict[str, str] = {
    "json": "record",
    "html": "page",
    "pdf": "pdf",
    "docx": "word",
    "md": "markdown",
    "onepage": "onepage",
    "card": "card",
}

# What the file of each format is called within an issue.
FILES: dict[str, str] = {
    "json": "brief.json",
    "html": "brief.html",
    "pdf": "brief.pdf",
    "docx": "brief.docx",
    "md": "brief.md",
    "onepage": "brief-onepage.pdf",
    "card": "brief-card.png",
}

# The one format that is the page itself, printed; the others make what they need.
PRINTED = "pdf"


def output(name: str) -> Output:
    """The function that writes the format `name`, a key of `OUTPUTS`."""
    return cast("Output", import_module(f"brief.outputs.{OUTPUTS[name]}").write)


def produce(
    brief: Brief,
    theme: Theme,
    formats: Iterable[str],
    progress: Callable[[str], None],
    texts: Mapping[str, str | None] | None = None,
) -> Iterator[Artifact]:
    """One artifact for each of `formats`, the HTML rendered once and only where it is needed.

    `texts` are those behind the brief, by their places within the issue; `progress` is told `render`
    and then each format as it begins.
    """
    wanted = tuple(formats)
    html = ""
    if PRINTED in wanted:
        progress("render")
        html = import_module("brief.render").render(brief, theme)
    page = Rendered(html, theme, texts or {})
    for name in wanted:
        progress(name)
        yield output(name)(brief, page)

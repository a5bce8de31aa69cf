"""Brief and its HTML to finished files, one module per format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import cast

from brief.model import Artifact, Brief

Output = Callable[[Brief, str], Artifact]

# Module names, not functions: a build of brief.json alone loads neither fonts nor WeasyPrint.
OUTPUTS: dict[str, str] = {"json": "record", "html": "page", "pdf": "pdf"}


def output(name: str) -> Output:
    """The function that writes the format `name`, a key of `OUTPUTS`."""
    return cast("Output", import_module(f"brief.outputs.{OUTPUTS[name]}").write)


def produce(brief: Brief, formats: Iterable[str], progress: Callable[[str], None]) -> Iterator[Artifact]:
    """One artifact for each of `formats`, the HTML rendered once and only where it is needed.

    `progress` is told `render` and then each format as it begins.
    """
    wanted = tuple(formats)
    html = ""
    if set(wanted) - {"json"}:
        progress("render")
        html = import_module("brief.render").render(brief)
    for name in wanted:
        progress(name)
        yield output(name)(brief, html)

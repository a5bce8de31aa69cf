"""What machines read out of the PDF: its text by two extractors, its links and its fonts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brief.uncollected import uncollected

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdfium2 import PdfDocument


class Readout(Struct, frozen=True):
    """A PDF as machines read it.

    `pages` gives by the name of an extractor the text of one page after the other; pypdf is
    slow and reads a page, once, when it is asked for. `links` are the names that links lead
    to, `destinations` those that have a page, `addresses` the targets of links to elsewhere,
    `attached` the files inside by their names.
    """

    pages: Mapping[str, Iterable[str]]
    links: frozenset[str]
    destinations: frozenset[str]
    addresses: frozenset[str]
    fonts: tuple[str, ...]
    attached: Mapping[str, tuple[bytes, ...]]


@contextmanager
def open_print(pdf: Path | bytes) -> Iterator[Readout]:
    """A PDF, its path or what it holds, parsed once by each extractor.

    Raises `ValueError` with the reason where a parser gives up, now or while pages are read.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only a built PDF needs it
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only a built PDF needs it

    try:
        file = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
        # Among the millions of small objects of pypdf a search for garbage takes a fifth of the time.
        with PdfReader(file, strict=True) as reader, PdfDocument(pdf) as document, uncollected():
            yield _readout(reader, document)
    except Exception as error:  # A broken file breaks a parser in any way it likes.
        raise ValueError(str(error) or type(error).__name__) from error


def _readout(reader: PdfReader, document: PdfDocument) -> Readout:
    pages = list(reader.pages)
    actions = [action for page in pages for action in _actions(page)]
    return Readout(
        pages={
            "pypdf": (page.extract_text() for page in pages),
            "pdfium": tuple(page.get_textpage().get_text_range() for page in document),
        },
        links=frozenset(name for action in actions if (name := _name(action))),
        destinations=frozenset(_destinations(reader)),
        addresses=frozenset(str(action["/URI"]) for action in actions if "/URI" in action),
        fonts=tuple(sorted({font for page in pages for font in _fonts(page)})),
        attached={name: tuple(content) for name, content in reader.attachments.items()},
    )


def _actions(page: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - pypdf's objects hold anything
    """What each link of a page does: its action, or the link itself where that names the target."""
    for reference in page.get("/Annots") or ():
        link = reference.get_object()
        if link.get("/Subtype") == "/Link":
            yield link["/A"].get_object() if "/A" in link else link


def _name(action: dict[str, Any]) -> str | None:
    target = action.get("/D", action.get("/Dest"))
    return str(target) if isinstance(target, str | bytes) else None


def _destinations(reader: PdfReader) -> Iterator[str]:
    pages = {page.indirect_reference for page in reader.pages}
    return (str(name) for name, target in reader.named_destinations.items() if target.page in pages)


def _fonts(page: Any) -> Iterator[str]:  # noqa: ANN401 - see _actions
    """The names of a page's fonts without the tag of their subset."""
    fonts = page.get("/Resources", {}).get("/Font", {}).values()
    return (str(font.get_object().get("/BaseFont", "/?"))[1:].rpartition("+")[2] for font in fonts)

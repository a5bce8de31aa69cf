"""What programs read out of the PDF: its text by two extractors, its links and its fonts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from pypdf import PdfReader


class Printed(Struct, frozen=True):
    """A PDF as it is read by machines; `texts` by the name of the extractor.

    `links` are the names that links lead to, `destinations` those that have a page,
    `addresses` the targets of links to elsewhere.
    """

    texts: dict[str, str]
    links: frozenset[str]
    destinations: frozenset[str]
    addresses: frozenset[str]
    fonts: tuple[str, ...]


def read_print(path: Path) -> Printed:
    """The PDF in `path`, parsed once by each extractor.

    Raises `ValueError` with the reason where a parser gives up.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only a built PDF needs it

    try:
        reader = PdfReader(path, strict=True)
        actions = [annotation for page in reader.pages for annotation in _links(page)]
        return Printed(
            texts={"pypdf": _pypdf_text(reader), "pdfium": _pdfium_text(path)},
            links=frozenset(name for action in actions if (name := _name(action))),
            destinations=frozenset(_destinations(reader)),
            addresses=frozenset(str(action["/URI"]) for action in actions if "/URI" in action),
            fonts=tuple(sorted({font for page in reader.pages for font in _fonts(page)})),
        )
    except Exception as error:
        # A broken file breaks a parser in any way it likes.
        raise ValueError(str(error) or type(error).__name__) from error


def _pypdf_text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def _pdfium_text(path: Path) -> str:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - only a built PDF needs it

    document = PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _links(page: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - pypdf's objects are dictionaries of anything
    """What each link of a page does: the action, or the annotation that names its target itself."""
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        if annotation.get("/Subtype") == "/Link":
            yield annotation["/A"].get_object() if "/A" in annotation else annotation


def _name(action: dict[str, Any]) -> str | None:
    target = action.get("/D", action.get("/Dest"))
    return str(target) if isinstance(target, str | bytes) else None


def _destinations(reader: PdfReader) -> Iterator[str]:
    pages = {page.indirect_reference for page in reader.pages}
    for name, target in reader.named_destinations.items():
        if target.page in pages:
            yield str(name)


def _fonts(page: Any) -> Iterator[str]:  # noqa: ANN401 - see _links
    """The names of a page's fonts without the tag of their subset."""
    resources = page.get("/Resources", {})
    for font in resources.get("/Font", {}).values():
        yield str(font.get_object().get("/BaseFont", "/?"))[1:].rpartition("+")[2]

"""brief.pdf under a password: AES-256 as PDF 2.0 has it (ISO 32000-2, revision 6 of the security handler)."""

from __future__ import annotations

import io

import pikepdf

from brief.errors import TopicError
from brief.words import words


def encrypted(pdf: bytes, secret: str) -> bytes:
    """A copy of a PDF that nobody opens without the password, its attachments included.

    Reader programs may read it aloud and print it. PDF/A knows no encryption, so the copy no longer says
    that it is one, but where that is. Each call gives other bytes. Raises `TopicError` for what is no PDF.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            _declare(opened)
            target = io.BytesIO()
            opened.save(target, encryption=pikepdf.Encryption(user=secret, owner=secret, R=6))
            return target.getvalue()
    except pikepdf.PdfError as error:
        raise TopicError(
            "brief.pdf: cannot be read as a PDF (%(reason)s); build the issue again.", reason=error
        ) from error


def _declare(pdf: pikepdf.Pdf) -> None:
    """Say in the metadata what the copy is."""
    language = str(pdf.Root.get("/Lang", "en"))
    said = words(language.partition("-")[0], language.replace("-", "_"))
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for name in ("pdfaid:part", "pdfaid:conformance"):
            if name in metadata:
                del metadata[name]
        metadata["dc:description"] = said.say("Encrypted copy; the one to archive (PDF/A) is brief.pdf.")

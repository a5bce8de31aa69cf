"""Which format an answer has."""

import io
import zipfile

import pytest

from brief.errors import SourceError
from brief.fetch.formats import suffix


def word(name: str = "word/document.xml") -> bytes:
    """A zip archive with one member."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(name, "<x/>")
    return archive.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type", "expected"),
    [
        (b"<!DOCTYPE html><p>x", "text/html", ".html"),
        (b"<p>a part of a page", "text/html", ".html"),
        (b"<html>", "application/octet-stream", ".html"),
        (b"\xef\xbb\xbf\n<HTML lang=ar>", "application/pdf", ".html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "application/xhtml+xml", ".html"),
        (b"%PDF-1.7", "text/html", ".pdf"),
        (b"%PDF-1.7", "application/octet-stream", ".pdf"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "text/html", ".xml"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "text/xml", ".xml"),
        (b"<rdf:RDF >", "application/xml", ".xml"),
        (b"<rss><description>&lt;html> <html></description>", "text/xml", ".xml"),
        (b"\xff\xfe<\x00r\x00s\x00s\x00", "application/rss+xml", ".xml"),
        (word(), "application/zip", ".docx"),
        (b"plain words", "text/plain", ".txt"),
        (b"# title", "text/markdown", ".md"),
        (b"From: a@b.example", "message/rfc822", ".eml"),
    ],
)
def test_bytes_tell_before_names(content: bytes, media_type: str, expected: str) -> None:
    """A strong sign in the first bytes wins over what the server says, which wins where there is none."""
    assert suffix(content, media_type) == expected


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\x89PNG\r\n", "image/png"),
        (b"{}", "application/json"),
        (word("xl/workbook.xml"), "application/zip"),
        (b"<svg>", "image/svg+xml"),
        (b"", "application/octet-stream"),
    ],
)
def test_what_is_not_read_is_not_kept(content: bytes, media_type: str) -> None:
    """Pictures, data and archives are refused with the name that the server gives them."""
    with pytest.raises(SourceError, match=media_type.replace("+", r"\+")) as caught:
        suffix(content, media_type)
    assert caught.value.kind == "format"

"""The archive that a Word file is, looked at before anything is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from brief.errors import SourceError

MAX_UNPACKED = 64 * 1024 * 1024
# What unpacks to more than this many times its size, and to more than a few megabytes, was made to.
MAX_RATIO = 200
HARMLESS = 8 * 1024 * 1024
MAX_PARTS = 5000

# How an archive that is no whole one, or uses what Word does not, shows it.
_BROKEN = (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# Word writes no declarations of types or entities; in either width of letters.
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0[DE]\0|\0<\0!\0[DE]", re.IGNORECASE)
_MAIN = re.compile(r"(?:^|/)document\d*\.xml$")


def checked(content: bytes) -> bytes:
    """The content, where it is a Word file that can be unpacked and parsed safely.

    Raises `SourceError` where it is of another format, locked, broken, or made to do harm.
    """
    _refuse_other_formats(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bombs(archive, len(content))
            _refuse_strange_parts(archive)
    except (*_BROKEN, zlib.error) as error:
        raise SourceError("is no whole Word file; fetch or save it again.", "broken") from error
    return content


def _refuse_other_formats(content: bytes) -> None:
    if content.startswith(_OLD):
        if _LOCKED in content:
            raise SourceError("is locked with a password; save a copy without it.", "locked")
        raise SourceError("is an old Word file; save it as .docx.", "format")
    if content.startswith(b"{\\rtf"):
        raise SourceError("is an RTF file; save it as .docx.", "format")
    if not content.startswith(b"PK"):
        raise SourceError("is no Word file, whatever its name says; save it as .docx.", "broken")


def _refuse_bombs(archive: zipfile.ZipFile, size: int) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise SourceError(
            "unpacks to more than %(most)s MiB; save the article alone as .docx.",
            "large",
            most=MAX_UNPACKED // 2**20,
        )
    if unpacked > HARMLESS and unpacked > MAX_RATIO * size:
        raise SourceError("unpacks to hundreds of times its size, as no article does.", "large")


def _refuse_strange_parts(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise SourceError("holds paths that lead out of it; save the article again as .docx.", "broken")
    if "mimetype" in names and "content.xml" in names:
        raise SourceError("is an OpenDocument file; save it as .docx.", "format")
    if not any(map(_MAIN.search, names)):
        raise SourceError("holds no document of Word; save it again as .docx.", "broken")
    if any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in names):
        raise SourceError("holds macros; save it as .docx, without them.", "format")
    for name in names:
        if name.lower().endswith((".xml", ".rels")) and _DECLARED.search(archive.read(name)):
            raise SourceError(
                "declares entities, as no word processor does; save it again as .docx.", "broken"
            )

"""Files of a topic's folder -> sources: decoded, otherwise untouched.

One reader a suffix, all of one signature. A file that cannot be used raises `SourceError`
with the reason; the pipeline makes a note of it and reads on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path

from brief.config import FILE_NAME
from brief.errors import SourceError, TopicError

Reader = Callable[[bytes], str]

MAX_BYTES = 32 * 1024 * 1024


def read_text(content: bytes) -> str:
    """The text of a UTF-8 file, byte-order mark dropped, line ends and spaces as they are."""
    if b"\0" in content:
        raise SourceError("holds NUL bytes, so it is no text file; save the article as UTF-8 text.", "binary")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start}); save it again as UTF-8."
        raise SourceError(message, "encoding") from error


READERS: dict[str, Reader] = {".txt": read_text, ".md": read_text}


def source_names(folder: Path, listed: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The files of a topic, sorted: those in the folder and those listed, by their path within it.

    Raises `TopicError` where the folder is missing.
    """
    if not folder.is_dir():
        raise TopicError(f"{folder}: there is no such folder; name the folder that holds the articles.")
    found = {
        entry.name for entry in folder.iterdir() if not entry.name.startswith(".") and not entry.is_dir()
    }
    return tuple(sorted((found | set(map(plain, listed))) - {FILE_NAME}))


def plain(name: str) -> str:
    """A listed file's path in its shortest spelling: `./a.txt` and `b/../a.txt` are `a.txt`."""
    return posixpath.normpath(name) if name else name


def printable_name(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are shown by their escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def read(name: str, folder: Path) -> str:
    """The text of the article file `name` of the topic `folder`.

    Raises `SourceError` for a file that is missing, unreadable, too large, of another
    format, or outside of the folder.
    """
    path = _inside(name, folder)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise SourceError(
            f"is of a format that is not read ({path.suffix or 'no suffix'}); known: {known}.", "format"
        )
    text = reader(_content(path))
    if not text.strip():
        raise SourceError("is empty.", "empty")
    return text


def _inside(name: str, folder: Path) -> Path:
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(
            "can be no file's name, or goes round in a circle of links; mend it.", "irregular"
        ) from error
    if not inside:
        raise SourceError(
            "leads out of the topic's folder, so it was not opened; copy the file into it.", "outside"
        )
    return path


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise SourceError("is not there; mend the name in brief.toml or add the file.", "missing")
        if not path.is_file():
            raise SourceError("is not a regular file.", "irregular")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise SourceError(f"is larger than {MAX_BYTES // 2**20} MiB; split it.", "large")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be opened ({error.strerror}).", "unreadable") from error

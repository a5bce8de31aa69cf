"""Files of a topic's folder -> pages: nothing outside the folder is opened, nothing is rewritten.

A file that cannot be used raises `SourceError` with the reason; the pipeline makes a note
of it and reads on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from brief.config import FILE_NAME
from brief.errors import SourceError, TopicError
from brief.judge import NAME
from brief.model import Page

MAX_BYTES = 32 * 1024 * 1024


def source_names(folder: Path, listed: tuple[str, ...] = (), inbox: str = "") -> tuple[str, ...]:
    """The files of a topic, sorted: those in the folder, in its `inbox` and those listed, by their path.

    Raises `TopicError` where the folder is missing.
    """
    if not folder.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the articles.", folder=folder
        )
    found = {*_names(folder), *(f"{inbox}/{name}" for name in _names(folder / inbox) if inbox)}
    return tuple(sorted((found | set(map(plain, listed))) - {FILE_NAME, NAME}))


def _names(folder: Path) -> Iterator[str]:
    """The files of a folder, none where there is no such folder."""
    if folder.is_dir():
        entries = folder.iterdir()
        yield from (one.name for one in entries if not one.name.startswith(".") and not one.is_dir())


def unread_folders(folder: Path) -> tuple[str, ...]:
    """The folders inside of a topic whose files are no sources unless brief.toml lists them, sorted."""
    return tuple(
        sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    )


def plain(name: str) -> str:
    """A listed file's path in its shortest spelling: `./a.txt` and `b/../a.txt` are `a.txt`."""
    return posixpath.normpath(name) if name else name


def printable_name(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are shown by their escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


def read(name: str, folder: Path, charset: str | None = None) -> tuple[Page, ...]:
    """The pages of the file `name` of the topic `folder`; `charset` is what its sender declared.

    Raises `SourceError` for a file that is missing, unreadable, too large, of another
    format, or outside of the folder.
    """
    from brief.readers import pages  # noqa: PLC0415 - a folder is listed without any reader

    path = _inside(name, folder)
    return pages(path.suffix, _content(path), charset)


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
            raise SourceError("is larger than %(most)s MiB; split it.", "large", most=MAX_BYTES // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise SourceError("cannot be opened (%(reason)s).", "unreadable", reason=error.strerror) from error

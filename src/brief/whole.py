"""Files that are there whole or not at all: written beside their place, then put there by one rename."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
# A reason may quote what stands in the file, however much that is.
_LONGEST = 200


def put(path: Path, content: bytes, mode: int = 0o644) -> None:
    """`content` as the file `path`, on the disk before it has its name; raises `OSError`.

    Half a file that a killed run leaves is called `.part-…` and stands beside it.
    """
    number, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def encoded(value: object) -> bytes:
    """A value as the JSON that people may look into: indented, UTF-8, ended by a line feed."""
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1) + b"\n"


def save(path: Path, value: object, mode: int = 0o644) -> None:
    """`value` as the JSON file `path`, which `load` reads again; raises `OSError`."""
    put(path, encoded(value), mode)


def load(path: Path, kind: type[T]) -> T:
    """The JSON file `path` as a `kind`, whatever somebody made of it.

    Raises `OSError` where there is no file to read, a pipe or a device included, and
    `msgspec.DecodeError` with a short reason where it holds anything else.
    """
    try:
        return msgspec.json.decode(content(path), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise msgspec.DecodeError(str(error)[:_LONGEST]) from error
    except RecursionError as error:
        raise msgspec.DecodeError("it is nested too deeply") from error


def content(path: Path) -> bytes:
    """What the file `path` holds; raises `OSError`, for a pipe or a device too, which may never end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(None, "it is no regular file", str(path))
    return path.read_bytes()


def reason(error: Exception) -> str:
    """Why a file cannot be read, without its name, which its sentence tells."""
    return str((isinstance(error, OSError) and error.strerror) or error)

"""The digests of files, known again by what the system says of a file that nobody has touched.

A thousand files are asked for at each run, and hardly any of them has changed: one whose size, times
and place on the disk are those of the last time is not read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from brief import whole
from brief.identity import digest

# A file that was touched this shortly before it was read may be touched again without a sign of it.
_FRESH = 2_000_000_000  # nanoseconds
_READ_AT_ONCE = 1 << 20
# No source, word list or type is larger; a film among the articles is known by its mark alone.
_MOST = 1 << 26
# What Python leaves beside its modules.
_LEFT = "__pycache__"
_INSTALLED = {".dist-info", ".egg-info"}


class _Mark(Struct, frozen=True, array_like=True):
    """What the system says of a file that nobody has touched: `changed` moves with every write to it."""

    size: int
    modified: int
    changed: int
    place: int
    disk: int


class _Known(Struct, frozen=True, array_like=True):
    mark: _Mark
    digest: str


class Digests:
    """The digests of files; those that are known stand in the file `memo`, which may be lost at any time."""

    def __init__(self, memo: Path | None = None) -> None:
        self._memo = memo
        self._known = _load(memo) if memo else {}
        self._asked: dict[str, _Known] = {}

    def of(self, path: Path) -> str | None:
        """The digest (SHA-256, hex) of a file's content, None where there is no regular file to read."""
        try:
            mark = _mark(path)
            if mark is None:
                return None
            name = str(path.absolute())
            known = self._asked.get(name) or self._known.get(name)
            if known is None or known.mark != mark:
                known = _Known(mark, _digest(path) if mark.size <= _MOST else digest(repr(mark)))
            if time.time_ns() - max(mark.modified, mark.changed) > _FRESH:
                self._asked[name] = known
        except (OSError, ValueError):
            return None
        return known.digest

    def save(self) -> None:
        """Keep what was asked for in the memo, and forget the rest; a memo that cannot be written is none."""
        if self._memo and self._asked != self._known:
            with contextlib.suppress(OSError, UnicodeEncodeError):
                self._memo.parent.mkdir(parents=True, exist_ok=True)
                whole.put(self._memo, msgspec.msgpack.encode(self._asked))


def _load(memo: Path) -> dict[str, _Known]:
    with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return msgspec.msgpack.decode(whole.content(memo), type=dict[str, _Known])
    return {}


def _mark(path: Path) -> _Mark | None:
    told = path.stat()
    if not stat.S_ISREG(told.st_mode):
        return None
    return _Mark(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino, told.st_dev)


def _digest(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while part := file.read(_READ_AT_ONCE):
            made.update(part)
    return made.hexdigest()


def program(digests: Digests) -> str:
    """The digest of all that decides what is made of a source: our code and data, Python, the libraries."""
    package = Path(__file__).parent
    own = (f"{path.relative_to(package)} {digests.of(path)}" for path in _files(package))
    return digest("\n".join((sys.version, *sorted(_libraries()), *sorted(own))))


def _files(package: Path) -> Iterator[Path]:
    # The templates of a checkout stand behind a link.
    for folder, folders, names in os.walk(package, followlinks=True):
        folders[:] = (name for name in folders if name != _LEFT)
        yield from (Path(folder, name) for name in names)


def _libraries() -> Iterator[str]:
    """The names of all that is installed: each says its version."""
    for folder in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):
            yield from (path.name for path in Path(folder or ".").iterdir() if path.suffix in _INSTALLED)

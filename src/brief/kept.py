"""Results that are kept by what they were made of, so that only what changed is made again.

A result stands in a file of its own, named by the digest of its kind, of all that it was made of, and of
the program that made it. Nothing is ever brought up to date: other content has another name. What is
lost, half written or of another make is made again; no result is worth an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

from brief import whole
from brief.digests import Digests, program

T = TypeVar("T")

FOLDER = ".cache"
# Results that so many runs did not ask for are removed.
RUNS = 20
MEMO, _RUNS = "files", "runs"
_NAME = re.compile(r"[0-9a-f]{64}")
_PART = ".part-"
_FAST = 1
# The members of a set have an order in no two processes.
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_UNFIT = (OSError, zlib.error, msgspec.DecodeError, UnicodeDecodeError, RecursionError, MemoryError)


class _Runs(msgspec.Struct, frozen=True):
    """The number of the last run that ended, and of the last one that asked for each result."""

    last: int = 0
    asked: dict[str, int] = {}


class Store:
    """The results kept in `folder`, and the `digests` of the files that they were made of.

    Without a folder nothing is kept, and nothing found.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self.digests = Digests(folder / MEMO if folder else None)
        self._program = program(self.digests) if folder else ""
        self._asked: set[str] = set()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._folder is not None

    def key(self, kind: str, given: object) -> str | None:
        """The name of the result of a kind that is made of `given`; None where it is not to be kept.

        What is given is whatever the result depends on beside the program, as values that msgspec encodes.
        """
        if self._folder is None:
            return None
        with contextlib.suppress(UnicodeEncodeError, TypeError):
            name = hashlib.sha256(_ENCODER.encode((kind, self._program, given))).hexdigest()
            self._asked.add(name)
            return name
        return None

    def has(self, key: str | None) -> bool:
        """Whether there is a file of that name."""
        with contextlib.suppress(OSError):
            return self._folder is not None and key is not None and (self._folder / key).is_file()
        return False

    def find(self, key: str | None, kind: type[T]) -> T | None:
        """The result that is kept under a name; None where there is none, or none that can be read."""
        if self._folder is not None and key is not None:
            with contextlib.suppress(*_UNFIT):
                content = zlib.decompress(whole.content(self._folder / key))
                return msgspec.msgpack.decode(content, type=kind)
        return None

    def put(self, key: str | None, result: object) -> None:
        """Keep a result under a name; one that cannot be written, or holds what is no text, is not kept."""
        if self._folder is not None and key is not None:
            with contextlib.suppress(OSError, UnicodeEncodeError, TypeError):
                self._folder.mkdir(parents=True, exist_ok=True)
                whole.put(self._folder / key, zlib.compress(_ENCODER.encode(result), _FAST))

    def close(self) -> None:
        """Count the run, remove what many runs did not ask for, and keep the digests of the files."""
        self.digests.save()
        if self._folder is None or not self._folder.is_dir():
            return
        with contextlib.suppress(OSError):
            self._count(self._folder)

    def _count(self, folder: Path) -> None:
        before = _runs(folder)
        now = before.last + 1
        there = {path.name for path in folder.iterdir() if _NAME.fullmatch(path.name)}
        # What a run that was killed left was made for nothing yet.
        asked = {name: now if name in self._asked else before.asked.get(name, now) for name in there}
        kept = {name: run for name, run in asked.items() if now - run < RUNS}
        whole.put(folder / _RUNS, msgspec.msgpack.encode(_Runs(now, kept)))
        for name in there - kept.keys():
            (folder / name).unlink(missing_ok=True)
        for left in folder.glob(f"{_PART}*"):
            left.unlink(missing_ok=True)


def _runs(folder: Path) -> _Runs:
    with contextlib.suppress(*_UNFIT):
        return msgspec.msgpack.decode(whole.content(folder / _RUNS), type=_Runs)
    return _Runs()

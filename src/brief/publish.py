"""Finished files -> their place, so that a reader never meets half an issue.

Everything is written beside the target first and then put there by one rename; a killed
build leaves the last good issue as it was. Only where others keep files in the same folder
are there as many renames as the issue has files.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from brief.errors import TopicError
from brief.model import Artifact

# The file that tells an issue of a brief from any other folder.
ISSUE = "brief.json"
# No build takes an hour.
STALE_SECONDS = 3600
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A new folder beside `target` to write into; it is gone afterwards, published or not."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise TopicError(
            "%(folder)s: cannot be written (%(reason)s); mend that, or choose another folder.",
            folder=target.parent,
            reason=error.strerror,
        ) from error
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what builds that were killed long ago left beside `target`."""
    for left in target.parent.glob(f".{glob.escape(target.name)}-????????*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def write(folder: Path, artifacts: Iterable[Artifact], texts: dict[str, str]) -> None:
    """The artifacts, and the texts that their anchors point into, by their place within the issue."""
    for artifact in artifacts:
        (folder / artifact.name).write_bytes(artifact.content)
    for name, text in texts.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())


def keep(folder: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Copies of the files in `folder`, by their names there."""
    for name, path in files:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())


def is_free(target: Path, sign: str = ISSUE) -> bool:
    """Whether nothing would be lost at `target`: it is not there, empty, or an earlier one by its `sign`."""
    if not target.exists():
        return True
    return target.is_dir() and ((target / sign).is_file() or not any(target.iterdir()))


def refuse(target: Path, own: Collection[str]) -> None:
    """Raise `TopicError` where an issue, whose files have these `own` names, would replace others' files."""
    if is_free(target):
        return
    taken = [one.name for one in target.iterdir() if one.name in own] if target.is_dir() else [target.name]
    if taken:
        raise _taken(target, taken)


def _taken(target: Path, names: Iterable[str]) -> TopicError:
    return TopicError(
        "%(folder)s: holds other files than an issue of a brief (%(name)s); name an empty or a new folder.",
        folder=target,
        name=min(names),
    )


def publish(folder: Path, target: Path, sign: str = ISSUE) -> None:
    """Put the staged `folder` where `target` is, in one step; what stood there before is removed.

    A target that holds anything but an earlier one, which is known by its file `sign`, is refused.
    """
    if not target.exists():
        folder.rename(target)
        return
    if not is_free(target, sign):
        raise _taken(target, [one.name for one in target.iterdir()] if target.is_dir() else [target.name])
    _exchange(folder, target)


def place(folder: Path, target: Path, own: Collection[str]) -> None:
    """Put the staged issue in `folder` where `target` is; what others keep there stays.

    Where nobody does it is one step (`publish`), otherwise one for each file or folder, and what makes
    it an issue comes last. Of an earlier issue, which is known by its `own` names, nothing remains.
    Raises `TopicError` as `refuse` does.
    """
    if not target.is_dir() or all(one.name in own for one in target.iterdir()):
        publish(folder, target)
        return
    refuse(target, own)
    made = sorted((one.name for one in folder.iterdir()), key=lambda name: (name == ISSUE, name))
    for name in made:
        if (target / name).exists():
            _exchange(folder / name, target / name)
        else:
            (folder / name).rename(target / name)
    for name in set(own).difference(made):
        if (target / name).exists():
            (target / name).rename(folder / name)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders, or two files: atomically where the system can, by two renames where it cannot."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        swap = getattr(library, "renameat2", None)
        if swap and swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
            return
    aside = one.with_name(f"{one.name}-old")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)

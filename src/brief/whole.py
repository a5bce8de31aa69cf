"""Files that are there whole or not at all: written beside their place, then put there by one rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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

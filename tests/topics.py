"""Topics as tests need them: folders of texts, written where a test says, and the program run on them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

STRIKE = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "strike").glob("*.txt"))}


def topic(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """The folder with `files` in it, written in the order they are given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def brief(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`brief` run as a user runs it, in a process of its own."""
    source = str(Path(__file__).parents[1] / "src")
    return subprocess.run(
        [sys.executable, "-m", "brief", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": source, **environment},
        timeout=120,
    )

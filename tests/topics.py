"""Topics as tests need them: folders of texts, written where a test says, and the program run on them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from brief.cli import main

ROOT = Path(__file__).parents[1]
STRIKE = {path.name: path.read_bytes() for path in sorted((ROOT / "tests" / "strike").glob("*.txt"))}


class Outcome(NamedTuple):
    """What a run of the program said and how it ended."""

    code: int
    out: str
    err: str


def topic(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """The folder with `files` in it, written in the order they are given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run(*arguments: str | Path) -> Outcome:
    """`brief` with these arguments, in this process; an exception that it lets out is the test's."""
    out, err = StringIO(), StringIO()
    argv = ["brief", *map(str, arguments)]
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", argv):
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())


def brief(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`brief` as a user runs it, in a process of its own with more in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "brief", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        timeout=120,
    )


def spawn(*arguments: str | Path, **environment: str) -> Outcome:
    """The same as an outcome."""
    done = brief(*arguments, **environment)
    return Outcome(done.returncode, done.stdout, done.stderr)

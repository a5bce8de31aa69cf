"""The machine's own programs that keep schedules, called without a shell."""

from __future__ import annotations

import os
import shutil
import subprocess

from msgspec import Struct

# None of them takes long; one that hangs is as good as absent.
_SECONDS = 60
# The code of a program that did not run, as a shell has it.
NOT_RUN = 127


class Said(Struct, frozen=True):
    """How a program ended (`code`, `NOT_RUN` where it did not begin) and what it said."""

    code: int
    out: str = ""
    problem: str = ""


def is_there(name: str) -> bool:
    """Whether a program is on the path."""
    return shutil.which(name) is not None


def asked(*command: str, given: str = "") -> Said:
    """Run a program of the system in its own language, with `given` as its input, and wait for its end."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with arguments of ours
            command,
            input=given.encode(errors="surrogateescape"),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Said(NOT_RUN, problem=str(error))
    return Said(
        done.returncode,
        done.stdout.decode(errors="surrogateescape"),
        done.stderr.decode(errors="replace").strip(),
    )

"""A reader in a process of its own: what breaks, bloats or hangs it ends there.

Parsers written in C meet files that were made to break them. Such a file becomes a reason
like any other, and the rest of the topic is read.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

import msgspec
from msgspec import Struct

from brief.errors import SourceError
from brief.model import Page

SECONDS = 40
MAX_MEMORY = 1024 * 1024 * 1024
# What all that one file encloses may take together.
MAX_SECONDS = 45
MAX_CONTENTS = 20

_PROGRAM = "from brief.readers.confined import serve; serve()"


class Confined(Struct, frozen=True):
    """A reader that is run in a process of its own, named so that it is loaded there only."""

    module: str
    function: str


class Allowance(Struct):
    """What is left of the time and the processes that one file may take, whatever it encloses."""

    seconds: float = MAX_SECONDS
    contents: int = MAX_CONTENTS


class _Job(Struct, frozen=True):
    """What the process is to read, and with what."""

    module: str
    function: str
    content: bytes
    charset: str | None
    seconds: int


class _Answer(Struct, frozen=True):
    """The pages of a content, or the sentence and kind of the reason why it has none."""

    pages: tuple[Page, ...] = ()
    error: str | None = None
    kind: str = ""


def read_confined(
    reader: Confined, content: bytes, charset: str | None, allowance: Allowance
) -> Iterable[Page]:
    """What `reader` makes of a content; what that takes is taken off the allowance.

    Raises its `SourceError`, and one of its own where it takes more than `SECONDS`, `MAX_MEMORY`
    or what is left of the allowance, or breaks.
    """
    if allowance.seconds <= 0 or allowance.contents <= 0:
        raise SourceError(
            "lies in a file behind others that took all the time one file may take; save it as a file "
            "of its own.",
            "large",
        )
    seconds = min(SECONDS + 5, allowance.seconds)
    job = _Job(reader.module, reader.function, content, charset, min(SECONDS, math.ceil(seconds)))
    start = monotonic()
    try:
        return _answer(_run(msgspec.msgpack.encode(job), seconds))
    finally:
        allowance.seconds -= monotonic() - start
        allowance.contents -= 1


def _run(job: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    try:
        # Only this package's own words are run: the content travels as data, and -P keeps the
        # folder that the analyst happens to stand in off the path.
        return subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-c", _PROGRAM],
            input=job,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": _path()},
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much() from error


def _path() -> str:
    """Where the process finds this package, and what was named in full; never the current folder."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    own = str(Path(__file__).resolve().parents[2])
    return os.pathsep.join((own, *(folder for folder in named if Path(folder).is_absolute())))


def _answer(run: subprocess.CompletedProcess[bytes]) -> Iterable[Page]:
    try:
        answer = msgspec.msgpack.decode(run.stdout, type=_Answer)
    except msgspec.DecodeError as error:
        if run.returncode == -_cpu_signal():
            raise _too_much() from error
        raise SourceError("breaks the program that reads it; save the article as text.", "broken") from error
    if answer.error is not None:
        raise SourceError(answer.error, answer.kind)
    return answer.pages


def _too_much() -> SourceError:
    return SourceError(
        "takes more time or memory to read than any article; save the article as text.", "large"
    )


def _cpu_signal() -> int:
    import signal  # noqa: PLC0415 - only where something went wrong

    return int(signal.SIGXCPU)


def serve() -> None:
    """The other side: one job from standard input, its answer to standard output."""
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Job)
    _limit(job.seconds)
    sys.stdout.buffer.write(msgspec.msgpack.encode(_read(job)))


def _read(job: _Job) -> _Answer:
    try:
        reader: Any = getattr(import_module(job.module), job.function)
        return _Answer(pages=tuple(reader(job.content, job.charset)))
    except SourceError as error:
        return _Answer(error=str(error), kind=error.kind)
    except MemoryError:
        return _Answer(error=str(_too_much()), kind="large")


def _limit(seconds: int) -> None:
    import resource  # noqa: PLC0415 - only systems that have processes like these have it

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

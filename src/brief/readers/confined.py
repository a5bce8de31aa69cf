"""A reader in a process of its own: what breaks, bloats or hangs it ends there.

Parsers written in C meet files that were made to break them. Such a file becomes a reason
like any other, and the rest of the topic is read.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import msgspec
from msgspec import Struct

from brief.errors import SourceError
from brief.model import Page

SECONDS = 40
MAX_MEMORY = 1024 * 1024 * 1024

_PROGRAM = "from brief.readers.confined import serve; serve()"


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


def confined(module: str, function: str, content: bytes, charset: str | None) -> Iterable[Page]:
    """What the reader `function` of `module` makes of a content.

    Raises its `SourceError`, and one of its own where it takes more than `SECONDS` or
    `MAX_MEMORY`, or breaks.
    """
    job = msgspec.msgpack.encode(_Job(module, function, content, charset, SECONDS))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        # Only this package's own words are run: the content travels as data, and -P keeps the
        # folder that the analyst happens to stand in off the path.
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-c", _PROGRAM],
            input=job,
            capture_output=True,
            timeout=SECONDS + 5,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much() from error
    return _answer(run)


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

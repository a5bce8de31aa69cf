"""The history of a topic's runs, in `reports/<topic>/runs.jsonl`: append-only, a JSON line at each end.

A run writes one line when it begins and one when it ends, under one id. A begun run without an end was
killed; while it lives it holds a shared lock on the file, which the system takes back from whoever dies.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, structs

from brief import whole
from brief.errors import BriefError, GateError, Remark
from brief.lock import BusyError
from brief.logbook import Clock, Log
from brief.printed import plain
from brief.shelf import REPORTS
from brief.terminal import said, told

FILE_NAME = "runs.jsonl"
Made = Literal["made", "revised", "unchanged", "empty"]
Outcome = Literal[
    "made", "revised", "unchanged", "empty", "refused", "failed", "busy", "interrupted", "running"
]
# What somebody has to look into.
UNDONE = frozenset({"refused", "failed", "interrupted"})
Tell = Callable[[str, str], None]


class Run(Struct, frozen=True, kw_only=True):
    """One run: `started` and `ended` are ISO in UTC, `seconds` what it took by a clock that never jumps.

    A line of its beginning says `running`; `interrupted` is what a reader makes of one that never ended.
    """

    schema: Literal["run/1"] = "run/1"
    run: str
    started: str
    ended: str | None = None
    issue: str | None = None
    outcome: Outcome = "running"
    exit_code: int | None = None
    seconds: float | None = None
    counts: dict[str, int] = {}
    error: str | None = None


class Recorder:
    """What a run under way says of itself; `log` is bound to its topic and id."""

    def __init__(self, run: Run, log: Log) -> None:
        self.run = run
        self.log = log

    def of(self, issue: str) -> None:
        """The run is about this issue: to be said as soon as it is known."""
        self.run = structs.replace(self.run, issue=issue)

    def ended(self, outcome: Made, **counts: int) -> None:
        """How the run came out well, and what it counted; an exception says the rest."""
        self.run = structs.replace(self.run, outcome=outcome, counts=counts)


def tell_operator(subject: str, text: str) -> None:
    """Plain mail to the operator of recipients.toml; raises what the mail does."""
    from brief.deliver import post  # noqa: PLC0415 - only a failed run writes mail

    post.tell_operator(subject, text)


@contextmanager
def recorded(
    topic: str, clock: Clock, log: Log, *, reports: Path = REPORTS, tell: Tell = tell_operator
) -> Iterator[Recorder]:
    """Write a run of the topic into its history, whatever becomes of it, and tell the operator of a failure.

    What is raised within is raised again; a `GateError` counts as refused, a `BusyError` as busy (another
    run is at work, so nobody is told), and anything else as failed. A history that cannot be written, or
    an operator who cannot be told, is a warning of `log`.
    """
    began, timer = clock().astimezone(UTC), time.monotonic()
    run = Run(run=secrets.token_hex(5), started=began.isoformat(timespec="seconds"))
    log = log.bind(topic=topic, run=run.run)
    recorder = Recorder(run, log)
    with _held(reports / topic / FILE_NAME, log) as file:
        _append(file, run, log)
        log.info("run begins")
        failure: BaseException | None = None
        try:
            yield recorder
        except BaseException as error:
            failure = error
            raise
        finally:
            ended = _ended(recorder.run, failure)
            ended = structs.replace(
                ended,
                ended=clock().astimezone(UTC).isoformat(timespec="seconds"),
                seconds=round(time.monotonic() - timer, 3),
            )
            _append(file, ended, log)
            _note(ended, log)
            if ended.outcome in {"refused", "failed"}:
                _tell(topic, ended, failure, log, tell)


def runs(topic: str, reports: Path = REPORTS) -> tuple[Run, ...]:
    """All runs of a topic, the earliest first; none where there is no history.

    Lines that are no run are passed over; a torn one is a run that was interrupted. Raises `OSError`
    where the file cannot be read.
    """
    path = reports / topic / FILE_NAME
    try:
        content = whole.content(path)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    found: dict[str, Run] = {}
    last: Run | None = None
    for line in content.split(b"\n"):
        if (run := _read(line)) is not None:
            found[run.run] = last = run
        elif line.strip() and (last is None or last.outcome != "running"):
            # A torn beginning; a torn end belongs to the run that began before it.
            found[str(len(found))] = Run(run="", started="", outcome="interrupted")
    return tuple(_judged(list(found.values()), alive=_alive(path)))


def _judged(found: list[Run], *, alive: bool) -> Iterator[Run]:
    """The runs, those without an end interrupted but for the last one while a process holds the file."""
    open_ = [run.run for run in found if run.outcome == "running"]
    for run in found:
        dead = run.outcome == "running" and not (alive and run.run == open_[-1])
        yield structs.replace(run, outcome="interrupted") if dead else run


def _read(line: bytes) -> Run | None:
    try:
        return msgspec.json.decode(line, type=Run)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _alive(path: Path) -> bool:
    """Whether a run holds the file."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def _held(path: Path, log: Log) -> Iterator[int | None]:
    """The history open for appending and held by this process; None where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        log.warning("history not written", path=path, reason=error.strerror)
        yield None
        return
    try:
        # A file system without locks makes a run look interrupted while it works, and nothing worse.
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_SH)
        yield file
    finally:
        os.close(file)


def _append(file: int | None, run: Run, log: Log) -> None:
    """One write, on the disk before this returns; a torn line before it is ended first."""
    if file is None:
        return
    try:
        size = os.fstat(file).st_size
        torn = size and os.pread(file, 1, size - 1) != b"\n"
        line = b"\n" * bool(torn) + msgspec.json.encode(run) + b"\n"
        if os.write(file, line) < len(line):
            log.warning("history not written", reason="the disk is full")
        os.fsync(file)
    except OSError as error:
        log.warning("history not written", reason=error.strerror)


def _ended(run: Run, failure: BaseException | None) -> Run:
    """The run with its outcome and exit code."""
    if isinstance(failure, KeyboardInterrupt):
        return structs.replace(run, outcome="interrupted", exit_code=130)
    code = 0 if failure is None else getattr(failure, "exit_code", getattr(failure, "code", 1))
    if code == 0 and run.outcome != "running":
        return structs.replace(run, exit_code=0)
    return structs.replace(
        run,
        outcome=_failed(failure),
        exit_code=code if isinstance(code, int) and code else 1,
        error=_reason(failure),
    )


def _failed(failure: BaseException | None) -> Outcome:
    if isinstance(failure, BusyError):
        return "busy"
    return "refused" if isinstance(failure, GateError) else "failed"


def _reason(failure: BaseException | None) -> str:
    if failure is None:
        return "it ended without saying what it made"
    sentence = str(failure) if isinstance(failure, BriefError) else f"{type(failure).__name__}: {failure}"
    return plain(sentence)


def _note(run: Run, log: Log) -> None:
    note = log.error if run.outcome in UNDONE else log.info
    values: dict[str, object] = {
        "issue": run.issue,
        "outcome": run.outcome,
        "exit_code": run.exit_code,
        "seconds": run.seconds,
        **run.counts,
        "error": run.error,
    }
    note("run ends", **{name: value for name, value in values.items() if value is not None})


def _tell(topic: str, run: Run, failure: BaseException | None, log: Log, tell: Tell) -> None:
    """The message to the operator; that it cannot be sent is noted, and the run's own end stands."""
    subject = Remark("brief: %(topic)s was not made", topic=topic)
    text = Remark(
        "%(topic)s, issue %(issue)s, run of %(started)s: %(outcome)s with exit code %(code)s.",
        topic=topic,
        issue=run.issue or "-",
        started=run.started,
        outcome=run.outcome,
        code=run.exit_code,
    )
    reason = told(failure) if isinstance(failure, BriefError) else run.error
    try:
        tell(plain(said(subject)), f"{said(text)}\n\n{plain(str(reason))}\n")
    except Exception as error:  # noqa: BLE001 - whatever mail fails by, the run's own failure is what counts
        log.warning("operator not told", reason=str(error) or type(error).__name__)

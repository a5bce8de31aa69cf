"""`brief schedule run`: a process that keeps the schedule itself, on a machine with neither systemd nor cron.

A plan lies in a file of its own; each run is a child process, so that nothing it does can hold the
schedule up, and one that is stopped in the middle leaves the last good issue as every killed run does.
"""

from __future__ import annotations

import contextlib
import logging
import os
import select
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from brief import history, lock, shelf, whole
from brief.errors import TopicError
from brief.logbook import Clock, Log
from brief.schedule.plan import Plan

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

# How long a run that is asked to stop may take before it is killed.
PATIENCE_SECONDS = 20
# A machine that slept or whose clock was set is noticed within that time.
PULSE_SECONDS = 30
# When a plan is due after a time.
Due = Callable[[Plan, datetime], datetime]


def usable() -> bool:
    """Whether a plan can be kept: everywhere."""
    return True


def install(plan: Plan) -> None:
    """Write the plan where `brief schedule run` finds it; raises `TopicError`."""
    path = _path(plan.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.save(path, plan)
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be written (%(reason)s); mend that and install again.",
            path=path,
            reason=error.strerror,
        ) from error


def remove(name: str) -> bool:
    """Take a plan away; False where there is none. Raises `TopicError`."""
    path = _path(name)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be removed (%(reason)s); mend that and try again.",
            path=path,
            reason=error.strerror,
        ) from error
    return True


def installed() -> Iterator[Plan]:
    """The plans, sorted by name; a file that is none is passed over."""
    for path in sorted(_folder().glob("brief-*.json")):
        with contextlib.suppress(OSError, msgspec.DecodeError):
            yield whole.load(path, Plan)


def active(name: str) -> bool:
    """Whether a `brief schedule run` is at work."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only a question of this kind needs it

    path = _lock()
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True


def next_due(plan: Plan, after: datetime) -> datetime:
    """The plan's next time."""
    return next(plan.coming(after)).at.astimezone(UTC)


def missed(plan: Plan, now: datetime) -> bool:
    """Whether the plan's last time passed without a run that came to its end, though it ran before."""
    runs = history.runs(Path(plan.topic).name, Path(plan.directory) / shelf.REPORTS)
    ended = [run for run in runs if run.outcome not in {"interrupted", "running", "busy"}]
    return bool(runs) and (not ended or datetime.fromisoformat(ended[-1].started) < plan.latest(now))


def run(plans: Sequence[Plan], clock: Clock, log: Log, due: Due = next_due) -> None:
    """Keep the schedule of `plans` until SIGTERM or SIGINT; returns when the last child is gone.

    Times missed while it slept are made up for by one run each; runs follow each other. Raises
    `TopicError` where another process keeps the schedule already.
    """
    children = _Children(log)
    with lock.alone(_lock(), clock()), _stop_signals() as stopped:
        scheduler = _scheduler(plans, clock, children, due)
        scheduler.start()
        log.info("schedule begins", plans=len(plans))
        while not stopped(PULSE_SECONDS):
            _pulse(scheduler, plans, clock(), due)
        scheduler.shutdown(wait=False)
        children.stop()
        log.info("schedule ends")


def _scheduler(plans: Sequence[Plan], clock: Clock, children: _Children, due: Due) -> BackgroundScheduler:
    from apscheduler.executors.pool import ThreadPoolExecutor  # noqa: PLC0415 - only this keeps time
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415 - see above

    from brief.schedule.due import DueTrigger  # noqa: PLC0415 - see above

    # What matters of its log is in ours.
    logging.getLogger("apscheduler").propagate = False
    logging.getLogger("apscheduler").addHandler(logging.NullHandler())
    scheduler = BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
    for plan in plans:
        now = clock()
        scheduler.add_job(
            children.run,
            DueTrigger(partial(due, plan)),
            (plan,),
            id=plan.name,
            next_run_time=now if missed(plan, now) else due(plan, now),
            # A run that is late is a run all the same, and several late ones are one.
            misfire_grace_time=None,
            coalesce=True,
        )
    return scheduler


def _pulse(scheduler: BackgroundScheduler, plans: Sequence[Plan], now: datetime, due: Due) -> None:
    """Look at the clock anew: it may have been set, or the machine may have slept."""
    for plan in plans:
        job = scheduler.get_job(plan.name)
        if job is not None and job.next_run_time > (next_one := due(plan, now)):
            scheduler.modify_job(plan.name, next_run_time=next_one)
    scheduler.wakeup()


class _Children:
    """The runs under way."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._guard = threading.Lock()
        self._stopped = False
        self._processes: set[subprocess.Popen[bytes]] = set()

    def run(self, plan: Plan) -> None:
        """Run a plan's command and wait for its end."""
        with self._guard:
            if self._stopped or (process := self._begun(plan)) is None:
                return
            self._processes.add(process)
        code = process.wait()
        with self._guard:
            self._processes.discard(process)
        (self._log.info if code == 0 else self._log.error)("child ends", plan=plan.name, exit_code=code)

    def _begun(self, plan: Plan) -> subprocess.Popen[bytes] | None:
        try:
            # In a session of its own: Ctrl-C reaches it by way of `stop` and no other.
            return subprocess.Popen(  # noqa: S603 - the command that the plan was written with
                plan.command,
                cwd=plan.directory,
                env={**os.environ, "TZ": plan.zone},
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            self._log.error("child does not begin", plan=plan.name, reason=str(error))
            return None

    def stop(self) -> None:
        """Ask every run to stop, begin no other, and wait until they are gone."""
        with self._guard:
            self._stopped = True
            left = list(self._processes)
        for process in left:
            _signal(process, signal.SIGTERM)
        for process in left:
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait()


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Send a signal to a run and to whatever it has begun itself."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


@contextmanager
def _stop_signals() -> Iterator[Callable[[float], bool]]:
    """Waits some seconds, and tells whether SIGTERM or SIGINT came since the block began.

    A pipe that the interpreter writes to, for a handler in Python must not touch what the main thread
    holds.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield lambda seconds: bool(select.select([reader], [], [], seconds)[0])
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        os.close(reader)
        os.close(writer)


def _folder() -> Path:
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "brief" / "schedule"


def _path(name: str) -> Path:
    return _folder() / f"{name}.json"


def _lock() -> Path:
    return _folder() / ".lock"

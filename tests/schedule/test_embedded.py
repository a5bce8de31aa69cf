"""The process that keeps the schedule itself: runs on time, once for what it missed, and stops cleanly."""

import io
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from brief import history
from brief.logbook import logbook
from brief.schedule import embedded
from brief.schedule.plan import Plan
from tests.schedule.machines import plan
from tests.topics import ROOT

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LAST_SUNDAY = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans lie in a folder of the test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_plans_are_kept_and_removed(tmp_path: Path) -> None:
    """A plan is a file; another time replaces it, and what is no plan is passed over."""
    embedded.install(plan())
    embedded.install(plan(at="Mon 07:00"))
    (tmp_path / "config" / "brief" / "schedule" / "brief-broken.json").write_text("{")
    assert [kept.at for kept in embedded.installed()] == ["Mon 07:00"]
    assert embedded.remove(plan().name)
    assert not embedded.remove(plan().name)


def ran(folder: Path, started: datetime, outcome: history.Outcome) -> Plan:
    """A plan whose topic has one run in its history."""
    run = history.Run(run="a", started=started.isoformat(), outcome=outcome)
    shelf = folder / "reports" / "fuel"
    shelf.mkdir(parents=True)
    (shelf / history.FILE_NAME).write_bytes(msgspec.json.encode(run) + b"\n")
    return plan(str(folder / "fuel"), directory=str(folder))


@pytest.mark.parametrize(
    ("started", "outcome", "missed"),
    [
        (LAST_SUNDAY + timedelta(minutes=1), "made", False),
        (LAST_SUNDAY + timedelta(minutes=1), "failed", False),
        (LAST_SUNDAY + timedelta(minutes=1), "interrupted", True),
        (LAST_SUNDAY + timedelta(minutes=1), "busy", True),
        (LAST_SUNDAY - timedelta(minutes=1), "made", True),
        (LAST_SUNDAY - timedelta(days=30), "made", True),
    ],
)
def test_a_missed_time_is_seen_by_the_history(
    started: datetime, outcome: history.Outcome, tmp_path: Path, *, missed: bool
) -> None:
    """A time without a run that came to its end was missed; a run that failed did come to its end."""
    assert embedded.missed(ran(tmp_path, started, outcome), NOW) is missed


def test_a_topic_that_never_ran_has_missed_nothing(tmp_path: Path) -> None:
    """A new plan waits for its first time."""
    assert not embedded.missed(plan(str(tmp_path / "fuel"), directory=str(tmp_path)), NOW)


def scheduler(folder: Path, command: str, due: str) -> subprocess.Popen[str]:
    """`embedded.run` in a process of its own, for a plan with this command and these times."""
    program = textwrap.dedent(
        f"""
        import datetime, sys
        from brief.logbook import logbook
        from brief.schedule import embedded
        from brief.schedule.plan import Plan
        clock = lambda: datetime.datetime.now(datetime.UTC)
        plan = Plan(topic={str(folder / "fuel")!r}, at="06:00", zone="Asia/Riyadh", directory={str(folder)!r},
                    command=("/bin/sh", "-c", {command!r}))
        embedded.run([plan], clock, logbook(sys.stderr, clock), lambda plan, after: {due})
        """
    )
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


EVERY_SECOND = "after + datetime.timedelta(seconds=0.3)"
IN_A_YEAR = "after + datetime.timedelta(days=365)"


def awaited(path: Path, lines: int) -> list[str]:
    """The lines of a file as soon as it has so many."""
    for _ in range(200):
        found = path.read_text().splitlines() if path.exists() else []
        if len(found) >= lines:
            return found
        time.sleep(0.05)
    pytest.fail(f"{path}: not {lines} lines in ten seconds")


def stopped(process: subprocess.Popen[str], number: int) -> list[str]:
    """The events of the log of a scheduler that was sent a signal, its exit code being 0."""
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    return [json.loads(line)["event"] for line in err.splitlines()]


def test_runs_come_on_time_in_the_zone_and_one_after_the_other(tmp_path: Path) -> None:
    """Each due time runs the command in the plan's folder and zone, until SIGTERM."""
    out = tmp_path / "out"
    with scheduler(tmp_path, "echo $PWD $TZ >> out", EVERY_SECOND) as process:
        assert awaited(out, 2)[:2] == [f"{tmp_path} Asia/Riyadh"] * 2
        events = stopped(process, signal.SIGTERM)
    assert (events[0], events[-1]) == ("schedule begins", "schedule ends")
    assert events.count("child ends") >= 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_in_the_middle_of_a_run_stops_the_run_too(number: int, tmp_path: Path) -> None:
    """The child is asked to stop, and the scheduler ends when it is gone; nothing new begins."""
    out = tmp_path / "out"
    # A sleep that the signal finds half begun outlives the shell: it must not hold the pipe of the log open.
    command = "trap 'echo stopped >> out; exit 1' TERM; sleep 60 >/dev/null 2>&1 & echo begun >> out; wait"
    with scheduler(tmp_path, command, EVERY_SECOND) as process:
        awaited(out, 1)
        began = time.monotonic()
        stopped(process, number)
        assert time.monotonic() - began < 10
    assert out.read_text().splitlines() == ["begun", "stopped"]


def test_a_missed_time_is_made_up_for_once_at_the_start(tmp_path: Path) -> None:
    """Weeks that were missed are one run, at once."""
    ran(tmp_path, NOW - timedelta(days=40), "made")
    with scheduler(tmp_path, "echo run >> out", IN_A_YEAR) as process:
        awaited(tmp_path / "out", 1)
        time.sleep(0.5)
        stopped(process, signal.SIGTERM)
    assert (tmp_path / "out").read_text() == "run\n"


def test_a_second_scheduler_is_refused_and_the_first_is_seen(tmp_path: Path) -> None:
    """One process keeps the schedule, and `active` tells whether one does."""
    assert not embedded.active("")
    with scheduler(tmp_path, "echo run >> out", EVERY_SECOND) as process:
        awaited(tmp_path / "out", 1)
        assert embedded.active("")
        with scheduler(tmp_path, "true", EVERY_SECOND) as second:
            _, err = second.communicate(timeout=30)
            assert second.returncode != 0
            assert "is at work here" in err
        stopped(process, signal.SIGTERM)
    assert not embedded.active("")


def test_a_command_that_cannot_begin_is_told_and_the_schedule_goes_on(tmp_path: Path) -> None:
    """A folder that is gone is a line of the log."""
    stream = io.StringIO()
    children = embedded._Children(logbook(stream, lambda: NOW))
    children.run(plan(directory=str(tmp_path / "gone")))
    assert json.loads(stream.getvalue())["event"] == "child does not begin"


def test_a_clock_that_is_set_back_does_not_put_the_next_run_off() -> None:
    """What was due in a future that is no more is due anew."""
    wanted = plan()
    far = NOW + timedelta(days=365)
    held = embedded._scheduler(
        [wanted], lambda: far, embedded._Children(logbook(io.StringIO(), lambda: far)), embedded.next_due
    )
    held.start(paused=True)
    embedded._pulse(held, [wanted], NOW, embedded.next_due)
    assert held.get_job(wanted.name).next_run_time == embedded.next_due(wanted, NOW)
    held.shutdown()

"""A topic's runs: whatever becomes of a run, its history tells it."""

import io
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from brief import history
from brief.errors import GateError, TopicError
from brief.lock import BusyError, alone
from brief.logbook import Log, logbook

BEGAN = datetime(2024, 7, 1, 6, 0, tzinfo=UTC)


def clock() -> Callable[[], datetime]:
    """A clock that is asked once a second."""
    seconds = count()
    return lambda: BEGAN + timedelta(seconds=next(seconds))


class Told:
    """An operator who keeps what she is told."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, str]] = []

    def __call__(self, subject: str, text: str) -> None:
        """Keep one mail."""
        self.mails.append((subject, text))


@pytest.fixture
def stream() -> io.StringIO:
    """Where the log goes."""
    return io.StringIO()


@pytest.fixture
def log(stream: io.StringIO) -> Log:
    """A log into a pipe."""
    return logbook(stream, clock())


def events(stream: io.StringIO) -> list[dict[str, object]]:
    """The lines of a log."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_run_that_found_another_at_work_is_busy_and_nobody_is_told(tmp_path: Path, log: Log) -> None:
    """No failure to mail about: the other run will say how it ended."""
    told = Told()
    with (
        pytest.raises(BusyError),
        history.recorded("strike", clock(), log, reports=tmp_path, tell=told),
        alone(tmp_path / ".lock", BEGAN),
        alone(tmp_path / ".lock", BEGAN),
    ):
        pass
    (found,) = history.runs("strike", tmp_path)
    assert (found.outcome, found.exit_code, told.mails) == ("busy", 1, [])


def test_a_run_leaves_its_times_issue_outcome_and_counts(tmp_path: Path, log: Log) -> None:
    """What a run says of itself is read back, with exit code 0."""
    told = Told()
    with history.recorded("strike", clock(), log, reports=tmp_path, tell=told) as run:
        run.of("2024-W26")
        run.ended("made", articles=12, new=3)
    (found,) = history.runs("strike", tmp_path)
    assert (found.started, found.issue) == ("2024-07-01T06:00:00+00:00", "2024-W26")
    assert (found.ended, found.outcome) == ("2024-07-01T06:00:01+00:00", "made")
    assert (found.exit_code, found.counts, found.error) == (0, {"articles": 12, "new": 3}, None)
    assert found.seconds is not None
    assert 0 <= found.seconds < 5
    assert not told.mails


@pytest.mark.parametrize(
    ("error", "outcome", "code", "words"),
    [
        (GateError("the brief does not hold."), "refused", 3, "the brief does not hold."),
        (TopicError("%(path)s: is gone.", path="x"), "failed", 1, "x: is gone."),
        (typer.Exit(2), "failed", 2, "Exit"),
        (SystemExit(4), "failed", 4, "SystemExit"),
        (ZeroDivisionError("by\nzero\x1b[2J"), "failed", 1, "ZeroDivisionError: by zero[2J"),
    ],
)
def test_a_failed_run_is_told_and_raised_again(  # noqa: PLR0913, PLR0917 - a row of the table
    error: BaseException, outcome: str, code: int, words: str, tmp_path: Path, log: Log
) -> None:
    """Every way to fail has its outcome and exit code, reaches the operator once and is not swallowed."""
    told = Told()
    with pytest.raises(type(error)):  # noqa: PT012, SIM117 - the run is what raises
        with history.recorded("strike", clock(), log, reports=tmp_path, tell=told) as run:
            run.of("2024-W26")
            raise error
    (found,) = history.runs("strike", tmp_path)
    assert (found.outcome, found.exit_code, found.issue) == (outcome, code, "2024-W26")
    assert words in (found.error or "")
    ((subject, text),) = told.mails
    assert "strike" in subject
    assert words in text
    assert "2024-W26" in text


def test_an_exit_without_a_fault_after_the_end_is_no_failure(tmp_path: Path, log: Log) -> None:
    """`typer.Exit(0)` leaves the outcome that was said."""
    told = Told()
    with pytest.raises(typer.Exit):  # noqa: PT012, SIM117 - the run is what raises
        with history.recorded("strike", clock(), log, reports=tmp_path, tell=told) as run:
            run.ended("unchanged")
            raise typer.Exit(0)
    assert [found.outcome for found in history.runs("strike", tmp_path)] == ["unchanged"]
    assert not told.mails


def test_a_run_that_does_not_say_how_it_ended_failed(tmp_path: Path, log: Log) -> None:
    """Silence is not taken for success."""
    told = Told()
    with history.recorded("strike", clock(), log, reports=tmp_path, tell=told):
        pass
    assert [found.outcome for found in history.runs("strike", tmp_path)] == ["failed"]
    assert len(told.mails) == 1


def test_a_person_who_stops_a_run_is_not_written_to(tmp_path: Path, log: Log) -> None:
    """Ctrl-C is an interruption, and who pressed it knows."""
    told = Told()
    with (
        pytest.raises(KeyboardInterrupt),
        history.recorded("strike", clock(), log, reports=tmp_path, tell=told),
    ):
        raise KeyboardInterrupt
    assert [(run.outcome, run.exit_code) for run in history.runs("strike", tmp_path)] == [
        ("interrupted", 130)
    ]
    assert not told.mails


def test_that_nobody_can_be_told_is_in_the_log(tmp_path: Path, log: Log, stream: io.StringIO) -> None:
    """A broken mail server does not hide the run's own failure."""

    def tell(subject: str, text: str) -> None:
        raise ConnectionRefusedError("no server\nthere")

    with (
        pytest.raises(TopicError, match="gone"),
        history.recorded("strike", clock(), log, reports=tmp_path, tell=tell) as run,
    ):
        raise TopicError("gone")
    assert events(stream)[-1] == {
        "at": "2024-07-01T06:00:02+00:00",
        "level": "warning",
        "topic": "strike",
        "run": run.run.run,
        "event": "operator not told",
        "reason": "no server there",
    }


def test_a_history_that_cannot_be_written_ends_no_run(tmp_path: Path, log: Log, stream: io.StringIO) -> None:
    """The run goes on, and the log says why its history misses it."""
    (tmp_path / "strike").write_text("a file where a folder should be")
    with history.recorded("strike", clock(), log, reports=tmp_path, tell=Told()) as run:
        run.ended("made")
    assert "history not written" in [event["event"] for event in events(stream)]
    assert history.runs("strike", tmp_path) == ()


def written(folder: Path, log: Log, times: int) -> bytes:
    """The history of some runs that went well."""
    for _ in range(times):
        with history.recorded("strike", clock(), log, reports=folder, tell=Told()) as run:
            run.ended("made")
    return (folder / "strike" / history.FILE_NAME).read_bytes()


def test_a_history_cut_anywhere_is_read_and_goes_on(tmp_path: Path, log: Log) -> None:
    """Torn at any byte, it tells the whole runs before, at most one interrupted, and takes the next one."""
    whole = written(tmp_path, log, 2)
    path = tmp_path / "strike" / history.FILE_NAME
    # The last line of a run lacks nothing without its line end.
    ends = [place for place in range(len(whole)) if whole[place : place + 1] == b"\n"][1::2]
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        outcomes = [run.outcome for run in history.runs("strike", tmp_path)]
        done = sum(cut >= end for end in ends)
        begun = cut > (0, ends[0] + 1, len(whole))[done]
        assert outcomes == ["made"] * done + ["interrupted"] * begun, cut
        # A prime step meets every kind of place without a run at each byte.
        if cut % 23 == 0 or cut in ends:
            written(tmp_path, log, 1)
            assert [run.outcome for run in history.runs("strike", tmp_path)] == [*outcomes, "made"]


def run_of_its_own(folder: Path, then: str) -> str:
    """A program that begins a run and then does something."""
    return textwrap.dedent(
        f"""
        import datetime, io, os, sys, time
        from pathlib import Path
        from brief import history
        from brief.logbook import logbook
        clock = lambda: datetime.datetime.now(datetime.timezone.utc)
        log = logbook(io.StringIO(), clock)
        with history.recorded("strike", clock, log, reports=Path({str(folder)!r})) as run:
            print("begun", flush=True)
            {then}
        """
    )


def test_a_living_run_is_running_and_a_killed_one_interrupted(tmp_path: Path) -> None:
    """The same line is a run under way while its process lives, and none when it was killed."""
    program = run_of_its_own(tmp_path, "time.sleep(60)")
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert [run.outcome for run in history.runs("strike", tmp_path)] == ["running"]
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert [run.outcome for run in history.runs("strike", tmp_path)] == ["interrupted"]


def test_runs_at_one_time_keep_their_lines_whole(tmp_path: Path) -> None:
    """Several processes write into one history, and no line is lost or mixed with another."""
    program = run_of_its_own(tmp_path, "run.ended('unchanged', articles=1)")
    several = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [process.wait() for process in several] == [0] * 4
    assert [run.outcome for run in history.runs("strike", tmp_path)] == ["unchanged"] * 4
    lines = (tmp_path / "strike" / history.FILE_NAME).read_bytes().splitlines()
    assert len([json.loads(line) for line in lines]) == 8


def test_a_full_disk_is_told_and_ends_no_run(log: Log, stream: io.StringIO) -> None:
    """A write that the system refuses is a warning."""
    full = os.open("/dev/full", os.O_RDWR)
    history._append(full, history.Run(run="a", started="b"), log)
    os.close(full)
    assert events(stream)[-1]["event"] == "history not written"


@given(st.text())
def test_no_text_breaks_a_line_of_the_log(text: str) -> None:
    """Whatever a source is called, an event is one line of JSON, and nothing in it steers a terminal."""
    stream = io.StringIO()
    logbook(stream, clock()).bind(topic=text).warning("feed", **{"reason": [text], "by name": {text: text}})
    (line,) = stream.getvalue().splitlines()
    assert json.loads(line)["event"] == "feed"
    assert line.isprintable() or all(sign in " \u200c\u200d\u00a0" for sign in line if not sign.isprintable())


def test_a_terminal_is_shown_a_readable_line() -> None:
    """On a terminal an event is words, not JSON, and what a source says is no command to it."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    logbook(stream, clock()).info("run ends", topic="\x1b]0;x\x07fuel")
    shown = stream.getvalue()
    assert "run ends" in shown
    assert not shown.startswith("{")
    assert "\x1b]0" not in shown
    assert "\x07" not in shown

"""`brief schedule` as somebody at a terminal meets it, on machines with one way or another."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from brief import schedule
from tests.schedule.machines import CRONTAB, SYSTEMCTL, told, with_programs
from tests.topics import ROOT, Outcome, run


@pytest.fixture
def topic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A topic in the folder that the commands are given in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    folder = tmp_path / "أخبار 50%"
    folder.mkdir()
    return folder


def install(topic: Path, *more: str) -> Outcome:
    """Schedule the topic for Sundays in Riyadh."""
    return run("schedule", "install", topic, "--at", "Sun 06:00", "--zone", "Asia/Riyadh", *more)


@pytest.mark.parametrize(
    ("programs", "way"),
    [
        ({"systemctl": SYSTEMCTL, "crontab": CRONTAB}, "systemd"),
        ({"crontab": CRONTAB}, "cron"),
        ({}, "embedded"),
    ],
)
def test_the_best_way_of_the_machine_is_taken(
    programs: dict[str, str], way: str, topic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed, shown, told with its next times and removed, whatever the machine has."""
    with_programs(topic.parent, monkeypatch, **programs)
    done = install(topic)
    assert done.code == 0, done.err
    assert f"{topic}: Sun 06:00 Asia/Riyadh ({way})" in done.out
    assert " 06:00 +0300  Sun " in done.out
    assert " 03:00 UTC" in done.out
    assert [(kept.way, kept.plan.topic) for kept in schedule.installed()] == [(way, str(topic))]
    shown = run("schedule", "status")
    assert f"({way})" in shown.out
    # Nobody started the process that keeps the embedded one.
    assert shown.code == (1 if way == "embedded" else 0)
    assert len(run("schedule", "next", topic, "--count", "7").out.splitlines()) == 8
    assert f"removed from {way}" in run("schedule", "remove", topic).out
    assert schedule.installed() == ()
    assert run("schedule", "remove", topic).code == 1
    assert run("schedule", "status").code == 1


def test_a_topic_has_one_schedule(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another way takes the place of the first, which forgets the topic."""
    memory = with_programs(topic.parent, monkeypatch, systemctl=SYSTEMCTL, crontab=CRONTAB)
    assert install(topic).code == 0
    assert install(topic, "--with", "cron").code == 0
    assert [kept.way for kept in schedule.installed()] == ["cron"]
    assert told(memory)[-2].startswith("disable --now brief-50-")


def test_what_goes_wrong_is_a_sentence(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown way, one that the machine lacks, a wrong time and a wrong zone: nothing is installed."""
    with_programs(topic.parent, monkeypatch)
    for more, code, words in (
        (("--with", "windows"), 2, "is no way to schedule"),
        (("--with", "systemd"), 1, "this machine does not have it"),
        (("--with", "cron"), 1, "this machine does not have it"),
        (("--at", "Foo 06:00"), 2, "is no time of a schedule"),
        (("--zone", "Asia/Ryadh"), 2, "such as Asia/Riyadh"),
    ):
        done = install(topic, *more)
        assert (done.code, words in done.err) == (code, True), done.err
    assert schedule.installed() == ()


def test_a_workflow_is_printed_and_installs_nothing(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--with actions is text for a file of the repository."""
    with_programs(topic.parent, monkeypatch)
    done = install(topic, "--with", "actions")
    assert done.code == 0
    assert 'timezone: "Asia/Riyadh"' in done.out
    assert schedule.installed() == ()


def test_next_tells_an_hour_that_comes_twice(topic: Path) -> None:
    """Without an installed schedule, times can be asked for all the same."""
    done = run("schedule", "next", "--at", "Thu 23:30", "--zone", "Africa/Cairo", "--count", "60")
    assert done.code == 0
    assert done.out.count("the hour comes twice") >= 1
    assert "+0200" in done.out
    assert "+0300" in done.out


def test_run_needs_something_to_run(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an empty schedule nor half an order is kept running."""
    with_programs(topic.parent, monkeypatch)
    assert run("schedule", "run").code == 2
    assert run("schedule", "run", topic).code == 2


def test_run_keeps_what_install_kept_and_stops_when_asked(
    topic: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`schedule run` is seen by `schedule status` while it lives, and ends with 0 on SIGTERM."""
    with_programs(topic.parent, monkeypatch)
    assert install(topic).code == 0
    with subprocess.Popen(
        [sys.executable, "-m", "brief", "schedule", "run"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    ) as process:
        assert process.stderr is not None
        assert '"schedule begins"' in process.stderr.readline()
        assert run("schedule", "status").code == 0
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
        assert process.returncode == 0, err

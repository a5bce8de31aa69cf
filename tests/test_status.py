"""All topics at a glance: what is so, and what waits for a person."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from brief import approval, history, shelf, status
from brief.deliver import Parcel, Recipient, ledger
from brief.schedule import embedded
from tests.schedule.machines import CRONTAB, plan, with_programs
from tests.topics import brief

NOW = datetime(2024, 7, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all topics, on a machine of the test's own without any schedule."""
    with_programs(tmp_path, monkeypatch, crontab=CRONTAB)
    folder = tmp_path / "reports"
    folder.mkdir()
    return folder


def issue(folder: Path, name: str = "2024-W26", end: str = "2024-06-29") -> Path:
    """An issue of a week, as a weekly run leaves it."""
    folder = folder / name
    folder.mkdir(parents=True)
    (folder / "brief.json").write_text("{}")
    start = (datetime.fromisoformat(end) - timedelta(days=6)).date().isoformat()
    shelf.put(folder, shelf.Edition(topic="fuel", issue=name, start=start, end=end, revision=1, inputs="a"))
    return folder


def approve(folder: Path) -> None:
    """Approve an issue as it stands."""
    (folder / shelf.APPROVAL).write_bytes(msgspec.json.encode(approval.approved(folder, "Huda", NOW)))


def ran(reports: Path, days: float = 1, outcome: history.Outcome = "made", error: str | None = None) -> None:
    """A run of the topic so many days ago."""
    started = (NOW - timedelta(days=days)).isoformat()
    run = history.Run(run=str(days), started=started, outcome=outcome, error=error)
    with (reports / "fuel" / history.FILE_NAME).open("ab") as file:
        file.write(msgspec.json.encode(run) + b"\n")


def fuel(reports: Path) -> status.Glance:
    """The one topic."""
    (found,) = status.glances(NOW, reports)
    return found


def test_a_run_that_found_another_at_work_is_not_the_last_one(reports: Path) -> None:
    """It did nothing: what counts is what the other came to."""
    approve(issue(reports / "fuel"))
    ran(reports, 1)
    ran(reports, 0.5, "busy", "process 7 is at work here")
    found = fuel(reports)
    assert (found.last and found.last.outcome, found.needs) == ("made", ())


def test_an_approved_issue_of_a_week_that_ran_waits_for_nobody(reports: Path) -> None:
    """All is told, nothing is needed."""
    approve(issue(reports / "fuel"))
    ran(reports)
    found = fuel(reports)
    assert (found.topic, found.issue, found.start, found.end) == (
        "fuel",
        "2024-W26",
        "2024-06-23",
        "2024-06-29",
    )
    assert (found.state, found.needs) == ("approved", ())
    assert found.last is not None
    assert found.last.outcome == "made"
    assert not status.waits([found])


def test_the_last_issue_is_the_one_with_the_latest_days(reports: Path) -> None:
    """A month that ended later comes before a week, however the names are sorted."""
    approve(issue(reports / "fuel", "2024-W26", "2024-06-29"))
    issue(reports / "fuel", "2024-06", "2024-06-30")
    assert fuel(reports).issue == "2024-06"


def test_a_draft_and_a_changed_issue_wait_for_approval(reports: Path) -> None:
    """Who approves is told which issue, and how."""
    folder = issue(reports / "fuel")
    assert fuel(reports).state == "draft"
    assert "brief approve" in fuel(reports).needs[0]
    approve(folder)
    (folder / "brief.json").write_text("{ }")
    assert fuel(reports).state == "changed"
    assert "changed after it was approved" in fuel(reports).needs[0]


def test_a_refused_issue_is_told_until_a_good_one_takes_its_place(reports: Path) -> None:
    """A refused later week is the topic's last issue, and so is a refused revision, but for an old one."""
    good = issue(reports / "fuel")
    approve(good)
    later = issue(reports / "fuel" / shelf.REFUSED, "2024-W27", "2024-07-06")
    assert (fuel(reports).issue, fuel(reports).state) == ("2024-W27", "refused")
    assert "did not pass its check" in fuel(reports).needs[0]
    later.rename(later.with_name("away"))
    (later.with_name("away") / shelf.RECORD).unlink()
    revision = issue(reports / "fuel" / shelf.REFUSED)
    old = (good / shelf.RECORD).stat().st_mtime
    os.utime(revision / shelf.RECORD, (old + 5, old + 5))
    assert fuel(reports).state == "refused"
    os.utime(revision / shelf.RECORD, (old - 5, old - 5))
    assert fuel(reports).state == "approved"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("failed", "the last run failed: the disk is full"),
        ("refused", "the last run failed: the disk is full"),
        ("running", "interrupted"),
    ],
)
def test_a_run_that_came_to_nothing_is_told(outcome: history.Outcome, words: str, reports: Path) -> None:
    """Failed, refused and killed runs wait for a person, with their reason."""
    approve(issue(reports / "fuel"))
    ran(reports, 2)
    ran(reports, 1, outcome, "the disk is full")
    assert [words in need for need in fuel(reports).needs] == [True]


@pytest.mark.parametrize(("days", "needs"), [(7, ()), (9, ("has not run for 9 days.",))])
def test_a_topic_without_a_schedule_rests_a_week(days: int, needs: tuple[str, ...], reports: Path) -> None:
    """More than eight days without a run are told."""
    approve(issue(reports / "fuel"))
    ran(reports, days)
    assert fuel(reports).needs == needs


def test_a_schedule_is_told_and_a_time_that_it_missed(reports: Path) -> None:
    """The next time is told, that nobody keeps the schedule, and a time that had no run for a day."""
    topic = reports.parent / "fuel"
    topic.mkdir()
    embedded.install(plan(str(topic), directory=str(reports.parent)))
    approve(issue(reports / "fuel"))
    ran(reports, 2)
    found = fuel(reports)
    assert (found.by, found.at, found.zone) == ("embedded", "Sun 06:00", "Asia/Riyadh")
    assert found.next == "2024-07-07T06:00:00+03:00"
    assert [str(need) for need in found.needs] == [
        "its schedule by embedded does not wait for the next time; start it."
    ]
    (reports / "fuel" / history.FILE_NAME).unlink()
    ran(reports, 3)
    assert "has not run for 3 days." in fuel(reports).needs


def test_a_scheduled_topic_without_an_issue_is_shown(reports: Path) -> None:
    """What is only planned is a topic, too, and a folder that is gone is told."""
    embedded.install(plan(str(reports.parent / "fuel"), directory=str(reports.parent)))
    found = fuel(reports)
    assert (found.issue, found.last) == (None, None)
    assert "is gone" in found.needs[0]


def delivered(reports: Path, folder: Path, digest: str, **states: ledger.State) -> None:
    """What became of an issue for some people."""
    parcel = Parcel(topic="fuel", issue=folder.name, folder=folder, digest=digest)
    with ledger.opened(reports / ledger.NAME) as book:
        for name, state in states.items():
            recipient = Recipient(channel="mail", address=f"{name}@example.org")
            book.record(parcel, recipient, ledger.Event(state, NOW.isoformat()))


def test_deliveries_are_counted_by_what_became_of_them(reports: Path) -> None:
    """Of the last issue as it stands; those that nobody knows of wait for a person."""
    folder = issue(reports / "fuel")
    approve(folder)
    delivered(reports, folder, "of an earlier edition", a="sent", b="failed")
    delivered(reports, folder, shelf.fingerprint(folder), a="sent", b="sent", c="unknown")
    found = fuel(reports)
    assert found.deliveries == {"sent": 2, "unknown": 1}
    assert [str(need) for need in found.needs] == [
        f"deliveries of 2024-W26 that are unknown: 1; see `brief receipts {folder}`."
    ]


def test_who_was_not_reached_is_told_while_the_next_issue_is_a_draft(reports: Path) -> None:
    """The issue that was shared last is not forgotten for a newer one that nobody approved."""
    folder = issue(reports / "fuel")
    approve(folder)
    delivered(reports, folder, shelf.fingerprint(folder), a="failed")
    issue(reports / "fuel", "2024-W27", "2024-07-06")
    found = fuel(reports)
    assert (found.issue, found.deliveries) == ("2024-W27", {})
    assert [str(need).partition(":")[0] for need in found.needs] == [
        "2024-W27 waits for approval",
        "deliveries of 2024-W26 that are failed",
    ]


def test_a_withdrawn_issue_is_nobodys_work_any_more(reports: Path) -> None:
    """It cannot be shared again, so whom it did not reach is no matter."""
    folder = issue(reports / "fuel")
    approve(folder)
    delivered(reports, folder, shelf.fingerprint(folder), a="failed")
    (folder / shelf.WITHDRAWN).write_text("{}")
    found = fuel(reports)
    assert (found.state, found.deliveries, found.needs) == ("withdrawn", {"failed": 1}, ())


def test_what_cannot_be_read_is_told_and_hides_no_other_topic(reports: Path) -> None:
    """A broken record of one topic is a sentence beside its name."""
    approve(issue(reports / "fuel"))
    (issue(reports / "wheat") / shelf.RECORD).write_text("{")
    found = status.glances(NOW, reports)
    assert [glance.topic for glance in found] == ["fuel", "wheat"]
    assert found[0].needs == ()
    assert "cannot be read" in found[1].needs[0]


def test_an_issue_of_a_plain_build_needs_no_approval(reports: Path) -> None:
    """What `brief build` made is shown, and the site is no topic."""
    for name in ("2024-06-20", "2024-06-25"):
        (reports / "fuel" / name).mkdir(parents=True)
        (reports / "fuel" / name / "brief.json").write_text("{}")
    (reports / "site" / "x").mkdir(parents=True)
    (reports / "site" / "x" / "brief.json").write_text("{}")
    found = fuel(reports)
    assert (found.issue, found.state, found.needs) == ("2024-06-25", "draft", ())


def test_the_command_prints_lines_or_json_and_exits_by_what_waits(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe a topic is a line with what waits below it; --json is for a monitor; no name is obeyed."""
    monkeypatch.chdir(reports.parent)
    assert brief("status").returncode == 0
    issue(reports / "fuel\x1b[2J")
    done = brief("status", LANGUAGE="en")
    assert done.returncode == 1
    first, second = done.stdout.splitlines()
    assert first == "fuel[2J: issue: 2024-W26; days: 2024-06-23 – 2024-06-29; state: draft"
    assert second.startswith("  2024-W26 waits for approval")
    (found,) = json.loads(brief("status", "--json").stdout)
    assert (found["issue"], found["state"]) == ("2024-W26", "draft")
    assert "waits for approval" in found["needs"][0]
    assert "العدد 2024-W26 ينتظر الاعتماد" in brief("status", LANGUAGE="ar").stdout

"""A rule of retention: what may go is shown, what must stay stays, and a kill leaves no half issue."""

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import approval, lock, prune, shelf, stored, whole
from brief.config import SourceSettings, Topic
from brief.deliver import Parcel, Recipient, ledger
from brief.deliver.ledger import Event
from brief.errors import TopicError
from brief.prune import Old, Rule, Shelf
from brief.stored import Index, Stored

NOW = datetime(2024, 12, 31, 6, tzinfo=UTC)
FIRST = date(2024, 1, 6)
TOPIC = "souk"


def week(
    reports: Path, number: int, previous: int | None = None, *, approved: bool = True, short: bool = False
) -> Path:
    """The issue of a week, its files in its place."""
    start = FIRST + timedelta(weeks=number)
    folder = reports / TOPIC / _name(number)
    folder.mkdir(parents=True)
    (folder / "brief.json").write_bytes(b"{}")
    (folder / "brief.pdf").write_bytes(b"%PDF" + bytes(996))
    edition = shelf.Edition(
        topic=TOPIC,
        issue=folder.name,
        start=start.isoformat(),
        end=(start + timedelta(days=6)).isoformat(),
        revision=1,
        inputs=str(number),
        previous=None if previous is None else _name(previous),
        short=short,
    )
    shelf.put(folder, edition)
    if approved:
        whole.put(folder / shelf.APPROVAL, msgspec.json.encode(approval.approved(folder, "مديرة النشر", NOW)))
    return folder


def _name(number: int) -> str:
    return f"2024-W{number + 1:02}"


def weeks(reports: Path, count: int) -> Shelf:
    """A topic with an approved issue a week, each telling what changed since the one before."""
    for number in range(count):
        week(reports, number, number - 1 if number else None)
    return Shelf(TOPIC, reports)


def names(found: tuple[Old, ...], kind: str) -> set[str]:
    """The names of what may go of a kind."""
    return {one.name for one in found if one.kind == kind}


def left(past: Shelf) -> set[str]:
    """The issues that stand in the topic."""
    return {path.parent.name for path in past.place.glob("*/issue.json")}


def test_the_latest_issues_stay_and_what_they_need(tmp_path: Path) -> None:
    """Of six, two are kept by the rule, and a third since the second tells its changes from it."""
    past = weeks(tmp_path, 6)
    found = prune.old(past, Rule(2), NOW)
    assert names(found, "issue") == {"2024-W01", "2024-W02", "2024-W03"}
    assert all(one.size >= 1000 for one in found)
    assert len(left(past)) == 6, "it is only shown"


def test_what_is_shown_goes_and_nothing_else(tmp_path: Path) -> None:
    """After pruning there is nothing more to prune."""
    past = weeks(tmp_path, 6)
    told: list[Old] = []
    found = prune.old(past, Rule(2), NOW)
    prune.prune(past, Rule(2), NOW, told.append)
    assert tuple(told) == found
    assert left(past) == {"2024-W04", "2024-W05", "2024-W06"}
    assert prune.old(past, Rule(2), NOW) == ()
    assert not (past.place / prune.ASIDE).exists()


def test_fewer_issues_than_are_kept_all_stay(tmp_path: Path) -> None:
    """A rule that keeps twelve takes nothing from three."""
    assert prune.old(weeks(tmp_path, 3), Rule(12), NOW) == ()


def test_days_keep_more_than_the_number(tmp_path: Path) -> None:
    """An issue goes only if it is beyond both the number and the days."""
    past = weeks(tmp_path, 6)
    since_fourth = (NOW.date() - (FIRST + timedelta(weeks=3, days=6))).days
    assert names(prune.old(past, Rule(1, since_fourth), NOW), "issue") == {"2024-W01", "2024-W02"}


def test_the_last_approved_issue_stays_however_old(tmp_path: Path) -> None:
    """Drafts that came later do not push it out, and it keeps what it tells its changes from."""
    week(tmp_path, 0)
    week(tmp_path, 1, 0)
    for number in range(2, 6):
        week(tmp_path, number, 1, approved=False)
    found = names(prune.old(Shelf(TOPIC, tmp_path), Rule(1), NOW), "issue")
    assert found == {"2024-W03", "2024-W04", "2024-W05"}


def test_a_changed_issue_is_not_the_last_approved(tmp_path: Path) -> None:
    """The one that was approved and stands as it was does."""
    past = weeks(tmp_path, 4)
    (past.place / "2024-W04" / "brief.pdf").write_bytes(b"changed")
    assert "2024-W03" not in names(prune.old(past, Rule(1), NOW), "issue")


def test_the_last_issue_with_news_stays(tmp_path: Path) -> None:
    """The next one will tell its changes from it, not from short ones."""
    week(tmp_path, 0)
    for number in range(1, 5):
        week(tmp_path, number, 0, short=True)
    assert "2024-W01" not in names(prune.old(Shelf(TOPIC, tmp_path), Rule(1), NOW), "issue")


def test_revisions_and_refused_ones_go_by_their_days(tmp_path: Path) -> None:
    """Those of kept issues stay."""
    past = weeks(tmp_path, 6)
    for kept in (shelf.REVISIONS, shelf.REFUSED):
        for name in ("2024-W01", "2024-W06"):
            folder = past.place / kept / name / ("1" if kept == shelf.REVISIONS else "")
            folder.mkdir(parents=True)
            (folder / "issue.json").write_bytes((past.place / name / "issue.json").read_bytes())
    found = prune.old(past, Rule(2), NOW)
    assert names(found, "revisions") == names(found, "refused") == {"2024-W01"}
    prune.prune(past, Rule(2), NOW, lambda _: None)
    assert [path.name for path in (past.place / shelf.REVISIONS).iterdir()] == ["2024-W06"]
    assert [path.name for path in (past.place / shelf.REFUSED).iterdir()] == ["2024-W06"]


def test_what_no_name_dates_stays(tmp_path: Path) -> None:
    """A folder that somebody put there is none of the rule's business, but a build is dated by its name."""
    past = weeks(tmp_path, 3)
    for name in ("notes", "2023-01-01"):
        (past.place / name).mkdir()
        (past.place / name / "brief.json").write_bytes(b"{}")
    prune.prune(past, Rule(1), NOW, lambda _: None)
    assert (past.place / "notes").is_dir()
    assert not (past.place / "2023-01-01").exists()


def test_notes_of_days_that_gave_no_issue_go_by_their_days(tmp_path: Path) -> None:
    """They only save a run that would find nothing again."""
    past = weeks(tmp_path, 4)
    for name in ("2024-W01", "2024-W04"):
        folder = past.place / shelf.EMPTY / name
        folder.mkdir(parents=True)
        (folder / "issue.json").write_bytes((past.place / name / "issue.json").read_bytes())
    assert names(prune.old(past, Rule(2), NOW), "empty") == {"2024-W01"}
    prune.prune(past, Rule(2), NOW, lambda _: None)
    assert [path.name for path in (past.place / shelf.EMPTY).iterdir()] == ["2024-W04"]


# Fetched pages -----------------------------------------------------------------------------------


def page(topic: Path, url: str, fetched: str, entries: tuple[str, ...] = ()) -> Stored:
    """A copy beside the topic."""
    record = Stored(
        url=url,
        file=stored.file_name(url, ".xml" if entries else ".html"),
        fetched=f"{fetched}T00:00:00+00:00",
        entries=entries,
    )
    stored.keep(topic, record, b"page")
    return record


def test_pages_that_no_source_names_go(tmp_path: Path) -> None:
    """A named page stays, an entry of a named feed, and what is younger than the issues that are kept."""
    topic = tmp_path / TOPIC
    topic.mkdir()
    named, feed, entry = "https://a.example/n", "https://a.example/feed", "https://a.example/entry"
    page(topic, named, "2023-01-01")
    page(topic, feed, "2023-01-01", (entry,))
    page(topic, entry, "2023-01-01")
    gone = page(topic, "https://a.example/gone", "2023-01-01")
    page(topic, "https://a.example/new", "2024-12-01")
    weeks(tmp_path / "reports", 3)
    said = Topic(source=(SourceSettings(url=named), SourceSettings(url=feed)))
    past = Shelf(TOPIC, tmp_path / "reports", topic, said)
    assert names(prune.old(past, Rule(1), NOW), "page") == {gone.url}
    prune.prune(past, Rule(1), NOW, lambda _: None)
    assert set(stored.load(topic)) == {named, feed, entry, "https://a.example/new"}
    assert gone.file
    assert not (topic / stored.FOLDER / gone.file).exists()


def test_an_index_leads_no_removal_out_of_the_copies(tmp_path: Path) -> None:
    """A file that an index names but no address does is not touched."""
    topic = tmp_path / TOPIC
    (topic / stored.FOLDER).mkdir(parents=True)
    (topic / "souk.txt").write_bytes(b"article")
    index = Index(addresses=(Stored(url="https://a.example/x", file="../souk.txt", fetched="2020-01-01"),))
    (topic / stored.FOLDER / stored.INDEX).write_bytes(msgspec.json.encode(index))
    weeks(tmp_path / "reports", 3)
    prune.prune(Shelf(TOPIC, tmp_path / "reports", topic), Rule(1), NOW, lambda _: None)
    assert (topic / "souk.txt").is_file()


# Receipts ----------------------------------------------------------------------------------------


def test_receipts_of_issues_that_are_gone_go(tmp_path: Path) -> None:
    """Those of issues that stay, stay; with a delivery all that became of it goes."""
    past = weeks(tmp_path, 4)
    reader = Recipient(channel="mail", address="reader@example.org")
    path = tmp_path / ledger.NAME
    with ledger.opened(path) as known:
        for name in ("2023-W50", "2024-W01", "2024-W03", "2024-W04"):
            made = Parcel(topic=TOPIC, issue=name, folder=past.place / name, digest="d")
            known.record(made, reader, Event("sent", "2024-01-01"))
    found = prune.old(past, Rule(2), NOW)
    assert {(one.name, one.size) for one in found if one.kind == "receipts"} == {
        ("2023-W50", 1),
        ("2024-W01", 1),
    }
    prune.prune(past, Rule(2), NOW, lambda _: None)
    with ledger.opened(path) as known:
        left_over = {
            name: len(known.entries(TOPIC, name)) for name in ("2023-W50", "2024-W01", "2024-W03", "2024-W04")
        }
    assert left_over == {"2023-W50": 0, "2024-W01": 0, "2024-W03": 1, "2024-W04": 1}


def test_what_is_only_shown_brings_no_ledger_up_to_date(tmp_path: Path) -> None:
    """One of the first version is counted as it is, and stays byte for byte."""
    past = Shelf(TOPIC, tmp_path)
    for number in range(26, 29):
        week(tmp_path, number)
    path = tmp_path / ledger.NAME
    path.write_bytes((Path(__file__).parent / "deliver" / "ledger-1.sqlite").read_bytes())
    before = path.read_bytes()
    found = prune.old(past, Rule(1), NOW)
    assert [(one.name, one.size) for one in found if one.kind == "receipts"] == [("2024-W25", 3)]
    assert path.read_bytes() == before
    prune.prune(past, Rule(1), NOW, lambda _: None)
    assert ledger.counted(path, TOPIC) == {}


# Runs at the same time, and kills ------------------------------------------------------------------


def test_nothing_goes_while_a_run_is_at_work(tmp_path: Path) -> None:
    """A weekly run and a sending hold their locks."""
    past = weeks(tmp_path, 4)
    for path in (past.place / ".lock", tmp_path / ".share.lock"):
        with lock.alone(path, NOW), pytest.raises(TopicError):
            prune.prune(past, Rule(1), NOW, lambda _: None)
    assert len(left(past)) == 4


def test_a_topic_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A misspelt name is no empty topic."""
    with pytest.raises(TopicError, match="no such folder of reports"):
        prune.old(Shelf("nowhere", tmp_path), Rule(1), NOW)


_KILLED = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from brief import prune
count = int(sys.argv[2])
def watch(event, args):
    global count
    if event in {"os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "os.mkdir"}:
        count -= 1
        if count == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
past = prune.Shelf("souk", Path(sys.argv[1]))
prune.prune(past, prune.Rule(1), datetime(2024, 12, 31, tzinfo=UTC), lambda _: None)
"""


def test_a_kill_leaves_no_half_issue(tmp_path: Path) -> None:
    """Killed at every step, each issue is whole or gone; the next run ends the work."""
    past = weeks(tmp_path, 3)
    meant = {path: set(shelf.files(past.place / path)) for path in left(past)}
    environment = {**os.environ, "PYTHONPATH": str(Path(prune.__file__).parents[1])}
    for step in range(1, 40):
        run = subprocess.run(
            [sys.executable, "-c", _KILLED, str(tmp_path), str(step)], check=False, env=environment
        )
        for name in left(past):
            assert set(shelf.files(past.place / name)) == meant[name]
        if run.returncode != -signal.SIGKILL:
            break
    assert run.returncode == 0
    assert step > 5, "it was killed at many steps"
    assert left(past) == {"2024-W02", "2024-W03"}
    assert not (past.place / prune.ASIDE).exists()


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 7)), min_size=1, max_size=8),
    st.integers(1, 4),
)
def test_what_must_stay_stays_whatever_was_approved(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[bool, bool, int]], keep: int
) -> None:
    """The latest, the last approved, and what those kept by the rule tell their changes from."""
    reports = tmp_path_factory.mktemp("reports")
    for number, (approved, short, back) in enumerate(made):
        before = number - back if 0 < back <= number else None
        week(reports, number, before, approved=approved, short=short)
    past = Shelf(TOPIC, reports)
    going = names(prune.old(past, Rule(keep), NOW), "issue")
    latest = sorted(left(past))[-keep:]
    assert not going & set(latest)
    for name in latest:
        edition = shelf.read(past.place / name)
        assert edition is None or edition.previous not in going
    last = [number for number, (is_approved, *_) in enumerate(made) if is_approved][-1:]
    assert not going & set(map(_name, last))

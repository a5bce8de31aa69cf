"""Who approved which files, and what becomes of that when one of them changes."""

import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from brief import approval, shelf, whole
from brief.errors import TopicError, UsageError, of_system
from brief.outputs import record

NOW = datetime(2024, 6, 30, 6, 0, tzinfo=UTC)


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A folder with two files, as an issue has them."""
    folder = tmp_path / "2024-W26"
    (folder / "sources").mkdir(parents=True)
    (folder / "brief.json").write_text("{}", "utf-8")
    (folder / "sources" / "a.txt").write_text("نص", "utf-8")
    return folder


def approve(issue: Path) -> None:
    """Approve the files as they stand."""
    made = approval.approved(issue, "  المدير  العام ", NOW)
    whole.put(issue / shelf.APPROVAL, msgspec.json.encode(made))


def test_an_issue_is_a_draft_until_somebody_approves_it(issue: Path) -> None:
    """Before, it is a draft; afterwards approved, by the name without needless blanks."""
    assert approval.state(issue) == "draft"
    approve(issue)
    assert approval.state(issue) == "approved"
    found = approval.read(issue)
    assert found is not None
    assert (found.by, found.at) == ("المدير العام", "2024-06-30T06:00:00+00:00")


@pytest.mark.parametrize(
    "change",
    [
        lambda issue: (issue / "sources" / "a.txt").write_text("نصّ", "utf-8"),
        lambda issue: (issue / "brief.json").unlink(),
        lambda issue: (issue / "more.txt").write_text("", "utf-8"),
        lambda issue: (issue / "brief.json").rename(issue / "other.json"),
    ],
)
def test_a_changed_file_takes_the_approval_back(issue: Path, change: object) -> None:
    """Other content, a file more or less, another name: the issue is as good as a draft."""
    approve(issue)
    change(issue)  # type: ignore[operator]  # one of the four above
    assert approval.state(issue) == "changed"


def test_what_is_laid_beside_an_issue_is_no_part_of_it(issue: Path) -> None:
    """The approval itself, the record of how it was made and its withdrawal change nothing."""
    approve(issue)
    for name in (shelf.RECORD, shelf.WITHDRAWN, ".part-x"):
        (issue / name).write_text("{}", "utf-8")
    assert approval.state(issue) == "approved"


def test_nobody_approves_nothing(issue: Path) -> None:
    """A name of blanks is no name."""
    with pytest.raises(UsageError, match="--by"):
        approval.approved(issue, " \t", NOW)


def test_a_broken_approval_is_an_error_and_no_approval(issue: Path) -> None:
    """What cannot be read is told, never taken for a yes."""
    (issue / shelf.APPROVAL).write_text("{", "utf-8")
    with pytest.raises(TopicError, match="approve the issue again"):
        approval.state(issue)


def pipe(path: Path) -> None:
    """A pipe in the place of a file: whoever reads it waits for ever."""
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b'{"schema": "\xff"}'),
        lambda path: path.write_bytes(b'{"a": ' + b"[" * 200_000),
        lambda path: path.write_bytes(b'{"schema": "' + b"a" * 100_000 + b'", "x": [1]}'),
        lambda path: path.write_bytes(bytes(range(256))),
        lambda path: path.mkdir(),
        pipe,
    ],
)
@pytest.mark.parametrize(
    ("name", "read"),
    [
        (shelf.APPROVAL, approval.read),
        (shelf.RECORD, shelf.read),
        (shelf.SEEN, shelf.days_seen),
        ("brief.json", lambda folder: record.load(folder / "brief.json")),
    ],
)
def test_whatever_stands_in_a_record_is_told_in_a_short_sentence(
    tmp_path: Path, name: str, read: Callable[[Path], object], damage: Callable[[Path], object]
) -> None:
    """No codec, no nesting, no pipe and no folder breaks a run, and no sentence repeats the whole file."""
    damage(tmp_path / name)
    with pytest.raises(TopicError, match=re.escape(name)) as told:
        read(tmp_path)
    assert len(str(told.value)) < 600


@pytest.mark.parametrize("name", [".hidden", "site", "ledger.sqlite", "a\udcff"])
def test_a_topic_cannot_have_a_name_that_reports_keeps_or_hides(tmp_path: Path, name: str) -> None:
    """Its issues would be lost to the status, or stand where the archive does."""
    with pytest.raises(TopicError, match="rename the folder"):
        shelf.topic_name(tmp_path / name)
    assert shelf.topic_name(tmp_path / "ميناء") == "ميناء"


def test_what_a_killed_run_left_is_no_issue(issue: Path) -> None:
    """A folder that was staged, or exchanged and not removed yet, holds an issue.json and is passed over."""
    shelved = issue.parent
    edition = shelf.Edition(
        topic="port", issue=issue.name, start="2024-06-24", end="2024-06-30", revision=1, inputs="a"
    )
    left = shelved / ".2024-W26-abcdefgh"
    left.mkdir()
    for folder in (issue, left):
        shelf.put(folder, edition)
    assert shelf.issues(shelved.name, shelved.parent) == (issue,)


def test_a_copy_that_fails_is_told_by_its_file() -> None:
    """The library tells all that it could not copy in a list; the first is named, with why."""
    failed = shutil.Error([("a/01.txt", "b/01.txt", "no permission"), ("a/02.txt", "b/02.txt", "none")])
    assert str(of_system(failed)).startswith("a/01.txt: cannot be read or written (no permission)")
    assert str(of_system(OSError(28, "No space left on device"), "reports/port")).startswith("reports/port: ")

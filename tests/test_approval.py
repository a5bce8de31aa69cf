"""Who approved which files, and what becomes of that when one of them changes."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from brief import approval, shelf, whole
from brief.errors import TopicError, UsageError

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

"""An issue is let out by a name, and what failed the gate only with a reason that its readers see."""

import json
import shutil
from pathlib import Path

import pytest

from brief import approval, shelf
from brief.shelf import Edition
from tests.topics import STRIKE, run, topic

REASON = "المصدر الأصلي غير متاح الآن"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A built issue with its page."""
    folder = tmp_path / "reports" / "strike" / "2024-W10"
    done = run("build", topic(tmp_path / "topic", STRIKE), "--out", folder, "--to", "html")
    assert done.code == 0, done.err
    return folder


def spoil(issue: Path) -> None:
    """Let a line of the record say what its passage does not."""
    path = issue / "brief.json"
    record = json.loads(path.read_text("utf-8"))
    record["sections"][0]["items"][0]["text"] += " كما قيل"
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def test_an_issue_that_passes_the_gate_is_approved_by_name(issue: Path) -> None:
    """It stays as it was, byte for byte."""
    before = shelf.fingerprint(issue)
    done = run("approve", issue, "--by", "قسم التحليل")
    assert done.code == 0, done.err
    assert approval.state(issue) == "approved"
    assert shelf.fingerprint(issue) == before


@pytest.mark.parametrize("despite", [(), ("--despite", " \t")])
def test_one_that_fails_is_not_approved_in_silence(issue: Path, despite: tuple[str, ...]) -> None:
    """Without a reason, or a blank one, it ends with 3 and says what does not hold; nothing is approved."""
    spoil(issue)
    done = run("approve", issue, "--by", "قسم التحليل", *despite)
    assert done.code == 3
    assert "build the issue again" in done.err
    assert approval.state(issue) == "draft"


@pytest.mark.parametrize("shelved", ["2024-W10", f"{shelf.REFUSED}/2024-W10"])
def test_a_reason_lets_it_out_and_is_printed(issue: Path, shelved: str) -> None:
    """It is made again in the place of the issue, its page gives the name and the reason."""
    spoil(issue)
    place = issue.parent / shelved
    if place != issue:
        place.parent.mkdir()
        issue.rename(place)
    done = run("approve", place, "--by", "قسم التحليل", "--despite", REASON)
    assert done.code == 0, done.err
    assert approval.state(issue) == "approved"
    found = approval.read(issue)
    assert found is not None
    assert found.despite == REASON
    assert f"قسم التحليل: {REASON}" in (issue / "brief.html").read_text("utf-8").replace("\u00a0", " ")
    assert place == issue or not place.exists()
    # The reason excuses nothing: the proof still says what does not hold.
    assert run("check", issue).code == 3


def test_a_reason_that_nothing_needs_is_none(issue: Path) -> None:
    """What holds was not approved despite anything: its readers see no reason, so the approval has none."""
    done = run("approve", issue, "--by", "قسم التحليل", "--despite", REASON)
    assert done.code == 0, done.err
    found = approval.read(issue)
    assert found is not None
    assert found.despite is None


def test_what_was_refused_takes_the_number_after_the_issue_in_its_place(issue: Path) -> None:
    """The issue was revised since: both are kept, none under the number of the other."""
    edition = Edition(
        topic="topic", issue="2024-W10", start="2024-03-04", end="2024-03-10", revision=2, inputs="x"
    )
    refused = issue.parent / shelf.REFUSED / "2024-W10"
    shutil.copytree(issue, refused)
    spoil(refused)
    for folder in (issue, refused):
        shelf.put(folder, edition)
    done = run("approve", refused, "--by", "قسم التحليل", "--despite", REASON)
    assert done.code == 0, done.err
    assert [path.name for path in shelf.revisions(issue)] == ["2"]
    found = shelf.read(issue)
    assert found is not None
    assert found.revision == 3


def test_a_folder_without_an_issue_is_told(tmp_path: Path) -> None:
    """The error names a folder that would do."""
    done = run("approve", tmp_path, "--by", "قسم التحليل")
    assert done.code == 1
    assert "reports/" in done.err

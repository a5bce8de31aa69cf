"""An issue in its place, and what stood there before it."""

import shutil
from pathlib import Path

from brief import shelf
from brief.editions import keep
from brief.shelf import Edition


def edition(revision: int = 1) -> Edition:
    """What issue.json says of a week."""
    return Edition(
        topic="port", issue="2024-W10", start="2024-03-04", end="2024-03-10", revision=revision, inputs="x"
    )


def issue(tmp_path: Path) -> Path:
    """An issue of a week with its record."""
    folder = tmp_path / "reports" / "port" / "2024-W10"
    folder.mkdir(parents=True)
    (folder / "brief.json").write_text("{}", "utf-8")
    shelf.put(folder, edition())
    return folder


def test_a_revision_is_kept_with_what_became_of_it_after_a_run_died(tmp_path: Path) -> None:
    """A run dies between keeping and replacing, the issue is approved then: the next run keeps that, too."""
    target = issue(tmp_path)
    keep(target)
    (target / shelf.APPROVAL).write_text("{}", "utf-8")
    keep(target)
    (kept,) = shelf.revisions(target)
    assert (kept / shelf.APPROVAL).is_file()
    assert sorted(path.name for path in kept.parent.iterdir()) == ["1"]


def test_what_no_weekly_run_made_is_no_revision(tmp_path: Path) -> None:
    """An issue of `brief build` has no number."""
    target = issue(tmp_path)
    (target / shelf.RECORD).unlink()
    keep(target)
    shutil.rmtree(target)
    keep(target)
    assert shelf.revisions(target) == ()

"""Finished files in their place, whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from brief.build import Request, build
from brief.errors import TopicError
from brief.model import Artifact
from brief.publish import place, publish, staging, write


def issue(target: Path, words: str) -> None:
    """Build an issue that says `words` and put it in its place."""
    with staging(target) as folder:
        write(
            folder, [Artifact("brief.json", "application/json", words.encode())], {"sources/a.txt": "نص\r\n"}
        )
        publish(folder, target)


def test_an_issue_is_written_with_the_texts_its_anchors_point_into(tmp_path: Path) -> None:
    """The artifacts stand in the folder, the sources beside them byte for byte, whatever their subfolder."""
    with staging(tmp_path / "issue") as folder:
        write(
            folder,
            [Artifact("brief.html", "text/html", b"<p>")],
            {"sources/a.txt": "\ufeffنص\r\n", "sources/deep/b.txt": "ب"},
        )
        assert (folder / "brief.html").read_bytes() == b"<p>"
        assert (folder / "sources/a.txt").read_bytes() == "\ufeffنص\r\n".encode()
        assert (folder / "sources/deep/b.txt").read_bytes() == "ب".encode()


def test_the_first_issue_makes_its_folders(tmp_path: Path) -> None:
    """The target and all folders above it are made; nothing else is left beside it; others may read it."""
    target = tmp_path / "reports" / "topic" / "2019-03-14"
    issue(target, "one")
    assert (target / "brief.json").read_bytes() == b"one"
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("system", [sys.platform, "darwin"])
def test_a_later_issue_takes_the_place_of_an_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    """Where folders can be swapped and where they cannot, the new issue stands alone in the place."""
    monkeypatch.setattr(sys, "platform", system)
    target = tmp_path / "issue"
    issue(target, "one")
    (target / "brief.pdf").write_bytes(b"old")
    issue(target, "two")
    assert (target / "brief.json").read_bytes() == b"two"
    assert not (target / "brief.pdf").exists()
    assert list(tmp_path.iterdir()) == [target]


def break_off(target: Path) -> None:
    """Write an issue and be stopped before it is published."""
    with staging(target) as folder:
        write(folder, [Artifact("brief.json", "application/json", b"two")], {})
        raise KeyboardInterrupt


def test_a_build_that_breaks_off_leaves_the_last_issue(tmp_path: Path) -> None:
    """A stop between writing and publishing changes nothing and leaves nothing behind."""
    target = tmp_path / "issue"
    issue(target, "one")
    with pytest.raises(KeyboardInterrupt):
        break_off(target)
    assert (target / "brief.json").read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    """A folder that was made for the issue beforehand is taken."""
    (tmp_path / "issue").mkdir()
    issue(tmp_path / "issue", "one")
    assert (tmp_path / "issue/brief.json").read_bytes() == b"one"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_issue_is_never_replaced(tmp_path: Path, kind: str) -> None:
    """A folder with other files, or a file, is refused and stays as it is."""
    target = tmp_path / "thesis"
    if kind == "folder":
        target.mkdir()
        (target / "chapter.txt").write_text("years of work")
    else:
        target.write_text("years of work")
    with pytest.raises(TopicError, match=r"thesis: holds other files .* name an empty or a new folder"):
        issue(target, "one")
    kept = target / "chapter.txt" if kind == "folder" else target
    assert kept.read_text() == "years of work"
    assert list(tmp_path.iterdir()) == [target]


OWN = frozenset({"brief.json", "brief.pdf", "sources"})


def beside(target: Path, words: str) -> None:
    """Build an issue that says `words` and put it where others may keep files."""
    with staging(target) as folder:
        write(
            folder, [Artifact("brief.json", "application/json", words.encode())], {f"sources/{words}.txt": ""}
        )
        place(folder, target, OWN)


@pytest.mark.parametrize("system", [sys.platform, "darwin"])
def test_what_others_keep_in_the_folder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    """An issue joins a folder with other files, and a later one takes the place of the earlier one alone."""
    monkeypatch.setattr(sys, "platform", system)
    target = tmp_path / "thesis"
    (target / "drafts").mkdir(parents=True)
    (target / "drafts/chapter.txt").write_text("years of work")
    (target / "build.log").write_text("begun")
    beside(target, "one")
    (target / "brief.pdf").write_bytes(b"old")
    beside(target, "two")
    found = {str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()}
    assert found == {"brief.json", "sources/two.txt", "drafts/chapter.txt", "build.log"}
    assert (target / "brief.json").read_bytes() == b"two"
    assert (target / "drafts/chapter.txt").read_text() == "years of work"
    assert list(tmp_path.iterdir()) == [target]


def test_an_issue_alone_in_its_folder_is_replaced_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody who looks meanwhile meets files of two issues."""
    beside(tmp_path / "issue", "one")
    seen = []
    monkeypatch.setattr("brief.publish._exchange", lambda one, other: seen.append((one.parent, other)))
    beside(tmp_path / "issue", "two")
    assert seen == [(tmp_path, tmp_path / "issue")]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_an_issue_would_replace_is_refused_before_the_work(tmp_path: Path, kind: str) -> None:
    """Nobody waits for a brief that has nowhere to stand; somebody's own file of that name is never lost."""
    target, stages = tmp_path / "thesis", list[str]()
    taken = target
    if kind == "folder":
        target.mkdir()
        taken = target / "brief.pdf"
    taken.write_text("years of work")
    with pytest.raises(TopicError, match=rf"holds other files .*\({taken.name}\)"):
        build(Request(tmp_path, out=target), stages.append)
    assert stages == []
    with pytest.raises(TopicError, match=rf"holds other files .*\({taken.name}\)"):
        beside(target, "one")
    assert taken.read_text() == "years of work"
    assert list(tmp_path.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file in the way of the folders is told in a sentence with what to do."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(TopicError, match=r"cannot be written \(.+\); mend that, or choose another folder"):
        issue(tmp_path / "file" / "deep" / "issue", "one")


def test_what_a_killed_build_left_is_swept_once_it_is_stale(tmp_path: Path) -> None:
    """A staging folder of long ago goes; one that may still be written to stays."""
    old, young = tmp_path / ".issue-abcdefgh", tmp_path / ".issue-hgfedcba"
    for left in (old, young):
        left.mkdir()
    os.utime(old, (0, 0))
    with staging(tmp_path / "issue"):
        assert not old.exists()
        assert young.exists()

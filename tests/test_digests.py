"""Digests of files, and of the program itself."""

import os
import time
from pathlib import Path

import pytest

from brief import digests
from brief.digests import Digests, program
from brief.identity import digest


def aged(path: Path, content: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was written a while ago, as the clock says from now on."""
    path.write_text(content, "utf-8")
    late = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: late)
    return path


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are read from now on."""
    read: list[Path] = []
    right = digests._digest

    def reading(path: Path) -> str:
        read.append(path)
        return right(path)

    monkeypatch.setattr(digests, "_digest", reading)
    return read


def test_a_digest_is_that_of_the_content(tmp_path: Path) -> None:
    """As every other digest of the program is made."""
    (tmp_path / "a.txt").write_text("حديقة", "utf-8")
    assert Digests().of(tmp_path / "a.txt") == digest("حديقة")


def test_what_is_no_file_has_none(tmp_path: Path) -> None:
    """A folder, a pipe and nothing at all; none of them is opened."""
    os.mkfifo(tmp_path / "pipe")
    found = [Digests().of(tmp_path / name) for name in ("", "pipe", "nothing", "a\0b")]
    assert found == [None] * 4


def test_a_file_that_nobody_touched_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by a later run either, and what is not asked for any more is forgotten."""
    path = aged(tmp_path / "a.txt", "one", monkeypatch)
    first = Digests(tmp_path / "memo")
    first.of(path)
    first.save()
    read = counted(monkeypatch)
    again = Digests(tmp_path / "memo")
    assert again.of(path) == digest("one")
    assert read == []


def test_a_changed_file_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though its size and the time that it shows are what they were."""
    path = aged(tmp_path / "a.txt", "one", monkeypatch)
    known = Digests(tmp_path / "memo")
    known.of(path)
    known.save()
    shown = path.stat()
    path.write_text("two", "utf-8")
    os.utime(path, ns=(shown.st_atime_ns, shown.st_mtime_ns))
    assert Digests(tmp_path / "memo").of(path) == digest("two")


def test_a_file_that_was_just_written_is_read_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock of a disk is too coarse to tell two writes of one moment apart."""
    path = tmp_path / "a.txt"
    path.write_text("one", "utf-8")
    now = path.stat().st_mtime_ns
    monkeypatch.setattr(time, "time_ns", lambda: now)
    read = counted(monkeypatch)
    known = Digests(tmp_path / "memo")
    known.of(path)
    known.of(path)
    assert read == [path, path]


def test_a_huge_file_is_known_by_its_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No source is as large, so that its words need not be read to know that it changed."""
    monkeypatch.setattr(digests, "_MOST", 2)
    path, read = tmp_path / "film", counted(monkeypatch)
    path.write_bytes(b"one")
    first = Digests().of(path)
    path.write_bytes(b"longer")
    assert first != Digests().of(path)
    assert read == []


def test_the_program_is_its_code_words_and_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any of them changes the digest; what Python leaves beside its modules does not."""
    package = tmp_path / "brief"
    for name in ("digests.py", "languages/ar/cues.toml", "templates/page.css", "__pycache__/digests.pyc"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("one", "utf-8")
    monkeypatch.setattr(digests, "__file__", str(package / "digests.py"))
    monkeypatch.setattr("sys.path", [str(tmp_path / "installed")])
    (tmp_path / "installed" / "lxml-6.1.dist-info").mkdir(parents=True)
    seen = [program(Digests())]
    (package / "__pycache__/digests.pyc").write_text("two", "utf-8")
    assert program(Digests()) == seen[0]
    for name in ("digests.py", "languages/ar/cues.toml", "templates/page.css"):
        (package / name).write_text("two", "utf-8")
        seen.append(program(Digests()))
    (tmp_path / "installed" / "lxml-6.1.dist-info").rename(tmp_path / "installed" / "lxml-6.2.dist-info")
    seen.append(program(Digests()))
    assert len(set(seen)) == len(seen)

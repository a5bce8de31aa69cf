"""What was fetched, beside the topic."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import stored
from brief.errors import SourceError, TopicError
from brief.identity import digest
from brief.stored import Stored, file_name, is_there, is_untouched, keep, load

URL = "https://news.example/a"


def record(content: bytes, url: str = URL, suffix: str = ".html") -> Stored:
    """The record of a copy."""
    return Stored(url=url, file=file_name(url, suffix), digest=digest(content))


def test_a_copy_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """The bytes stand under a readable name, the index says which address they are of."""
    content = b"\xff\x00 \r\n"
    keep(tmp_path, record(content), content)
    found = load(tmp_path)[URL]
    assert (tmp_path / "fetched" / str(found.file)).read_bytes() == content
    assert str(found.file).startswith("news.example-")
    assert is_there(tmp_path, found)
    assert is_untouched(tmp_path, found)
    (tmp_path / "fetched" / str(found.file)).write_bytes(b"mended")
    assert is_there(tmp_path, found)
    assert not is_untouched(tmp_path, found)


def test_nothing_fetched_is_nothing_stored(tmp_path: Path) -> None:
    """A topic without copies has an empty index and no folder."""
    assert load(tmp_path) == {}
    assert not list(tmp_path.iterdir())


def test_the_index_is_sorted_and_the_same_in_any_order(tmp_path: Path) -> None:
    """The order in which addresses were asked leaves no trace."""
    for name, order in (("one", "abc"), ("two", "cab")):
        (tmp_path / name).mkdir()
        for letter in order:
            keep(tmp_path / name, Stored(url=f"https://news.example/{letter}"))
    indexes = [(tmp_path / name / "fetched" / "index.json").read_bytes() for name in ("one", "two")]
    assert indexes[0] == indexes[1]


def test_a_copy_of_another_format_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """No copy stays behind that no address leads to."""
    keep(tmp_path, record(b"a"), b"a")
    keep(tmp_path, record(b"b", suffix=".pdf"), b"b")
    names = {path.suffix for path in (tmp_path / "fetched").iterdir()}
    assert names == {".pdf", ".json"}


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "index.json", ""])
def test_an_index_that_names_another_file_is_not_believed(tmp_path: Path, name: str) -> None:
    """Neither a kept copy nor the removal of one leads out of the folder of copies."""
    (tmp_path / "secret.txt").write_bytes(b"x")
    (tmp_path / "fetched").mkdir()
    false = Stored(url=URL, file=name, digest=digest(b"x"))
    keep(tmp_path, false)
    assert not is_there(tmp_path, false)
    keep(tmp_path, record(b"y"), b"y")
    assert (tmp_path / "secret.txt").read_bytes() == b"x"
    assert load(tmp_path)[URL].file == record(b"y").file


@pytest.mark.parametrize("content", [b"", b"{", b'{"schema": "other"}', b'{"addresses": 3}', b"\xff", b"[]"])
def test_a_broken_index_is_a_sentence_and_is_made_anew(tmp_path: Path, content: bytes) -> None:
    """A build says what to do; the next fetch starts from nothing."""
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched" / "index.json").write_bytes(content)
    with pytest.raises(SourceError, match="brief fetch TOPIC") as caught:
        load(tmp_path)
    assert caught.value.kind == "not_fetched"
    keep(tmp_path, record(b"y"), b"y")
    assert set(load(tmp_path)) == {URL}


@pytest.mark.parametrize("step", [1, 2])
def test_a_killed_write_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stopped before the copy or before the index is put there, the old copy can be read as before."""
    keep(tmp_path, record(b"old"), b"old")
    left = [step]
    replace = Path.replace

    def stopping(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stopping)
        with pytest.raises(KeyboardInterrupt):
            keep(tmp_path, record(b"new"), b"new")
    found = load(tmp_path)[URL]
    assert (tmp_path / "fetched" / str(found.file)).read_bytes() in {b"old", b"new"}
    assert not [path for path in (tmp_path / "fetched").iterdir() if path.name.startswith(".part-")]


def test_what_a_killed_run_left_is_swept_after_a_while(tmp_path: Path) -> None:
    """Halves of an hour ago go, those of a run that may still be there stay."""
    keep(tmp_path, record(b"x"), b"x")
    for name, age in ((".part-old", 4000), (".part-new", 0)):
        (tmp_path / "fetched" / name).write_bytes(b"half")
        os.utime(tmp_path / "fetched" / name, (time.time() - age,) * 2)
    keep(tmp_path, record(b"y"), b"y")
    assert {path.name for path in (tmp_path / "fetched").glob(".part-*")} == {".part-new"}


def test_copies_are_never_written_outside_of_the_topic(tmp_path: Path) -> None:
    """A link in the place of the folder, or a file, is told and left alone; a linked copy is replaced."""
    (tmp_path / "outside").mkdir()
    topic = tmp_path / "topic"
    topic.mkdir()
    (topic / "fetched").symlink_to(tmp_path / "outside")
    with pytest.raises(TopicError, match="leads out"):
        keep(topic, record(b"x"), b"x")
    assert not list((tmp_path / "outside").iterdir())
    (topic / "fetched").unlink()
    (topic / "fetched").write_bytes(b"a file")
    with pytest.raises(TopicError, match="no folder"):
        keep(topic, record(b"x"), b"x")
    (topic / "fetched").unlink()
    (topic / "fetched").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (topic / "fetched" / str(record(b"").file)).symlink_to(tmp_path / "secret.txt")
    keep(topic, record(b"x"), b"x")
    assert (tmp_path / "secret.txt").read_bytes() == b"secret"


@given(st.text(max_size=300))
def test_any_host_gives_a_safe_name(host: str) -> None:
    """Names hold nothing that a shell, a path or a terminal would take for something else."""
    try:
        name = file_name(f"http://{host}/", ".html")
    except ValueError:
        return
    assert len(name) <= 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-_")
    assert name not in {stored.INDEX, ".", ".."}


def test_nothing_is_swept_outside_of_the_topic(tmp_path: Path) -> None:
    """Where the folder of copies leads elsewhere, old halves there are somebody else's files."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "topic").mkdir()
    left = tmp_path / "outside" / ".part-old"
    left.write_bytes(b"theirs")
    os.utime(left, (time.time() - 2 * stored.STALE_SECONDS,) * 2)
    (tmp_path / "topic" / "fetched").symlink_to(tmp_path / "outside")
    with pytest.raises(TopicError, match="leads out"):
        keep(tmp_path / "topic", record(b"x"), b"x")
    assert left.read_bytes() == b"theirs"

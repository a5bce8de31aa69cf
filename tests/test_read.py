"""Files of a topic's folder as text, or a sentence that says why not."""

from pathlib import Path

import pytest

from brief import read as reading
from brief.errors import SourceError, TopicError
from brief.model import Page
from brief.read import plain, read, source_names

TEXT = "افتتحت البلدية حديقة النخيل.\r\nودخلها\u00a0السكان."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(range(1, 256)), "in no encoding"),
        (b"a\x00b", "NUL"),
        (b"PK\x03\x04\x00\x00", "ZIP archive"),
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_a_file_that_is_no_text_says_why(tmp_path: Path, content: bytes, said: str) -> None:
    """Another encoding, a binary and an empty file are each refused by a sentence."""
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(SourceError, match=said):
        read("a.txt", tmp_path)


def test_the_suffix_chooses_the_reader_whatever_its_case(tmp_path: Path) -> None:
    """An article saved as .TXT or .md is read as well."""
    for name in ("a.TXT", "b.md"):
        (tmp_path / name).write_bytes(TEXT.encode())
        assert read(name, tmp_path) == (Page(text=TEXT, verbatim=True),)


@pytest.mark.parametrize("name", ["table.xlsx", "README"])
def test_an_unknown_format_names_those_that_are_known(tmp_path: Path, name: str) -> None:
    """A spreadsheet among the articles is refused by a sentence that says what would do."""
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(SourceError, match=r"known: \.atom, .*\.md, .*\.txt"):
        read(name, tmp_path)


def test_a_missing_file_says_where_to_mend(tmp_path: Path) -> None:
    """A file that is only listed is looked for in brief.toml."""
    with pytest.raises(SourceError, match=r"not there.*brief\.toml"):
        read("a.txt", tmp_path)


def test_a_folder_named_as_an_article_is_no_article(tmp_path: Path) -> None:
    """A folder called a.txt is refused, not opened."""
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match="not a regular file"):
        read("a.txt", tmp_path)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is looked at before the file is opened."""
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)
    monkeypatch.setattr(reading, "MAX_BYTES", 1024 * 1024)
    with pytest.raises(SourceError, match="larger than 1 MiB"):
        read("a.txt", tmp_path)


def test_nothing_outside_of_the_folder_is_opened(tmp_path: Path) -> None:
    """Neither a path with dots, nor a link, nor a whole path leads out of the topic."""
    topic = tmp_path / "topic"
    topic.mkdir()
    (tmp_path / "secret.txt").write_text(TEXT)
    (topic / "link.txt").symlink_to(tmp_path / "secret.txt")
    for name in ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt"):
        with pytest.raises(SourceError, match="leads out"):
            read(name, topic)


@pytest.mark.parametrize("name", ["loop.txt", "x" * 300 + ".txt", "\0.txt", ""])
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path, name: str) -> None:
    """A circle of links and an impossible name are refused like any other file that cannot be opened."""
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    with pytest.raises(SourceError):
        read(name, tmp_path)


def test_files_come_sorted_and_without_what_is_no_article(tmp_path: Path) -> None:
    """Hidden files, folders and brief.toml are no sources; the order is that of the names."""
    for name in ("b.txt", "a.txt", "c.pdf", ".hidden", "brief.toml"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    assert source_names(tmp_path) == ("a.txt", "b.txt", "c.pdf")


def test_listed_files_are_sources_once(tmp_path: Path) -> None:
    """A file of a subfolder is read when listed, and a file of the folder not twice, however spelled."""
    (tmp_path / "a.txt").write_bytes(b"x")
    listed = ("a.txt", "./a.txt", "deep/../a.txt", "deep//b.txt", "gone.txt")
    assert source_names(tmp_path, listed) == ("a.txt", "deep/b.txt", "gone.txt")


@pytest.mark.parametrize(
    ("name", "short"), [("./a.txt", "a.txt"), ("b/../a.txt", "a.txt"), ("../a.txt", "../a.txt"), ("", "")]
)
def test_a_path_has_one_shortest_spelling(name: str, short: str) -> None:
    """Dots that lead nowhere are dropped; dots that lead out of the folder stay to be refused."""
    assert plain(name) == short


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """The sentence names the folder and what to do."""
    with pytest.raises(TopicError, match=r"nowhere: there is no such folder; name the folder"):
        source_names(tmp_path / "nowhere")

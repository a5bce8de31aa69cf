"""The proof on the files for editors."""

import io
import zipfile
from pathlib import Path

import pytest

from brief import themes
from brief.check.editable import FORMATS, prove_editable
from brief.outputs import Rendered, output
from tests.check.issues import good, proved, write


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """The small issue with both files."""
    folder = write(tmp_path, good())
    page = Rendered("", themes.load("modern"))
    for form, name in FORMATS.items():
        (folder / name).write_bytes(output(form)(good(), page).content)
    return folder


def changed(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A document with a part of it changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as found, zipfile.ZipFile(target, "w") as made:
        for name in found.namelist():
            text = found.read(name)
            made.writestr(name, text.replace(old, new, 1) if name == part else text)
    return target.getvalue()


def test_what_the_record_gives_holds(issue: Path) -> None:
    """Untouched files give no finding."""
    assert proved(prove_editable, issue) == ()


def test_how_an_archive_is_packed_says_nothing(issue: Path) -> None:
    """The same parts without compression hold too."""
    path = issue / "brief.docx"
    path.write_bytes(changed(path.read_bytes(), "", b"", b""))
    assert proved(prove_editable, issue) == ()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"</w:t>", b"9</w:t>"),
        ("word/footnotes.xml", b"[1]", b"[2]"),
        ("word/media/chart1.png", b"IDAT", b"IDAX"),
    ],
)
def test_another_word_is_found(issue: Path, part: str, old: bytes, new: bytes) -> None:
    """A changed text, note or picture is a finding that names its part."""
    path = issue / "brief.docx"
    path.write_bytes(changed(path.read_bytes(), part, old, new))
    (finding,) = proved(prove_editable, issue)
    assert part in finding.message


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive"])
def test_what_is_no_document_is_found(issue: Path, content: bytes) -> None:
    """A file that cannot be opened is a finding, not a crash."""
    (issue / "brief.docx").write_bytes(content)
    (finding,) = proved(prove_editable, issue)
    assert finding.message.startswith("brief.docx: it cannot be read")


def test_another_line_of_markdown_is_found(issue: Path) -> None:
    """The finding tells the line and what the record gives instead."""
    path = issue / "brief.md"
    path.write_text(path.read_text("utf-8").replace("# ", "# X", 1), "utf-8")
    (finding,) = proved(prove_editable, issue)
    assert "«# X" in finding.message

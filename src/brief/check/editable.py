"""Proof that the files for editors, Word and Markdown, show the record and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from brief.check.issue import RECORD, Finding, Issue, theme_of
from brief.outputs import Rendered, output

GATE = "page"
FORMATS = {"docx": "brief.docx", "md": "brief.md"}
_EXCERPT = 60
_REMEDY = "build the issue again, or keep what was edited under another name."


def prove_editable(issue: Issue) -> Iterator[Finding]:
    """Each of them that is there is part for part what the record gives."""
    for form, name in FORMATS.items():
        path = issue.folder / name
        if path.is_file() and (problem := _problem(path, _meant(issue, form))):
            yield Finding(GATE, f"{name}: {problem}; {_REMEDY}")


def _meant(issue: Issue, form: str) -> bytes:
    """The file as the record gives it; raises `ValueError` for a record that gives none."""
    try:
        return output(form)(issue.brief, Rendered("", theme_of(issue))).content
    except Exception as error:  # A changed record breaks an output in any way it likes.
        raise ValueError(str(error) or type(error).__name__) from error


def _problem(path: Path, meant: bytes) -> str | None:
    if path.suffix != ".docx":
        return _difference(path.read_bytes(), meant)
    try:
        with zipfile.ZipFile(path) as found, zipfile.ZipFile(io.BytesIO(meant)) as wanted:
            return _parted(found, wanted)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        return f"it cannot be read as a document ({error})"


def _parted(found: zipfile.ZipFile, wanted: zipfile.ZipFile) -> str | None:
    """The first part that differs: how tightly an archive is packed says nothing."""
    if sorted(found.namelist()) != sorted(wanted.namelist()):
        return f"its parts are not those that {RECORD} gives"
    for one in wanted.infolist():
        # What is of another size is not unpacked at all.
        same_size = found.getinfo(one.filename).file_size == one.file_size
        if not same_size or found.read(one.filename) != wanted.read(one.filename):
            return f"its part {one.filename!r} is not the one that {RECORD} gives"
    return None


def _difference(found: bytes, meant: bytes) -> str | None:
    if found == meant:
        return None
    said, told = (content.decode("utf-8", "replace").splitlines() for content in (found, meant))
    lines = ((one, other) for one, other in zip(said, told, strict=False) if one != other)
    one, other = next(lines, ("", ""))
    return f"it says «{one[:_EXCERPT]}» where {RECORD} gives «{other[:_EXCERPT]}»"

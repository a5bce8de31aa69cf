"""Proof that the files for editors, Word and Markdown, show the record and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from brief.check.issue import Finding, Issue, theme_of
from brief.errors import Remark
from brief.outputs import Rendered, output

GATE = "page"
FORMATS = {"docx": "brief.docx", "md": "brief.md"}
_EXCERPT = 60


def prove_editable(issue: Issue) -> Iterator[Finding]:
    """Each of them that is there is part for part what the record gives."""
    for form, name in FORMATS.items():
        path = issue.folder / name
        if path.is_file() and (problem := _problem(path, _meant(issue, form))):
            message = (
                "%(file)s: %(problem)s; build the issue again, or keep what was edited under another name."
            )
            yield Finding(GATE, Remark(message, file=name, problem=problem))


def _meant(issue: Issue, form: str) -> bytes:
    """The file as the record gives it; raises `ValueError` for a record that gives none."""
    try:
        return output(form)(issue.brief, Rendered("", theme_of(issue))).content
    except Exception as error:  # A changed record breaks an output in any way it likes.
        raise ValueError(str(error) or type(error).__name__) from error


def _problem(path: Path, meant: bytes) -> Remark | None:
    if path.suffix != ".docx":
        return _difference(path.read_bytes(), meant)
    try:
        with zipfile.ZipFile(path) as found, zipfile.ZipFile(io.BytesIO(meant)) as wanted:
            return _parted(found, wanted)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        return Remark("it cannot be read as a document (%(reason)s)", reason=error)


def _parted(found: zipfile.ZipFile, wanted: zipfile.ZipFile) -> Remark | None:
    """The first part that differs: how tightly an archive is packed says nothing."""
    if sorted(found.namelist()) != sorted(wanted.namelist()):
        return Remark("its parts are not those that brief.json gives")
    for one in wanted.infolist():
        # What is of another size is not unpacked at all.
        same_size = found.getinfo(one.filename).file_size == one.file_size
        if not same_size or found.read(one.filename) != wanted.read(one.filename):
            return Remark("its part %(part)r is not the one that brief.json gives", part=one.filename)
    return None


def _difference(found: bytes, meant: bytes) -> Remark | None:
    if found == meant:
        return None
    said, told = (content.decode("utf-8", "replace").splitlines() for content in (found, meant))
    lines = ((one, other) for one, other in zip(said, told, strict=False) if one != other)
    one, other = next(lines, ("", ""))
    return Remark(
        "it says «%(said)s» where brief.json gives «%(meant)s»", said=one[:_EXCERPT], meant=other[:_EXCERPT]
    )

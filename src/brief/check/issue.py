"""A built issue as it stands on disk: its record, its page and the texts behind it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from brief.errors import TopicError
from brief.model import Brief, SourceEntry

RECORD, PAGE, PRINT, TEXTS = "brief.json", "brief.html", "brief.pdf", "sources"


class Finding(Struct, frozen=True, order=True):
    """Something that does not hold: the proof that found it, and a sentence with what to do."""

    gate: str
    message: str


class Issue(Struct, frozen=True):
    """What the proofs read; `page` and `print` are None where that format was not built.

    `texts` holds the text of each source by its path, None where the file is missing,
    leads out of the issue or is no UTF-8.
    """

    folder: Path
    brief: Brief
    texts: dict[str, str | None]
    page: str | None
    print: Path | None


def open_issue(folder: Path) -> Issue:
    """The issue in `folder`; raises `TopicError` where it has no record that can be read."""
    brief = _record(folder / RECORD)
    page, pdf = folder / PAGE, folder / PRINT
    return Issue(
        folder=folder,
        brief=brief,
        texts={entry.path: _text(folder / TEXTS, entry) for entry in brief.sources if entry.status == "used"},
        page=page.read_text("utf-8", "replace") if page.is_file() else None,
        print=pdf if pdf.is_file() else None,
    )


def _record(path: Path) -> Brief:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Brief)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); name the folder of a built issue."
        raise TopicError(message) from error
    except msgspec.MsgspecError as error:
        message = f"{path}: is not the record of a brief ({error}); build the issue again."
        raise TopicError(message) from error


def _text(texts: Path, entry: SourceEntry) -> str | None:
    """The text of a source, offsets as they were when it was read: no line end is changed."""
    place = texts / entry.path
    if not place.resolve().is_relative_to(texts.resolve()) or not place.is_file():
        return None
    try:
        return place.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None

"""A built issue as it stands on disk: its record, its page and the texts behind it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from brief import themes
from brief.errors import Remark, joined
from brief.identity import digest
from brief.judge import NAME
from brief.judge import record as judgement
from brief.judge.answers import Decision
from brief.model import TEXTS, Brief, Item, Section, SourceEntry
from brief.outputs import record
from brief.themes import Theme

RECORD, PAGE, PRINT = "brief.json", "brief.html", "brief.pdf"


class Finding(Struct, frozen=True, order=True):
    """Something that does not hold: the proof that found it, and a sentence with what to do."""

    gate: str
    message: Remark

    @property
    def told(self) -> Remark:
        """The finding as a line, the name of the proof before its sentence."""
        return joined((Remark(self.gate), self.message), ": ")


class Issue(Struct, frozen=True):
    """What the proofs read; `page` and `print` are None where that format was not built.

    `page` is decoded without loss: what is no UTF-8 stays in it as lone surrogates.

    `texts` holds the text of each source by its place, None where the file is missing,
    leads out of the issue or is no UTF-8. `decisions` are those of others than the rules.
    """

    folder: Path
    brief: Brief
    texts: dict[str, str | None]
    decisions: tuple[Decision, ...]
    page: str | None
    print: Path | None

    @property
    def keeps_theme(self) -> bool:
        """Whether the theme is an office's own, of which the issue keeps a copy."""
        return (self.folder / themes.KEPT).is_dir()


def open_issue(folder: Path) -> Issue:
    """The issue in `folder`; raises `TopicError` where a record of it cannot be read."""
    brief = record.load(folder / RECORD)
    page, pdf = folder / PAGE, folder / PRINT
    return Issue(
        folder=folder,
        brief=brief,
        texts={entry.place: _text(folder, entry) for entry in brief.sources if entry.is_kept},
        decisions=judgement.load(folder / NAME),
        page=page.read_bytes().decode("utf-8", "surrogateescape") if page.is_file() else None,
        print=pdf if pdf.is_file() else None,
    )


def theme_of(issue: Issue) -> Theme:
    """The theme of the issue, its own where it keeps one; raises `TopicError` where there is none."""
    if not issue.keeps_theme:
        return themes.load(issue.brief.theme)
    return msgspec.structs.replace(themes.of_folder(issue.folder / themes.KEPT), name=issue.brief.theme)


def of_item(section: Section, item: Item, problem: Remark) -> Remark:
    """What is wrong with an item of a section."""
    return Remark(
        "%(section)s, item %(item)s: %(problem)s", section=section.id, item=item.id, problem=problem
    )


def is_unchanged(entry: SourceEntry, text: str | None) -> bool:
    """Whether a text is the one that was read when the issue was built."""
    return text is not None and digest(text) == entry.digest


def _text(folder: Path, entry: SourceEntry) -> str | None:
    """The text of a source, offsets as they were when it was read: no line end is changed."""
    place = folder / entry.place
    if not place.resolve().is_relative_to((folder / TEXTS).resolve()) or not place.is_file():
        return None
    try:
        return place.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None

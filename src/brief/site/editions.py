"""What the archive tells of an issue: its title and days, its bottom line, its files, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from brief import approval, shelf
from brief.deliver import withdrawn as withdrawals
from brief.deliver.withdrawn import Withdrawal
from brief.errors import BriefError, TopicError
from brief.identity import digest
from brief.model import Brief
from brief.outputs import record
from brief.pages.cover import cover
from brief.words import Words

# What a reader is handed, the page first; the record and the texts stay where they are.
FILES = ("brief.html", "brief.pdf", "brief-onepage.pdf", "brief.docx")
PAGE = FILES[0]
_RECORD = "brief.json"


class Passage(Struct, frozen=True):
    """A text of the brief as search shows it, with the part of the page that it stands in."""

    part: str
    title: str
    text: str


class Edition(Struct, frozen=True, kw_only=True):
    """An approved issue as the archive shows it, its dates in words; `approved` is ISO in UTC.

    `files` are the names of `FILES` that there are, with their sizes in bytes. `corrects` names the
    issues whose place it takes, and `correction` tells what was wrong with its own earlier revision, where
    it takes the place of that.
    """

    topic: str
    issue: str
    title: str
    subtitle: str | None
    language: str
    direction: str
    theme: str
    marking: str | None
    audience: str | None
    issued: str
    date: str
    hijri: str | None
    period: str | None
    scope: str
    bottom_line: tuple[str, ...]
    passages: tuple[Passage, ...]
    files: tuple[tuple[str, int], ...]
    approved: str
    withdrawn: Withdrawal | None
    corrects: tuple[str, ...] = ()
    correction: Withdrawal | None = None

    @property
    def place(self) -> str:
        """Its folder within the site."""
        return f"topics/{self.topic}/{self.issue}"

    @property
    def updated(self) -> str:
        """When it last changed for its readers: approved, or since then withdrawn or called a correction."""
        return max([self.approved, *(told.at for told in (self.withdrawn, self.correction) if told)])


class Copied(Struct, frozen=True):
    """An edition and what its files hold."""

    edition: Edition
    contents: tuple[tuple[str, bytes], ...]


def folders(reports: Path, site: Path) -> Iterator[Path]:
    """The folders of all issues of all topics, by name; what is kept aside lies deeper and is none."""
    for found in sorted(reports.glob(f"*/*/{_RECORD}")):
        issue, topic = found.parent, found.parent.parent
        hidden = issue.name.startswith(".") or topic.name.startswith(".")
        if not hidden and topic.resolve() != site.resolve():
            yield issue


def copied(folder: Path, said: Words) -> Copied:
    """An approved issue with its files as they were approved; raises `BriefError` for any other."""
    contents = tuple((name, (folder / name).read_bytes()) for name in FILES if (folder / name).is_file())
    brief = record.load(folder / _RECORD)
    found = approval.read(folder)
    state = approval.state(folder)
    if found is None or state == "draft":
        raise TopicError(
            "%(issue)s: is a draft; approve it: `brief approve %(issue)s --by NAME`.", issue=folder
        )
    # What was read before is what was approved: an issue may be exchanged at any moment.
    known = shelf.files(folder)
    if state == "changed" or any(known.get(name) != digest(content) for name, content in contents):
        raise TopicError(
            "%(issue)s: was changed after it was approved; look at it and approve it again.", issue=folder
        )
    if not contents:
        raise TopicError(
            "%(issue)s: holds nothing to read; build it with --to pdf,html and approve it again.",
            issue=folder,
        )
    return Copied(_edition(folder, brief, found.at, contents, said), contents)


def tried(folder: Path, said: Words) -> Copied | BriefError:
    """An approved issue, or why it is none."""
    try:
        return copied(folder, said)
    except BriefError as error:
        return error
    except OSError as error:
        return TopicError(
            "%(issue)s: cannot be read (%(reason)s); mend that and build the site again.",
            issue=folder,
            reason=error.strerror,
        )


def _edition(
    folder: Path, brief: Brief, approved: str, contents: tuple[tuple[str, bytes], ...], said: Words
) -> Edition:
    first = cover(brief, None, 0, said)
    return Edition(
        topic=folder.parent.name,
        issue=folder.name,
        title=brief.title,
        subtitle=brief.subtitle,
        language=brief.language,
        direction=brief.direction,
        theme=brief.theme,
        marking=brief.marking,
        audience=brief.audience,
        issued=brief.issued,
        date=said.date(brief.issued, weekday=True),
        hijri=first.hijri,
        period=first.period,
        scope=first.sources,
        bottom_line=(first.nothing,) if first.nothing else tuple(item.text for item in first.bottom_line),
        passages=tuple(passages(brief)),
        files=tuple((name, len(content)) for name, content in contents),
        approved=approved,
        withdrawn=withdrawals.read(folder),
        correction=_correction(folder),
    )


def _correction(folder: Path) -> Withdrawal | None:
    """Why the revision that these files take the place of was withdrawn, None where none was."""
    found = [gone for before in reversed(shelf.revisions(folder)) if (gone := withdrawals.read(before))]
    own = shelf.fingerprint(folder) if found else ""
    return next((gone for gone in found if withdrawals.names(gone, folder.name, own)), None)


def passages(brief: Brief) -> Iterator[Passage]:
    """All that can be searched for, in the order of the page; what stands twice is told once."""
    titles = {section.id: section.title for section in brief.sections}
    found = [
        *((section.id, item.text) for section in brief.sections for item in section.items),
        *(("context", event.text) for event in brief.timeline),
        *(("reactions", quote.text) for quote in brief.quotes),
    ]
    seen = set[str]()
    for part, text in found:
        if text not in seen:
            seen.add(text)
            yield Passage(part, titles.get(part, ""), text)

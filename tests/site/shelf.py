"""A small tree of reports for the archive, made of the small issue that holds."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from brief import approval, shelf, whole
from brief.model import Brief, Section
from brief.outputs import record
from tests.check.issues import PAGE, good

TIME = datetime(2024, 7, 1, 6, tzinfo=UTC)


def about(brief: Brief, *texts: str) -> Brief:
    """The brief with a summary of these texts."""
    first = brief.sections[0]
    items = tuple(replace(first.items[0], id=f"s{at}", text=text) for at, text in enumerate(texts))
    return replace(brief, sections=(Section(first.id, first.title, items), *brief.sections[1:]))


def lay(reports: Path, brief: Brief, issue: str, *, page: str = PAGE) -> Path:
    """An issue of a brief in its place, not approved yet."""
    folder = reports / brief.topic / issue
    folder.mkdir(parents=True)
    (folder / "brief.json").write_bytes(record.write(brief).content)
    (folder / "brief.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    (folder / "brief.pdf").write_bytes(b"%PDF-1.7")
    return folder


def approve(folder: Path, now: datetime = TIME) -> None:
    """Somebody approves the issue as it stands."""
    whole.put(folder / shelf.APPROVAL, msgspec.json.encode(approval.approved(folder, "A", now)))


def approved(reports: Path, issued: str, *texts: str, topic: str = "t", title: str = "T") -> Path:
    """An approved issue of a topic, named after its day."""
    brief = replace(good(), topic=topic, issued=issued, title=title)
    folder = lay(reports, about(brief, *texts) if texts else brief, issued)
    approve(folder)
    return folder

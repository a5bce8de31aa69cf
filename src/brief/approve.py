"""An issue let out by a named person: as it stands, or, where it failed the gate, with her reason printed."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from msgspec import structs

from brief import approval, lock, publish, shelf, whole
from brief.build import Made, fill
from brief.check import check
from brief.check.issue import open_issue, theme_of
from brief.editions import keep
from brief.errors import GateError, TopicError, joined
from brief.model import Note
from brief.outputs import FILES
from brief.pipeline import Progress
from brief.printed import plain
from brief.shelf import Edition

# Kind of the note that says why an issue stands though it failed the gate.
DESPITE = "approved_despite"


def approve(folder: Path, by: str, now: datetime, despite: str | None, progress: Progress) -> Path:
    """Approve the issue in `folder` as `by`; gives the folder where it stands then.

    One that does not pass the gate needs `despite`, a reason: it is made again with that in its note on
    method, and put into its place. Raises `GateError` where there is none, `UsageError` without a name.
    """
    if not (folder / "brief.json").is_file():
        raise TopicError(
            "%(folder)s: holds no issue; name a folder such as reports/seeds/2024-06-25.", folder=folder
        )
    if shelf.read(folder) is None:
        return _approved(folder, by, now, despite, progress)
    # A run that revises the issue now would leave the approval behind.
    with lock.alone(shelf.lock_of(folder), now):
        return _approved(folder, by, now, despite, progress)


def _approved(folder: Path, by: str, now: datetime, despite: str | None, progress: Progress) -> Path:
    made = approval.approved(folder, plain(by), now)
    if findings := check(folder):
        reason = " ".join((despite or "").split())
        if not reason:
            raise GateError(
                "%(folder)s: does not hold what it promises, so it was not approved; build it again, or give "
                "a reason with --despite, which its readers will see:\n  %(told)s",
                folder=folder,
                told=joined((finding.told for finding in findings), "\n  "),
            )
        folder = _made_again(folder, f"{made.by}: {reason}", progress)
        made = approval.approved(folder, made.by, now, reason)
    whole.save(folder / shelf.APPROVAL, made)
    return folder


def _made_again(folder: Path, reason: str, progress: Progress) -> Path:
    """The issue with the reason in its notes, in its place: out of `refused/`, if it stood there."""
    issue = open_issue(folder)
    notes = (*(one for one in issue.brief.notes if one.kind != DESPITE), Note(DESPITE, reason))
    texts = {name: text for name, text in issue.texts.items() if text is not None}
    made = Made(structs.replace(issue.brief, notes=notes), texts, theme_of(issue))
    target = folder.parent.parent / folder.name if folder.parent.name == shelf.REFUSED else folder
    with publish.staging(target) as staged:
        fill(staged, made, _formats(folder), progress)
        edition = shelf.read(folder)
        if edition is not None:
            shelf.put(staged, _behind(edition, target) if folder != target else edition)
        if folder != target:
            keep(target)
        publish.publish(staged, target)
    if folder != target:
        shutil.rmtree(folder, ignore_errors=True)
    return target


def _behind(edition: Edition, target: Path) -> Edition:
    """A refused edition, as the revision after the one in its place, which may have been revised since."""
    there = shelf.read(target)
    return structs.replace(edition, revision=there.revision + 1) if there else edition


def _formats(folder: Path) -> tuple[str, ...]:
    """The formats of an issue, by the files that it holds."""
    return tuple(name for name, file in FILES.items() if (folder / file).is_file())

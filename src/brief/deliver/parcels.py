"""What may go out of reports/: an approved issue, and the correction of one that went out before."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct, structs

from brief import approval, shelf
from brief.deliver import Correction, Parcel, Recipient, withdrawn
from brief.deliver.ledger import REACHED, Ledger
from brief.deliver.recipients import Book, identity
from brief.deliver.withdrawn import Withdrawal
from brief.errors import TopicError, UsageError
from brief.outputs import record
from brief.printed import plain


def issue_in(folder: Path) -> Parcel:
    """The issue in `folder`, whether it may go out or not.

    Raises `TopicError` for a folder that is no issue of a topic in reports/.
    """
    folder = folder.resolve()
    topic = record.load(folder / "brief.json").topic
    if folder.parent.name != topic:
        raise TopicError(
            "%(folder)s: is no issue in its place; name the folder reports/%(topic)s/ISSUE.",
            folder=folder,
            topic=topic,
        )
    return Parcel(topic=topic, issue=folder.name, folder=folder, digest=shelf.fingerprint(folder))


def parcel(folder: Path, *, drafts: bool) -> Parcel:
    """The issue in `folder` as it may go out; `drafts` lets go what nobody approved, and it says so.

    Raises `TopicError` as `issue_in`, for an issue that was withdrawn, and for a draft, which an issue is
    again where a file of it was changed after it was approved.
    """
    made = issue_in(folder)
    if gone := withdrawn.read(made.folder):
        raise TopicError(
            "%(folder)s: was withdrawn, issue %(by)s takes its place; share that one.",
            folder=made.folder,
            by=gone.by,
        )
    draft = _is_draft(made.folder, drafts=drafts)
    return structs.replace(made, draft=draft, corrects=_corrected(made))


def reports_of(issue: Parcel) -> Path:
    """The folder of all reports, where the ledger lies."""
    return issue.folder.parent.parent


def correcting(issue: Parcel, earlier: str, reason: str) -> Parcel:
    """The parcel as a correction of an `earlier` issue: its name, or the folder of one of its revisions.

    The name of the issue itself means what stood at its place before. Raises `UsageError` without a
    reason, and `TopicError` where there is no such issue, or another one took its place already.
    """
    told = plain(reason)
    if not told:
        raise UsageError("--reason: is empty; say in a sentence what was wrong.")
    folder = _earlier(issue, earlier)
    gone = withdrawn.read(folder)
    if gone is not None and gone.by != issue.issue:
        raise TopicError(
            "%(folder)s: was withdrawn already, issue %(by)s takes its place; correct that one.",
            folder=folder,
            by=gone.by,
        )
    return structs.replace(issue, corrects=_correction(folder, told))


def withdraw(issue: Parcel, now: datetime) -> None:
    """Lay to what the parcel corrects, if anything, that it takes its place; raises as `withdrawn` does."""
    if issue.corrects is None:
        return
    made = withdrawn.by(issue, issue.corrects, now)
    before = withdrawn.read(issue.corrects.folder)
    if before is None or structs.replace(before, at=made.at) != made:
        withdrawn.put(issue.corrects.folder, made)


def check_untold(issue: Parcel, ledger: Ledger | None) -> None:
    """Raises `TopicError` where people have a correction already, and never heard that it is one."""
    if issue.corrects is None or ledger is None or _is_for(issue, withdrawn.read(issue.corrects.folder)):
        return
    entries = ledger.entries(issue.topic, issue.issue)
    if any(entry.digest == issue.digest and entry.state in REACHED for entry in entries):
        raise TopicError(
            "%(folder)s: was shared before it was called a correction, and nobody is sent the same files "
            "twice; make a revision of it (a [[judgement]] in brief.toml will do), approve and share that.",
            folder=issue.folder,
        )


class People(Struct, frozen=True):
    """Who is to have a parcel; those `doubtful` may have had the earlier one under a password, or not."""

    certain: tuple[Recipient, ...]
    doubtful: tuple[Recipient, ...] = ()


def people(issue: Parcel, book: Book, ledger: Ledger | None) -> People:
    """Those listed for the topic, and of a correction everybody who had the earlier one.

    Where the ledger does not know how somebody had it, the list says so, whatever topics it gives her.
    """
    certain = {_key(one): one for one in book.of(issue.topic)}
    listed = {_key(one): one for one in book.recipient}
    doubtful = []
    for had in (
        ledger.had(issue.topic, issue.corrects.issue, issue.digest) if issue.corrects and ledger else ()
    ):
        key = _key(had.recipient)
        if had.is_known or key in listed:
            certain.setdefault(key, had.recipient if had.is_known else listed[key])
        else:
            doubtful.append(had.recipient)
    return People(tuple(certain.values()), tuple(doubtful))


def _key(one: Recipient) -> tuple[str, str]:
    return one.channel, identity(one)


def _is_draft(folder: Path, *, drafts: bool) -> bool:
    state = approval.state(folder)
    if state == "approved" or drafts:
        return state != "approved"
    if state == "changed":
        raise TopicError(
            "%(folder)s: was changed after it was approved, so it is a draft again; "
            "look at it and approve it: `brief approve %(folder)s --by NAME`.",
            folder=folder,
        )
    raise TopicError(
        "%(folder)s: is a draft, and drafts are not shared; "
        "approve it: `brief approve %(folder)s --by NAME`.",
        folder=folder,
    )


def _earlier(issue: Parcel, named: str) -> Path:
    """The folder of an issue that the parcel corrects."""
    shelf_of_topic = issue.folder.parent
    folder = Path(named) if Path(named).is_dir() else shelf_of_topic / named
    folder = folder.resolve()
    if folder == issue.folder:
        before = shelf.revisions(issue.folder)
        folder = before[-1] if before else folder / shelf.REVISIONS
    own = folder.parent in {shelf_of_topic, shelf_of_topic / shelf.REVISIONS / folder.parent.name}
    if not own or not (folder / "brief.json").is_file():
        raise TopicError(
            "--corrects: '%(name)s' is no earlier issue of the topic; "
            "name one of reports/%(topic)s/, or the folder of a revision.",
            name=named,
            topic=issue.topic,
        )
    return folder


def _corrected(issue: Parcel) -> Correction | None:
    """The correction that an issue was already shared as: whoever takes it up again need not say so."""
    kept = issue.folder.parent
    beside = kept.glob(f"*/{shelf.WITHDRAWN}"), kept.glob(f"{shelf.REVISIONS}/*/*/{shelf.WITHDRAWN}")
    for path in sorted(path for found in beside for path in found):
        gone = withdrawn.read(path.parent)
        if gone and _is_for(issue, gone):
            return _correction(path.parent, gone.reason)
    return None


def _is_for(issue: Parcel, gone: Withdrawal | None) -> bool:
    return withdrawn.names(gone, issue.issue, issue.digest)


def _correction(folder: Path, reason: str) -> Correction:
    name = folder.parent.name if folder.parent.parent.name == shelf.REVISIONS else folder.name
    return Correction(issue=name, folder=folder, reason=reason)

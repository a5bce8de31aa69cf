"""Whether what somebody holds is what was signed, approved and delivered: a PDF, an issue or a copy."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import pikepdf
from asn1crypto import x509

from brief import approval, shelf
from brief.check.anchors import prove_anchors
from brief.check.issue import PRINT, RECORD, open_issue
from brief.deliver import manifest, withdrawn
from brief.errors import BriefError, Remark, TopicError
from brief.identity import digest
from brief.model import Brief
from brief.protect import signatures
from brief.protect.proof import Proof, fails, holds, untold

_SOURCES = "sources.sha256"


def verify(path: Path, trusted: Sequence[Path], now: datetime) -> tuple[Proof, ...]:
    """What holds and what does not, of a PDF alone or with the issue it lies in, of an issue, or of a copy.

    `trusted` are files of certificates. Raises `TopicError` for what is none of these.
    """
    known = signatures.roots(trusted)
    if path.is_dir():
        return tuple(_of_folder(path, known, now))
    if path.suffix.lower() == ".pdf" and path.is_file():
        return tuple(_of_file(path, known, now))
    raise TopicError("%(path)s: is neither a PDF nor the folder of an issue; name one of these.", path=path)


def _of_file(path: Path, known: Sequence[x509.Certificate], now: datetime) -> Iterator[Proof]:
    yield from _of_pdf(path, known, now)
    if (path.parent / RECORD).is_file():
        yield from _of_issue(path.parent)


def _of_folder(folder: Path, known: Sequence[x509.Certificate], now: datetime) -> Iterator[Proof]:
    copy = (folder / shelf.MANIFEST).is_file()
    if copy:
        yield from _of_copy(folder)
    if (folder / RECORD).is_file():
        signed = folder / shelf.SIGNED
        printed = signed if signed.is_file() else folder / PRINT
        if printed.is_file():
            yield from _of_pdf(printed, known, now)
        yield from _of_issue(folder)
    elif not copy:
        raise TopicError(
            "%(path)s: is neither a PDF nor the folder of an issue; name one of these.", path=folder
        )


def _of_pdf(path: Path, known: Sequence[x509.Certificate], now: datetime) -> Iterator[Proof]:
    """Of the file itself: its signatures, and what is inside it."""
    content = path.read_bytes()
    try:
        found = list(signatures.signatures(content, known, now))
    except TopicError as error:
        raise TopicError("%(path)s: %(problem)s", path=path, problem=error.message) from error
    yield from found or [untold("signature", Remark("%(file)s bears no signature.", file=path.name))]
    beside = path.with_name(PRINT)
    if path.name == shelf.SIGNED and beside.is_file():
        yield _continues(content, beside.read_bytes())
    yield from _inside(content, path)


def _continues(signed: bytes, printed: bytes) -> Proof:
    if signed.startswith(printed):
        return holds("copy", Remark("the signed copy is brief.pdf with the signature behind it."))
    return fails("copy", Remark("the signed copy is one of another file than brief.pdf; sign it again."))


def _inside(content: bytes, path: Path) -> Iterator[Proof]:
    """The record that a PDF carries, and the digests of the sources beside it."""
    inside = _attached(content)
    if RECORD not in inside:
        yield untold("record", Remark("%(file)s carries no record.", file=path.name))
        return
    try:
        brief = msgspec.json.decode(inside[RECORD], type=Brief)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        yield fails("record", Remark("the record inside cannot be read (%(reason)s).", reason=error))
        return
    yield _told_sources(brief, inside.get(_SOURCES, b""))
    beside = path.with_name(RECORD)
    if beside.is_file():
        yield _same_record(same=beside.read_bytes() == inside[RECORD])


def _attached(content: bytes) -> dict[str, bytes]:
    """The files inside a PDF; none where it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    except pikepdf.PdfError:
        return {}


def _told_sources(brief: Brief, listed: bytes) -> Proof:
    """Whether the list of digests in a PDF names the texts that its record cites."""
    meant = {f"{entry.digest}  {entry.place}" for entry in brief.sources if entry.is_kept}
    if meant == set(listed.decode("utf-8", "replace").splitlines()):
        told = Remark("the record inside and the list of its %(n)s sources agree.", n=len(meant))
        return holds("sources", told)
    return fails("sources", Remark("the record inside cites other sources than the list beside it."))


def _same_record(*, same: bool) -> Proof:
    if same:
        return holds("record", Remark("the record inside is that of the issue."))
    return fails("record", Remark("the record inside is another one than that of the issue."))


def _of_issue(folder: Path) -> Iterator[Proof]:
    """Of an issue: its approval, what became of it, and every passage against its source."""
    yield _approval(folder)
    if gone := withdrawn.read(folder):
        told = Remark(
            "it was withdrawn, issue %(by)s takes its place: %(reason)s", by=gone.by, reason=gone.reason
        )
        yield untold("edition", told)
    try:
        wrong = [finding.message for finding in prove_anchors(open_issue(folder))]
    except BriefError as error:
        wrong = [error.message]
    yield from (fails("anchors", message) for message in wrong)
    if not wrong:
        yield holds("anchors", Remark("every passage stands in its source as it is cited."))


def _approval(folder: Path) -> Proof:
    found = approval.read(folder)
    if found is None:
        return untold("approval", Remark("nobody approved it."))
    if found.digest != shelf.fingerprint(folder):
        told = Remark("a file was changed after %(name)s approved it at %(at)s.", name=found.by, at=found.at)
        return fails("approval", told)
    told = Remark("%(name)s approved these files at %(at)s.", name=found.by, at=found.at)
    return holds("approval", told)


def _of_copy(folder: Path) -> Iterator[Proof]:
    """Of a delivered copy: every file against its manifest, and the digest of them all."""
    made = manifest.decoded((folder / shelf.MANIFEST).read_bytes())
    if made is None:
        yield fails("copy", Remark("the manifest cannot be read; ask for the copy again."))
        return
    wrong = [name for name, told in made.files.items() if _sum(folder, name) != told]
    there = shelf.files(folder)
    wrong += [name for name in there if name not in made.files]
    yield from (fails("copy", Remark("%(file)s is not as it was delivered.", file=name)) for name in wrong)
    if wrong:
        return
    if not made.locked and shelf.fingerprint_of(made.files) != made.digest:
        yield fails("copy", Remark("the manifest tells of other files than it names."))
        return
    yield holds("copy", Remark("all %(n)s files are as they were delivered.", n=len(made.files)))


def _sum(folder: Path, name: str) -> str | None:
    path = folder / name
    try:
        return digest(path.read_bytes()) if path.resolve().is_relative_to(folder.resolve()) else None
    except OSError:
        return None

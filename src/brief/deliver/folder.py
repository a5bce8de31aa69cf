"""An issue -> a folder of a share, or a bucket: `ADDRESS/<topic>/<issue>/`, whole and with checksums.

Nothing is doubled by delivering once more. So nothing is marked as offered: a delivery that was cut off is
of no unknown fate, it is done again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import structs

from brief import shelf, whole
from brief.deliver import Clock, Mark, Parcel, Receipt, Recipient, manifest, withdrawn
from brief.deliver.manifest import Manifest
from brief.deliver.places import Place, place
from brief.errors import BriefError, TopicError
from brief.identity import digest
from brief.protect import handed

# What is laid to an issue and belongs to a copy of it.
_WITH_IT = (shelf.APPROVAL, shelf.RECORD, shelf.SIGNED)
_PRINT = "brief.pdf"


def deliver(parcel: Parcel, recipient: Recipient, clock: Clock, mark: Mark) -> Receipt:
    """Copy the issue to the recipient's place and read every file back.

    A copy that stands there whole is left as it is. A recipient with a password gets the encrypted PDF
    alone. Raises `TopicError` where the issue's files are not those of the parcel.
    """
    files = _files(parcel)
    at = clock()
    try:
        there = place(recipient.address)
        _copy(there, parcel, files, recipient.password)
        _withdraw(there, parcel, recipient, at)
    except BriefError as error:
        # A share that is not mounted, a variable that is not set: no pause mends that.
        return structs.replace(_receipt(parcel, recipient, at, error), lasting=True)
    except Exception as error:  # noqa: BLE001 - every client of buckets raises errors of its own
        return _receipt(parcel, recipient, at, _unfit(recipient.address, error))
    return _receipt(parcel, recipient, at)


def _receipt(parcel: Parcel, recipient: Recipient, at: datetime, error: BriefError | None = None) -> Receipt:
    return Receipt(
        channel=recipient.channel,
        recipient=recipient.address,
        digest=parcel.digest,
        at=at.astimezone(UTC).isoformat(timespec="seconds"),
        state="failed" if error else "sent",
        detail=error.message if error else None,
        reference=None if error else f"{recipient.address.rstrip('/')}/{_name(parcel)}",
    )


def _name(parcel: Parcel) -> str:
    """The folder of a copy within its place."""
    return f"{parcel.topic}/{parcel.issue}"


def _files(parcel: Parcel) -> dict[str, bytes]:
    """The files of the parcel as they were approved, and what is laid to them."""
    names = [*shelf.files(parcel.folder), *(name for name in _WITH_IT if (parcel.folder / name).is_file())]
    try:
        files = {name: (parcel.folder / name).read_bytes() for name in names}
    except OSError as error:
        raise _changed(parcel) from error
    if shelf.fingerprint_of(manifest.sums(files)) != parcel.digest:
        raise _changed(parcel)
    if shelf.SIGNED in files:
        handed.check(parcel.folder / shelf.SIGNED, files[shelf.SIGNED], files.get(_PRINT, b""))
    return files


def _changed(parcel: Parcel) -> TopicError:
    return TopicError(
        "%(folder)s: was changed while it was shared; approve it again, then share it.", folder=parcel.folder
    )


def _copy(there: Place, parcel: Parcel, files: Mapping[str, bytes], variable: str | None) -> None:
    """Put the files there, or under a password the PDF alone, unless a copy stands there whole."""
    if variable is None:
        made = _manifest(parcel, files)
        if _found(there, parcel, locked=False) != made:
            _put(there, made, files)
    # What is encrypted twice has other bytes each time, so its manifest alone says what it is.
    elif _found(there, parcel, locked=True) is None:
        locked = {shelf.LOCKED: handed.locked(files.get(_PRINT), variable, os.environ)}
        _put(there, _manifest(parcel, locked, locked=True), locked)


def _manifest(parcel: Parcel, files: Mapping[str, bytes], *, locked: bool = False) -> Manifest:
    return Manifest(
        topic=parcel.topic,
        issue=parcel.issue,
        digest=parcel.digest,
        files=manifest.sums(files),
        locked=locked,
    )


def _put(there: Place, made: Manifest, files: Mapping[str, bytes]) -> None:
    with_sums = {**files, shelf.SUMS: manifest.listed(made.files)}
    there.put(f"{made.topic}/{made.issue}", with_sums, manifest.encoded(made))


def _found(there: Place, parcel: Parcel, *, locked: bool) -> Manifest | None:
    """The manifest of the copy of a parcel that stands there, each file of it whole."""
    folder = _name(parcel)
    found = manifest.decoded(there.read(folder, shelf.MANIFEST))
    if found is None or (found.digest, found.locked) != (parcel.digest, locked):
        return None
    is_whole = all(digest(there.read(folder, name) or b"") == told for name, told in found.files.items())
    return found if is_whole else None


def _withdraw(there: Place, parcel: Parcel, recipient: Recipient, now: datetime) -> None:
    """Lay to the copy of an earlier issue that this one takes its place.

    Beside an encrypted copy it is not said why: what is wrong tells what the copy keeps to itself.
    """
    gone = parcel.corrects
    if gone is None or gone.issue == parcel.issue:
        return
    folder = f"{parcel.topic}/{gone.issue}"
    if there.read(folder, shelf.MANIFEST) is None or there.read(folder, shelf.WITHDRAWN) is not None:
        return
    told = gone if recipient.password is None else structs.replace(gone, reason="")
    there.add(folder, shelf.WITHDRAWN, whole.encoded(withdrawn.by(parcel, told, now)))


def _unfit(address: str, error: Exception) -> TopicError:
    return TopicError(
        "%(place)s: cannot be written (%(reason)s); mend that and share again.", place=address, reason=error
    )

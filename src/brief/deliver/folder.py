"""An issue -> a folder of a share, or a bucket: `ADDRESS/<topic>/<issue>/`, whole and with checksums.

Nothing is doubled by delivering once more, so no delivery is ever of unknown fate: one that was cut off
is simply done again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec import Struct

from brief import manifest, publish, shelf
from brief.deliver import Clock, Mark, Parcel, Receipt, Recipient
from brief.deliver.withdrawn import Withdrawal
from brief.errors import BriefError, TopicError
from brief.identity import digest
from brief.manifest import Manifest
from brief.protect import encrypt, laid

# What is laid to an issue and belongs to a copy of it.
_WITH_IT = (shelf.APPROVAL, shelf.RECORD, laid.SIGNED)


class Place(Protocol):
    """Where copies of issues stand, each in a folder of its own; faults are `OSError`s."""

    def read(self, folder: str, name: str) -> bytes | None:
        """A file, None where there is none."""

    def put(self, folder: str, files: Mapping[str, bytes], made: Manifest) -> None:
        """Put a copy where the one before it stands, so that no reader takes half of it for whole."""

    def add(self, folder: str, name: str, content: bytes) -> None:
        """Lay a file to a copy."""


def deliver(parcel: Parcel, recipient: Recipient, clock: Clock, mark: Mark) -> Receipt:
    """Copy the issue to the recipient's place, with every checksum read back.

    What stands there whole already is left as it is. A recipient with a password gets the encrypted PDF
    alone. Raises `TopicError` where the issue's files are not those of the parcel.
    """
    files = _files(parcel)
    at = clock()
    folder = f"{parcel.topic}/{parcel.issue}"
    try:
        place = _place(recipient.address)
        if recipient.password is None:
            _copy(place, folder, files, _manifest(parcel, files))
        elif not _stands(place, folder, _manifest(parcel, {}, locked=True)):
            secret = encrypt.password(recipient.password, os.environ)
            only = {laid.LOCKED: encrypt.locked(files[laid.PRINT], secret)}
            _copy(place, folder, only, _manifest(parcel, only, locked=True))
        _withdraw(place, parcel, at)
    except BriefError as error:
        return _receipt(parcel, recipient, at, error)
    except Exception as error:  # noqa: BLE001 - clients of buckets raise errors of their own
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
        reference=None if error else f"{recipient.address.rstrip('/')}/{parcel.topic}/{parcel.issue}",
    )


def _files(parcel: Parcel) -> dict[str, bytes]:
    """The files of the parcel as they were approved, and what is laid to them."""
    names = [*shelf.files(parcel.folder), *(name for name in _WITH_IT if (parcel.folder / name).is_file())]
    try:
        files = {name: (parcel.folder / name).read_bytes() for name in names}
    except OSError as error:
        raise _changed(parcel) from error
    approved = {name: content for name, content in manifest.sums(files).items() if name not in _WITH_IT}
    if shelf.fingerprint_of(approved) != parcel.digest:
        raise _changed(parcel)
    laid.check(files)
    return files


def _changed(parcel: Parcel) -> TopicError:
    return TopicError(
        "%(folder)s: was changed while it was shared; approve it again, then share it.", folder=parcel.folder
    )


def _manifest(parcel: Parcel, files: Mapping[str, bytes], *, locked: bool = False) -> Manifest:
    return Manifest(
        topic=parcel.topic,
        issue=parcel.issue,
        digest=parcel.digest,
        files=manifest.sums(files),
        locked=locked,
    )


def _copy(place: Place, folder: str, files: Mapping[str, bytes], made: Manifest) -> None:
    """Put the files there, unless a copy of them stands there whole."""
    if not _stands(place, folder, made):
        place.put(folder, {**files, manifest.SUMS: manifest.listed(made.files)}, made)


def _stands(place: Place, folder: str, made: Manifest) -> bool:
    """Whether a copy of that issue stands there, each file of it whole.

    Encrypted twice, the same file has other bytes: of a locked copy its own manifest tells what it holds.
    """
    content = place.read(folder, manifest.NAME)
    found = manifest.decoded(content) if content else None
    if found is None or (found.digest, found.locked) != (made.digest, made.locked):
        return False
    if not made.locked and found.files != made.files:
        return False
    return all(digest(place.read(folder, name) or b"") == content for name, content in found.files.items())


def _withdraw(place: Place, parcel: Parcel, now: datetime) -> None:
    """Lay to the copy of an earlier issue that this one takes its place."""
    gone = parcel.corrects
    if gone is None or gone.issue == parcel.issue:
        return
    folder = f"{parcel.topic}/{gone.issue}"
    if place.read(folder, manifest.NAME) is None or place.read(folder, shelf.WITHDRAWN) is not None:
        return
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    told = Withdrawal(by=parcel.issue, digest=parcel.digest, reason=gone.reason, at=at)
    place.add(folder, shelf.WITHDRAWN, msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")


def _place(address: str) -> Place:
    """The place of an address; raises `TopicError` where a folder is not there or a client is missing."""
    scheme = urlsplit(address).scheme if "://" in address else "file"
    if scheme != "file":
        return _Bucket.of(address)
    path = Path(unquote(urlsplit(address).path) if "://" in address else address).expanduser()
    if not path.is_absolute():
        raise TopicError("%(place)s: is no full path of a folder; write it from the root on.", place=address)
    if not path.is_dir():
        # A share that is not mounted is an empty place on this machine's own disk, or none.
        raise TopicError(
            "%(place)s: there is no such folder; mount the share, or make the folder.", place=address
        )
    return _Disk(path)


class _Disk(Struct, frozen=True):
    """A folder of this machine or of a share that is mounted."""

    root: Path

    def read(self, folder: str, name: str) -> bytes | None:
        try:
            return (self.root / folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, folder: str, files: Mapping[str, bytes], made: Manifest) -> None:
        """Written beside its place, read back, and put there by one rename."""
        target = self.root / folder
        with publish.staging(target) as staged:
            for name, content in (*files.items(), (manifest.NAME, manifest.encoded(made))):
                _write(staged / name, content)
            for name, content in files.items():
                _check(name, content, (staged / name).read_bytes())
            publish.publish(staged, target, manifest.NAME)

    def add(self, folder: str, name: str, content: bytes) -> None:
        _write(self.root / folder / name, content)


class _Bucket(Struct, frozen=True):
    """A place that fsspec knows a client for."""

    client: object
    root: str

    @classmethod
    def of(cls, address: str) -> _Bucket:
        import fsspec  # noqa: PLC0415 - a folder of this machine needs no client

        client, root = fsspec.core.url_to_fs(address)
        return cls(client, root.rstrip("/"))

    def read(self, folder: str, name: str) -> bytes | None:
        return b""

    def put(self, folder: str, files: Mapping[str, bytes], made: Manifest) -> None: ...

    def add(self, folder: str, name: str, content: bytes) -> None: ...


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _check(name: str, meant: bytes, found: bytes) -> None:
    if digest(meant) != digest(found):
        raise TopicError(
            "%(name)s: was written, but reads back as something else; look after the disk.", name=name
        )


def _unfit(address: str, error: Exception) -> TopicError:
    return TopicError(
        "%(place)s: cannot be written (%(reason)s); mend that and share again.", place=address, reason=error
    )

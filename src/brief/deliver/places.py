"""Where copies of issues stand: a folder of this machine or of a share, or a bucket that fsspec can reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol, cast
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from brief import publish, shelf, whole
from brief.errors import TopicError
from brief.identity import digest


class Place(Protocol):
    """Holds copies by the names of their folders; a fault of the other side is raised as it comes."""

    def read(self, folder: str, name: str) -> bytes | None:
        """A file of a copy, None where there is none."""

    def put(self, folder: str, files: Mapping[str, bytes], manifest: bytes) -> None:
        """Put a copy where the one before it stands; who finds its manifest finds all of it.

        Raises `TopicError` where a file reads back as something else.
        """

    def add(self, folder: str, name: str, content: bytes) -> None:
        """Lay a file to a copy."""


def place(address: str) -> Place:
    """The place of an address, such as `/srv/share`, `file:///srv/share` or `s3://bucket/briefs`.

    Raises `TopicError` where there is no such folder, and where there is no client for the address.
    """
    if "://" in address and urlsplit(address).scheme != "file":
        return _bucket(address)
    path = Path(unquote(urlsplit(address).path) if "://" in address else address).expanduser()
    # A share that is not mounted is an empty folder of this machine's own disk, or none.
    if not path.is_absolute() or not path.is_dir():
        raise TopicError(
            "%(place)s: there is no such folder; mount the share, or write its full path.", place=address
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

    def put(self, folder: str, files: Mapping[str, bytes], manifest: bytes) -> None:
        """Written beside its place, read back, and put there by one rename."""
        target = self.root / folder
        with publish.staging(target) as staged:
            for name, content in (*files.items(), (shelf.MANIFEST, manifest)):
                (staged / name).parent.mkdir(parents=True, exist_ok=True)
                whole.put(staged / name, content)
                _check(target / name, content, (staged / name).read_bytes())
            publish.publish(staged, target, shelf.MANIFEST)

    def add(self, folder: str, name: str, content: bytes) -> None:
        whole.put(self.root / folder / name, content)


class _Client(Protocol):
    """What is used of fsspec's clients."""

    def cat_file(self, path: str) -> bytes: ...
    def pipe_file(self, path: str, value: bytes) -> None: ...
    def rm_file(self, path: str) -> None: ...
    def find(self, path: str) -> Iterable[str]: ...
    def makedirs(self, path: str, exist_ok: bool) -> None: ...  # noqa: FBT001 - fsspec's own
    def invalidate_cache(self) -> None: ...


class _Bucket(Struct, frozen=True):
    """A place without renames: its manifest goes first and comes last."""

    client: _Client
    root: str

    def read(self, folder: str, name: str) -> bytes | None:
        try:
            return self.client.cat_file(f"{self.root}/{folder}/{name}")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, folder: str, files: Mapping[str, bytes], manifest: bytes) -> None:
        """Without a manifest there is no copy, so what is half written is none."""
        if self.read(folder, shelf.MANIFEST) is not None:
            self.client.rm_file(f"{self.root}/{folder}/{shelf.MANIFEST}")
        for name, content in files.items():
            self.add(folder, name, content)
        self._drop(folder, set(files))
        self.add(folder, shelf.MANIFEST, manifest)

    def add(self, folder: str, name: str, content: bytes) -> None:
        path = f"{self.root}/{folder}/{name}"
        try:
            self.client.pipe_file(path, content)
        except FileNotFoundError:
            # Some have folders, as disks do.
            self.client.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.client.pipe_file(path, content)
        self.client.invalidate_cache()
        _check(path, content, self.client.cat_file(path))

    def _drop(self, folder: str, names: set[str]) -> None:
        """Remove what the copy before had and this one has not."""
        inside = f"{self.root}/{folder}/"
        for path in self.client.find(inside):
            # Some clients tell whole paths with a stroke before them, some without.
            if path.lstrip("/").removeprefix(inside.lstrip("/")) not in names:
                self.client.rm_file(path)


def _bucket(address: str) -> Place:
    # A folder of this machine needs no client.
    from fsspec.core import url_to_fs  # noqa: PLC0415 - see above

    try:
        client, root = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise TopicError(
            "%(place)s: has no client here (%(reason)s); install the package of fsspec that knows it, such "
            "as s3fs for s3://, beside `brief`.",
            place=address,
            reason=error,
        ) from error
    return _Bucket(cast("_Client", client), root.rstrip("/"))


def _check(path: Path | str, meant: bytes, found: bytes) -> None:
    if digest(meant) != digest(found):
        raise TopicError(
            "%(path)s: reads back as something else than was written; look after the disk and share again.",
            path=path,
        )

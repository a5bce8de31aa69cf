"""What a copy of an issue holds: its digest and the checksum of every file, written last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from brief import whole
from brief.identity import digest


class Manifest(Struct, frozen=True, kw_only=True):
    """The files of a copy by their names, each with its SHA-256 in hex.

    `digest` is that of the issue's files (`shelf.fingerprint`). A `locked` copy holds an encrypted file
    instead of them.
    """

    schema: Literal["manifest/1"] = "manifest/1"
    topic: str
    issue: str
    digest: str
    files: dict[str, str]
    locked: bool = False


def encoded(manifest: Manifest) -> bytes:
    """The manifest as a file."""
    return whole.encoded(manifest)


def decoded(content: bytes | None) -> Manifest | None:
    """What a file says, None where it is no manifest."""
    try:
        return msgspec.json.decode(content, type=Manifest) if content else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def sums(files: Mapping[str, bytes]) -> dict[str, str]:
    """The checksums of files by their names, sorted."""
    return {name: digest(files[name]) for name in sorted(files)}


def listed(known: Mapping[str, str]) -> bytes:
    """Checksums as `sha256sum --check` reads them."""
    return "".join(f"{content}  {name}\n" for name, content in known.items()).encode()

"""Whose certificates are believed when a server proves who it is."""

from __future__ import annotations

import ssl
from contextlib import suppress
from functools import cache
from pathlib import Path

import certifi


@cache
def trusting() -> ssl.SSLContext:
    """Trust in what this machine trusts (SSL_CERT_FILE may name it), else in Mozilla's list."""
    known = ssl.get_default_verify_paths()
    trusts = known.cafile or (known.capath and _holds_files(Path(known.capath)))
    return ssl.create_default_context(cafile=None if trusts else certifi.where())


def _holds_files(folder: Path) -> bool:
    """Whether a folder of certificates holds any: a bare system has the folder, but nothing in it."""
    with suppress(OSError):
        return any(path.is_file() for path in folder.iterdir())
    return False

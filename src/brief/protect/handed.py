"""The PDF that a recipient is handed: the signed copy, the approved file as it is, or it under a password.

A signature is written behind the approved file, which stays its beginning byte for byte. So signing changes
nothing that was approved, and the copy is laid beside the issue's files as the approval is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brief import shelf
from brief.errors import TopicError
from brief.protect.passwords import password


def pdf(folder: Path, printed: bytes, variable: str | None, environment: Mapping[str, str]) -> bytes:
    """What a recipient gets of the issue in `folder` whose brief.pdf is `printed`.

    `variable` names that of the environment that holds her password, if she has one. Raises
    `PasswordError` where it holds none, and `TopicError` where a signed copy is one of another file.
    """
    if variable is not None:
        return locked(printed, variable, environment)
    path = folder / shelf.SIGNED
    if not path.is_file():
        return printed
    signed = path.read_bytes()
    check(path, signed, printed)
    return signed


def check(path: Path, signed: bytes, printed: bytes) -> None:
    """Raises `TopicError` unless the signed copy in `path` is `printed` with something behind it."""
    if not printed or not signed.startswith(printed):
        raise TopicError(
            "%(path)s: is a signed copy of another file than brief.pdf; sign the issue again: "
            "`brief sign ISSUE --with FILE.p12`.",
            path=path,
        )


def locked(printed: bytes | None, variable: str, environment: Mapping[str, str]) -> bytes:
    """The approved file under the password of a variable; raises as `pdf` does."""
    from brief.protect.encrypt import encrypted  # noqa: PLC0415 - few recipients have one

    if printed is None:
        raise TopicError("brief.pdf: is not there, and it alone can be encrypted; build it with --to pdf.")
    return encrypted(printed, password(variable, environment))

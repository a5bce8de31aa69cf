"""Who may read a guarded site: names, and their passwords as Argon2id hashes (RFC 9106).

The file lies outside of what is served and belongs to its owner alone.
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from pathlib import Path
from typing import Literal

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from msgspec import Struct

from brief import whole
from brief.errors import TopicError, UsageError
from brief.printed import plain

VARIABLE = "BRIEF_USERS"
LEAST, MOST = 12, 1024  # characters of a password
_LONGEST_NAME = 64
_OTHERS = 0o077
_HASHER = PasswordHasher()


class Users(Struct, frozen=True, kw_only=True):
    """What the file says: the hash of each password by the name of its user."""

    schema: Literal["users/1"] = "users/1"
    hashes: dict[str, str] = {}


def default() -> Path:
    """Where the file lies if nobody says: $BRIEF_USERS, else beside the settings of the user."""
    told = os.environ.get(VARIABLE)
    return Path(told) if told else Path.home() / ".config" / "brief" / "users.json"


def key(name: str) -> str:
    """A name as it is compared: small and capital letters, blanks and ways to write a letter are one."""
    return unicodedata.normalize("NFKC", plain(name)[:_LONGEST_NAME]).casefold()


def read(path: Path) -> Users:
    """The users of a file; raises `TopicError` where it cannot be read, or others than its owner can."""
    try:
        mode = path.stat().st_mode
        found = whole.load(path, Users)
    except FileNotFoundError as error:
        raise TopicError(
            "%(path)s: there is no such file; make it with: brief site user NAME", path=path
        ) from error
    except (OSError, msgspec.DecodeError) as error:
        raise TopicError(
            "%(path)s: cannot be read as a file of users (%(reason)s); put it back from a copy.",
            path=path,
            reason=whole.reason(error),
        ) from error
    if mode & _OTHERS:
        raise TopicError("%(path)s: others can read it; close it with: chmod 600 %(path)s", path=path)
    return found


def put(path: Path, name: str, password: str) -> None:
    """Add a user, or give one a new password; raises `UsageError` for a name or password of no use."""
    if not key(name) or len(plain(name)) > _LONGEST_NAME:
        raise UsageError("NAME: must have 1 to %(most)s letters.", most=_LONGEST_NAME)
    if not LEAST <= len(password) <= MOST:
        raise UsageError(
            "password: must have %(least)s to %(most)s characters; several words make a good one.",
            least=LEAST,
            most=MOST,
        )
    hashes = _present(path)
    _write(path, {**hashes, key(name): _HASHER.hash(_normal(password))})


def remove(path: Path, name: str) -> None:
    """Take a user out, who is signed out at once; raises `UsageError` where there is none of that name."""
    hashes = dict(read(path).hashes)
    if hashes.pop(key(name), None) is None:
        raise UsageError("%(path)s: has no user '%(name)s'.", path=path, name=name)
    _write(path, hashes)


def _present(path: Path) -> dict[str, str]:
    return read(path).hashes if path.exists() else {}


def _write(path: Path, hashes: dict[str, str]) -> None:
    users = Users(hashes=hashes)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole.save(path, users, mode=0o600)
    except OSError as error:
        raise TopicError(
            "%(path)s: cannot be written (%(reason)s); choose another --users.",
            path=path,
            reason=error.strerror,
        ) from error


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password)


class Door:
    """Tells whether a password is right; the file is read again when it was changed.

    While the file cannot be read nobody is let in.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._hashes = read(path).hashes
        # An unknown name takes as long as a known one.
        self._nobody = _HASHER.hash(secrets.token_hex())

    def hashed(self, name: str) -> str | None:
        """The hash of a user's password, by her `key`; None for a stranger."""
        try:
            told = self._path.stat()
            seen = (told.st_mtime_ns, told.st_size, told.st_ino)
            if seen != self._seen:
                self._hashes, self._seen = read(self._path).hashes, seen
        except (OSError, TopicError):
            self._hashes, self._seen = {}, None
        return self._hashes.get(name)

    def opens(self, name: str, password: str) -> bool:
        """Whether the password is that of the user, by her `key`; takes some tens of milliseconds."""
        known = self.hashed(name)
        try:
            _HASHER.verify(known or self._nobody, _normal(password[: MOST + 1]))
        except (VerificationError, InvalidHashError):
            return False
        return known is not None

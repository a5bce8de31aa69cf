"""The passwords that copies are locked with: what is one, and where it is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from brief.errors import TopicError

# What is guessed in a day protects nothing; what is longer than PDF takes would be cut in silence.
LEAST_CHARACTERS, MOST_BYTES = 8, 127


class PasswordError(TopicError):
    """There is no password to lock a recipient's copy with, so nothing may go to her."""


def password(variable: str, environment: Mapping[str, str]) -> str:
    """The password in a variable of the environment; raises `PasswordError` where none is fit."""
    return fit(environment.get(variable, ""), variable)


def fit(secret: str, where: str) -> str:
    """A password as readers of PDF compare it (NFKC), which was given by `where`.

    Raises `PasswordError` for one that is too short or too long.
    """
    normal = unicodedata.normalize("NFKC", secret)
    if len(normal) < LEAST_CHARACTERS or len(normal.encode()) > MOST_BYTES or not normal.isprintable():
        raise PasswordError(
            "%(where)s: holds no password of %(least)s characters or more (at most %(most)s bytes); "
            "set one, for what is to be locked goes out in no other way.",
            where=where,
            least=LEAST_CHARACTERS,
            most=MOST_BYTES,
        )
    return normal

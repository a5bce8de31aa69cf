"""What a verification says of one thing: that it holds, that it does not, or that nobody can tell here."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from brief.errors import Remark

Subject = Literal["signature", "record", "sources", "copy", "approval", "anchors", "edition"]


class Proof(Struct, frozen=True):
    """Whether something holds, None where it cannot be told, and a sentence that says what was found."""

    subject: Subject
    holds: bool | None
    message: Remark


def holds(subject: Subject, message: Remark) -> Proof:
    """Something that holds."""
    return Proof(subject, holds=True, message=message)


def fails(subject: Subject, message: Remark) -> Proof:
    """Something that does not hold."""
    return Proof(subject, holds=False, message=message)


def untold(subject: Subject, message: Remark) -> Proof:
    """Something that cannot be told here."""
    return Proof(subject, holds=None, message=message)

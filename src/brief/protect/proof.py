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

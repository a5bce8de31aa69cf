"""What things are called by in a brief: names made of what they are, the same in every build."""

from __future__ import annotations

import hashlib

DIGITS = 10


def identifier(*parts: object) -> str:
    """Ten hex digits that stand for `parts`: other parts have others, but for a chance of one in 2^40."""
    return digest(" ".join(map(str, parts)))[:DIGITS]


def digest(content: str | bytes) -> str:
    """The fingerprint (SHA-256, hex) of bytes, or of a text as UTF-8 writes it."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()

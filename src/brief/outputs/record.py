"""brief.json: the contract that other programs and the checks read."""

from __future__ import annotations

import msgspec

from brief.errors import TopicError
from brief.model import Artifact, Brief

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write(brief: Brief, _html: str = "") -> Artifact:
    """The brief as indented UTF-8 JSON, its decimals as numbers, ended by a line feed."""
    content = msgspec.json.format(_ENCODER.encode(brief), indent=1)
    return Artifact("brief.json", "application/json", content + b"\n")


def load(content: bytes) -> Brief:
    """The brief of a brief.json; raises `TopicError` naming the field that does not fit."""
    try:
        return msgspec.json.decode(content, type=Brief)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"brief.json: it is not a brief of version 1 ({error}); build the brief again."
        raise TopicError(message) from error

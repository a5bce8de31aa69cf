"""brief.json: the contract that other programs and the checks read."""

from __future__ import annotations

from pathlib import Path

import msgspec

from brief import whole
from brief.errors import TopicError
from brief.model import Artifact, Brief
from brief.outputs import Rendered

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write(brief: Brief, _page: Rendered | None = None) -> Artifact:
    """The brief as indented UTF-8 JSON, its decimals as numbers, ended by a line feed."""
    content = msgspec.json.format(_ENCODER.encode(brief), indent=1)
    return Artifact("brief.json", "application/json", content + b"\n")


def load(path: Path) -> Brief:
    """The brief of the brief.json in `path`; raises `TopicError` with what does not fit."""
    try:
        return whole.load(path, Brief)
    except (OSError, msgspec.MsgspecError) as error:
        raise TopicError(
            "%(path)s: is not the record of a brief (%(reason)s); "
            "name the folder of an issue, or build it again.",
            path=path,
            reason=whole.reason(error),
        ) from error

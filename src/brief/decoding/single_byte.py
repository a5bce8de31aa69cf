"""Bytes of one letter each -> Arabic: the encoding in which they stand as Arabic is written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from brief.decoding.script import plausible

# What each loses beforehand: a few letters that stand well in several are read in the commonest.
ENCODINGS = {"cp1256": 0.01, "iso8859-6": 0.02, "mac-arabic": 0.05}
# What a reading loses with bytes that are nothing in it: Apple's encoding has ISO-8859-6's letters and more.
_UNDEFINED = 0.1
# From this plausibility on a reading is Arabic: articles have .83 and more, Russian read as Arabic has .79.
SURE = 0.8
# What is looked at of a large file: the first pieces with letters beyond ASCII, so not the scripts of a page.
_PIECE = 4096
_PIECES = 24


class Reading(Struct, frozen=True):
    """An encoding with how plausible the letters are that it gives, 1 at best."""

    encoding: str
    score: float


def best_reading(content: bytes, declared: Sequence[str] = ()) -> Reading:
    """The encoding in which bytes are the most plausible Arabic; what is declared settles a close call."""
    sample = _telling(content)
    readings = [_reading(sample, name) for name in ENCODINGS]
    return max(readings, key=lambda reading: reading.score - _doubt(reading.encoding, declared))


def _telling(content: bytes) -> bytes:
    pieces = (content[start : start + _PIECE] for start in range(0, len(content), _PIECE))
    return b"".join(islice((piece for piece in pieces if not piece.isascii()), _PIECES))


def _reading(sample: bytes, encoding: str) -> Reading:
    text = sample.decode(encoding, "replace")
    return Reading(encoding, plausible(text) - (_UNDEFINED if "\ufffd" in text else 0.0))


def _doubt(encoding: str, declared: Sequence[str]) -> float:
    return 0.0 if encoding in declared else ENCODINGS[encoding]

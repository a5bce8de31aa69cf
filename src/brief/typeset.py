"""Punctuation as Arabic sets it: guillemets for the marks of typewriters, its own comma and question mark.

Glyphs only: no word is touched, and passages that are shown letter by letter keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile('["\u201c\u201d\u201e]')
# A number in inches; a name may end with digits too.
_INCHES = re.compile(r'(?<![^\W\d_])(?<!\d)\d[\d.,/]*"')
_OPEN, _CLOSE = "\u00ab", "\u00bb"
# After an Arabic letter or what closes Arabic words; between digits a comma is a separator.
_STOP = re.compile(r"(?<=[\u0620-\u064a\u064b-\u0652\u00bb)\]])[,;?](?=\s|$|[\u00ab\u00bb)])")
_ARABIC_STOPS = {",": "\u060c", ";": "\u061b", "?": "\u061f"}
_ARABIC = re.compile(r"[\u0620-\u064a]")
_BEFORE, _AFTER = "([\u00ab", ".,:;!?\u060c\u061b\u061f)]\u00bb\u2026-\u2013"


def in_arabic(text: str) -> str:
    """`text` with the marks of Arabic print where it is Arabic; any other text as it is.

    >>> in_arabic('قال: "نعم", ثم غاب')
    'قال: «نعم»، ثم غاب'

    A text that has guillemets already keeps its other marks: they stand within them. So does one
    where a mark follows a figure: it may mean inches.
    """
    if not _ARABIC.search(text):
        return text
    quoted = text if _OPEN in text or _CLOSE in text or _INCHES.search(text) else "".join(_guillemets(text))
    return _STOP.sub(lambda match: _ARABIC_STOPS[match[0]], quoted)


def _guillemets(text: str) -> Iterator[str]:
    """The pieces of a text, its quotation marks by turns those that open and that close."""
    last, is_open = 0, False
    for match in _MARK.finditer(text):
        yield text[last : match.start()]
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        is_open = _opens(before, after, is_open=is_open)
        yield _OPEN if is_open else _CLOSE
        last = match.end()
    yield text[last:]


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    """Whether a mark between two signs opens; by turns where both sides are alike.

    So it is between two letters, which a particle can bring, between two blanks, and between the colon
    that brings somebody's words and a blank.
    """
    begins = not before or before.isspace() or before in _BEFORE
    if after.isspace() and (begins or before == ":"):
        return not is_open
    if not after or after.isspace() or after in _AFTER:
        return False
    return begins or not is_open

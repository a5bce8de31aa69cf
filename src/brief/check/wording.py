"""When two texts have the same words: vowel marks, direction marks and digit glyphs aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
# Extractors drop the blank where the direction turns, so digits and scripts are parted.
_PIECE = re.compile(r"(?:(?=[\u0600-\u06ff])[^\W\d_])+|[^\W\d_\u0600-\u06ff]+|\d+")
_DIGIT = re.compile(r"\d")
# Vowel marks, tatweel, zero-width characters and direction marks.
_MARKS = dict.fromkeys(
    {0x0640, 0x0670, 0x061C}
    | {*range(0x064B, 0x0660), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)}
)


def plain(text: str) -> str:
    """`text` as NFKC without marks, its digits European."""
    bare = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), bare)


def words(text: str) -> list[str]:
    """The words of `text` in their order, comparable with those of another text."""
    return _WORD.findall(plain(text))


def pieces(text: str) -> list[str]:
    """What an extractor of PDFs leaves whole: the words of `text`, digits and scripts parted."""
    return _PIECE.findall(plain(text))


def in_order(part: Iterable[str], whole: Iterable[str]) -> bool:
    """Whether `whole` becomes `part` by leaving things out."""
    left = iter(whole)
    return all(one in left for one in part)


def run_of(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` stands in `whole` without a gap."""
    size = len(part)
    return any(whole[start : start + size] == part for start in range(len(whole) - size + 1))

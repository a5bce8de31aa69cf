"""Lists of words and phrases as one compiled pattern over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from brief.language import Language, fold, table


def pattern(phrases: Iterable[str], proclitics: str) -> re.Pattern[str]:
    """A pattern that finds any of `phrases` in folded text, at word starts, longest first.

    One proclitic may stand before a phrase; a trailing `*` lets its last word go on.
    """
    pieces = sorted({fold(phrase).strip() for phrase in phrases}, key=lambda piece: (-len(piece), piece))
    body = "|".join(
        re.escape(piece[:-1]) + r"\w*" if piece.endswith("*") else re.escape(piece) for piece in pieces
    )
    return re.compile(rf"(?<!\w)(?P<proclitic>[{proclitics}]?)(?P<cue>{body})(?!\w)")


def opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the start of folded text: any of `phrases`, exactly as they are, and a word's end."""
    pieces = sorted({fold(phrase).strip() for phrase in phrases}, key=lambda piece: (-len(piece), piece))
    return re.compile(rf"[\s\"«“(]*(?:{'|'.join(map(re.escape, pieces))})(?!\w)[\s،,:]*")


@cache
def of(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The pattern of the list under `keys` in the data file `name`."""
    entry = table(language.code, name)
    for key in keys:
        entry = entry[key]
    return pattern(entry, language.proclitics)


@cache
def written(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The same for text that is not folded: for words that folding would make one («نفى» and «نفي»)."""
    entry = table(language.code, name)
    for key in keys:
        entry = entry[key]
    body = "|".join(sorted(map(re.escape, entry), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)[{language.proclitics}]?(?:{body})(?!\w)")

"""Lists of words and phrases as one compiled pattern over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from brief.language import Language, fold, table


def pattern(phrases: Iterable[str], proclitics: str) -> re.Pattern[str]:
    """A pattern that finds any of `phrases` in folded text, at word starts, longest first.

    One proclitic may stand before a phrase; a trailing `*` lets its last word go on.
    """
    pieces = sorted({fold(phrase).strip() for phrase in phrases}, key=lambda piece: (-len(piece), piece))
    return re.compile(rf"(?<!\w)(?P<proclitic>[{proclitics}]?)(?P<cue>{_any_of(pieces)})(?!\w)")


def _any_of(pieces: Iterable[str]) -> str:
    """The pieces as alternatives, tried in their order.

    Those of one first letter stand together, so that a word of another one is told at once: a list
    of hundreds is searched in a third of the time.
    """
    opened: dict[str, list[str]] = {}
    for piece in pieces:
        rest = piece[1:]
        opened.setdefault(piece[:1], []).append(
            re.escape(rest[:-1]) + r"\w*" if rest.endswith("*") else re.escape(rest)
        )
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in opened.items())


def starting(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the start of folded text: any of `phrases`, exactly as they are, and a word's end."""
    pieces = sorted({fold(phrase).strip() for phrase in phrases}, key=lambda piece: (-len(piece), piece))
    return re.compile(rf"[\s\"«“(]*(?:{'|'.join(map(re.escape, pieces))})(?!\w)[\s،,:]*")


@cache
def of(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The pattern of the list under `keys` in the data file `name`."""
    return pattern(_entry(language, name, keys), language.proclitics)


@cache
def written(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The same for text that is not folded: for words that folding would make one («نفى» and «نفي»)."""
    words = map(re.escape, _entry(language, name, keys))
    body = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)[{language.proclitics}]?(?:{body})(?!\w)")


@cache
def opening(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The list under `keys` in the data file `name` as a pattern for the start of folded text."""
    return starting(_entry(language, name, keys))


@cache
def expression(language: Language, name: str, *keys: str) -> re.Pattern[str]:
    """The pattern that stands written under `keys` in the data file `name`, or any of the patterns there."""
    written_so = _entry(language, name, keys)
    return re.compile(written_so if isinstance(written_so, str) else "|".join(written_so))


def _entry(language: Language, name: str, keys: Iterable[str]) -> Any:  # noqa: ANN401 - what TOML holds
    entry: Any = table(language.code, name)
    for key in keys:
        entry = entry[key]
    return entry

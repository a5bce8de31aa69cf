"""Lists of words and phrases as one compiled pattern over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from brief.language import Language, fold, table


def pattern(phrases: Iterable[str], proclitics: str) -> re.Pattern[str]:
    """A pattern that finds any of `phrases` in folded text, at word starts, longest first.

    One proclitic may stand before a phrase; a trailing `*` lets its last word go on.
    """
    pieces = sorted({fold(phrase).strip() for phrase in phrases}, key=lambda piece: (-len(piece), piece))
    return re.compile(rf"(?<!\w)(?P<proclitic>[{proclitics}]?)(?P<cue>{_any_of(pieces)})(?!\w)")


def _any_of(pieces: Iterable[str]) -> str:
    return alternatives(
        re.escape(piece[:-1]) + r"\w*" if piece.endswith("*") else re.escape(piece) for piece in pieces
    )


# The letter or sign that an expression begins with, once and as it stands.
_HEAD = re.compile(r"(?:\w|\\\W)(?![?*+{])")


def alternatives(expressions: Iterable[str]) -> str:
    """Any of some expressions, tried in their order; none of them has alternatives outside brackets.

    Where each begins with a letter, those of one letter stand together, so that a word of another one is
    told at once: a list of hundreds is searched in a third of the time, and what is found is the same.
    """
    listed = list(expressions)
    heads = [_HEAD.match(one) for one in listed]
    opened: dict[str, list[str]] = {}
    for one, head in zip(listed, heads, strict=True):
        if head is None:
            return "|".join(listed)
        opened.setdefault(head[0], []).append(one[head.end() :])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in opened.items())


_AT_WORD = r"(?<!\w)"
# What no alternative begins within: an escape, a set, a bracket that opens or closes.
_SIGNS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


def at_words(expression: str) -> str:
    """An expression whose neighbouring alternatives that begin with a word are tried at words only.

    Each asks by itself otherwise, at every letter of a text, whether a word begins there; what is found
    is the same.
    """
    runs = groupby(_parted(expression), key=lambda one: one.startswith(_AT_WORD))
    return "|".join(_together(list(run)) if at_word else "|".join(run) for at_word, run in runs)


def _together(run: Sequence[str]) -> str:
    rests = [one.removeprefix(_AT_WORD) for one in run]
    return f"{_AT_WORD}(?:{'|'.join(rests)})" if rests[1:] else run[0]


def _parted(expression: str) -> list[str]:
    """The alternatives of an expression, but for those within brackets."""
    bars, depth = [-1], 0
    for sign in _SIGNS.finditer(expression):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            bars.append(sign.start())
    return [expression[one + 1 : other] for one, other in pairwise([*bars, len(expression)])]


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
    return re.compile(at_words(written_so if isinstance(written_so, str) else "|".join(written_so)))


def _entry(language: Language, name: str, keys: Iterable[str]) -> Any:  # noqa: ANN401 - what TOML holds
    entry: Any = table(language.code, name)
    for key in keys:
        entry = entry[key]
    return entry

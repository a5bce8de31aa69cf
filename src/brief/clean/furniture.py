"""The words of furniture.toml as patterns: what rows say that are no part of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import regex
from msgspec import Struct

from brief.language import Language, fold, table

_FIRST_WORD = re.compile(r"\w+")


class Cues(Struct, frozen=True):
    """The lists of furniture.toml as patterns over folded rows."""

    related: re.Pattern[str]
    frame: re.Pattern[str]
    credit: re.Pattern[str]
    caption: re.Pattern[str]
    tags: re.Pattern[str]
    poll: re.Pattern[str]
    comments: re.Pattern[str]
    notes: re.Pattern[str]
    notice: re.Pattern[str]
    photographer: re.Pattern[str]
    ending: re.Pattern[str]
    share: frozenset[str]
    foreign_letters: regex.Pattern[str]
    first_words: frozenset[str]


@cache
def cues(language: Language) -> Cues:
    """The cues of a language, compiled once."""
    lists = table(language.code, "furniture")
    opening = {
        name: _opening(lists[name])
        for name in ("related", "credit", "caption", "tags", "comments", "notes", "ending", "poll")
    }
    return Cues(
        **opening,
        frame=_opening([*lists["frame"], *lists["foreign"]]),
        notice=_anywhere(lists["notice"]),
        photographer=_anywhere(lists["photographer"]),
        share=frozenset(word for phrase in lists["share"] for word in fold(phrase).split()),
        first_words=frozenset(
            word.group()
            for name in ("related", "credit", "tags", "comments", "notes", "poll", "frame", "foreign")
            for phrase in lists[name]
            if (word := _FIRST_WORD.search(fold(phrase)))
        ),
        foreign_letters=regex.compile(rf"[\p{{L}}--\p{{Script={language.script}}}]", regex.V1),
    )


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Rows that open with one of `phrases`, and what follows it."""
    return re.compile(rf"\W*(?:{_either(phrases)})(?!\w)(?P<rest>.*)", re.DOTALL)


def _anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(phrases)})(?!\w)")


def _either(phrases: Iterable[str]) -> str:
    longest = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(re.escape, longest))

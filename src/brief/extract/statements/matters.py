"""Matters that are told only by what they are of: «الخسارة», «الرفع», «هذا العامل»."""

from __future__ import annotations

import re
from functools import cache

from brief.extract.statements.pointers import any_of, begins_in, conjunctions
from brief.language import Language


def is_of_a_matter(key: str, language: Language) -> bool:
    """Whether folded text tells of a matter by the article alone, and not of what: a loss, a cause."""
    return _is_turned_to(language).match(key) is not None or _is_unnamed(key, language)


def _is_unnamed(key: str, language: Language) -> bool:
    """Whether a measure that figures are given for, or a cause pointed at, is not named before it."""
    found = (*_measured(language).finditer(key), *_pointed(language).finditer(key))
    return any(not begins_in(key[: match.start("matter")], match["matter"], language) for match in found)


@cache
def _is_turned_to(language: Language) -> re.Pattern[str]:
    """«As for the lifting, it …»: of what, the words before told."""
    joint = conjunctions(language)
    matter = rf"{any_of(language, 'contrasting')}\s+{any_of(language, 'matters')}"
    return re.compile(rf"\W*{matter}\s+(?:{joint})\w{{2,}}")


@cache
def _measured(language: Language) -> re.Pattern[str]:
    """A verb of amounts, «the loss», and at once how much: «وقدر الوزير الخسارة بتسعة ملايين»."""
    amount = rf"(?:{any_of(language, 'amounting')}\s+)?[{language.proclitics}]?\d"
    by = rf"[{language.proclitics}](?:\d|{any_of(language, 'many')}(?!\w))"
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?{any_of(language, 'amounts')}\s+(?:\w+\s+){{0,3}}?"
        rf"(?P<matter>{any_of(language, 'measured')})\s+(?:{amount}|{by})"
    )


@cache
def _pointed(language: Language) -> re.Pattern[str]:
    """«This cause»: the heading or the list above names it, not the sentence before."""
    this = rf"(?<!\w)[{language.proclitics}]?{any_of(language, 'demonstratives')}"
    return re.compile(rf"{this}\s+(?P<matter>{any_of(language, 'causes')})(?!\w)")

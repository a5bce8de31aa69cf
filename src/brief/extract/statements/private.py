"""Private people: those whom an article brings in by what they do for a living, or by their age."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from brief.gazetteer import Name
from brief.language import Language, fold, table
from brief.measures import either
from brief.morphology import morphology

# What somebody is stands within so many letters before his name, and so many behind it.
_BEFORE, _BEHIND = 40, 60
_STOP = re.compile(r"[.؛!؟?\n]")


def private_people(text: str, names: Iterable[Name], language: Language) -> frozenset[str]:
    """The keys of the persons who are brought in by a trade or an age, and nowhere by an office."""
    told = [(name.key, *_beside(text, name)) for name in names if name.kind == "person"]
    known = {key for key, *beside in told if any(map(office(language).search, beside))}
    private = {
        key
        for key, before, behind in told
        if trade(language).search(before) or _brought_in(language).match(behind)
    }
    return frozenset(private - known)


def _beside(text: str, name: Name) -> tuple[str, str]:
    """What stands before a name and behind it in its sentence, folded."""
    before = _STOP.split(text[max(0, name.start - _BEFORE) : name.start])[-1]
    behind = _STOP.split(text[name.end : name.end + _BEHIND])[0]
    return fold(before), fold(behind)


def trade(language: Language) -> re.Pattern[str]:
    """What somebody private does for a living."""
    return _named_so(language, "trades")


def office(language: Language) -> re.Pattern[str]:
    """Who speaks or acts for others, and the bodies that do."""
    return _named_so(language, "offices")


@cache
def age(language: Language) -> re.Pattern[str]:
    """How old somebody is, in brackets or between commas."""
    years = rf"\s*\d{{1,3}}\s+{either(table(language.code, 'scenes')['years'])}\s*"
    return re.compile(rf"\({years}\)|[،,]{years}[،,]")


@cache
def _named_so(language: Language, name: str) -> re.Pattern[str]:
    """A list of nouns, with the article or without."""
    article = morphology(language).article
    nouns = either(table(language.code, "scenes")[name])
    return re.compile(rf"(?<!\w)[{language.proclitics}]?(?:{article})?{nouns}(?!\w)")


@cache
def _brought_in(language: Language) -> re.Pattern[str]:
    """Behind a name: an age in brackets or between commas, a trade behind a comma, or both."""
    data = table(language.code, "scenes")
    working = rf"\s*[،,]\s*(?:{either(data['who_is'])}\s+)?{either(data['trades'])}(?!\w)"
    return re.compile(rf"\s*(?:{age(language).pattern})|{working}")

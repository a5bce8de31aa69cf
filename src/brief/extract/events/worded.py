"""Whether the words of an event are a sentence that pages can print, or only lead to one."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.measures import either

_VERB = Kind.PAST | Kind.PRESENT | Kind.AHEAD | Kind.WAS


def is_sentence(text: str, language: Language) -> bool:
    """Whether words tell something by themselves.

    What leads up to a judgement («if Europe had shunned …, then its crowds of late 2021») does not, nor
    does a thing with no more than what it did («the summit that was held in June»).
    """
    key = fold(text)
    if cues.expression(language, "events", "leading_up").match(key):
        return False
    return _bare(language).match(key) is None or not _is_only_named(key, language)


def _is_only_named(key: str, language: Language) -> bool:
    """Whether every verb of a folded text stands right behind «which»."""
    told = Told(key, language)
    related = {match.end() for match in _relative(language).finditer(key)}
    verbs = [at for at, _, kind in told.signs if kind & _VERB]
    verbs += [match.start("cue") for match in cues.of(language, "events", "saying_of").finditer(key)]
    return related.issuperset(verbs)


@cache
def _bare(language: Language) -> re.Pattern[str]:
    """Words up to a «which», and no comma behind it that could end what it tells."""
    return re.compile(
        rf"[^\u060c\u061b,;:]+?\s{either(table(language.code, 'events')['relatives'])}\s[^\u060c\u061b,;:]+\Z"
    )


@cache
def _relative(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(table(language.code, 'events')['relatives'])}\s+")

"""Plans that a later source tells anew: «will sign the final contract in January», «… in February».

The verb and what stands beside it with the article are the same, and the time of the first was still to come
when the second was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from brief.extract.events.cues import cues
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Event
from brief.morphology import morphology
from brief.similarity import stem
from brief.subjects.words import words_of

# Words behind a verb among which its definite nouns stand, and letters of a verb without its person.
_BEHIND, _LEAST = 4, 3
_WORD = re.compile(r"\w+")
_YEAR, _MONTH = "2024-", "2024-01"
_MIDDLE = frozenset({"05", "06", "07", "08"})


class Plan(Struct, frozen=True):
    """What is to come, with the last day on which it was told."""

    event: Event
    told: str


def told_later(plans: Sequence[Plan], language: Language) -> Iterator[Event]:
    """The plans whose act a later source sets for another time that is not a part of theirs."""
    acts = [_acts(one.event.text, language) for one in plans]
    for plan, own in zip(plans, acts, strict=True):
        if any(
            own & other and _is_later(plan, rival, language)
            for rival, other in zip(plans, acts, strict=True)
            if rival is not plan
        ):
            yield plan.event


def _is_later(plan: Plan, rival: Plan, language: Language) -> bool:
    """Whether another plan was told later, while the time of the first was to come, and has another time."""
    mine, theirs = plan.event.start, rival.event.start
    if not plan.told < rival.told or not rival.told[: len(mine)] < mine:
        return False
    return not (mine.startswith(theirs) or theirs.startswith(mine)) or _is_middle(rival.event, mine, language)


def _is_middle(event: Event, other: str, language: Language) -> bool:
    """Whether an event is of the middle of a year, and a month not of its middle is another time."""
    middle = _words(language).middle.search(fold(event.text)) if len(event.start) < len(other) else None
    return middle is not None and other[len(_YEAR) : len(_MONTH)] not in _MIDDLE


def _acts(text: str, language: Language) -> frozenset[tuple[str, ...]]:
    """The verbs of what is to come, without person, each with the stems of the definite nouns beside it."""
    known, words_ = cues(language), _words(language)
    article = morphology(language).article
    words = _WORD.findall(words_.inserted.sub(" ", fold(text)))
    found: set[tuple[str, ...]] = set()
    for place, word in enumerate(words):
        verb = words_.verb.fullmatch(word)
        if verb is None or not (known.present.fullmatch(word) or known.ahead.fullmatch(word)):
            continue
        nouns = _definite(words[place + 1 : place + 1 + _BEHIND], language)
        if not nouns and place and words[place - 1].startswith(article):
            nouns = [stem(words[place - 1], language)]
        if nouns:
            found.add((verb["base"], *nouns))
    return frozenset(found)


def _definite(words: Sequence[str], language: Language) -> list[str]:
    """The stems of the words with the article that stand right behind a verb, none of them a time."""
    article, times = morphology(language).article, words_of(language).times
    nouns = takewhile(lambda word: word.startswith(article) and word not in times, words)
    return [stem(word, language) for word in nouns]


class _Words(Struct, frozen=True):
    """A verb to come, a relative clause between commas, and the middle of a year, of folded words."""

    verb: re.Pattern[str]
    inserted: re.Pattern[str]
    middle: re.Pattern[str]


@cache
def _words(language: Language) -> _Words:
    data, letters = table(language.code, "events"), morphology(language)
    middle = either(table(language.code, "periods")["part"]["middle"])
    return _Words(
        verb=re.compile(
            rf"[{letters.joining}]?{letters.future}?[{letters.imperfect}](?P<base>\w{{{_LEAST},}})"
        ),
        inserted=re.compile(rf"[،,]\s*{either(data['relatives'])}\s[^،,.؛]*[،,]"),
        middle=re.compile(rf"(?<!\w){middle}(?!\w)"),
    )

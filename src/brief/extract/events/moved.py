"""Plans that no longer stand: moved by a later source, or hanging on a condition, and told by nobody as come.

«The strike is put off from 30 October to 6 November», «held on the 9th, days later than set», «the board
will not meet before the 19th», «in 2028, not in 2027».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct, structs

from brief import cues as cues_of
from brief import periods
from brief.dating import DAY
from brief.extract.events.alike import alike, stems
from brief.extract.events.cues import cues
from brief.extract.events.drafted import left_out
from brief.extract.events.newest import denied_later, newest_first
from brief.extract.events.possible import is_conditional
from brief.extract.events.retold import Plan, told_later
from brief.extract.events.senses import Sense, settled
from brief.extract.events.signs import Kind, Told
from brief.extract.events.unmet import is_unmet, was_set
from brief.language import Language, fold, table
from brief.measures import either
from brief.model import Anchor, Claim, Document, Event
from brief.morphology import morphology
from brief.periods import Mention
from brief.periods.words import values

# Characters behind a word of moving in which the time that is given up stands.
_NEAR = 40
# Words between a denial and its bound, and between what is put off and its day.
_DENIED, _PUT_OFF = 12, 6
_MONTH = len("2024-01")
# Stems that more passages hold tell no matter; a plan and what came of it share so many of the others.
_COMMON_SHARE, _COMMON_COUNT, _TELLING = 0.1, 5, 3


class _News(Struct, frozen=True):
    """A passage that moves something: its day, the stems of its matter, the times it gives up and names."""

    day: str
    stems: frozenset[str]
    given_up: frozenset[str]
    times: frozenset[str]


def standing(
    events: Sequence[Event],
    claims: Iterable[Claim],
    days: Mapping[str, str | None],
    language: Language,
    documents: Sequence[Document] = (),
) -> tuple[Event, ...]:
    """The events without the plans that no longer stand by a later source; `days` are those of the sources.

    A plan is what all its sources tell before its time; what the newest report among them tells of it comes
    first. Sources without a day move nothing. Of sentences of the `documents` that no claim holds only those
    count that give a day up.
    """
    newest = max((day for day in days.values() if day and len(day) == DAY), default="")
    plans = [one for one in events if _is_plan(one, days)]
    if not plans:
        return tuple(events)
    claims = list(claims)
    passages = [anchor for claim in claims for anchor in claim.evidence]
    news, done = list(_news(passages, days, language)), list(_done(claims, days, language))
    first = min(days.get(anchor.source) or "" for one in plans for anchor in one.evidence)
    late = (one for one in documents if (one.published or "") > first)
    later = [sentence.anchor for one in late for sentence in one.sentences]
    news += [structs.replace(one, times=frozenset()) for one in _news(later, days, language) if one.given_up]
    gone = {
        id(plan)
        for plan in plans
        if any(_moves(one, plan, plans, days, language) for one in news)
        or denied_later(plan, plans, days, language)
        or _lapsed(plan, events, newest, language)
        or _is_past(plan, newest, done, language)
    }
    told = [Plan(plan, _told(plan, days)) for plan in plans]
    gone |= {id(one) for one in (*told_later(told, language), *left_out(plans, later, days, language))}
    planned = {id(one) for one in plans}
    views = {one.id for one in documents if one.opinion}
    reports = {source: day for source, day in days.items() if source not in views}
    stand = (one for one in events if id(one) not in gone)
    return tuple(newest_first(one, reports, language) if id(one) in planned else one for one in stand)


def _is_plan(event: Event, days: Mapping[str, str | None]) -> bool:
    """Whether all sources of an event, each with its day, told it before its time."""
    told = [days.get(anchor.source) or "" for anchor in event.evidence]
    return all(len(day) == DAY and day[: len(event.start)] < event.start for day in told)


def _told(event: Event, days: Mapping[str, str | None]) -> str:
    """The last day on which a plan was told."""
    return max(days.get(anchor.source) or "" for anchor in event.evidence)


def _news(passages: Iterable[Anchor], days: Mapping[str, str | None], language: Language) -> Iterator[_News]:
    words = _words(language)
    for anchor in passages:
        day, text = days.get(anchor.source) or "", fold(anchor.text)
        if len(day) != DAY or not (words.moving.search(text) or was_set(text, language)):
            continue
        named = [_ahead(one, anchor.text, day, language) for one in periods.find(anchor.text, language, day)]
        places = {one.first: len(fold(anchor.text[: one.start])) for one in named}
        given_up = (
            first
            for first, at in places.items()
            if any(one.end() <= at <= one.end() + _NEAR for one in words.instead.finditer(text))
            or is_unmet(text[:at], text[at:], language)
        )
        before = _missed(anchor.text, day, language)
        yield _News(day, stems(text, language), frozenset(given_up) | before, frozenset(places))


def _missed(text: str, day: str, language: Language) -> frozenset[str]:
    """The days on which things were set that came late by so many days, each told behind the day it came."""
    found: set[str] = set()
    for one in periods.find(text, language, day):
        late = cues_of.expression(language, "events", "moved", "late_by").match(fold(text[one.end :]))
        came = _ahead(one, text, day, language).first
        if late is not None and len(came) == DAY:
            told = late["span"].split()
            length = _lengths(language).get(told[-1], 0)
            count = int(told[0]) if told[0].isdigit() else _counts(language).get(told[0], 1)
            found.add((date.fromisoformat(came) - timedelta(days=length * count)).isoformat())
    return frozenset(found)


@cache
def _lengths(language: Language) -> dict[str, int]:
    """How many days the words of a span are."""
    told = table(language.code, "events")["moved"]["days"]
    return {fold(word): int(number) for number, words in told.items() for word in words}


@cache
def _counts(language: Language) -> dict[str, int]:
    """The numbers before a span, by their words."""
    return {word: int(number) for word, number in values(language.code).counts.items()}


def _ahead(mention: Mention, text: str, day: str, language: Language) -> Mention:
    """The time in the year that is near the day of its source."""
    return settled(mention, fold(text[mention.start : mention.end]), Sense.OPEN, day, language)


def _moves(
    news: _News, plan: Event, plans: Sequence[Event], days: Mapping[str, str | None], language: Language
) -> bool:
    """Whether later news gives up the time of a plan, or sets the same matter another time ahead."""
    if news.day <= _told(plan, days):
        return False
    own = stems(fold(plan.text), language)
    if plan.start in news.given_up:
        return bool(own & news.stems) or sum(one.start == plan.start for one in plans) == 1
    if own & news.stems and _is_within(plan.start, news.given_up):
        return True
    if alike(own, news.stems) and not news.given_up.isdisjoint(_times(plan, days, language)):
        return True
    later = any(first > plan.start for first in news.times)
    return plan.start not in news.times and later and alike(own, news.stems)


def _times(plan: Event, days: Mapping[str, str | None], language: Language) -> frozenset[str]:
    """The times that a plan names beside its own: «paid by mid-January, built in spring»."""
    day = _told(plan, days)
    found = periods.find(plan.text, language, day)
    return frozenset(_ahead(one, plan.text, day, language).first for one in found)


def _is_within(time: str, given_up: frozenset[str]) -> bool:
    """Whether a day or month is one that was given up, of a month that was, or the month of such a day."""
    if len(time) == _MONTH:
        return any(one.startswith(time) for one in given_up)
    return time in given_up or (len(time) == DAY and time[:_MONTH] in given_up)


def _is_past(
    plan: Event, newest: str, told: Sequence[tuple[str, frozenset[str]]], language: Language
) -> bool:
    """Whether the day of what was only planned has passed, and a later source tells what came of it.

    `told` are the days and the stems of what sources tell as done.
    """
    planned = cues_of.expression(language, "overtaken", "planned", "sign")
    if len(plan.start) != DAY or plan.start >= newest or not planned.search(fold(plan.text)):
        return False
    held = Counter(stem for _, matter in told for stem in matter)
    most = max(_COMMON_COUNT, _COMMON_SHARE * len(told))
    own = frozenset(stem for stem in stems(fold(plan.text), language) if held[stem] <= most)
    return any(day > plan.start and len(own & matter) >= _TELLING for day, matter in told)


def _done(
    claims: Iterable[Claim], days: Mapping[str, str | None], language: Language
) -> Iterator[tuple[str, frozenset[str]]]:
    """What sources with a day tell as done and not as planned: the day, and the stems of the passage."""
    planned = cues_of.expression(language, "overtaken", "planned", "sign")
    for claim in claims:
        for anchor in claim.evidence:
            day, text = days.get(anchor.source) or "", fold(anchor.text)
            if len(day) == DAY and not planned.search(text) and Told(text, language).has(Kind.PAST):
                yield day, stems(text, language)


def _lapsed(plan: Event, events: Sequence[Event], newest: str, language: Language) -> bool:
    """Whether the day of a plan on a condition has passed, and no other event tells of it."""
    if len(plan.start) != DAY or plan.start >= newest:
        return False
    if not is_conditional(plan.text, cues(language), language):
        return False
    own = stems(fold(plan.text), language)
    others = (one for one in events if one is not plan and one.start == plan.start)
    return not any(alike(own, stems(fold(one.text), language)) for one in others)


class _Words(Struct, frozen=True):
    """Patterns of folded words."""

    moving: re.Pattern[str]
    instead: re.Pattern[str]


@cache
def _words(language: Language) -> _Words:
    data, letters = table(language.code, "events"), morphology(language)
    own, possible = data["moved"], data["possible"]
    joint = f"[{letters.joining}{letters.prepositions}]?"
    put_off = rf"{joint}{either((*data['postponed'], *data['postponing']))}{either(data['past_endings'])}?"
    instead = (
        rf"(?<!\w)(?:{joint}{either(own['instead'])}"
        rf"|{put_off}\s+(?:[^\s،,؛:]+\s+){{1,{_PUT_OFF}}}?{possible['put_off_from']})(?!\w)"
    )
    instead = rf"{instead}|{own['off']}"
    return _Words(
        moving=re.compile(
            rf"{own['late_by_head']}|"
            rf"(?<!\w){put_off}(?!\w)|{instead}|{own['late']}"
            rf"|(?<!\w){joint}{either(own['not'])}\s+(?:[^\s،,؛:]+\s+){{1,{_DENIED}}}?{either(possible['before'])}(?!\w)"
        ),
        instead=re.compile(instead),
    )

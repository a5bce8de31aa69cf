"""Whether what a clause dates lies behind or ahead of its article, and the year that follows from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from functools import cache
from itertools import chain

import msgspec
from msgspec import Struct

from brief.extract.events.cues import Cues
from brief.extract.events.signs import Kind, Told
from brief.language import Language, fold, table
from brief.periods import Mention, calendars
from brief.periods.words import B, either, every

# A bare month that lies so many days back is likelier the one to come, where no verb says otherwise.
_LONG_AGO = 240


class Sense(Enum):
    """What the words around a date say of when it is."""

    AHEAD = "ahead"
    GONE = "gone"
    OPEN = "open"


def sense(told: Told, at: int, end: int, cues: Cues) -> Sense:
    """The sense of the verb nearest before the date at `at` of a clause, else of the first after it."""
    text = told.text
    if cues.certain_past.search(text, max(0, at - _NEAR), at) or _is_pluperfect(told, at, cues):
        return Sense.GONE
    if cues.done_to_before.search(text[max(0, at - _FAR) : at]):
        return Sense.GONE
    postponed = cues.postponed_before.search(text, max(0, at - _FAR), at)
    return Sense.AHEAD if postponed or _is_provided(told, at, cues) else _by_verb(told, at, end, cues)


def _by_verb(told: Told, at: int, end: int, cues: Cues) -> Sense:
    """The sense of the nearest verb, where no other words tell it."""
    text = told.text
    gone, ahead = told.last(Kind.GONE, 0, at), told.last(Kind.DUE, max(0, at - _FAR), at)
    if gone and cues.conditioned_before.search(text, max(0, gone[0] - _FAR), gone[0]):
        return Sense.AHEAD
    if gone and (ahead is None or ahead <= gone):
        opened = cues.postponing_before.search(text, gone[1], at) or cues.from_before.search(text[:at])
        return Sense.OPEN if opened else Sense.GONE
    if ahead or cues.deadlines_before.search(text, max(0, at - _NEAR), at):
        return Sense.AHEAD
    return _behind(told, end) if len(text[:at].split()) <= _LEAD else Sense.OPEN


def _is_provided(told: Told, at: int, cues: Cues) -> bool:
    """Whether a date is that of what is to be done («agreed …, on the condition that it report in May»)."""
    found = cues.provided_before.search(told.text[:at])
    return found is not None and told.last(Kind.PAST, found.start(), at) is None


def _is_pluperfect(told: Told, at: int, cues: Cues) -> bool:
    """Whether «had done» stands before a date, by its «was» and its «had»."""
    was = told.first(Kind.WAS, 0)
    return was is not None and was < at and cues.had.search(told.text, was, at) is not None


def _behind(told: Told, end: int) -> Sense:
    """The sense of the first verb after a date that ends at `end`."""
    first, second = told.first(Kind.GONE, end), told.first(Kind.DUE, end)
    if first is None and second is None:
        return Sense.OPEN
    return Sense.AHEAD if first is None or (second is not None and second < first) else Sense.GONE


_LATELY = 60  # days: one so near is not told as that of the coming year
_LEAD = 2  # words before a date that opens its clause
_FAR = 70  # characters before a date in which a verb tells that it is to come
_NEAR = 30  # characters before a date in which a word that makes it a deadline is looked for


class _Bare(Struct, frozen=True):
    """Patterns for times that name no year or week: a weekday alone, or a month."""

    settled: re.Pattern[str]
    month: re.Pattern[str]
    unit: re.Pattern[str]


def settled(
    mention: Mention, named: str, direction: Sense, published: str | None, language: Language
) -> Mention:
    """The time with the year or week that the sense of its clause gives it.

    `named` are its folded words. What names its own year, or says which week or month it
    means, stays as it is.
    """
    today = calendars.parse(published) if len(published or "") == len("2024-01-01") else None
    if not mention.relative or today is None or mention.precision not in ("day", "month", "span"):
        return mention
    words = _bare(language.code)
    if words.settled.search(named) or direction is Sense.GONE:
        return mention
    if words.month.search(named):
        return _next_year(mention, direction, today)
    if words.unit.search(named):
        return mention
    if mention.precision == "day" and direction is Sense.AHEAD and mention.first < today.isoformat():
        week_on = date.fromisoformat(mention.first) + timedelta(days=7)
        return msgspec.structs.replace(mention, first=week_on.isoformat(), future=True)
    return mention


def in_year_told(
    mention: Mention, named: str, mentions: Sequence[Mention], published: str | None, language: Language
) -> Mention:
    """A bare month in the year to come that its sentence names before it: «in 2026, some of it in July»."""
    words = _bare(language.code)
    if not mention.relative or words.settled.search(named) or not words.month.search(named):
        return mention
    years = [one for one in mentions if one.end <= mention.start and one.precision == "year"]
    year = years[-1].first if years else ""
    if not published or year <= published[: len(year)] or mention.last:
        return mention
    return msgspec.structs.replace(
        mention, first=f"{year}{mention.first[len(year) :]}", relative=False, future=True
    )


def is_doubtful(
    mention: Mention, named: str, direction: Sense, published: str | None, language: Language
) -> bool:
    """Whether a bare month told as past is so long ago that the one to come may be meant."""
    today = calendars.parse(published) if len(published or "") == len("2024-01-01") else None
    if not mention.relative or mention.future or today is None or direction is not Sense.GONE:
        return False
    words = _bare(language.code)
    if words.settled.search(named) or not words.month.search(named):
        return False
    first = date.fromisoformat((mention.first + "-01")[: len("2024-01-01")])
    return (today - first).days >= _LONG_AGO


def _next_year(mention: Mention, direction: Sense, today: date) -> Mention:
    """A bare month as that of the coming year where it is said to come, or lies too far back."""
    begun = mention.last or mention.first
    if begun >= today.isoformat()[: len(begun)]:
        return mention
    first = date.fromisoformat((mention.first + "-01")[: len("2024-01-01")])
    ago = (today - first).days
    if (direction is Sense.OPEN and ago < _LONG_AGO) or (mention.precision == "day" and ago < _LATELY):
        return mention
    last = mention.last and f"{int(mention.last[:4]) + 1}{mention.last[4:]}"
    return msgspec.structs.replace(
        mention, first=f"{int(mention.first[:4]) + 1}{mention.first[4:]}", last=last, future=True
    )


@cache
def _bare(code: str) -> _Bare:
    when, names = table(code, "periods"), table(code, "months")
    fixed = [*every(when["relative"]), *every(when["near_day"]), when["today"]["word"]]
    ago = rf"^{either(when['ago']['words'])}{B}"
    months = chain.from_iterable([*names["gregorian"], *names["hijri"]])
    return _Bare(
        settled=re.compile(rf"(?<!\w){either(map(fold, fixed))}(?!\w)|{ago}"),
        unit=re.compile(rf"(?<!\w){when['prefix']}{either(every(when['unit']))}(?!\w)"),
        month=re.compile(rf"(?<!\w){when['prefix']}{either(months)}(?!\w)"),
    )

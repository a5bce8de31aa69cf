"""The times of a sentence, with those that count from a day named before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from brief import periods
from brief.extract.events.leaning import Leaning, leaning
from brief.language import Language, View, view
from brief.periods import Mention, calendars
from brief.periods.calendars import When
from brief.periods.words import Values, values

# More days, weeks or months than that are told in round numbers.
_COUNTED_EXACTLY = 10
_DAY, _MONTH = len("2024-01-01"), len("2024-01")
_NIGHT = 14  # characters before a weekday in which a word for its night is looked for


def times(
    text: str, language: Language, published: str | None, before: Mention | None
) -> tuple[Mention, ...]:
    """What `text` names as times, in its order, none within another.

    `before` is the time named last before it: «the next day» and «two days earlier» count from there.
    """
    words, seen = leaning(language.code), view(text)
    if not words.hints.search(seen.text):
        return periods.find(text, language, published)
    found = periods.in_context(text, language, published, before).mentions
    found = tuple(_nights(found, seen, words))
    found = tuple(_new_year(one, seen, words, published) for one in found)
    own = _placed(_own(seen, words, language, published), seen, found, before)
    taken = [(one.start, one.end) for one in own]
    kept = (one for one in found if not any(start < one.end and one.start < end for start, end in taken))
    return tuple(sorted([*kept, *own], key=lambda one: one.start))


class _Found(Struct, frozen=True):
    """A stretch of folded text with its time, or what it adds to the time named before."""

    start: int
    end: int
    when: When | None = None
    unit: str = "day"
    offset: int = 0
    number: int | None = None


def _own(seen: View, words: Leaning, language: Language, published: str | None) -> list[_Found]:
    known = values(language.code)
    today = calendars.parse(published) if len(published or "") >= _DAY else None
    found = [
        _Found(match.start(), match.end(), offset=offset)
        for pattern, offset in words.near
        for match in pattern.finditer(seen.text)
    ]
    counted = (_counted(match, words, known) for match in words.counted.finditer(seen.text))
    found += [one for one in counted if one is not None]
    found += [_numbered(match, known, today) for match in words.numbered.finditer(seen.text)]
    if today is not None:
        found += [
            _Found(match.start("day"), match.end("day"), calendars.iso(today))
            for match in words.today.finditer(seen.text)
        ]
        found += [_season(match, words, known, today) for match in words.season.finditer(seen.text)]
    return sorted(found, key=lambda one: (one.start, -one.end))


def _counted(match: re.Match[str], words: Leaning, known: Values) -> _Found | None:
    """«قبل ذلك بيومين»; nothing of a round number: «about fifteen months later» is in no month."""
    said = {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}
    if "pair" in said:
        unit, count = known.pairs[said["pair"]], 1 if said["pair"] in words.single else 2
    else:
        unit = known.several[said["plural"]]
        count = known.counts.get(said["n"]) or int(said["n"])
    if count > _COUNTED_EXACTLY or ("about" in said and unit != "year"):
        return None
    sign = -1 if words.earlier.match(said["way"]) else 1
    return _Found(*match.span(), unit=unit, offset=sign * count)


def _numbered(match: re.Match[str], known: Values, today: date | None) -> _Found:
    """«الثالث عشر من الشهر نفسه», «في 7 الجاري»."""
    said = {key: " ".join(value.split()) for key, value in match.groupdict().items() if value}
    number = int(said["d"]) if "d" in said else known.days[said["word"]]
    said |= {"rel": said["now"]} if "now" in said else {}
    if "rel" in said:
        when = calendars.shifted("month", known.relative[said["rel"]], today) if today else None
        return _Found(*match.span(), (when and _day_of(when.first, number)) or _NOWHERE)
    return _Found(*match.span(), unit="month", offset=int("next" in said), number=number)


_NOWHERE = When("", None, "day")


def _season(match: re.Match[str], words: Leaning, known: Values, today: date) -> _Found:
    """«الصيف المقبل»: its three months."""
    first, offset = words.seasons[match["season"]], known.relative[" ".join(match["near"].split())]
    year = today.year - (first > today.month)
    begun = calendars.month(year + (offset if offset > 0 else offset + 1 if offset else 0), first)
    if offset < 0 and first + 2 >= today.month >= first:
        begun = calendars.month(year - 1, first)
    last = calendars.month(int(begun.first[:4]), first + 2)
    return _Found(*match.span(), When(begun.first, last.first, "span"))


def _placed(
    found: Sequence[_Found], seen: View, others: Sequence[Mention], before: Mention | None
) -> list[Mention]:
    """The times found, those that lean counted from the last one named before them."""
    placed: list[Mention] = []
    for one in found:
        if placed and seen.span(one.start, one.end)[0] < placed[-1].end:
            continue
        start, end = seen.span(one.start, one.end)
        told = [other for other in (*others, *placed) if other.end <= start]
        last = max(told, key=lambda other: other.end, default=before)
        when = one.when or (_from(last, one) if last is not None else None)
        if when is None or not when.first:
            continue
        placed.append(
            Mention(
                start=start,
                end=end,
                first=when.first,
                last=when.last,
                precision=when.precision,
            )
        )
    return placed


def _from(last: Mention, one: _Found) -> When | None:
    """The time that lies so many units from the one named last."""
    day = last.last or last.first if one.offset > 0 else last.first
    if one.number is not None:
        if len(day) < _MONTH or "Q" in day:
            return None
        month = calendars.month(int(day[:4]), int(day[5:7]) + one.offset)
        return _day_of(month.first, one.number)
    if one.unit in ("day", "week") and len(day) == _DAY:
        return calendars.iso(
            date.fromisoformat(day) + timedelta(days=one.offset * (7 if one.unit == "week" else 1))
        )
    if one.unit == "month" and len(day) >= _MONTH and "Q" not in day:
        return calendars.month(int(day[:4]), int(day[5:7]) + one.offset)
    return calendars.year(int(day[:4]) + one.offset) if one.unit == "year" else None


def _day_of(month: str, number: int) -> When | None:
    return calendars.day(int(month[:4]), int(month[5:7]), number)


def _nights(found: Sequence[Mention], seen: View, words: Leaning) -> Iterator[Mention]:
    """The times, two weekdays of one event as one: «ليل الخميس الجمعة», «يومي الأحد والاثنين»."""
    last: Mention | None = None
    for one in found:
        both = _both(last, one, seen, words) if last is not None else None
        if last is not None and both is None:
            yield last
        last = both or one
    if last is not None:
        yield last


def _both(one: Mention, other: Mention, seen: View, words: Leaning) -> Mention | None:
    """The night between two weekdays, by the day it begins on, or the two days from the first."""
    if {one.precision, other.precision} != {"day"} or not (one.relative and other.relative):
        return None
    start, end = seen.position(one.start), seen.position(one.end)
    gap, lead = seen.text[end : seen.position(other.start)], seen.text[max(0, start - _NIGHT) : end]
    before = (date.fromisoformat(other.first) - timedelta(days=1)).isoformat()
    if words.between_nights.fullmatch(gap) and words.night.search(lead):
        return msgspec.structs.replace(one, end=other.end, first=before)
    if words.and_.fullmatch(gap) and words.two_days.search(lead) and before == one.first:
        return msgspec.structs.replace(one, end=other.end, last=other.first, precision="span")
    return None


def _new_year(one: Mention, seen: View, words: Leaning, published: str | None) -> Mention:
    """«مطلع العام الجديد» is that of the year to come, unless this one has only just begun."""
    match = words.new_year.match(seen.text, seen.position(one.end)) if one.relative else None
    if match is None or not published or one.precision not in ("year", "month", "quarter"):
        return one
    today = calendars.parse(published)
    if today is None or today.month <= _NEW_MONTHS or one.first[:4] != str(today.year):
        return one
    end = seen.span(seen.position(one.end), match.end())[1]
    return msgspec.structs.replace(one, end=end, first=f"{today.year + 1}{one.first[4:]}", future=True)


_NEW_MONTHS = 6

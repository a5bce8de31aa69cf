"""The day an article came out, as the lines around it and its dateline tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from brief import periods
from brief.language import fold
from brief.metadata.frame import Entry, Frame, words
from brief.periods import Mention

DAY = len("2024-01-01")
# Words of a line that dates an article, beside the day itself and what belongs to it.
FEW_BESIDE, MOST_BESIDE, MOST_BESIDE_LABEL = 2, 5, 8
DATELINE, PLACE_WORDS = 90, 4
# Further above the title, or the article where no title is known, stands the day of the page.
ABOVE_TITLE, ABOVE_BODY = 3, 8
BELOW_BODY = 4

_YEAR = re.compile(r"[12]\d{3}")
_WORD = re.compile(r"[^\W\d_]+")
_TIED = re.compile(r"(?<=[^\W\d]):(?=\d)")  # «Published:14.3.2019»
# A word is taken whole: halves of it would be tried in every way.
_AFTER_DATELINE = re.compile(r"(?:[\s،,.(]*[^\W\d_]++){0,5}?[\s)]*[-–—:/)]")


class Dated(Struct, frozen=True):
    """A line of the frame that is little else than a day; `updated` where the page says it is a later one."""

    day: str
    labelled: bool
    updated: bool


def dated(entry: Entry, frame: Frame) -> Dated | None:
    """The day that a line, or a part of it between bars, dates the article with."""
    if not _YEAR.search(entry.key):
        return None
    parts = (Entry(_TIED.sub(": ", part), fold(part)) for part in entry.text.split("|"))
    found = [day for part in parts if (day := _dated(part, frame)) is not None]
    return min(found, key=lambda day: day.updated, default=None)


def _dated(entry: Entry, frame: Frame) -> Dated | None:
    """The day that words are little else than, the one of the calendar in use where two stand."""
    days = [mention for mention in periods.find(entry.text, frame.language, None) if _is_day(mention)]
    told = [Dated(mention.first, *_label(entry, days, number, frame)) for number, mention in enumerate(days)]
    most = MOST_BESIDE_LABEL if any(one.labelled or one.updated for one in told) else MOST_BESIDE
    others = _others(entry, days, frame.language.code)
    if not days or others > most or (others > FEW_BESIDE and _is_event(entry, days[0], told[0], frame)):
        return None
    ranks = [(one.updated, _is_hijri(day, entry)) for one, day in zip(told, days, strict=True)]
    return told[ranks.index(min(ranks))]


def _is_event(entry: Entry, mention: Mention, told: Dated, frame: Frame) -> bool:
    """Whether words lead to a day as to that of an event: «the meeting on 14 March»."""
    before = _WORD.findall(fold(entry.text[: mention.start]))
    cues = words(frame.language.code, "day")["event"]
    return not (told.labelled or told.updated) and bool(before) and before[-1] in cues


def published(frame: Frame, days: dict[int, Dated], title: int | None) -> str | None:
    """The day of publication: of the lines `days` above the article, of its dateline, of the lines below."""
    ranked = [
        ((dated.updated, above, not dated.labelled, distance), dated.day)
        for number, dated in days.items()
        for above, distance in [_distance(number, title, len(frame.before))]
        if distance <= (ABOVE_TITLE if above else ABOVE_BODY if title is None else distance)
    ]
    first = (day for rank, day in sorted(ranked) if not rank[0])
    changed = (day for rank, day in sorted(ranked) if rank[0])
    return next(first, None) or _dateline(frame) or _below(frame) or next(changed, None)


def _distance(number: int, title: int | None, lines: int) -> tuple[bool, int]:
    """Whether a line stands above the title, and how many lines away; without a title from the article."""
    if title is None:
        return False, lines - number
    return number < title, abs(number - title)


def _is_day(mention: Mention) -> bool:
    return len(mention.first) == DAY and mention.last is None and not mention.relative


def _is_hijri(mention: Mention, entry: Entry) -> bool:
    return mention.first[:4] not in fold(entry.text[mention.start : mention.end])


def _others(entry: Entry, days: list[Mention], code: str) -> int:
    """The words of a line that neither are the day nor belong to it."""
    rest = entry.text
    for mention in reversed(days):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    cues = words(code, "day")
    known = {
        word for name in ("beside", "published", "updated") for cue in cues[name] for word in cue.split()
    }
    return sum(word not in known for word in _WORD.findall(fold(rest)))


def _label(entry: Entry, days: list[Mention], number: int, frame: Frame) -> tuple[bool, bool]:
    """Whether the page calls a day the one of publication, and whether one of a change."""
    start = days[number - 1].end if number else 0
    before = fold(entry.text[start : days[number].start])
    published, updated = (pattern.search(before) for pattern in _labels(frame.language.code))
    return published is not None, updated is not None


@cache
def _labels(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = words(code, "day")
    published, updated = ("|".join(map(re.escape, cues[name])) for name in ("published", "updated"))
    return re.compile(rf"(?<!\w)(?:{published})(?!\w)"), re.compile(rf"(?<!\w)(?:{updated})(?!\w)")


def _dateline(frame: Frame) -> str | None:
    """The day that stands with its place before the first sentence: «Oran, 14 March 2019 -»."""
    opening = frame.body[0][:DATELINE] if frame.body else ""
    if not _YEAR.search(fold(opening)):
        return None
    days = [mention for mention in periods.find(opening, frame.language, None) if _is_day(mention)]
    if not days:
        return None
    before = _WORD.findall(fold(opening[: days[0].start]))
    barred = set(words(frame.language.code, "day")["event"])
    if len(before) > PLACE_WORDS or barred.intersection(before):
        return None
    if not _AFTER_DATELINE.match(fold(opening[days[-1].end :])):
        return None
    entry = Entry(opening, fold(opening))
    return min(days, key=lambda mention: (_is_hijri(mention, entry), mention.start)).first


def _below(frame: Frame) -> str | None:
    """The day right below the article, or one a line further that the page calls that of publication."""
    return next(_days_below(frame), None)


def _days_below(frame: Frame) -> Iterator[str]:
    for number, entry in enumerate(frame.after[:BELOW_BODY]):
        found = dated(entry, frame)
        if found and not found.updated and (found.labelled or not number):
            yield found.day

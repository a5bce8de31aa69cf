"""The moments of a schedule: a day of the week, of the month, or every day, at a time in a zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct

from brief.errors import UsageError
from brief.language import available, fold

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_AT = re.compile(r"(?:(?P<day>\S.*?)\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)")
# A beginning of a name is enough, such as Thurs, if no other day begins so.
_SHORTEST = 3
# Days of the month that every month has.
_LAST_DAY = 28
_LOCALTIME = Path("/etc/localtime")


class When(Struct, frozen=True):
    """A time of day (`hour`, `minute`) on a `weekday` (0 is Monday), a `day` of the month, or daily."""

    hour: int
    minute: int
    weekday: int | None = None
    day: int | None = None

    def on(self, day: date) -> bool:
        """Whether the schedule means this day."""
        return self.weekday in {None, day.weekday()} and self.day in {None, day.day}

    @property
    def time(self) -> str:
        """The time of day, such as 06:00."""
        return f"{self.hour:02}:{self.minute:02}"

    def __str__(self) -> str:
        day = self.day if self.weekday is None else DAYS[self.weekday]
        return self.time if day is None else f"{day} {self.time}"


class Moment(Struct, frozen=True):
    """One time of a schedule, `at` in its zone.

    `odd` says what the clocks did to it: the hour was `skipped`, so that it is as much later, or came
    `twice`, and the first is meant.
    """

    at: datetime
    odd: Literal["skipped", "twice"] | None = None


def when(text: str) -> When:
    """What `Sun 06:00`, `06:00` (daily) or `1 06:00` (monthly) means.

    Days are known by their names in every language that a brief is framed in. Raises `UsageError`.
    """
    found = _AT.fullmatch(text.strip())
    if found and int(found["hour"]) < 24 and int(found["minute"]) < 60:
        hour, minute, day = int(found["hour"]), int(found["minute"]), found["day"]
        if day is None:
            return When(hour, minute)
        if day.isdecimal() and 1 <= int(day) <= _LAST_DAY:
            return When(hour, minute, day=int(day))
        if (weekday := _weekday(day)) is not None:
            return When(hour, minute, weekday=weekday)
    raise UsageError(
        "--at: '%(at)s' is no time of a schedule; write 'Sun 06:00' for weekly, '06:00' for daily "
        "or '1 06:00' for monthly (days 1 to 28).",
        at=text,
    )


def _weekday(name: str) -> int | None:
    said = fold(name).casefold()
    meant = {number for known, number in _names() if known == said}
    if not meant and len(said) >= _SHORTEST:
        meant = {number for known, number in _names() if known.startswith(said)}
    return meant.pop() if len(meant) == 1 else None


@cache
def _names() -> tuple[tuple[str, int], ...]:
    """The names of the days, folded, in the languages of the catalogues."""
    from babel.dates import get_day_names  # noqa: PLC0415 - only a new schedule reads names of days

    return tuple(
        (fold(name).casefold(), number)
        for language in available()
        for width in ("wide", "abbreviated", "short")
        for number, name in get_day_names(width, locale=language).items()
    )


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises `UsageError` for any other."""
    if name in _zones():
        return ZoneInfo(name)
    from difflib import get_close_matches  # noqa: PLC0415 - only for a wrong name

    near = get_close_matches(name, _zones(), 3, 0.6) or ["Asia/Riyadh", "Africa/Cairo"]
    raise UsageError(
        "--zone: '%(zone)s' is no time zone; write its IANA name, such as %(near)s.",
        zone=name,
        near=", ".join(near),
    )


@cache
def _zones() -> frozenset[str]:
    """The names of all zones; what is named after the machine it stands on, or after none, is no zone."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


def machine_zone(link: Path = _LOCALTIME) -> str | None:
    """The zone of the machine's own clock by its IANA name, None where the machine does not tell it."""
    _, _, name = str(link.resolve()).rpartition("/zoneinfo/")
    return name if name in _zones() else None


def coming(schedule: When, place: ZoneInfo, after: datetime) -> Iterator[Moment]:
    """The times of a schedule later than `after`, the next one first."""
    # Times of one zone are compared by their walls, which an hour that comes twice deceives.
    after = after.astimezone(UTC)
    day = after.astimezone(place).date() - timedelta(days=1)
    while True:
        if schedule.on(day) and (moment := _moment(schedule, place, day)).at > after:
            yield moment
        day += timedelta(days=1)


def latest(schedule: When, place: ZoneInfo, before: datetime) -> Moment:
    """The last time of a schedule that is not later than `before`."""
    before = before.astimezone(UTC)
    day = before.astimezone(place).date() + timedelta(days=1)
    while True:
        if schedule.on(day) and (moment := _moment(schedule, place, day)).at <= before:
            return moment
        day -= timedelta(days=1)


def _moment(schedule: When, place: ZoneInfo, day: date) -> Moment:
    """The time on one day; by way of UTC an hour that is skipped becomes the one after it (PEP 495)."""
    wall = datetime.combine(day, time(schedule.hour, schedule.minute), place)
    at = wall.astimezone(UTC).astimezone(place)
    if at.replace(tzinfo=None) != wall.replace(tzinfo=None):
        return Moment(at, "skipped")
    twice = wall.utcoffset() != wall.replace(fold=1).utcoffset()
    return Moment(at, "twice" if twice else None)

"""The times of a schedule, over every change of the clocks."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import UsageError
from brief.schedule.systemd import calendar
from brief.schedule.when import When, coming, latest, machine_zone, when, zone

ZONES = (
    "Asia/Riyadh",
    "Africa/Cairo",
    "Europe/Berlin",
    "Asia/Tehran",
    "Asia/Beirut",
    "America/St_Johns",
    "UTC",
)
TIMES = st.builds(
    lambda hour, minute, day: When(hour, minute, *day),
    st.integers(0, 23),
    st.integers(0, 59),
    st.one_of(
        st.tuples(st.integers(0, 6), st.none()),
        st.tuples(st.none(), st.integers(1, 28)),
        st.just((None, None)),
    ),
)
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 - the zone follows


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sun 06:00", When(6, 0, weekday=6)),
        ("sunday 6:00", When(6, 0, weekday=6)),
        ("Thurs 23:59", When(23, 59, weekday=3)),
        ("  Mon   00:05 ", When(0, 5, weekday=0)),
        ("الأحد 06:00", When(6, 0, weekday=6)),
        ("الاحد ٠٦:٠٠", When(6, 0, weekday=6)),
        ("الأربعاء 14:30", When(14, 30, weekday=2)),
        ("06:00", When(6, 0)),
        ("1 06:00", When(6, 0, day=1)),
        ("28 06:00", When(6, 0, day=28)),
    ],
)
def test_times_are_read(text: str, meant: When) -> None:
    """Days by their English and Arabic names, short or long, in either family of digits."""
    assert when(text) == meant
    assert when(str(meant)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sun",
        "Sun 24:00",
        "Sun 06:60",
        "T 06:00",
        "0 06:00",
        "29 06:00",
        "Sun 06:00:00",
        "Foo 06:00",
        "Sun 06:00 x",
    ],
)
def test_what_is_no_time_is_a_sentence(text: str) -> None:
    """A wrong time says how to write one; a beginning that two days share names neither."""
    with pytest.raises(UsageError, match=r"--at: .* write 'Sun 06:00'"):
        when(text)


@pytest.mark.parametrize(
    "name", ["", "Asia", "Asia/Riyad", "asia/riyadh", "../etc/passwd", "/etc/localtime", "Riyadh", "UTC+3"]
)
def test_what_is_no_zone_is_a_sentence(name: str) -> None:
    """A wrong zone is told with names that exist; no path is looked at."""
    with pytest.raises(UsageError, match=r"is no time zone; .* such as [A-Z]\w+"):
        zone(name)


def test_the_nearest_zones_are_offered() -> None:
    """A slip of the pen is told its remedy."""
    with pytest.raises(UsageError, match="Asia/Riyadh"):
        zone("Asia/Ryadh")


def test_the_machine_tells_its_zone(tmp_path: Path) -> None:
    """The zone is that of the link's end; a machine without such a link tells none."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Riyadh")
    assert machine_zone(link) == "Asia/Riyadh"
    assert machine_zone(tmp_path / "absent") is None


def told(schedule: str, place: str, after: str, count: int) -> list[str]:
    """The next times in their zone and in UTC, with what is odd about them."""
    found = islice(coming(when(schedule), ZoneInfo(place), datetime.fromisoformat(after)), count)
    return [
        f"{moment.at:%m-%d %H:%M} = {moment.at.astimezone(UTC):%H:%M} {moment.odd or ''}".rstrip()
        for moment in found
    ]


def test_a_zone_without_summer_time_keeps_its_hour() -> None:
    """In Riyadh the hour is the same in UTC all the year."""
    assert told("Sun 06:00", "Asia/Riyadh", "2027-03-01T00:00+00:00", 2) == [
        "03-07 06:00 = 03:00",
        "03-14 06:00 = 03:00",
    ]


def test_cairo_puts_its_clocks_forward_on_a_friday_at_midnight() -> None:
    """The hour after that midnight is skipped, so half past midnight is half past one."""
    assert told("Fri 00:30", "Africa/Cairo", "2027-04-20T00:00+00:00", 3) == [
        "04-23 00:30 = 22:30",
        "04-30 01:30 = 22:30 skipped",
        "05-07 00:30 = 21:30",
    ]


def test_cairo_puts_its_clocks_back_on_a_thursday_at_midnight() -> None:
    """The last hour of that Thursday comes twice, and the first is meant, once."""
    assert told("Thu 23:30", "Africa/Cairo", "2027-10-20T00:00+00:00", 3) == [
        "10-21 23:30 = 20:30",
        "10-28 23:30 = 20:30 twice",
        "11-04 23:30 = 21:30",
    ]


def test_berlin_skips_an_hour_in_march_and_has_one_twice_in_october() -> None:
    """Daily at half past two: one day it is half past three, one day the first of two."""
    assert told("02:30", "Europe/Berlin", "2027-03-27T12:00+00:00", 2) == [
        "03-28 03:30 = 01:30 skipped",
        "03-29 02:30 = 00:30",
    ]
    assert told("02:30", "Europe/Berlin", "2027-10-30T12:00+00:00", 2) == [
        "10-31 02:30 = 00:30 twice",
        "11-01 02:30 = 01:30",
    ]


@given(TIMES, st.sampled_from(ZONES), MOMENTS)
def test_the_next_times_come_in_order_and_each_on_its_day(
    schedule: When, place: str, after: datetime
) -> None:
    """Later than asked for, one after the other, and at the wall's own time but where the clocks skip it."""
    found = list(islice(coming(schedule, ZoneInfo(place), after), 5))
    at = [moment.at for moment in found]
    assert at == sorted(set(at))
    assert at[0] > after
    for moment in found:
        if moment.odd != "skipped":
            assert f"{moment.at:%H:%M}" == schedule.time
            assert schedule.on(moment.at.date())


def test_within_the_hour_that_came_twice_the_next_time_is_another_day() -> None:
    """In the second of two equal hours the first is over, though the wall shows an earlier minute."""
    berlin = ZoneInfo("Europe/Berlin")
    second = datetime(2027, 10, 31, 2, 20, tzinfo=berlin, fold=1)
    assert next(coming(when("02:30"), berlin, second)).at.date().isoformat() == "2027-11-01"
    assert latest(when("02:30"), berlin, second).at.date().isoformat() == "2027-10-31"


@given(TIMES, st.sampled_from(ZONES), MOMENTS)
def test_nothing_lies_between_the_latest_and_the_next(schedule: When, place: str, now: datetime) -> None:
    """The last time before a moment is followed by the next time after it."""
    before = latest(schedule, ZoneInfo(place), now).at
    after = next(coming(schedule, ZoneInfo(place), now)).at
    assert before <= now < after
    assert next(coming(schedule, ZoneInfo(place), before)).at == after


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="the machine has no systemd")
@pytest.mark.parametrize("place", ["Asia/Riyadh", "Africa/Cairo", "Europe/Berlin", "Asia/Beirut"])
@pytest.mark.parametrize("schedule", ["Sun 06:00", "23:30", "1 04:15", "Sun 02:45"])
def test_systemd_reckons_the_same_times(schedule: str, place: str) -> None:
    """A year of times is what systemd makes of the line in the timer, but for hours that are skipped."""
    base = datetime(2026, 2, 1, tzinfo=UTC)
    said = subprocess.run(
        [
            str(shutil.which("systemd-analyze")),
            "calendar",
            "--base-time=2026-02-01 00:00:00 UTC",
            "--iterations=60",
            calendar(when(schedule), place),
        ],
        check=True,
        capture_output=True,
        text=True,
        env={"TZ": "UTC", "PATH": "/usr/bin:/bin"},
    ).stdout
    theirs = [
        datetime.fromisoformat(" ".join(line.split()[-3:-1])).replace(tzinfo=UTC)
        for line in said.splitlines()
        if "elapse" in line or "Iter." in line
    ]
    ours = [
        moment.at.astimezone(UTC)
        for moment in islice(coming(when(schedule), ZoneInfo(place), base), 70)
        if moment.odd != "skipped"
    ]
    assert len(theirs) == 60
    assert ours[:60] == theirs
    assert theirs[0] - base < timedelta(days=32)

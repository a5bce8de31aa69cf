"""A line in the user's crontab: for machines with cron and no systemd.

Cron knows one zone, that of the machine. A plan of another zone therefore has a line that is tried every
hour and first asks whether it is the time there; CRON_TZ would be shorter, but Debian's cron does not
know it, and one that does takes it for every line below, whoever wrote it. What cron cannot do at all is
catch up on a time at which the machine was off.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from brief.errors import TopicError
from brief.printed import plain
from brief.schedule.plan import Plan
from brief.schedule.programs import NOT_RUN, Said, asked, is_there
from brief.schedule.when import When, machine_zone, zone

# The line ends in a comment that the shell passes over and `installed` reads.
_MARK = re.compile(r"# brief: (?P<name>brief-[a-z0-9-]+) (?P<zone>\S+) (?P<at>[A-Za-z0-9: ]+)$")
# What a command may be long (MAX_COMMAND of Vixie's cron), with the end of the line.
_MOST_BYTES = 998
_SHELLS = {"sh", "bash", "dash", "ash", "ksh", "zsh"}
_SHELL = re.compile(r"\s*SHELL\s*=\s*['\"]?(?P<path>[^'\"\s]+)")
_NUMBER_OF_FIELDS = 5
# How a crontab says that a user has none: Vixie's and cronie, BusyBox.
_NONE_YET = ("no crontab for", "no such file")
_YEARS = range(2020, 2041)


def usable() -> bool:
    """Whether there is a crontab that this user may read."""
    return is_there("crontab") and _is_read(_listed())


def install(plan: Plan) -> None:
    """Put the plan's line into the crontab, in the place of an earlier one; raises `TopicError`."""
    job = line(plan, machine_zone())
    lines = [kept for kept in _lines() if _name(kept) != plan.name]
    _fit(job, lines)
    _write([*lines, job])


def remove(name: str) -> bool:
    """Take a plan's line out of the crontab; False where there is none. Raises `TopicError`."""
    lines = _lines()
    kept = [line for line in lines if _name(line) != name]
    if kept != lines:
        _write(kept)
    return kept != lines


def installed() -> Iterator[Plan]:
    """The plans whose lines stand in the crontab."""
    if usable():
        yield from filter(None, map(planned, _lines()))


def active(name: str) -> bool:
    """Whether the plan's line stands in the crontab; whether a cron runs, no program tells."""
    return any(plan.name == name for plan in installed())


def line(plan: Plan, machine: str | None) -> str:
    """The crontab's line of a plan, on a machine whose clock shows the zone `machine`."""
    command = f"cd {shlex.quote(plan.directory)} && exec env TZ={plan.zone} {shlex.join(plan.command)}"
    if plan.zone == machine:
        fields, asks = _fields(plan.when), ""
    else:
        fields, asks = f"{_minutes(plan, machine)} * * * *", f"{_asks(plan.when, plan.zone)} && "
    # Cron ends the command at a bare percent sign.
    job = f"{asks}{command} # brief: {plan.name} {plan.zone} {plan.at}".replace("%", "\\%")
    return f"{fields} {job}"


def planned(job: str) -> Plan | None:
    """The plan that a line of a crontab was written for, None for anybody else's line."""
    command = _command(job)
    mark = _MARK.search(command)
    if mark is None:
        return None
    # TEST && cd FOLDER && exec env TZ=ZONE COMMAND
    words = shlex.split(command[: mark.start()])
    folder = words.index("cd") + 1
    argv = tuple(words[folder + 5 :])
    return Plan(topic=argv[-1], at=mark["at"], zone=mark["zone"], directory=words[folder], command=argv)


def _command(job: str) -> str:
    """What the shell is given of a line."""
    fields = job.split(None, _NUMBER_OF_FIELDS)
    return fields[-1].replace("\\%", "%") if len(fields) > _NUMBER_OF_FIELDS else ""


def _name(job: str) -> str | None:
    mark = _MARK.search(_command(job))
    return mark["name"] if mark else None


def _fields(when: When) -> str:
    """The five fields of a schedule in the machine's own zone."""
    weekday = "*" if when.weekday is None else (when.weekday + 1) % 7
    return f"{when.minute} {when.hour} {when.day or '*'} * {weekday}"


def _asks(when: When, zone_name: str) -> str:
    """The shell's question whether it is a schedule's time in a zone."""
    day, now = "", when.time
    if when.weekday is not None:
        day, now = "%u-", f"{when.weekday + 1}-{now}"
    elif when.day is not None:
        day, now = "%d-", f"{when.day:02}-{now}"
    return f'test "$(TZ={zone_name} date +{day}%H:%M)" = {now}'


def _minutes(plan: Plan, machine: str | None) -> str:
    """The minutes of the machine's hour that may be the plan's: zones differ by quarters of an hour."""
    apart = {0, 15, 30, 45} if machine is None else _apart(zone(plan.zone), zone(machine))
    return ",".join(str(minute) for minute in sorted({(plan.when.minute - part) % 60 for part in apart}))


def _apart(one: ZoneInfo, other: ZoneInfo) -> set[int]:
    """The minutes by which two zones differ, whole hours apart, in any month of these decades."""
    days = [datetime(year, month, 1, tzinfo=UTC) for year in _YEARS for month in range(1, 13)]
    return {_offset(day, one, other) % 60 for day in days}


def _offset(day: datetime, one: ZoneInfo, other: ZoneInfo) -> int:
    first, second = day.astimezone(one).utcoffset(), day.astimezone(other).utcoffset()
    return 0 if first is None or second is None else int((first - second).total_seconds()) // 60


def _fit(job: str, lines: list[str]) -> None:
    """Raises `TopicError` for a line that cron would cut, or a shell that reads it otherwise."""
    if len(job.encode()) > _MOST_BYTES:
        raise TopicError(
            "crontab: the line would have more than %(most)s bytes, and cron would cut it; "
            "move the topic to a folder with a shorter path.",
            most=_MOST_BYTES,
        )
    shells = (found["path"] for line in lines if (found := _SHELL.match(line)))
    if unknown := [shell for shell in shells if Path(shell).name not in _SHELLS]:
        raise TopicError(
            "crontab: its SHELL is %(shell)s, which may not read quotes as sh does; "
            "take that line out, or choose --with embedded.",
            shell=unknown[-1],
        )


def _lines() -> list[str]:
    """The crontab's lines; raises `TopicError` where it cannot be read, for then nothing may be written."""
    said = _listed()
    if not _is_read(said):
        raise TopicError(
            "crontab: cannot be read (%(reason)s), so nothing was changed; mend that, "
            "or choose --with embedded.",
            reason=plain(said.problem) or said.code,
        )
    return said.out.removesuffix("\n").split("\n") if said.code == 0 and said.out else []


def _listed() -> Said:
    return asked("crontab", "-l")


def _is_read(said: Said) -> bool:
    """Whether the crontab was told, or that there is none yet."""
    return said.code == 0 or (
        said.code != NOT_RUN and any(words in said.problem.lower() for words in _NONE_YET)
    )


def _write(lines: list[str]) -> None:
    """Give cron these lines, and see that it has them; raises `TopicError`."""
    said = asked("crontab", "-", given="".join(f"{line}\n" for line in lines))
    if said.code != 0 or _lines() != lines:
        raise TopicError(
            "crontab: did not take the line (%(reason)s); mend that, or choose --with embedded.",
            reason=plain(said.problem) or said.code,
        )

"""What is to be run and when: the one value that every way to schedule writes down and reads back."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct

from brief.errors import TopicError, UsageError
from brief.identity import identifier
from brief.schedule.when import Moment, When, coming, latest, when, zone

# How far ahead a new plan is asked for hours that the clocks skip.
_AHEAD = timedelta(days=731)
_UNNAMED = re.compile(r"[^a-z0-9]+")


class Plan(Struct, frozen=True, kw_only=True):
    """That `command` is run `at` the times of a `zone`, in the folder `directory`; paths are absolute.

    The command runs with the zone as its own, since an issue is named after the day of its run.
    """

    schema: Literal["plan/1"] = "plan/1"
    topic: str
    at: str
    zone: str
    directory: str
    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the plan is called by wherever it is installed: safe as a file's name, one for each topic."""
        slug = _UNNAMED.sub("-", Path(self.topic).name.lower()).strip("-")[:40]
        return "-".join(filter(None, ("brief", slug, identifier(self.directory, self.topic))))

    @property
    def when(self) -> When:
        """The times of day and the days."""
        return when(self.at)

    @property
    def place(self) -> ZoneInfo:
        """The zone."""
        return zone(self.zone)

    def coming(self, after: datetime) -> Iterator[Moment]:
        """Its times later than `after`, the next one first."""
        return coming(self.when, self.place, after)

    def latest(self, before: datetime) -> datetime:
        """Its last time that is not later than `before`."""
        return latest(self.when, self.place, before).at


def weekly(topic: Path, at: str, zone_name: str, directory: Path, now: datetime) -> Plan:
    """The plan of `brief weekly` for a topic, run in `directory`, where its reports/ stands.

    Raises `UsageError` for a time or a zone that is none, or that the clocks will skip within two
    years of `now`; `TopicError` for a topic that is none or whose path no schedule can hold.
    """
    if not topic.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the articles.", folder=topic
        )
    folder = str(_fit(topic.resolve()))
    plan = Plan(
        topic=folder,
        at=str(when(at)),
        zone=zone(zone_name).key,
        directory=str(_fit(directory.resolve())),
        # -P: what lies in the working directory is data, whatever it is called.
        command=(str(_fit(Path(sys.executable))), "-P", "-m", "brief", "weekly", folder),
    )
    return _unskipped(plan, now)


def _fit(path: Path) -> Path:
    """A path that stands unharmed on one line of a unit or a crontab; raises `TopicError`."""
    text = str(path)
    if text == text.strip() and "\\" not in text and not any(map(_is_control, text)):
        return path
    raise TopicError(
        "%(path)s: cannot be scheduled, for its name holds a control character, a backslash or a blank "
        "at its end; rename it.",
        path=path,
    )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _unskipped(plan: Plan, now: datetime) -> Plan:
    """The plan, if its hour is there on every day; systemd and cron leave out a day where it is not."""
    ahead = takewhile(lambda moment: moment.at < now + _AHEAD, plan.coming(now))
    for moment in ahead:
        if moment.odd == "skipped":
            raise UsageError(
                "--at: '%(at)s' does not exist on %(day)s, when the clocks of %(zone)s are put forward; "
                "choose another hour.",
                at=plan.at,
                day=moment.at.date(),
                zone=plan.zone,
            )
    return plan

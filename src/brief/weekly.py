"""One run for one issue of a topic: what came in, what changed, built and put into its place.

A run that was killed leaves the last good issue as it was, and the next one takes up what it kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from brief import config, inputs, kept, shelf, weeks
from brief.digests import Digests
from brief.editions import Job, Progress, State, Warn, holds_all, make, previous
from brief.errors import SourceError, UsageError, of_system
from brief.judge import NAME
from brief.weeks import Interval

if TYPE_CHECKING:
    from brief.judging import Seat
    from brief.model import Brief, Changes

Begin = Callable[[str], None]


class Request(Struct, frozen=True):
    """The issue of `topic` for a `period` (see `weeks.interval`), the week that is over where it is None.

    `now` is the time of the run, with its zone; `seat` says who judges beside the rules. Without
    `network` nothing is fetched.
    """

    topic: Path
    now: datetime
    period: str | None = None
    seat: Seat | None = None
    network: bool = True


class Outcome(Struct, frozen=True):
    """What a run came to, where the issue stands if there is one, and the `counts` of one that it made."""

    state: State
    issue: str
    folder: Path | None
    counts: Mapping[str, int] = {}


def run(request: Request, progress: Progress, warn: Warn, begin: Begin) -> Outcome:
    """Make the issue of a period, or a revision of it where something came in since; else do nothing.

    Whoever calls holds the topic's lock (`lock.alone`). `begin` is told the issue's name as soon as it
    is known. Raises `BriefError`s; `GateError` where what was built does not hold, and then it stands
    under `refused/` and the issue is left as it was.
    """
    topic = config.load(request.topic)
    interval = _days(request, topic)
    begin(interval.name)
    name = shelf.topic_name(request.topic)
    try:
        if topic.weekly.fetch and request.network:
            _fetch(request, topic, warn)
        settings = _dated(topic, interval, request.now)
        return _issue(_job(request, settings, name, interval), progress, warn)
    except OSError as error:
        raise of_system(error, shelf.REPORTS / name) from error


def _days(request: Request, topic: config.Topic) -> Interval:
    """The days of the issue that is asked for; raises `UsageError` for a period that is none, or to come."""
    starts, today = topic.weekly.starts or weeks.first_day(topic.spoken), request.now.date()
    if request.period is None:
        return weeks.last_week(today, starts)
    found = weeks.interval(request.period, starts)
    if found.start > today:
        raise UsageError(
            "--week: %(name)s begins on %(day)s only; name a period that has begun.",
            name=found.name,
            day=found.start,
        )
    return found


def _dated(topic: config.Topic, interval: Interval, now: datetime) -> config.Topic:
    """The topic's settings for these days: an issue is dated when they are over."""
    start, end = interval.start.isoformat(), interval.end.isoformat()
    issued = end if now.date() > interval.end else None
    return structs.replace(topic, period=config.PeriodSettings(start, end), issued=issued)


def _fetch(request: Request, topic: config.Topic, warn: Warn) -> None:
    """Ask every address again; what could not be had is told here, and stands in the issue as set aside."""
    from brief.fetch import fetch  # noqa: PLC0415 - only a topic with addresses asks the network

    for outcome in fetch(request.topic, topic, lambda: request.now, again=True):
        if outcome.problem:
            warn(SourceError("%(url)s %(problem)s", "unreachable", url=outcome.url, problem=outcome.problem))


def _job(request: Request, topic: config.Topic, name: str, interval: Interval) -> Job:
    before = previous(name, interval)
    digests = Digests(shelf.place(name, kept.FOLDER) / kept.MEMO)
    try:
        made_of = inputs.fingerprint(request.topic, topic, interval, before, digests)
        answers = digests.of(request.topic / NAME)
    finally:
        digests.save()
    return Job(name, request.topic, topic, interval, made_of, answers, before, request.now, request.seat)


def _issue(job: Job, progress: Progress, warn: Warn) -> Outcome:
    there, nothing = shelf.read(job.target), shelf.read(job.nothing)
    place = job.target if there else None
    if there and there.inputs == job.inputs and holds_all(job.target, job.topic.weekly.formats):
        return Outcome("unchanged", job.interval.name, place)
    if nothing and nothing.inputs == job.inputs:
        return Outcome("empty", job.interval.name, place)
    done = make(job, there, progress, warn)
    folder = place if done.state == "empty" else job.target
    return Outcome(done.state, job.interval.name, folder, counts(done.brief) if done.brief else {})


def counts(brief: Brief) -> dict[str, int]:
    """How many sources, items and changes a brief tells."""
    return {
        "sources": sum(source.status == "used" for source in brief.sources),
        "items": sum(len(section.items) for section in brief.sections),
        "changes": sum(map(len, _told(brief.changes))) if brief.changes else 0,
    }


def _told(one: Changes) -> tuple[tuple[object, ...], ...]:
    """The changes by their kinds."""
    return one.figures, one.opened, one.settled, one.due, one.gone, one.strengthened, one.new

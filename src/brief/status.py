"""How all topics stand: the last issue, the last run, the next one, and what waits for a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from brief import approval, history, schedule, shelf
from brief.deliver import ledger
from brief.errors import Remark, TopicError, of_system
from brief.history import Run
from brief.schedule import Installed

State = Literal["draft", "approved", "changed", "refused", "withdrawn"]
# What lies among the topics and is none.
_NO_TOPICS = {"site"}
# A run may be late by that before somebody is asked to look.
_GRACE = timedelta(days=1)
# Without a schedule a week and a day is the longest that a topic with runs rests.
_LONGEST_REST = timedelta(days=8)
_BUILT = re.compile(r"\d{4}(-\d\d){0,2}")
_DOUBTFUL = ("failed", "unknown", "offered")


class Glance(Struct, frozen=True, kw_only=True):
    """One topic: its last issue with its days (ISO) and state, its last run, its next one, its deliveries.

    `next` is ISO in the schedule's zone, `deliveries` counts those of the last issue, as it stands, by what
    became of them, and `needs` says in sentences what waits for a person.
    """

    topic: str
    issue: str | None = None
    start: str | None = None
    end: str | None = None
    state: State | None = None
    last: Run | None = None
    by: str | None = None
    at: str | None = None
    zone: str | None = None
    next: str | None = None
    deliveries: dict[str, int] = {}
    needs: tuple[str, ...] = ()


def glances(now: datetime, reports: Path = shelf.REPORTS) -> tuple[Glance, ...]:
    """Every topic that has issues, runs or a schedule here, sorted by name."""
    plans = {
        Path(kept.plan.topic).name: kept
        for kept in reversed(schedule.installed())
        if Path(kept.plan.directory) / shelf.REPORTS == reports.resolve()
    }
    names = sorted({*plans, *_topics(reports)})
    return tuple(_glance(name, plans.get(name), now, reports) for name in names)


def _topics(reports: Path) -> Iterator[str]:
    for folder in sorted(reports.glob("[!.]*")):
        if (
            folder.is_dir()
            and folder.name not in _NO_TOPICS
            and ((folder / history.FILE_NAME).exists() or any(folder.glob("*/brief.json")))
        ):
            yield folder.name


def _glance(name: str, kept: Installed | None, now: datetime, reports: Path) -> Glance:
    """A topic at a glance; what cannot be read is something a person has to look at."""
    glance = Glance(topic=name)
    if kept is not None:
        plan = kept.plan
        coming = next(plan.coming(now)).at.isoformat()
        glance = structs.replace(glance, by=kept.way, at=plan.at, zone=plan.zone, next=coming)
    try:
        # What came while another was at work did nothing.
        runs = [run for run in history.runs(name, reports) if run.outcome != "busy"]
        glance = structs.replace(glance, last=runs[-1] if runs else None)
        glance = _with_issue(glance, reports)
    except (TopicError, OSError) as error:
        unread = (error if isinstance(error, TopicError) else of_system(error)).message
        return structs.replace(glance, needs=(unread,))
    return structs.replace(glance, needs=tuple(_needs(glance, kept, now, reports)))


def _with_issue(glance: Glance, reports: Path) -> Glance:
    folder = _last_issue(glance.topic, reports)
    if folder is None:
        return glance
    edition = shelf.read(folder)
    return structs.replace(
        glance,
        issue=folder.name,
        start=edition.start if edition else None,
        end=edition.end if edition else None,
        state=_state(folder),
        deliveries=_deliveries(folder, glance.topic, reports),
    )


def _deliveries(folder: Path, topic: str, reports: Path) -> dict[str, int]:
    """How many deliveries of an issue came to what; those of files that stood there before count no more."""
    with ledger.looked_at(reports / ledger.NAME) as known:
        entries = known.entries(topic, folder.name) if known else ()
    current = shelf.fingerprint(folder) if entries else ""
    return dict(sorted(Counter(entry.state for entry in entries if entry.digest == current).items()))


def _last_issue(topic: str, reports: Path) -> Path | None:
    """The issue with the latest days, refused or not; where no weekly run made any, the latest build."""
    refused = (reports / topic / shelf.REFUSED).glob("*")
    # Of the two folders of one issue the later written says how it stands.
    found = [
        (edition.end, edition.start, (folder / shelf.RECORD).stat().st_mtime_ns, folder)
        for folder in (*shelf.issues(topic, reports)[-1:], *refused)
        if (edition := shelf.read(folder))
    ]
    if found:
        return max(found)[-1]
    built = (path.parent for path in (reports / topic).glob("*/brief.json"))
    return max((path for path in built if _BUILT.fullmatch(path.name)), default=None)


def _state(folder: Path) -> State:
    if folder.parent.name == shelf.REFUSED:
        return "refused"
    return "withdrawn" if (folder / shelf.WITHDRAWN).exists() else approval.state(folder)


def _needs(glance: Glance, kept: Installed | None, now: datetime, reports: Path) -> Iterator[Remark]:
    """What waits for a person, the issue's first."""
    yield from _of_issue(glance, reports)
    yield from _of_run(glance.last)
    yield from _of_schedule(glance.last, kept, now)
    if (folder := _shared(glance, reports)) is not None:
        yield from _of_deliveries(folder, glance.topic, reports)


def _shared(glance: Glance, reports: Path) -> Path | None:
    """The latest issue that may go out: what is a draft was sent to nobody, what was withdrawn is over."""
    good = shelf.issues(glance.topic, reports)
    if not good and glance.issue is not None:
        good = (shelf.place(glance.topic, glance.issue, reports),)
    return next((folder for folder in reversed(good) if _state(folder) in {"approved", "changed"}), None)


def _of_deliveries(folder: Path, topic: str, reports: Path) -> Iterator[Remark]:
    found = _deliveries(folder, topic, reports)
    for state in _DOUBTFUL:
        if number := found.get(state):
            yield Remark(
                "deliveries of %(issue)s that are %(state)s: %(number)s; see `brief receipts %(place)s`.",
                issue=folder.name,
                state=Remark(state),
                number=number,
                place=folder,
            )


def _of_issue(glance: Glance, reports: Path) -> Iterator[Remark]:
    if glance.issue is None or glance.start is None:
        return
    place = shelf.place(glance.topic, glance.issue, reports)
    if glance.state == "draft":
        yield Remark(
            "%(issue)s waits for approval: `brief approve %(place)s --by NAME`.",
            issue=glance.issue,
            place=place,
        )
    elif glance.state == "changed":
        yield Remark("%(issue)s was changed after it was approved; approve it again.", issue=glance.issue)
    elif glance.state == "refused":
        yield Remark(
            "%(issue)s did not pass its check; look at %(place)s.",
            issue=glance.issue,
            place=place.parent / shelf.REFUSED / place.name,
        )


def _of_run(last: Run | None) -> Iterator[Remark]:
    if last is None:
        return
    if last.outcome == "interrupted":
        yield Remark("the last run was interrupted; run `brief weekly` again.")
    elif last.outcome in history.UNDONE:
        yield Remark(
            "the last run failed: %(reason)s", reason=Remark(last.error) if last.error else last.exit_code
        )


def _of_schedule(last: Run | None, kept: Installed | None, now: datetime) -> Iterator[Remark]:
    if kept is not None and not Path(kept.plan.topic).is_dir():
        yield Remark("its folder %(folder)s is gone; remove the schedule.", folder=kept.plan.topic)
    if kept is not None and not schedule.way(kept.way).active(kept.plan.name):
        yield Remark("its schedule by %(way)s does not wait for the next time; start it.", way=kept.way)
    if last is None or not last.started:
        return
    rested = now - datetime.fromisoformat(last.started)
    late = rested > _LONGEST_REST
    if kept is not None:
        late = datetime.fromisoformat(last.started) < kept.plan.latest(now.astimezone(UTC) - _GRACE)
    if late:
        yield Remark("has not run for %(days)s days.", days=rested.days)


def waits(found: Iterable[Glance]) -> bool:
    """Whether any topic waits for a person."""
    return any(glance.needs for glance in found)

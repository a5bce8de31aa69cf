"""The commands that let topics run by themselves: schedule install, status, remove, next, run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.application import TopicFolder, app
from brief.errors import TopicError, UsageError
from brief.terminal import Command, Group, say

if TYPE_CHECKING:
    from brief.schedule import Installed, Plan

group = typer.Typer(
    cls=Group, no_args_is_help=True, help="Let topics run by themselves.", rich_markup_mode=None
)
app.add_typer(group, name="schedule")

At = Annotated[
    str | None, typer.Option(help="'Sun 06:00' for weekly, '06:00' for daily, '1 06:00' for monthly.")
]
Zone = Annotated[
    str | None, typer.Option(help="Time zone, such as Asia/Riyadh; without it, that of the machine.")
]
# What the clocks do to an hour of a schedule.
_ODD = {
    "skipped": "the clocks skip this hour, so it is later",
    "twice": "the hour comes twice, and the first is meant",
}
AnyTopic = Annotated[Path | None, typer.Argument(help="One topic; without it, all that have a schedule.")]


@group.command(cls=Command)
def install(
    topic: TopicFolder,
    at: Annotated[
        str, typer.Option(help="'Sun 06:00' for weekly, '06:00' for daily, '1 06:00' for monthly.")
    ],
    zone: Zone = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--with",
            help="systemd, cron, embedded, or actions, which is printed; else the first the machine has.",
        ),
    ] = None,
) -> None:
    """Run `brief weekly` for a topic at its times from now on, in this folder."""
    from brief import schedule  # noqa: PLC0415 - heavy modules load when they are needed

    plan = _plan(topic, at, zone)
    if by == "actions":
        from brief.schedule.actions import workflow  # noqa: PLC0415 - see above

        typer.echo(workflow(plan, datetime.now(UTC)), nl=False)
        return
    if by not in {None, *schedule.WAYS}:
        raise UsageError(
            "--with: '%(way)s' is no way to schedule; known: %(known)s.",
            way=by,
            known=", ".join((*schedule.WAYS, "actions")),
        )
    chosen = by or schedule.chosen()
    schedule.install(plan, chosen)
    _tell([schedule.Installed(plan, chosen)], 1)
    _advise(chosen)


def _advise(way: str) -> None:
    """What a way cannot do, or needs besides."""
    from brief.schedule.systemd import lingers  # noqa: PLC0415 - heavy modules load when they are needed

    if way == "systemd" and not lingers():
        advice = "It runs while you are logged in; `loginctl enable-linger` lets it run without."
    elif way == "cron":
        advice = "Cron does not catch up on a time at which the machine is off; `brief status` tells of it."
    elif way == "embedded":
        advice = "Start `brief schedule run` and keep it running; nothing runs without it."
    else:
        return
    typer.echo(say(advice), err=True)


@group.command(name="status", cls=Command)
def show(topic: AnyTopic = None) -> None:
    """Show what is scheduled, by what, and whether it waits for its next time; exit 1 where it does not."""
    from brief import schedule  # noqa: PLC0415 - heavy modules load when they are needed

    kept = _kept(topic)
    _tell(kept, 1)
    idle = [one for one in kept if not schedule.way(one.way).active(one.plan.name)]
    for one in idle:
        told = "%(topic)s: its schedule by %(way)s does not wait for the next time; start it."
        typer.echo(_plain(say(told, topic=one.plan.topic, way=one.way)), err=True)
    if idle or not kept:
        raise typer.Exit(1)


@group.command(cls=Command)
def remove(topic: Annotated[Path, typer.Argument(help="Folder of the topic.")]) -> None:
    """Take a topic's schedule away; its issues stay."""
    from brief import schedule  # noqa: PLC0415 - heavy modules load when they are needed

    kept = _kept(topic)
    for one in kept:
        schedule.way(one.way).remove(one.plan.name)
        typer.echo(_plain(say("%(topic)s: removed from %(way)s.", topic=one.plan.topic, way=one.way)))
    if not kept:
        raise TopicError("%(topic)s: has no schedule, so none was removed.", topic=topic)


@group.command(name="next", cls=Command)
def show_next(
    topic: AnyTopic = None,
    at: At = None,
    zone: Zone = None,
    count: Annotated[int, typer.Option(min=1, max=1000, help="How many times.")] = 5,
) -> None:
    """Show the next times, in their zone and in UTC."""
    from brief.schedule import Installed  # noqa: PLC0415 - heavy modules load when they are needed

    kept = [Installed(_plan(topic or Path(), at, zone), "")] if at else _kept(topic)
    _tell(kept, count)
    if not kept:
        raise typer.Exit(1)


@group.command(cls=Command)
def run(topic: AnyTopic = None, at: At = None, zone: Zone = None) -> None:
    """Keep the schedule in this process, for a machine with neither systemd nor cron, until it is stopped."""
    from brief.logbook import logbook  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.schedule import embedded  # noqa: PLC0415 - see above

    if (topic is None) != (at is None):
        raise UsageError("--at: goes with a TOPIC; name both, or neither to run what `install` kept.")
    plans = [_plan(topic, at, zone)] if topic and at else list(embedded.installed())
    if not plans:
        raise UsageError(
            "nothing is scheduled; name a TOPIC and --at, or run `brief schedule install` first."
        )

    def clock() -> datetime:
        return datetime.now(UTC)

    embedded.run(plans, clock, logbook(sys.stderr, clock))


def _plan(topic: Path, at: str, zone: str | None) -> Plan:
    from brief import schedule  # noqa: PLC0415 - heavy modules load when they are needed

    name = zone or schedule.machine_zone()
    if name is None:
        raise UsageError("--zone: the machine does not tell its own; name one, such as Asia/Riyadh.")
    return schedule.weekly(topic, at, name, Path.cwd(), datetime.now(UTC))


def _kept(topic: Path | None) -> Sequence[Installed]:
    """The plans of a topic, or all; that there is none is told."""
    from brief import schedule  # noqa: PLC0415 - heavy modules load when they are needed

    kept = schedule.installed() if topic is None else schedule.of_topic(topic)
    if not kept:
        typer.echo(
            say("Nothing is scheduled; `brief schedule install TOPIC --at 'Sun 06:00'` does it."), err=True
        )
    return kept


def _tell(kept: Sequence[Installed], count: int) -> None:
    """Each plan with its next times."""
    for one in kept:
        way = f" ({one.way})" if one.way else ""
        typer.echo(_plain(f"{one.plan.topic}: {one.plan.at} {one.plan.zone}{way}"))
        for moment in islice(one.plan.coming(datetime.now(UTC)), count):
            odd = say(_ODD[moment.odd]) if moment.odd else ""
            utc = moment.at.astimezone(UTC)
            typer.echo(f"  {moment.at:%a %Y-%m-%d %H:%M %z}  {utc:%a %Y-%m-%d %H:%M} UTC  {odd}".rstrip())


def _plain(text: str) -> str:
    from brief.printed import plain  # noqa: PLC0415 - only what names a file needs it

    return plain(text)

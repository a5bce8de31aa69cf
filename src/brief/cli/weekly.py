"""The commands that make an issue and let it out: weekly, approve."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from brief.cli.application import IssueFolder, NoNetwork, TopicFolder, app, seat, stages, warn
from brief.errors import TopicError, UsageError
from brief.terminal import Command, say

_YEAR = timedelta(days=366)


@app.command(cls=Command)
def weekly(
    topic: TopicFolder = Path("seeds"),
    week: Annotated[
        str | None,
        typer.Option(help="A week (2024-W26), a month (2024-06) or two days (2024-06-01/2024-06-15)."),
    ] = None,
    now: Annotated[str | None, typer.Option(help="Time of the run, such as 2024-06-30T06:00+03:00.")] = None,
    timings: Annotated[
        bool, typer.Option(help="Print each stage's seconds as JSON lines on stderr.")
    ] = False,
    no_network: NoNetwork = False,
) -> None:
    """Make the issue of a week, or a revision of it where something came in; else do nothing."""
    from brief import history, lock, shelf, weeks  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.logbook import logbook  # noqa: PLC0415 - see above
    from brief.weekly import Request, run  # noqa: PLC0415 - see above

    if not topic.is_dir():
        raise TopicError(
            "%(folder)s: there is no such folder; name the folder that holds the articles.", folder=topic
        )
    if week is not None:
        # A slip of the pen is no run that failed.
        weeks.interval(week, weeks.ISO)
    at = _time(now)

    def clock() -> datetime:
        # The history and the log tell when it ran, whatever time it is to take for the present.
        return datetime.now(UTC)

    name = shelf.claimed(topic)
    request = Request(
        topic,
        at,
        week,
        seat=seat(topic, None, None, no_network=no_network),
        network=not no_network,
    )
    with (
        history.recorded(name, clock, logbook(sys.stderr, clock)) as record,
        lock.alone(shelf.place(name, shelf.LOCK), clock()) as died,
        stages(timings=timings) as progress,
    ):
        if died:
            record.log.warning("an earlier run died", since=died.since)
        outcome = run(request, progress, warn, record.of)
        record.ended(outcome.state, **outcome.counts)
    typer.echo(
        _shown(outcome.folder)
        if outcome.folder
        else say("%(issue)s: nothing came in, so there is no issue.", issue=outcome.issue)
    )


def _shown(folder: Path) -> str:
    """A folder as a terminal may show it; a program that reads it gets its name to the letter."""
    from brief.printed import plain  # noqa: PLC0415 - heavy modules load when they are needed

    return plain(str(folder)) if sys.stdout.isatty() else str(folder)


def _time(text: str | None) -> datetime:
    """A time as an option tells it, in the machine's zone where it names none; the present without one."""
    try:
        at = datetime.fromisoformat(text) if text is not None else datetime.now(UTC).astimezone()
        at = at if at.tzinfo else at.astimezone()
        # At either end of the calendar it is no time in another zone.
        _ = (at.astimezone(UTC) - _YEAR, at.astimezone(UTC) + _YEAR)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            "--now: '%(time)s' is no time; write it as 2024-06-30T06:00+03:00.", time=text
        ) from error
    return at


@app.command(cls=Command)
def approve(
    issue: IssueFolder,
    by: Annotated[str, typer.Option(help="Name of who approves it.")],
    despite: Annotated[
        str | None, typer.Option(help="Why it may go out though it failed the check; its readers see it.")
    ] = None,
) -> None:
    """Let an issue go out as it stands, under a name."""
    from brief.approve import approve as run  # noqa: PLC0415 - heavy modules load when they are needed
    from brief.printed import plain  # noqa: PLC0415 - see above

    with stages(timings=False) as progress:
        folder = run(issue, by, datetime.now(UTC), despite, progress)
    typer.echo(say("%(issue)s: approved by %(name)s.", issue=_shown(folder), name=plain(by)))

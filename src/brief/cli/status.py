"""The command that shows all topics at a glance: status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from brief.cli.application import app
from brief.terminal import Command, said, say

if TYPE_CHECKING:
    from brief.status import Glance


@app.command(name="status", cls=Command)
def show_status(
    json: Annotated[bool, typer.Option("--json", help="JSON, for a monitor.")] = False,
) -> None:
    """Show all topics at a glance; exit 1 where something waits for a person."""
    from brief import status  # noqa: PLC0415 - heavy modules load when they are needed

    found = status.glances(datetime.now(UTC))
    if json:
        import msgspec  # noqa: PLC0415 - see above

        typer.echo(msgspec.json.format(msgspec.json.encode(found, enc_hook=str), indent=1))
    elif not found:
        typer.echo(say("No topic has an issue, a run or a schedule here; begin with `brief weekly TOPIC`."))
    elif sys.stdout.isatty():
        _table(found)
    else:
        typer.echo("\n".join(line for glance in found for line in _lines(glance)))
    if status.waits(found):
        raise typer.Exit(1)


def _lines(glance: Glance) -> Iterator[str]:
    """A topic in a pipe: a line of what is so, and one for each thing that waits."""
    from brief.printed import plain  # noqa: PLC0415 - only a found topic needs it

    told = "; ".join(f"{name}: {text}" for name, text in _cells(glance)[1:] if text)
    yield plain(f"{glance.topic}: {told}")
    yield from (f"  {plain(said(need))}" for need in glance.needs)


def _table(found: Iterable[Glance]) -> None:
    """All topics on a terminal, from right to left in a language that is written so."""
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.table import Table  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    from brief.language import direction_of  # noqa: PLC0415 - see above
    from brief.printed import plain  # noqa: PLC0415 - see above

    leftward = direction_of(say("topic")) == "rtl"
    turned = reversed if leftward else iter
    justify: Literal["left", "right"] = "right" if leftward else "left"
    table = Table(box=None)
    rows = [_cells(glance) for glance in found]
    for name, _ in turned(rows[0]):
        table.add_column(Text(name), justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(text)) for _, text in turned(row)))
    console = Console()
    console.print(table)
    for glance in found:
        for need in glance.needs:
            console.print(Text(plain(f"{glance.topic}: {said(need)}"), style="yellow"), justify=justify)


def _cells(glance: Glance) -> list[tuple[str, str]]:
    """What is told of a topic, by the name of its column."""
    days = f"{glance.start} – {glance.end}" if glance.start else ""
    return [
        (say("topic"), glance.topic),
        (say("issue"), glance.issue or ""),
        (say("days"), days),
        (say("state"), say(glance.state) if glance.state else ""),
        (say("last run"), _last(glance)),
        (say("next run"), f"{glance.next} ({glance.by})" if glance.next else ""),
        (say("deliveries"), ", ".join(f"{say(state)} {n}" for state, n in glance.deliveries.items())),
    ]


def _last(glance: Glance) -> str:
    run = glance.last
    return f"{run.started} {say(run.outcome)}".strip() if run else ""

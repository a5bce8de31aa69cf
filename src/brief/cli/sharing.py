"""The commands that let an issue out: share, receipts."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.application import IssueFolder, app, encoded
from brief.terminal import Command, said, say

if TYPE_CHECKING:
    from brief.deliver import Receipt
    from brief.deliver.accounts import Account


@app.command(cls=Command)
def share(
    issue: IssueFolder,
    to: Annotated[
        list[str] | None, typer.Option(help="Only this address of the file of recipients; may be repeated.")
    ] = None,
    channel: Annotated[str | None, typer.Option(help="Only this channel: mail or folder.")] = None,
    again: Annotated[
        list[str] | None,
        typer.Option(help="Send it to this address once more, under the same Message-ID; may be repeated."),
    ] = None,
    corrects: Annotated[
        str | None,
        typer.Option(help="The earlier issue that this one takes the place of; it is withdrawn."),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="What was wrong with the earlier issue.")] = None,
    topic: Annotated[
        Path | None, typer.Option(help="Folder of the topic, where it does not stand beside reports/.")
    ] = None,
    dry_run: Annotated[
        Path | None, typer.Option(help="Write the mails as .eml files into this folder and send nothing.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="A JSON line for each recipient.")] = False,
) -> None:
    """Send an approved issue to everybody who gets its topic and does not have it yet."""
    from brief.deliver import sending  # noqa: PLC0415 - heavy modules load when they are needed

    request = sending.Request(
        issue=issue,
        topic=topic,
        to=tuple(to or ()),
        channel=channel,
        again=tuple(again or ()),
        corrects=corrects,
        reason=reason,
    )
    if dry_run is not None:
        for path in sending.drafted(request, dry_run, datetime.now(UTC)):
            typer.echo(path)
        return
    missed = False
    for receipt in sending.send(request, lambda: datetime.now(UTC), time.sleep):
        missed |= receipt.state != "sent"
        typer.echo(encoded(receipt) if json else _told(receipt))
    if missed:
        raise typer.Exit(1)
    if not json:
        typer.echo(say("%(issue)s: everybody who was to have it has it.", issue=issue))


@app.command(cls=Command)
def receipts(
    issue: IssueFolder,
    arrived: Annotated[
        str | None, typer.Option(help="Note that a message of unknown fate to this address arrived.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="A JSON line for each delivery.")] = False,
) -> None:
    """Say who has an issue, who was not reached and why, and what is of unknown fate."""
    from brief.deliver import accounts  # noqa: PLC0415 - heavy modules load when they are needed

    if arrived is not None:
        accounts.settle(issue, arrived, lambda: datetime.now(UTC))
    told = accounts.accounts(issue)
    for one in told:
        typer.echo(encoded(one) if json else _listed(one))
    if not told and not json:
        typer.echo(say("%(issue)s: was sent to nobody yet.", issue=issue))


def _told(receipt: Receipt) -> str:
    from brief.printed import plain  # noqa: PLC0415 - see above

    detail = said(receipt.detail) if receipt.detail and receipt.state != "sent" else ""
    # What is wrong with a folder begins with its name.
    who = "" if detail.startswith(f"{receipt.recipient}:") else receipt.recipient
    return plain(f"{say(receipt.state)} {who} {detail}")


def _listed(one: Account) -> str:
    from brief.printed import plain  # noqa: PLC0415 - see above

    detail = said(one.detail) if one.detail and one.state != "sent" else ""
    twice = say("handed over %(n)s times under one Message-ID", n=one.offered) if one.offered > 1 else ""
    edition = "" if one.current else say("an earlier edition")
    return plain(
        f"{one.at} {say(one.state)} {one.recipient} {detail} {twice} {edition} {one.message_id or ''}"
    )

"""The commands that protect an issue, prove one, and clear away: sign, encrypt, verify, prune."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brief.cli.application import IssueFolder, app, encoded
from brief.errors import GateError, UsageError
from brief.terminal import Command, said, say

if TYPE_CHECKING:
    from brief.protect.proof import Proof
    from brief.prune import Old

# The variable of the environment that holds the passphrase of a key.
PASSPHRASE = "BRIEF_SIGN_PASSWORD"  # noqa: S105 - the name of a variable, not a secret
_STATES = {True: "holds", False: "does not hold", None: "not proved"}


@app.command(cls=Command)
def sign(
    issue: IssueFolder,
    key: Annotated[Path, typer.Option("--with", help="PKCS#12 file (.p12) of the certificate and its key.")],
    timestamp: Annotated[
        str | None, typer.Option(help="Address of a server of timestamps (RFC 3161); it is asked for one.")
    ] = None,
) -> None:
    """Lay a signed copy of the PDF to an issue; its passphrase is $BRIEF_SIGN_PASSWORD, or asked for."""
    from brief.protect import signing  # noqa: PLC0415 - heavy modules load when they are needed

    passphrase = os.environ.get(PASSPHRASE)
    if passphrase is None:
        passphrase = _asked(PASSPHRASE, twice=False)
    typer.echo(signing.signed(signing.Request(issue, key, passphrase, timestamp), datetime.now(UTC)))


@app.command(cls=Command)
def encrypt(
    issue: IssueFolder,
    recipient: Annotated[
        str | None,
        typer.Option("--for", help="Address in the file of recipients whose password locks the copy."),
    ] = None,
    variable: Annotated[
        str | None, typer.Option("--password-from", help="Variable of the environment with the password.")
    ] = None,
) -> None:
    """Lay a copy of the PDF under a password to an issue; without an option the password is asked for."""
    from brief.protect import locking, passwords  # noqa: PLC0415 - heavy modules load when they are needed

    if recipient is not None and variable is not None:
        raise UsageError("--password-from: says what --for says already; give one of the two.")
    if recipient is not None:
        variable = locking.variable_of(recipient, issue, os.environ)
    secret = passwords.password(variable, os.environ) if variable else _asked("--password-from", twice=True)
    typer.echo(locking.locked(issue, secret))
    typer.echo(say("It is no PDF/A: the one to archive is brief.pdf."), err=True)


def _asked(option: str, *, twice: bool) -> str:
    """A secret typed at the terminal; in a pipe nobody can be asked."""
    if not sys.stdin.isatty():
        raise UsageError(
            "%(option)s: no password is given, and nobody can be asked; set the variable.", option=option
        )
    again = say("Once more") if twice else False
    return str(typer.prompt(say("Password"), hide_input=True, confirmation_prompt=again))


@app.command(cls=Command)
def verify(
    file: Annotated[Path, typer.Argument(help="A PDF, the folder of an issue, or a delivered copy of one.")],
    trust: Annotated[
        list[Path] | None,
        typer.Option(help="Certificate (PEM or DER) that you trust; may be repeated."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="A JSON line for each thing that was proved.")] = False,
) -> None:
    """Say whether signature, digests, approval and passages hold; ends with 3 where one does not."""
    from brief.protect import verify as proofs  # noqa: PLC0415 - heavy modules load when they are needed

    found = proofs.verify(file, tuple(trust or ()), datetime.now(UTC))
    for one in found:
        typer.echo(encoded(one) if json else _proved(one))
    if any(one.holds is False for one in found):
        raise GateError("%(file)s: is not what it says it is.", file=file)


def _proved(one: Proof) -> str:
    from brief.printed import plain  # noqa: PLC0415 - see above

    return plain(f"{say(_STATES[one.holds])}: {said(one.message)}")


@app.command(cls=Command)
def prune(
    topic: Annotated[Path, typer.Argument(help="Folder of the topic, or its name in reports/.")] = Path(
        "seeds"
    ),
    keep: Annotated[int, typer.Option(min=1, help="How many of the latest issues stay.")] = 12,
    keep_days: Annotated[
        int, typer.Option(min=0, help="Days that an older issue stays, too, after the last one it covers.")
    ] = 0,
    yes: Annotated[
        bool, typer.Option("--yes", help="Remove what is shown; without it nothing goes.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="A JSON line for each thing that may go.")] = False,
) -> None:
    """Show what of a topic's past may go: issues, revisions, refused ones, unused pages, receipts."""
    from brief import config, shelf  # noqa: PLC0415 - heavy modules load when they are needed
    from brief import prune as pruning  # noqa: PLC0415 - see above

    folder = topic if topic.is_dir() else None
    settings = config.load(topic) if folder else config.Topic()
    past = pruning.Shelf(topic.resolve().name, shelf.REPORTS, folder, settings)
    rule, now = pruning.Rule(keep, keep_days), datetime.now(UTC)

    def told(one: Old) -> None:
        typer.echo(encoded(one) if json else _listed(one))

    if yes:
        pruning.prune(past, rule, now, told)
        return
    found = pruning.old(past, rule, now)
    for one in found:
        told(one)
    if not json:
        _sum_up(found)


def _listed(one: Old) -> str:
    from brief.printed import plain  # noqa: PLC0415 - see above

    size = str(one.size) if one.kind == "receipts" else _bytes(one.size)
    return plain(f"{say(one.kind)} {one.name} {size}")


def _sum_up(found: tuple[Old, ...]) -> None:
    if not found:
        typer.echo(say("Nothing is old enough to go."))
        return
    total = sum(one.size for one in found if one.kind != "receipts")
    typer.echo(
        say("%(size)s in all may go; nothing went. Add --yes to remove it.", size=_bytes(total)), err=True
    )


def _bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
